"""One thing due: how far, what, why it matters, whose, what to do, and the way to the place where it is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from casework.agenda import Listed
from casework.dated import Due
from casework.dates import spoken
from casework.text import Text
from desktop import words_due as words
from desktop.desk import Place
from desktop.jump import named
from desktop.pages.excerpt import excerpt
from desktop.pages.flow import TwoSides
from widgets.button import Button
from widgets.chip import Chip, rosh_chip
from widgets.label import Elided, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.state import StateWord, due_look
from widgets.theme import px

_WHEN, _WHO, _STEP = 128, 236, 156
_LONG, _WHY, _LEAST = 200, 420, 800
_FINISHED_HERE = ("action", "disclosure")


class DueRow(QFrame):
    """``wanted(place)`` from its button, ``finished(listed)`` when it is to be recorded as done today."""

    wanted = Signal(Place)
    finished = Signal(object)

    def __init__(self, listed: Listed, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed = listed
        due, line = listed.item.due, listed.line
        look = due_look(due.on, today, duty=due.late or due.on >= today)
        when = QWidget()
        told = [PlainLabel(spoken(due.on), voice="quiet")]
        if listed.as_of:
            told.append(Paragraph(words.AS_OF.filled(day=spoken(listed.as_of)).en, voice="quiet"))
        when.setLayout(column(StateWord(look.words.en, look.shape, look.role), *told, None, gap=0))
        when.setFixedWidth(px(_WHEN))
        reason = " ".join(part for part in (due.why, due.basis) if part)
        when.setToolTip(reason)
        lines = [Paragraph(excerpt(one, _WHY), voice="quiet", most=110) for one in _told(listed) if one]
        level = words.LEVEL.filled(n=line.level).en if line.level else words.LEVEL_UNKNOWN.en
        risk = rosh_chip(line.rosh) if line.rosh else Chip(words.ROSH_UNKNOWN.en)
        who = column(Elided(named(line)), row(Chip(level), risk, None, gap=6), None, gap=2)
        text, side = QWidget(), QWidget()
        text.setLayout(column(Paragraph(excerpt(due.what.en, _LONG)), *lines, None, gap=0))
        beside = row(gap=16)
        beside.addLayout(who, 1)
        beside.addWidget(self._steps(look.words.en))
        side.setLayout(beside)
        both = TwoSides(text, side, other_px=_WHO + 16 + _STEP, least=_LEAST, gap=16)
        whole = row(when, gap=16, margin=(0, 10, 0, 10))
        whole.addWidget(both, 1)
        self.setLayout(whole)
        self.setAccessibleName(f"{look.words.en}, {due.what.en}, {named(line)}")
        self.setAccessibleDescription(" ".join((*_told(listed), reason)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_D and not event.modifiers() and can_finish(self.listed):
            self.finished.emit(self.listed)
        else:
            super().keyPressEvent(event)

    def _steps(self, distance: str) -> QWidget:
        due, who = self.listed.item.due, named(self.listed.line)
        label = step(due)[0].en
        button = Button(label)
        button.setAccessibleName(f"{label}: {due.what.en}, {who}, {distance}")
        button.clicked.connect(self._go)
        steps = [button]
        if can_finish(self.listed):
            done = Button(words.DONE.en, kind="quiet", icon="check")
            done.setToolTip(words.DONE_TIP.en)
            done.setAccessibleName(f"{words.DONE.en}: {due.what.en}, {who}")
            done.setAccessibleDescription(words.DONE_TIP.en)
            done.clicked.connect(self._finish)
            steps.append(done)
        made = QWidget()
        made.setLayout(column(*steps, None, gap=2))
        made.setFixedWidth(px(_STEP))
        return made

    def _go(self) -> None:
        due = self.listed.item.due
        self.wanted.emit(Place("case", due.case, step(due)[1], due.about))

    def _finish(self) -> None:
        self.finished.emit(self.listed)


def can_finish(listed: Listed) -> bool:
    """Whether it is a record of ours that can be recorded as done from the list."""
    return listed.item.due.kind in _FINISHED_HERE


def step(due: Due) -> tuple[Text, str]:
    """The words of the button that leads to a thing, and the part of the case it leads to (empty: its record's)."""
    law = due.code.partition(".")[0]
    return _STEPS.get(law, (words.OPEN_ORDER, ""))


_NOTIFICATION = (words.OPEN_NOTIFICATION, "notification")
_STEPS: dict[str, tuple[Text, str]] = {
    "notification": _NOTIFICATION,
    "travel": _NOTIFICATION,
    "order_notice": _NOTIFICATION,
    "terrorism": _NOTIFICATION,
    "review": _NOTIFICATION,
    "recall": (words.OPEN_RECALL, "notification"),
    "licence": (words.OPEN_LICENCE, ""),
    "pss": (words.OPEN_LICENCE, ""),
    "action": (words.OPEN_ACTION, ""),
    "measure": (words.OPEN_PLAN, ""),
    "plan": (words.OPEN_PLAN, "plan"),
    "device": (words.OPEN_DEVICE, ""),
    "disclosure": (words.OPEN_DISCLOSURE, ""),
    "meeting": (words.OPEN_MEETING, ""),
    "referral": (words.OPEN_REFERRAL, ""),
    "level_review": (words.OPEN_REVIEW, "reviews"),
    "level": (words.OPEN_LEVEL, ""),
    "category": (words.OPEN_CATEGORY, ""),
}


def _told(listed: Listed) -> tuple[str, str]:
    """Why it matters, and what to do: once a day has passed, what is due then."""
    item = listed.item
    after = item.after.en if item.due.late else ""
    todo = words.NOW.filled(what=after).en if after else words.NEXT_STEP.filled(what=item.due.next.en).en
    return item.away.en, todo if after or item.due.next.en else ""
