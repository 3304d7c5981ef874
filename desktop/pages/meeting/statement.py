"""The confidentiality and diversity statement over the whole page, until it is said that the meeting has seen it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.meetings.statement import Statement
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, column, row, rule
from widgets.theme import px

_WIDEST = 860
_MARGIN = (24, 20, 24, 20)


class StatementPage(QWidget):
    """``shown`` with Enter: it was read or shown to everybody here. ``left`` with Esc: it was not."""

    shown = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Paragraph("", most=100)
        self._version = PlainLabel("", voice="quiet")
        self.button = Button("Shown to the meeting", kind="primary")
        self.button.clicked.connect(self.shown)
        back = Button("Not now", kind="quiet")
        back.clicked.connect(self.left)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDEST))
        inside.setLayout(column(Heading("Confidentiality and diversity"), self._words, None, gap=16, margin=_MARGIN))
        line = QWidget()
        line.setLayout(row(inside, gap=0))
        foot = row(self._version, None, back, self.button, gap=16, margin=(24, 6, 24, 6))
        whole = column(Scrolled(line, name="Confidentiality and diversity"), rule(), foot, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.button)

    def take(self, statement: Statement) -> None:
        """Show these words."""
        self._words.setText(statement.words)
        self._version.setText(f"Version {statement.version}. The words and the time are kept with the meeting.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
