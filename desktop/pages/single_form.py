"""The form of a record that a case has only once: always open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.view import CaseView
from desktop.pages.record_told import Shown
from desktop.pages.saving_form import SavingForm
from widgets.button import Button
from widgets.layout import column, row


class SingleForm(QWidget):
    """Shows the only record of its kind; where there is none yet, the way to begin it."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, shown: Shown) -> None:
        super().__init__()
        self._desk, self._shown = desk, shown
        self._view: CaseView | None = None
        self.form: SavingForm | None = None
        self._begin = Button(f"Begin: {shown.shape.name.en.lower()}", icon="plus")
        self._begin.clicked.connect(self._add)
        self._body: QVBoxLayout = column(row(self._begin, None), gap=0)
        self.setLayout(self._body)

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._view = view
        record = view.case.one(self._shown.kind)
        self._begin.setVisible(not record.id)
        if self.form is not None:
            self.form.take(view, record)
        elif record.id:
            self.form = SavingForm(self._desk, view, self._shown.fields(), record, layout="compact")
            self.form.saving.connect(self.saving)
            self.form.saved.connect(self.saved)
            self.form.not_saved.connect(self.not_saved)
            self._body.addWidget(self.form)

    def flush(self) -> None:
        """Hand over what is typed."""
        if self.form is not None:
            self.form.flush()

    def go(self, record: str, key: str) -> bool:
        """Put the cursor into a field of it; False where the record is another."""
        if self.form is None or self.form.record().id != record:
            return False
        return self.form.focus_field(key)

    def _add(self) -> None:
        if self._view is not None:
            self.saving.emit()
            self._desk.worker.write(cases.add(self._view.case.id, self._shown.kind), self, self._added)

    def _added(self, _changes: object) -> None:
        self.saved.emit()
