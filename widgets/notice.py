"""A sentence on a wash of its role: late, soon, done, or accent for what is only told."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from widgets.button import Button
from widgets.icons import pixmap
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.theme import colour, mark, px

_SIGNS = {"late": "circle-alert", "soon": "triangle-alert", "done": "check", "accent": "info"}


class Notice(QFrame):
    """``acted(key)`` comes from its button, where ``action`` gives it words."""

    acted = Signal(str)

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "accent",
        detail: str = "",
        action: str = "",
        key: str = "",
    ) -> None:
        super().__init__(parent)
        self._role, self._key = role, key
        mark(self, wash=role)
        self._sign = PlainLabel()
        self._words = Paragraph(words, voice="strong")
        self._detail = Paragraph(detail)
        self._detail.setVisible(bool(detail))
        line = row(self._sign, gap=10, margin=(12, 10, 12, 10))
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(column(None, self._words, self._detail, None, gap=2), 1)
        if action:
            button = Button(action)
            button.clicked.connect(self._act)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._draw()

    def tell(self, words: str, role: str = "", detail: str = "") -> None:
        """Say something else; empty words hide the notice. What is said anew is read out."""
        if role:
            self._role = role
            mark(self, wash=role)
            self._draw()
        self._words.setText(words)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setVisible(bool(words))
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{words} {detail}".strip()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _act(self) -> None:
        self.acted.emit(self._key)

    def _draw(self) -> None:
        self._sign.setPixmap(pixmap(_SIGNS[self._role], colour(self._role), px(20)))
