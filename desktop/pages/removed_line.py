"""What stands in place of a removed record: its title, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from casework.record import Record
from widgets.button import Button
from widgets.label import Elided, PlainLabel
from widgets.layout import row
from widgets.theme import mark


class RemovedLine(QFrame):
    """``undone(id)`` asks for the record to be brought back."""

    undone = Signal(str)

    def __init__(self, record: Record, named: str) -> None:
        super().__init__()
        self.record = record
        mark(self, surface=True)
        self._undo = Button("Undo", icon="undo-2", kind="quiet")
        self._undo.setAccessibleName(f"Undo: bring back {named}")
        self._undo.clicked.connect(self._ask)
        line = row(PlainLabel("Removed.", voice="strong"), gap=8, margin=(16, 8, 12, 8))
        line.addWidget(Elided(named, voice="quiet"), 1)
        line.addWidget(self._undo)
        self.setLayout(line)

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.undone.emit(self.record.id)
