"""The pieces of the overview: a headed block, a sentence that leads to where it stands, dates as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLayout, QWidget

from casework.dated import Due
from casework.reckoning import LegalDate
from casework.summary import Risk
from widgets.chip import Chip, rosh_words
from widgets.deadline import Deadline
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.shapes import Box, Shape, rosh_box
from widgets.state import StateWord, due_look
from widgets.theme import mark, px

_QUESTION, _WHAT = 124, 72


class Guide(Protocol):
    """Whoever can lead to a record."""

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Lead to a record and field, or to the records of a kind."""


class Block(QWidget):
    """A heading with what stands under it."""

    def __init__(self, heading: str, inside: QLayout, *, level: int = 2) -> None:
        super().__init__()
        self._rows = column(Heading(heading, level), inside, gap=4 if level > 2 else 8)
        self.setLayout(self._rows)

    def add_foot(self, widget: QWidget) -> None:
        """Put something under it."""
        self._rows.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)


class Asked(QWidget):
    """One of the five questions at the left, what answers it beside it."""

    def __init__(self, question: str, facts: Sequence[QWidget]) -> None:
        super().__init__()
        label = Heading(question, 3)
        label.setFixedWidth(px(_QUESTION))
        line = row(gap=16)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(*facts, gap=2), 1)
        self.setLayout(line)


class Fact(QWidget):
    """A sentence; a click, Enter or Space on it leads to where it stands."""

    def __init__(
        self,
        guide: Guide,
        words: str,
        record: str,
        key: str,
        *,
        quiet: bool = False,
        kind: str = "",
        due: Due | None = None,
        today: date | None = None,
        shape: Shape | None = None,
        role: str = "soon",
    ) -> None:
        super().__init__()
        self._guide, self._record, self._key, self._kind = guide, record, key, kind
        self.words = words
        mark(self, leads=True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        told = Paragraph(words, voice="quiet" if quiet else "")
        line = row(gap=8, margin=0)
        if shape is not None:
            sign = StateWord("", shape, role)
            sign.setFixedWidth(px(16))
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(told, 1)
        if due is not None and today is not None:
            look = due_look(due.on, today)
            line.addWidget(StateWord(look.words.en, look.shape, look.role), 0, Qt.AlignmentFlag.AlignTop)
            words = f"{words}, {look.words.en}"
        self.setLayout(line)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setAccessibleDescription("Enter shows where this stands")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._go()

    def _go(self) -> None:
        self._guide.go_to(self._record, self._key, self._kind)


class RiskWord(QWidget):
    """One group of the matrix of risk, with its level in a box."""

    def __init__(self, risk: Risk) -> None:
        super().__init__()
        known = isinstance(risk.level, str)
        word = rosh_words(str(risk.level)) if known else risk.told
        chip = Chip(word, box=rosh_box(str(risk.level)) if known else Box.QUIET, spoken=f"{risk.group.en}: {word}")
        self.setLayout(row(PlainLabel(risk.group.en, voice="strong" if risk.key == "overall" else ""), None, chip))


def deadline_of(legal: LegalDate, due: Due) -> Deadline:
    """A date of the law as a row with its grounds."""
    return Deadline(
        legal.on,
        cut(due.what.en),
        due.about,
        time=f"{legal.at:%H:%M}" if legal.at else "",
        duty=legal.nature == "duty",
        rule=legal.rule,
        basis=legal.basis,
        why=tuple(legal.why.splitlines()),
        law_row=legal.law_row,
        checked_on=legal.checked_on,
        next=legal.next.en,
    )


def cut(words: str) -> str:
    """What is due, in a line."""
    return words if len(words) <= _WHAT else words[: _WHAT - 1].rstrip(" ,;.") + "…"


def due_of(due: Due) -> Deadline:
    """A date that somebody set as a row."""
    return Deadline(due.on, cut(due.what.en), due.about, duty=due.nature == "duty")
