"""Answers to be read, not changed: each with its label, and a Change beside it where one is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear
from widgets.theme import px

_LABEL = 184


@dataclass(frozen=True, slots=True)
class Told:
    """One answer in words. ``quiet``: it is one of the ways of having no value."""

    label: str
    words: str
    key: str = ""
    quiet: bool = False
    role: str = ""


class ToldList(QWidget):
    """Labels in a column at the left, answers beside them; ``changed(key)`` comes from a Change button."""

    changed = Signal(str)

    def __init__(
        self,
        told: Sequence[Told] = (),
        parent: QWidget | None = None,
        *,
        changeable: bool = False,
        language: Language = Language.EN,
        label_px: int = _LABEL,
    ) -> None:
        super().__init__(parent)
        self._changeable, self._language, self._label_px = changeable, language, label_px
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)
        self.set_told(told)

    def set_told(self, told: Sequence[Told]) -> None:
        """Show other answers."""
        clear(self._grid)
        for n, one in enumerate(told):
            label = PlainLabel(one.label, voice="quiet")
            label.setWordWrap(True)
            label.setFixedWidth(px(self._label_px))
            answer = Paragraph(one.words, voice="quiet" if one.quiet else "", role=one.role)
            answer.setAccessibleName(f"{one.label}: {one.words}" if one.label else one.words)
            self._grid.addWidget(label, n, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(answer, n, 1)
            if self._changeable and one.key:
                button = _ChangeButton(one, self._language)
                button.asked.connect(self.changed)
                self._grid.addWidget(button, n, 2, Qt.AlignmentFlag.AlignTop)


class _ChangeButton(Button):
    asked = Signal(str)

    def __init__(self, told: Told, language: Language) -> None:
        super().__init__(words.CHANGE.in_(language), kind="link")
        self._key = told.key
        self.setAccessibleName(f"{words.CHANGE.in_(language)}: {told.label}")
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._key)
