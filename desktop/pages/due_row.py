"""One thing due: how far, what and why, whose, and the way to the place where it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from casework.dates import spoken
from desktop import words
from desktop.agenda import Item
from desktop.desk import Place
from desktop.jump import named
from desktop.pages.excerpt import excerpt
from widgets.button import Button
from widgets.chip import Chip, rosh_chip
from widgets.label import Elided, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.state import StateWord, due_look
from widgets.theme import px

_WHEN, _WHO = 128, 252
_LONG, _SHORT = 160, 64


class DueRow(QFrame):
    """``wanted(place)`` from its button."""

    wanted = Signal(Place)

    def __init__(self, item: Item, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        due, line = item.due, item.line
        look = due_look(due.on, today, duty=due.late or due.on >= today)
        state = StateWord(look.words.en, look.shape, look.role)
        when = QWidget()
        when.setLayout(column(state, PlainLabel(spoken(due.on), voice="quiet"), None, gap=0))
        when.setFixedWidth(px(_WHEN))
        what = Paragraph(excerpt(due.what.en, _LONG))
        quiet = [Paragraph(one, voice="quiet", most=90) for one in _because(item) if one]
        told = column(what, *quiet, None, gap=0)
        who = QWidget()
        level = words.LEVEL.filled(n=line.level).en if line.level else words.LEVEL_UNKNOWN.en
        chips = row(Chip(level), rosh_chip(line.rosh), None, gap=6)
        who.setLayout(column(Elided(named(line)), chips, None, gap=2))
        who.setFixedWidth(px(_WHO))
        step = due.next.en or words.OPEN_IT.en
        button = Button(words.OPEN_IT.en)
        button.setAccessibleName(f"{step}: {due.what.en}, {named(line)}, {look.words.en}")
        button.setToolTip(step)
        button.clicked.connect(self._go)
        whole = row(when, gap=16, margin=(0, 10, 0, 10))
        whole.addLayout(told, 1)
        whole.addWidget(who)
        whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)
        self.setAccessibleName(f"{look.words.en}, {due.what.en}, {named(line)}")

    def _go(self) -> None:
        due = self.item.due
        self.wanted.emit(Place("case", due.case, record=due.about))


def _because(item: Item) -> tuple[str, str]:
    due = item.due
    why = " ".join(part for part in (excerpt(due.why, _LONG), excerpt(due.basis, _SHORT)) if part)
    return why, words.NEXT_STEP.filled(what=due.next.en).en if due.next.en else ""
