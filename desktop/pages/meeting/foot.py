"""The bar under a meeting: what is still missing before it can be closed, and the way to close it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.operations.sitting import Sitting
from widgets.button import Button
from widgets.layout import column, row
from widgets.remark import Remark
from widgets.saved import Saved
from widgets.shapes import Shape
from widgets.state import StateWord


class MeetingFoot(QWidget):
    """``close_wanted`` from its button."""

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.saved = Saved()
        self.closed = False
        self._refused = ""
        self._state, self._problem = StateWord(), Remark()
        self.close_button = Button("Close the meeting", kind="primary")
        self.close_button.setToolTip("Ctrl+Enter")
        self.close_button.clicked.connect(self.close_wanted)
        line = row(self._state, None, self.saved, self.close_button, gap=16)
        self.setLayout(column(self._problem, line, gap=4, margin=(24, 6, 24, 6)))

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading."""
        missing, self.closed = len(sitting.blocking), sitting.closed
        if self._refused not in {one.says.en for one in sitting.blocking}:
            self.refuse("")
        closed = sitting.meeting["closed_at"]
        self.close_button.setVisible(not sitting.closed)
        if isinstance(closed, datetime):
            self._state.tell(f"Closed at {closed:%H:%M}", Shape.TICK, "done")
        elif missing:
            things = "thing is" if missing == 1 else "things are"
            self._state.tell(f"{missing} {things} missing before it can be closed", Shape.HALF, "soon")
        else:
            self._state.tell("Nothing is missing: it can be closed", Shape.TICK, "done")

    def refuse(self, why: str) -> None:
        """Say why it was not closed, until that is mended."""
        self._refused = why
        self._problem.tell(f"Not closed: {why}" if why else "")
