"""The numbers that an area's policy decides, kept in the vault for everybody who works in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.field import Field, FieldType
from casework.meetings.figures import figures
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.text import Text
from desktop.desk import Desk
from desktop.operations import policy
from storage.problems import VaultProblem
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import column

_HOW = (
    "These numbers are usual practice and not law: check your area's policy. They hold for everybody who works in this "
    "vault, as soon as they are typed."
)
_ASKED: dict[str, tuple[Text, Text]] = {
    "breach.review_at": (
        Text("Warnings and considered recalls until a senior manager looks", "Rhybuddion cyn i uwch reolwr edrych"),
        Text("Counted over all orders and licences of the person. Unless set: 3."),
    ),
    "device.inspect_every_days": (
        Text("Days from one inspection of a device to the next", "Diwrnodau rhwng archwiliadau dyfais"),
        Text("Suggested where a device's own inspections say nothing else. Unless set: 28."),
    ),
    "copy.back_within_days": (
        Text("Days within which a copy on paper is to be back", "Diwrnodau i ddychwelyd copi papur"),
        Text("Counted from the day it was made; Paper shows what is not back. 0, unless set: no day."),
    ),
} | {code: (one.label, Text(f"Unless set: {one.unit.counted(one.usual).en}.")) for code, one in figures().items()}


class PolicySettings(QWidget):
    """An answer holds as soon as it is given, or is refused beside its field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        fields = [
            Field(one.key, label, FieldType.NUMBER, help=helped, may_be_unknown=False)
            for one in policy.NUMBERS
            for label, helped in [_ASKED[one.key]]
        ]
        self.form = RecordForm(fields, Record(RecordId(""), "policy"), desk.today, layout="compact")
        self.form.answered.connect(self._save)
        self.setLayout(column(Heading("Your area's policy", 2), Paragraph(_HOW, voice="quiet"), 4, self.form, gap=4))
        self.setAccessibleName("Your area's policy")
        desk.worker.read(policy.numbers(), self, self._fill)

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        self.form.flush()

    def _fill(self, found: Mapping[str, int]) -> None:
        self.form.set_record(Record(RecordId(""), "policy", answers=dict(found)))

    def _save(self, field: str, answer: Answer) -> None:
        def taken(_changes: object) -> None:
            self.form.show_refusal(field, "")

        def refused(problem: Refused | VaultProblem) -> None:
            if isinstance(problem, Refused):
                self.form.show_refusal(field, problem.why.en)
            else:
                self._desk.worker.failed.emit(problem)

        typed = str(answer) if isinstance(answer, int) else ""
        self._desk.worker.write(policy.set_number(field, typed), self, taken, refused)
