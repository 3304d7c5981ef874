"""How long before each kind of date an alert is raised: a line for each, kept in the vault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.due_order import GROUPS, group_of
from casework.field import Field
from casework.horizon import Horizon, horizons
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.text import Text
from desktop import words_due as words
from desktop.desk import Desk
from desktop.operations import caseload
from storage.problems import VaultProblem
from widgets.disclosure import Disclosed
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import column


class AlertSettings(QWidget):
    """A group is opened to be changed; an answer holds as soon as it is given, or is refused beside its line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.forms: dict[str, RecordForm] = {}
        self.groups: dict[str, Disclosed] = {}
        for code, name in GROUPS.items():
            found = [one for one in horizons().values() if group_of(one.code) == code]
            said = words.ALERTS_GROUP.filled(group=name.en, n=len(found)).en
            self.groups[code] = Disclosed(said, partial(self._make, code, found))
        how = Paragraph(words.ALERTS_HOW.en, voice="quiet")
        self.setLayout(column(Heading(words.ALERTS.en, 2), how, 4, *self.groups.values(), gap=4))
        self.setAccessibleName(words.ALERTS.en)

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        for form in self.forms.values():
            form.flush()

    def _make(self, code: str, found: Sequence[Horizon]) -> QWidget:
        fields = [_field(one) for one in found]
        form = RecordForm(fields, Record(RecordId(""), "alerts"), self._desk.today, layout="compact")
        form.answered.connect(partial(self._save, form))
        self.forms[code] = form
        self._desk.worker.read(caseload.alert_settings(), form, partial(_fill, form))
        return form

    def _save(self, form: RecordForm, name: str, answer: Answer) -> None:
        typed = answer if isinstance(answer, str) else ""
        write = caseload.set_alerts(name, typed)
        taken, refused = partial(_taken, form, name), partial(_refused, self._desk, form, name)
        self._desk.worker.write(write, form, taken, refused)


def _taken(form: RecordForm, name: str, _changes: object) -> None:
    form.show_refusal(name, "")


def _refused(desk: Desk, form: RecordForm, name: str, problem: Refused | VaultProblem) -> None:
    if isinstance(problem, Refused):
        form.show_refusal(name, problem.why.en)
    else:
        desk.worker.failed.emit(problem)


def _field(one: Horizon) -> Field:
    recommended = ", ".join(one.before)
    helped = words.ALERTS_RECOMMENDED.filled(what=recommended) if recommended else words.ALERTS_RECOMMENDED_NONE
    return Field(one.name, Text(one.label.en, one.label.cy), help=helped, may_be_unknown=False)


def _fill(form: RecordForm, found: Mapping[str, str]) -> None:
    form.set_record(Record(RecordId(""), "alerts", answers=dict(found)))
