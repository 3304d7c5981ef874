"""The box in which typing narrows what is listed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casework.text import Language
from widgets import words
from widgets.icons import icon
from widgets.theme import colour

_PAUSE_MS = 120


class SearchBox(QLineEdit):
    """``narrowed(words)`` comes shortly after typing; ``left_down()`` when Down or Enter goes to the list."""

    narrowed = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None, *, language: Language = Language.EN) -> None:
        super().__init__(parent)
        self._hint = hint or words.SEARCH.in_(language)
        self.setPlaceholderText(self._hint)
        self.setAccessibleName(self._hint)
        self._sign = QAction(self)
        self._sign.setText(self._hint)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._wipe = QAction(words.EMPTY_SEARCH.in_(language), self)
        self._wipe.triggered.connect(self.clear)
        self.addAction(self._wipe, QLineEdit.ActionPosition.TrailingPosition)
        self._wipe.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._changed)
        self._said = ""
        self._draw()

    def flush(self) -> None:
        """Say what is typed at once."""
        self._pause.stop()
        if self.text().strip() != self._said:
            self._said = self.text().strip()
            self.narrowed.emit(self._said)

    def begin(self, typed: str) -> None:
        """Take over typing that began elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(self.text() + typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.flush()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _changed(self, typed: str) -> None:
        self._wipe.setVisible(bool(typed))
        self._pause.start()

    def _draw(self) -> None:
        self._sign.setIcon(icon("search", colour("quiet_ink")))
        self._wipe.setIcon(icon("x", colour("quiet_ink")))
