"""A date that the law or a plan gives: its distance in words with a shape, what it is, and why it is so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from casework.dates import spoken
from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.disclosure import Disclosure
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.state import StateWord, due_look
from widgets.theme import mark, px
from widgets.told import Told, ToldList

_STATE, _DATE, _TERM, _DROP = 116, 136, 148, 6


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a row of dates shows.

    ``duty``: somebody must do something by then, so that a day gone by is late; else it only marks a day.
    ``why`` the sum in words, a line each step; ``basis`` the Act and section; ``note`` a quiet line under ``what``.
    """

    on: date
    what: str
    key: str = ""
    time: str = ""
    note: str = ""
    duty: bool = True
    rule: str = ""
    basis: str = ""
    why: tuple[str, ...] = ()
    law_row: str = ""
    checked_on: date | None = None
    next: str = ""

    @property
    def explained(self) -> bool:
        """Whether there is anything to open."""
        return bool(self.rule or self.basis or self.why or self.law_row)


class DeadlineRow(QFrame):
    """One date. "Why" opens the rule, the Act and section, the sum, the entry of the law used and when it was checked.

    ``acted(key)`` comes from the button of the next step, where ``action`` gives it words.
    """

    acted = Signal(str)

    def __init__(
        self,
        deadline: Deadline,
        today: date,
        parent: QWidget | None = None,
        *,
        language: Language = Language.EN,
        action: str = "",
    ) -> None:
        super().__init__(parent)
        self.deadline, self._language = deadline, language
        self._why: QWidget | None = None
        self._grounds: Disclosure | None = None
        look = due_look(deadline.on, today, duty=deadline.duty)
        state = StateWord(look.words.in_(language), look.shape, look.role)
        state.setFixedWidth(px(_STATE))
        day = PlainLabel(spoken(deadline.on, language))
        day.setFixedWidth(px(_DATE))
        told = PlainLabel(deadline.what + (f", {deadline.time}" if deadline.time else ""))
        told.setWordWrap(True)
        note = [Paragraph(deadline.note, voice="quiet")] if deadline.note else []
        what = column(told, *note, None, gap=0, margin=(0, px(_DROP), 0, px(_DROP) if note else 0))
        line = row(state, day, gap=8)
        line.addLayout(what, 1)
        top = Qt.AlignmentFlag.AlignTop
        for one in (state, day):
            one.setMinimumHeight(px(32))
            line.setAlignment(one, top)
        self._add_buttons(line, action)
        self._rows = column(line, gap=4, margin=(0, 4, 0, 4))
        self.setLayout(self._rows)
        self.setAccessibleName(", ".join((spoken(deadline.on, language), deadline.what, look.words.in_(language))))

    def _add_buttons(self, line: QHBoxLayout, action: str) -> None:
        if self.deadline.explained:
            self._grounds = Disclosure(words.WHY.in_(self._language), self.deadline.what, language=self._language)
            self._grounds.opened.connect(self.show_why)
            line.addWidget(self._grounds, 0, Qt.AlignmentFlag.AlignTop)
        if action:
            button = Button(action)
            button.setAccessibleName(f"{action}: {self.deadline.what}")
            button.clicked.connect(self._act)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_why(self, on: bool = True) -> None:
        """Open or close the grounds."""
        if self._grounds is not None and self._grounds.isChecked() != on:
            self._grounds.setChecked(on)
            return
        if self._why is None and on:
            self._why = _Grounds(self.deadline, self._language)
            self._rows.addWidget(self._why)
        if self._why is not None:
            self._why.setVisible(on)

    def _act(self) -> None:
        self.acted.emit(self.deadline.key)


class _Grounds(QFrame):
    """Everything that a date rests on."""

    def __init__(self, deadline: Deadline, language: Language) -> None:
        super().__init__()
        mark(self, surface=True)
        checked = spoken(deadline.checked_on, language) if deadline.checked_on else ""
        told = (
            (words.SUM, "\n".join(deadline.why)),
            (words.LAW, deadline.basis),
            (words.RULE, deadline.rule),
            (words.LAW_ROW, deadline.law_row),
            (words.CHECKED_ON, checked),
            (words.NEXT_STEP, deadline.next),
        )
        grounds = ToldList([Told(term.in_(language), said) for term, said in told if said], label_px=_TERM)
        self.setLayout(column(grounds, margin=(16, 12, 16, 12)))
