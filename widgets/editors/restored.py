"""The quiet line under an editor that words came back to: since when they are, and the way not to have them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.text import Language, Text
from widgets.button import Button
from widgets.icons import pixmap
from widgets.label import Paragraph, PlainLabel
from widgets.layout import row
from widgets.theme import colour, px


class Restored(QWidget):
    """Says what happened; ``turned`` when its button is pressed."""

    turned = Signal()

    def __init__(self, sentence: Text, way: Text, name: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = PlainLabel()
        sign.setPixmap(pixmap("history", colour("quiet_ink"), px(16)))
        self._words = Paragraph(sentence.in_(language), voice="quiet")
        self.button = Button(way.in_(language), kind="quiet")
        self.button.setAccessibleName(f"{way.in_(language)}: {name}" if name else way.in_(language))
        self.button.clicked.connect(self.turned)
        self._words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line = row(sign, self._words, self.button, None, gap=8)
        for one in (sign, self._words, self.button):
            line.setAlignment(one, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))

    def text(self) -> str:
        """What it says."""
        return self._words.text()
