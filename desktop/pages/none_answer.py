"""Where a kind of record may be wanting for a reason: the plan's question that asks for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.field import Field
from casework.record import is_given
from casework.template import plan_templates
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.saving_form import SavingForm
from widgets.layout import column


class NoneAnswer(QWidget):
    """In sight while there is no record of the kind, or while a reason stands there."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._form: SavingForm | None = None
        self._body: QVBoxLayout = column(gap=0)
        self.setLayout(self._body)
        self.hide()

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        plan = view.case.one("plan")
        asked = _question(plan.words("template"), self._kind)
        wanted = asked is not None and (not view.case.of(self._kind) or is_given(plan[asked.key]))
        if wanted and self._form is None and asked is not None and plan.id:
            self._form = SavingForm(self._desk, view, (asked,), plan)
            self._form.saving.connect(self.saving)
            self._form.saved.connect(self.saved)
            self._form.not_saved.connect(self.not_saved)
            self._body.addWidget(self._form)
        elif self._form is not None:
            self._form.take(view, plan)
        self.setVisible(wanted and self._form is not None)

    def flush(self) -> None:
        """Hand over what is typed."""
        if self._form is not None:
            self._form.flush()


def _question(template: str, kind: str) -> Field | None:
    """The question of a plan that may be answered instead of adding a record of the kind."""
    found = plan_templates().get(template)
    for section in found.section if found else ():
        reasons = {part.none_reason for part in section.rows if part.kind == kind and not part.where}
        for one in section.field:
            if one.key in reasons:
                return one
    return None
