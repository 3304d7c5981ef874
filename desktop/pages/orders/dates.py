"""Dates with their reasons, and the dates that a person set instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.case import Case
from casework.dates import spoken
from casework.due import outstanding
from casework.reckoning import LegalDate
from casework.record import Record
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import deadline
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.deadline import DeadlineRow
from widgets.disclosure import Disclosed
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row

_KEYS = ("on", "reason", "by")


@dataclass(frozen=True, slots=True)
class _OwnDates(Shown):
    """The dates that a person set for some records."""

    about: frozenset[str] = frozenset()

    def holds(self, record: Record) -> bool:
        return record.kind == self.kind and record.words("about") in self.about


class Dates(QWidget):
    """Every date about some records, earliest first; each opens its reasons."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, heading: str = "Dates", *, named: bool = False) -> None:
        super().__init__()
        self._desk, self._named = desk, named
        self._shown: tuple[LegalDate, ...] = ()
        self._case: Case | None = None
        self._rows = column(gap=0)
        self._none = Paragraph("No date follows from what is entered yet.", voice="quiet")
        self._own = RecordList(desk, _OwnDates("override", _KEYS), level=3)
        self._own.add_button.hide()
        for told, mine in ((self._own.saving, self.saving), (self._own.saved, self.saved)):
            told.connect(mine)
        self._own.not_saved.connect(self.not_saved)
        self._which = Chooser("Which date to set by hand", "Which date…")
        self._set = Button("Set it by hand", kind="quiet")
        self._set.clicked.connect(self._override)
        self._by_hand = QWidget()
        self._by_hand.setLayout(row(self._which, self._set, None))
        self.setLayout(column(Heading(heading, 2), self._none, self._rows, 8, self._by_hand, self._own, gap=8))

    def take(self, view: CaseView, about: Sequence[str]) -> None:
        """Show the dates about these records."""
        dates = view.reckoning.dates_about(about)
        if dates != self._shown or view.case != self._case:
            self._shown, self._case = dates, view.case
            self._lay(view)
            self._which.offer([(n, f"{one.label.en}, {spoken(one.on)}") for n, one in enumerate(dates)])
        self._none.setVisible(not dates)
        self._by_hand.setVisible(bool(dates))
        self._own.shown = _OwnDates("override", _KEYS, about=frozenset(about))
        self._own.take(view)
        self._own.setVisible(bool(self._own.cards()))

    def _lay(self, view: CaseView) -> None:
        """What is ahead or not done first; what is over, and what the law merely permits, stay folded away."""
        clear(self._rows)
        happens = [one for one in self._shown if one.nature != "limit"]
        waiting = [one for one in happens if one.working >= view.today or outstanding(view.case, one)]
        for alike in _alike(waiting):
            self._rows.addWidget(self._row(view, alike))
        self._fold(view, "Earlier dates", [one for one in happens if one not in waiting])
        self._fold(view, "Limits that the law sets", [one for one in self._shown if one.nature == "limit"])

    def _fold(self, view: CaseView, words: str, dates: list[LegalDate]) -> None:
        if dates:
            self._rows.addWidget(Disclosed(f"{words}: {len(dates)}", partial(self._folded, view, tuple(dates))))

    def _folded(self, view: CaseView, dates: tuple[LegalDate, ...]) -> QWidget:
        box = QWidget()
        box.setLayout(column(*(self._row(view, alike) for alike in _alike(dates)), gap=0))
        return box

    def _row(self, view: CaseView, alike: tuple[LegalDate, ...]) -> DeadlineRow:
        one = alike[0]
        duty = one.nature == "duty" and (one.working >= view.today or outstanding(view.case, one))
        shown = deadline(one, view.case, named=self._named, duty=duty)
        if len(alike) > 1:
            shown = replace(shown, note=f"{len(alike)} conditions alike")
        return DeadlineRow(shown, view.today)

    def flush(self) -> None:
        """Hand over what is typed."""
        self._own.flush()

    def _override(self) -> None:
        row_at = self._which.matched()
        if 0 <= row_at < len(self._shown):
            one = self._shown[row_at]
            self._own.show()
            self._own.add({"code": one.code, "about": one.about, "on": one.on})


def _alike(dates: Sequence[LegalDate]) -> list[tuple[LegalDate, ...]]:
    """The dates with those together that fall on the same day under the same code and are not set by a person."""
    found: dict[tuple[object, ...], tuple[LegalDate, ...]] = {}
    for one in dates:
        key = (one.code, one.on, one.limit, one.why, one.about if one.override else "")
        found[key] = (*found.get(key, ()), one)
    return list(found.values())
