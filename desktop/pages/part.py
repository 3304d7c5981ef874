"""A part of the case page, such as the plan or the orders: what the case page asks of each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.record import Record
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.view import CaseView


class Part(QWidget):
    """Shows one side of a case. Subclasses give ``show_view`` and, where they hold editors, ``flush``.

    ``saving``, ``saved`` and ``not_saved(why)`` are told at the foot of the case page, unless the part has a foot of
    its own.
    """

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)
    own_foot = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view: CaseView | None = None

    def take(self, view: CaseView) -> None:
        """Show this reading of the case; the cursor and what is half typed stay where they are."""
        self.view = view
        self.show_view(view)

    def show_view(self, view: CaseView) -> None:
        """Bring the page up to the view."""

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""

    def leave(self) -> None:
        """The case goes out of sight."""

    def section(self) -> str:
        """The part's own word for what it shows, by which ``turn_to`` finds it again."""
        return ""

    def turn_to(self, section: str) -> None:
        """Show what ``section`` told."""

    def go(self, record: str, key: str) -> None:
        """Bring a record, and a field of it, before the reader."""

    def save(self, record: Record, key: str, answer: Answer) -> None:
        """Write one answer of a record of this case."""
        if self.view:
            self.desk.worker.write(cases.answer(self.view.case.id, record, key, answer), self)
