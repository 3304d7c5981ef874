"""The area's confidentiality and diversity statement: typed, kept as a version, every earlier version to be read."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.dates import spoken
from casework.field import Field, FieldType
from casework.meetings.statement import SETTING, Statement
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.text import Text
from desktop.desk import Desk
from desktop.operations import policy
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.remark import Remark

_HOW = "Shown and read at every meeting, which keeps the version that it was shown. Check your area's policy."
_FIELD = Field(SETTING, Text("The statement", "Y datganiad"), FieldType.LONG, may_be_unknown=False, lines=30)


class StatementSettings(QWidget):
    """What is typed is kept at once, and holds for meetings when it is made the next version."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = RecordForm([_FIELD], Record(RecordId(""), "policy"), desk.today)
        self.form.answered.connect(self._type)
        desk.journal.follow_form(self.form, "", SETTING)
        self.now = Paragraph("", voice="quiet")
        self.keep = Button("Keep as the next version")
        self.keep.clicked.connect(self._keep)
        self.remark = Remark()
        self._earlier = column(gap=4)
        heading = Heading("Confidentiality and diversity statement", 2)
        told = (heading, Paragraph(_HOW, voice="quiet"), self.now, 4, self.form, row(self.keep, None))
        self.setLayout(column(*told, self.remark, self._earlier, gap=4))
        self.setAccessibleName("Confidentiality and diversity statement")
        self._read()

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        self.form.flush()

    def _read(self) -> None:
        self._desk.worker.read(policy.statements(), self, self._fill)

    def _fill(self, found: policy.Statements) -> None:
        self.form.set_record(Record(RecordId(""), "policy", answers={SETTING: found.typed}))
        now, *earlier = found.versions
        draft = "" if found.typed == now.words else " What is typed below is not yet a version."
        self.now.setText(f"{_named(now)} is shown at meetings.{draft}")
        self.keep.set_words(f"Keep as version {found.next_number}")
        clear(self._earlier)
        for one in earlier:
            self._earlier.addWidget(Disclosed(_named(one), partial(Paragraph, one.words)))

    def _type(self, _key: str, answer: Answer) -> None:
        words = answer if isinstance(answer, str) else ""
        self._desk.worker.write(policy.type_statement(words), self, self._changed)

    def _keep(self) -> None:
        self.flush()
        answer = self.form.record()[SETTING]
        words = answer if isinstance(answer, str) else ""
        self._desk.worker.write(policy.keep_statement(words, self._desk.today), self, self._changed, self._refused)

    def _changed(self, _changes: object) -> None:
        self.remark.tell("")
        self._desk.journal.forget("", SETTING)
        self._read()

    def _refused(self, problem: Refused | VaultProblem) -> None:
        if isinstance(problem, Refused):
            self.remark.tell(problem.why.en)
        else:
            self._desk.worker.failed.emit(problem)


def _named(one: Statement) -> str:
    if one.on is None:
        return "The wording that came with the program"
    return f"Version {one.version}, {spoken(one.on)}, {one.by}"
