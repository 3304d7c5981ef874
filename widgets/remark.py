"""A sentence beside a control that says what is wrong or wants a look, with its sign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from widgets.icons import pixmap
from widgets.label import Paragraph, PlainLabel
from widgets.layout import row
from widgets.theme import colour, px


class Remark(QWidget):
    """Hidden while there is nothing to say; read out when it comes."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "late") -> None:
        super().__init__(parent)
        self._role = role
        self._sign = PlainLabel()
        self._words = Paragraph(role=role)
        layout = row(self._sign, self._words, gap=6)
        layout.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._draw()
        self.hide()

    def tell(self, text: str) -> None:
        """Say a sentence; an empty one hides the remark."""
        changed = text != self._words.text()
        self._words.setText(text)
        self.setVisible(bool(text))
        if text and changed and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_role(self, role: str) -> None:
        """Say it as an error ("late"), as what wants a look ("soon"), or quietly ("")."""
        self._role = role
        self._words.set_role(role)
        self._words.set_voice("" if role else "quiet")
        self._draw()

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        self._sign.setPixmap(
            pixmap("circle-alert" if self._role == "late" else "info", colour(self._role or "quiet_ink"), px(16))
        )
        self._sign.setContentsMargins(0, px(2), 0, 0)
