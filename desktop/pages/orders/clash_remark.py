"""What a condition contradicts while it is still being written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.contradictions import beside_condition
from casework.record import Record
from desktop.operations.view import CaseView
from widgets.remark import Remark

_PAUSE_MS = 250


class ClashRemark(Remark):
    """Says it shortly after typing pauses; the condition may be added all the same.

    ``written`` gives the condition's answers so far; none where nothing is being written.
    """

    def __init__(self, written: Callable[[], Mapping[str, Answer]], parent: QWidget | None = None) -> None:
        super().__init__(parent, role="soon")
        self._written = written
        self._about: tuple[CaseView, Record] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def take(self, view: CaseView, record: Record) -> None:
        """Hold what is written against this reading of the case, as a condition of this order or licence."""
        self._about = view, record

    def look_soon(self) -> None:
        """Look when typing pauses."""
        self._pause.start()

    def look(self) -> None:
        """Look now."""
        answers = self._written()
        if not answers or self._about is None:
            self.tell("")
            return
        view, record = self._about
        found = beside_condition(view.case, view.reckoning, record, answers)
        self.tell("\n".join(f"{one.what.en} {one.rule}" for one in found))
