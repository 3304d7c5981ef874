"""Visits by the police: when the next one is due by the area's rhythm, and each visit with what was seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.dates import distance, spoken
from casework.meetings.visits import RHYTHM, next_visit, visited
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.layout import column
from widgets.notice import Notice

_UNKNOWN = "No visit is recorded: enter the last one, and the next is watched from it."


class Visits(QWidget):
    """Shown for somebody whom the police visit, or who was visited. The signals are those of its list."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.due = Notice()
        self.list = RecordList(desk, Shown("visit"))
        self.list.saving.connect(self.saving)
        self.list.saved.connect(self.saved)
        self.list.not_saved.connect(self.not_saved)
        self.setLayout(column(self.due, self.list, gap=8))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        case, today = view.case, view.today
        here = visited(case, today)
        self.setVisible(here or bool(case.of("visit")))
        plan = next_visit(case, today, view.settings)
        if plan:
            late = plan.on < today
            told = f"Next visit {'was due' if late else 'due by'} {spoken(plan.on)}, {distance(plan.on, today).en}."
            self.due.tell(told, "late" if late else "accent", plan.why.en)
        elif here:
            self.due.tell(_UNKNOWN, "soon", RHYTHM.at(case, today, view.settings)[1].en)
        else:
            self.due.tell("")
        self.list.take(view)

    def flush(self) -> None:
        """Hand over what is typed."""
        self.list.flush()

    def go(self, record: str, key: str) -> bool:
        """Open a visit; False where it is not one."""
        return self.list.go(record, key)
