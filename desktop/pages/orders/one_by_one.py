"""A new order or licence entered one question at a time, in the order of its sealed document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from casework.answer import Absent, Answer
from casework.field import Field, FieldType
from casework.order_questions import every_question, first_open, questions
from casework.reckoning import Finding
from casework.record import Record, is_given
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.orders.found import Found
from desktop.pages.orders.naming import named
from desktop.pages.saving_form import SavingForm
from desktop.pages.sight import bring_in
from widgets import words
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.theme import px
from widgets.told import Told, ToldList

_WIDEST, _LABEL = 760, 264
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DONE = "The facts are entered. Next are the conditions, by their numbers in the order."
_KEYS = "Enter goes on · Shift+Enter goes back · ? is “not known”{choose}{line} · Esc leaves, and everything is kept"


class OneByOne(QWidget):
    """One question in sight; what is answered stands above it and can be gone back to. Each answer is saved at once.

    ``closed`` comes with Esc, ``finished`` when the last question is answered and the reader goes on.
    """

    closed = Signal()
    finished = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._read = record
        self._given: dict[str, Answer] = {}
        self._forms: dict[str, SavingForm] = {}
        self._key = ""
        self._title, self._count = Heading("", 1), PlainLabel(voice="quiet")
        self._told = ToldList(changeable=True, label_px=_LABEL)
        self._told.changed.connect(self.ask)
        self._place: QVBoxLayout = column()
        self._done = Paragraph(_DONE)
        self._found = Found()
        self._found.wanted.connect(self._look_at)
        self._keys = PlainLabel(voice="small")
        self._keys.setWordWrap(True)
        self._leave = Button("Leave; everything is kept", kind="quiet")
        self._leave.clicked.connect(self.closed)
        self._back = Button("Back", icon="arrow-left")
        self._back.clicked.connect(self.go_back)
        self._next = Button("Next", kind="primary")
        self._next.clicked.connect(self.go_on)
        head = row(self._title, self._count, gap=12)
        foot = row(self._leave, None, self._back, self._next, gap=8)
        head.setStretch(0, 1)
        self._asked = QWidget()
        self._asked.setLayout(column(self._place, self._done, self._found, foot, self._keys, gap=16))
        self.setLayout(column(head, self._told, self._asked, None, gap=24))
        self.setMaximumWidth(px(_WIDEST))
        back = QShortcut(QKeySequence("Alt+Up"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.go_back)
        self.take(view, record)
        self.ask(first_open(view.case, record))

    @property
    def record(self) -> Record:
        """The record as far as it is answered, here included."""
        record = self._read
        for key, answer in self._given.items():
            record = record.answered(key, answer)
        return record

    @property
    def key(self) -> str:
        """The question in sight; empty after the last."""
        return self._key

    def form(self) -> SavingForm | None:
        """The form of the question in sight."""
        return self._forms.get(self._key)

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor and what is being typed stay."""
        self._view, self._read = view, record
        for one in self._forms.values():
            one.take(view, self.record)
        self._tell()

    def flush(self) -> None:
        """Hand over what is typed."""
        for one in self._forms.values():
            one.flush()

    def ask(self, key: str) -> None:
        """Bring a question into sight; without a key, the end."""
        if shown := self.form():
            shown.hide()
        self._key = key
        field = next((one for one in questions(self._view.case, self.record) if one.key == key), None)
        if field is not None:
            self._form_of(field).show()
        self._tell()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the question; where it is answered with "not known", on the way on."""
        form, here = self.form(), self.record[self._key]
        absent = isinstance(here, Absent) and here is not Absent.NOT_ASKED
        if form is None or absent:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            form.focus_field(self._key)

    def go_on(self) -> None:
        """Take what is typed and ask what comes next; what cannot be taken stays in sight with the reason."""
        form = self.form()
        if form is None:
            self.finished.emit()
            return
        form.flush()
        if form.form.unfinished():
            form.focus_field(self._key)
            return
        order = [one.key for one in every_question(self.record)]
        after = set(order[order.index(self._key) + 1 :])
        asked = [one.key for one in questions(self._view.case, self.record)]
        self.ask(next((one for one in asked if one in after), ""))

    def go_back(self) -> None:
        """Take what is typed and show the question before."""
        self.flush()
        asked = [one.key for one in questions(self._view.case, self.record)]
        at = asked.index(self._key) if self._key in asked else len(asked)
        if at:
            self.ask(asked[at - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.closed.emit()
        elif event.key() in _ENTER:
            self._entered(event)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in running text, and the key for "not known" in an empty question, before the control takes them."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _ENTER and isinstance(watched, QPlainTextEdit):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                watched.insertPlainText("\n")
            else:
                self._entered(event)
            return True
        return event.text() == "?" and self._leave_unknown()

    # the workings

    def _entered(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.go_back()
        else:
            self.go_on()

    def _leave_unknown(self) -> bool:
        form = self.form()
        editor = form.form.editor(self._key) if form else None
        if editor is None or not editor.is_blank() or not editor.leave_unknown():
            return False
        self.go_on()
        return True

    def _form_of(self, field: Field) -> SavingForm:
        form = self._forms.get(field.key)
        if form is None:
            form = self._forms[field.key] = SavingForm(self._desk, self._view, (field,), self.record, layout="single")
            form.form.answered.connect(self._keep)
            form.saving.connect(self.saving)
            form.saved.connect(self.saved)
            form.not_saved.connect(self._refused)
            for one in form.form.editor(field.key).controls():
                one.installEventFilter(self)
            self._place.addWidget(form)
        else:
            form.take(self._view, self.record)
        return form

    def _keep(self, key: str, answer: Answer) -> None:
        self._given[key] = answer
        self._tell()

    def _refused(self, why: str) -> None:
        """What the vault did not take comes back into sight as it was typed."""
        form = self.sender()
        key = next((key for key, one in self._forms.items() if one is form), "")
        self._given.pop(key, None)
        if key and key != self._key:
            self.ask(key)
        self.not_saved.emit(why)

    def _look_at(self, _record: str, key: str) -> None:
        if any(one.key == key for one in questions(self._view.case, self.record)):
            self.ask(key)

    def _tell(self) -> None:
        record = self.record
        asked = questions(self._view.case, record)
        at = next((n for n, one in enumerate(asked) if one.key == self._key), len(asked))
        self._title.setText(named(record, short=True))
        self._count.setText(f"Question {at + 1} of {len(asked)}" if at < len(asked) else f"{len(asked)} questions")
        self._told.set_told([line for one in asked if one.key != self._key for line in self._line(one, record)])
        over = not self._key
        self._done.setVisible(over)
        about = self._findings(record) if over else []
        rest = [one for one in about if not is_given(record[one.key])]
        self._found.show_findings(rest, self._view.case, own=record.id)
        self._back.setEnabled(at > 0)
        self._next.set_words("Go on to the conditions" if over else "Next")
        field = next((one for one in asked if one.key == self._key), None)
        offered = len(field.options()) if field and field.type in (FieldType.CHOICE, FieldType.CHOICES) else 0
        choose = " · a figure chooses" if offered or (field and field.type is FieldType.YES_NO) else ""
        line = " · Ctrl+Enter begins a line" if field and field.type is FieldType.LONG else ""
        self._keys.setText(_KEYS.format(choose=choose, line=line))
        self._keys.setVisible(not over)
        bring_in(self._asked)

    def _findings(self, record: Record) -> list[Finding]:
        """What the law finds wrong or doubtful in the answers."""
        return [one for one in self._view.reckoning.findings_about([record.id]) if one.severity != "info"]

    def _line(self, one: Field, record: Record) -> list[Told]:
        """An answered question in a line, with what the law finds in it under it."""
        answer = record[one.key]
        if not is_given(answer):
            return []
        told = flat(one.told(answer, linked=self._view.case.titled))
        lines = [Told(one.label.en, told, one.key, quiet=isinstance(answer, Absent))]
        for found in self._findings(record):
            if found.key == one.key:
                grave = found.severity == "error"
                says = (words.ERROR if grave else words.CHECK).filled(what=_sourced(found.message, found.rule)).en
                lines.append(Told("", says, role="late" if grave else "soon"))
        return lines


def _sourced(message: str, rule: str) -> str:
    return f"{message} ({rule})" if rule else message
