"""Dates with their reasons, and the dates that a person set instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.dates import spoken
from casework.due import outstanding
from casework.reckoning import LegalDate
from casework.record import Record
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import deadline, said, told_about
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.deadline import Deadline, DeadlineRow
from widgets.disclosure import Disclosed
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.remark import Remark

_KEYS = ("on", "reason", "by")
_HOW = (
    "A person may set another day with a reason, from a sealed order or advice. The computed one stays beside it, here "
    "and on paper."
)


@dataclass(frozen=True, slots=True)
class _OwnDates(Shown):
    """The dates that a person set for some records, and for some single dates."""

    about: frozenset[str] = frozenset()
    dates: frozenset[tuple[str, str]] = frozenset()

    def holds(self, record: Record) -> bool:
        code, about = record.words("code"), record.words("about")
        return record.kind == self.kind and (about in self.about or (code, about) in self.dates)


class Dates(QWidget):
    """Every date about some records, earliest first; each opens its reasons."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, heading: str = "Dates", *, named: bool = False) -> None:
        super().__init__()
        self._desk, self._named = desk, named
        self._shown: tuple[LegalDate, ...] = ()
        self._laid: tuple[tuple[Deadline, ...], ...] | None = None
        self._rows = column(gap=0)
        self._none = Paragraph("No date follows from what is entered yet.", voice="quiet")
        self._own = RecordList(desk, _OwnDates("override", _KEYS), level=3, adds=False)
        for told, mine in ((self._own.saving, self.saving), (self._own.saved, self.saved)):
            told.connect(mine)
        self._own.not_saved.connect(self.not_saved)
        self._which = Chooser("Which date to set by hand", "Which date…")
        self._set = Button("Set it by hand")
        self._set.clicked.connect(self._override)
        self._remark = Remark()
        self._by_hand = Disclosed("Work to another date", self._asked)
        self.setLayout(column(Heading(heading, 2), self._none, self._rows, self._by_hand, self._own, gap=8))

    def _asked(self) -> QWidget:
        box = QWidget()
        how = Paragraph(_HOW, voice="quiet")
        box.setLayout(column(how, row(self._which, self._set, None), self._remark, gap=8, margin=(0, 0, 0, 8)))
        return box

    def take(self, view: CaseView, about: Collection[str], laws: Collection[str] = ()) -> None:
        """Show the dates about these records, and those under these laws whatever they are about."""
        wanted = set(about)
        self._shown = tuple(one for one in view.reckoning.dates if one.about in wanted or _law_of(one) in laws)
        self._lay(view)
        self._none.setVisible(not self._shown)
        self._by_hand.setVisible(bool(self._shown))
        dates = frozenset((one.code, one.about) for one in self._shown)
        self._own.shown = _OwnDates("override", _KEYS, about=frozenset(wanted), dates=dates)
        self._own.take(view)
        self._own.setVisible(not self._own.is_blank())

    def _lay(self, view: CaseView) -> None:
        """What is ahead or not done first; what is over, and what the law merely permits, stay folded away.

        Where nothing has changed nothing is touched: what is open stays open.
        """
        happens = [one for one in self._shown if one.nature != "limit"]
        waiting = [one for one in happens if one.working >= view.today or outstanding(view.case, one)]
        over = [one for one in happens if one not in waiting]
        limits = [one for one in self._shown if one.nature == "limit"]
        laid = (self._told(view, waiting, duty=True), self._told(view, over), self._told(view, limits))
        if laid == self._laid:
            return
        self._laid = laid
        clear(self._rows)
        for one in laid[0]:
            self._rows.addWidget(DeadlineRow(one, view.today))
        for words, some in (("Earlier dates", laid[1]), ("Limits that the law sets", laid[2])):
            if some:
                self._rows.addWidget(Disclosed(f"{words}: {len(some)}", partial(_folded, some, view.today)))
        self._which.offer([(n, _choice(one, view)) for n, one in enumerate(self._shown)])

    def _told(self, view: CaseView, dates: Sequence[LegalDate], *, duty: bool = False) -> tuple[Deadline, ...]:
        """Rows; with ``duty``, what is a duty can be late: it is ahead or not recorded as done."""
        case, named = view.case, self._named
        return tuple(
            deadline(some[0], case, named=named, duty=duty and some[0].nature == "duty", alike=some)
            for some in _alike(dates)
        )

    def flush(self) -> None:
        """Hand over what is typed."""
        self._own.flush()

    def go(self, record: str, key: str) -> bool:
        """Open a date that a person set with the cursor in a field; False where it is not here."""
        return self._own.go(record, key)

    def _override(self) -> None:
        row_at = self._which.matched()
        if not 0 <= row_at < len(self._shown):
            self._remark.tell("Choose first which date it stands in place of.")
            self._which.setFocus()
            return
        self._remark.tell("")
        one = self._shown[row_at]
        self._own.show()
        known: dict[str, Answer] = {"code": one.code, "about": one.about, "on": one.working, "computed": one.on}
        self._own.add(known | ({"by": self._desk.person} if self._desk.person else {}))


def _folded(dates: Sequence[Deadline], today: date) -> QWidget:
    box = QWidget()
    box.setLayout(column(*(DeadlineRow(one, today) for one in dates), gap=0))
    return box


def _law_of(one: LegalDate) -> str:
    return one.code.partition(".")[0]


def _choice(one: LegalDate, view: CaseView) -> str:
    """A date among those that can be set by hand, told apart from its like."""
    about = told_about((one,), view.case)
    return f"{said(one)}, {spoken(one.on)}" + (f" · {about}" if about else "")


def _alike(dates: Sequence[LegalDate]) -> list[tuple[LegalDate, ...]]:
    """The dates with those together that fall on the same day under the same code and are not set by a person."""
    found: dict[tuple[object, ...], tuple[LegalDate, ...]] = {}
    for one in dates:
        key = (one.code, one.on, one.limit, one.why, one.about if one.override else "")
        found[key] = (*found.get(key, ()), one)
    return list(found.values())
