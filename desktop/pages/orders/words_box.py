"""The box in which a condition is begun: letters of a wording, words of one's own, a pasted list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from widgets.editors.long import GrowingText

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsBox(GrowingText):
    """A line that grows: Enter, the arrows and Esc belong to what stands under it; Shift+Enter begins a new line.

    ``offering``: something is offered under it, which Esc takes away.
    """

    entered = Signal()
    stepped = Signal(int)
    cleared = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(1)
        self.offering = False
        self.setPlaceholderText(hint)

    def words(self) -> str:
        """What is typed."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        lines = self.document().blockCount() > 1
        if event.key() in _ENTER and not shifted:
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not lines:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape and (self.toPlainText() or self.offering):
            self.cleared.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
