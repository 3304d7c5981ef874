"""Recording an inspection: the day, what was found, and a day for the next with the reason for it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from casework.answer import Absent, Answer
from casework.dates import spoken
from casework.devices import inspections, suggested
from casework.field import Field
from casework.record import Record, RecordId, checked, is_given, record_kinds
from casework.refusal import Refused
from desktop.desk import Desk
from desktop.operations import inspecting
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.theme import mark

_DUE = "due_on"
_FIRST = "found"


class InspectionForm(QFrame):
    """``kept()`` comes once it is in the vault; Ctrl+Enter keeps it, Esc asks to leave.

    What was typed under "found" is never dropped: leaving the page keeps the inspection as it stands.
    """

    kept = Signal()
    left = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, device: Record) -> None:
        super().__init__()
        self._desk, self._view, self.device = desk, view, device
        self._own_day = self._under_way = False
        self._suggested: Answer = Absent.NOT_ASKED
        mark(self, surface=True)
        answers: dict[str, Answer] = {"on": desk.today}
        if desk.person:
            answers["by"] = desk.person
        self._why = Paragraph("", voice="quiet")
        self.form = RecordForm(_fields(), Record(RecordId(""), "inspection", device.id, answers), desk.today)
        self._suggest()
        self.form.answered.connect(self._take)
        desk.journal.follow_form(self.form, view.case.id, self._name)
        keep = Button("Keep this inspection", kind="primary")
        keep.setToolTip("Ctrl+Enter")
        keep.clicked.connect(self.keep)
        leave = Button("Leave it", kind="quiet")
        leave.clicked.connect(self._leave)
        heading = Heading(f"Inspection of {device.words('description') or 'the device'}", 2)
        self.setLayout(column(heading, self.form, self._why, row(leave, None, keep, gap=8), gap=16, margin=16))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.keep)

    def begin(self) -> None:
        """Put the cursor where the first words belong."""
        self.form.focus_field(_FIRST)

    def keep(self) -> None:
        """Put it into the vault; what cannot stand is said beside its field."""
        self.form.flush()
        if self._under_way:
            return
        if unread := self.form.unfinished():
            self.form.focus_field(unread[0])
            return
        told = {key: answer for key, answer in self.form.record().answers.items() if is_given(answer)}
        next_on = told.pop(_DUE, Absent.NOT_ASKED)
        if _FIRST not in told:
            self.form.show_refusal(_FIRST, "Say what was found; “none” is an answer.")
            self.form.focus_field(_FIRST)
            return
        if self._is_older() and not self._own_day:
            next_on = Absent.NOT_ASKED
        elif not is_given(next_on):
            self.form.show_refusal(_DUE, "Say when the next inspection is due.")
            self.form.focus_field(_DUE)
            return
        self._under_way = True
        self.saving.emit()
        write = inspecting.inspect(self._view.case.id, self.device.id, told, next_on, self._desk.today)
        self._desk.worker.write(write, self, self._done, self._refused)

    def flush(self) -> None:
        """Keep what was typed, if anything was."""
        self.form.flush()
        if is_given(self.form.record()[_FIRST]):
            self.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    @property
    def _name(self) -> str:
        """By what the journal knows this form."""
        return f"{self.device.id} inspection"

    def _leave(self) -> None:
        self._desk.journal.forget(self._view.case.id, self._name)
        self.left.emit()

    def _take(self, key: str, answer: Answer) -> None:
        self.form.show_refusal(key, "")
        try:
            checked("device" if key == _DUE else "inspection", key, answer)
        except Refused as refusal:
            self.form.show_refusal(key, refusal.why.en)
        if key == _DUE:
            self._own_day = answer != self._suggested
        if key == "on":
            self._suggest()

    def _suggest(self) -> None:
        """A day for the next, put in where the officer has not chosen one."""
        on = self.form.record()["on"]
        if not isinstance(on, date):
            return
        if self._is_older():
            self._suggested = self.device[_DUE]
            self._why.setText("A later inspection is recorded: the day of the next stays unless you give another.")
        else:
            found = suggested(self._view.case, self.device, on, self._view.settings)
            self._suggested = found.on
            self._why.setText(f"Suggested for the next: {spoken(found.on)}, {found.why.en}")
        if not self._own_day:
            self.form.set_record(self.form.record().answered(_DUE, self._suggested))

    def _is_older(self) -> bool:
        """Whether a later inspection of the device is known."""
        on = self.form.record()["on"]
        return isinstance(on, date) and any(day > on for day in inspections(self._view.case, self.device))

    def _done(self, _changes: Changes) -> None:
        self._under_way = False
        self._desk.journal.forget(self._view.case.id, self._name)
        self.saved.emit()
        self.kept.emit()

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self._under_way = False
        if isinstance(problem, Refused):
            self.not_saved.emit(problem.why.en)
            self.form.show_refusal(problem.where, problem.why.en)
            self.form.focus_field(problem.where)
        else:
            self.not_saved.emit(problem.text.en)
            self._desk.worker.failed.emit(problem)


def _fields() -> tuple[Field, ...]:
    """What is asked of an inspection, then the device's own next day."""
    due = record_kinds()["device"].get(_DUE)
    return (*record_kinds()["inspection"].field, *((due,) if due else ()))
