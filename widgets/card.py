"""A record as a card: what it is called, a few lines of it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.theme import mark


class Card(QFrame):
    """``changed(key)`` and ``removed(key)`` come from its buttons.

    ``lines`` stand under the title; ``lead`` (a chip, a state) before it; ``findings`` are what is missing, in words.
    """

    changed = Signal(str)
    removed = Signal(str)

    def __init__(
        self,
        key: str,
        title: str,
        lines: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        lead: QWidget | None = None,
        findings: Sequence[str] = (),
        removable: bool = True,
        change: str = "",
        language: Language = Language.EN,
    ) -> None:
        super().__init__(parent)
        self.key = key
        mark(self, card=True)
        self.setAccessibleName(title)
        line = row(gap=4, margin=(16, 8, 8, 8))
        line.addLayout(_body(title, lines, lead, findings), 1)
        self.change = Button(change or words.CHANGE.in_(language), kind="quiet", icon="pencil")
        self.change.setAccessibleName(f"{self.change.text()}: {title}")
        self.change.clicked.connect(self._change)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        if removable:
            self.remove = Button(words.REMOVE.in_(language), kind="quiet", role="danger")
            self.remove.setAccessibleName(f"{self.remove.text()}: {title}")
            self.remove.clicked.connect(self._remove)
            line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def _change(self) -> None:
        self.changed.emit(self.key)

    def _remove(self) -> None:
        self.removed.emit(self.key)


def _body(title: str, lines: Sequence[str], lead: QWidget | None, findings: Sequence[str]) -> QVBoxLayout:
    head = row(*([lead] if lead else []), gap=8)
    head.addWidget(Paragraph(title, voice="strong"), 1)
    told = [Paragraph(line) for line in lines if line]
    wanting = [PlainLabel(one, role="soon") for one in findings]
    for one in wanting:
        one.setWordWrap(True)
    return column(head, *told, *wanting, gap=2, margin=(0, 4, 0, 4))
