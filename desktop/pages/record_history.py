"""The earlier answers of one record."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.record import Record
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations import history
from desktop.operations.history import Earlier
from desktop.pages.moments import local
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column


class RecordHistory(QWidget):
    """Reads the history when it is made; latest first."""

    def __init__(self, desk: Desk, case: Case, record: Record) -> None:
        super().__init__()
        self._rows: QVBoxLayout = column(gap=8)
        self.setLayout(self._rows)
        self.setAccessibleName("Earlier answers")
        desk.worker.read(history.of_record(case, record), self, self._show)

    def _show(self, found: tuple[Earlier, ...]) -> None:
        if not found:
            self._rows.addWidget(Paragraph("Nothing here was changed since it was first entered.", voice="quiet"))
        for one in found:
            self._rows.addLayout(
                column(
                    PlainLabel(f"{local(one.when)} · {one.who} · {one.label}", voice="small"),
                    Paragraph(f"Was: {flat(one.said)}"),
                    gap=0,
                )
            )
