"""The gaps of one wording, asked one after another; the clause stands above them as it will read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from casework.answer import Answer
from casework.field import Field, FieldType
from casework.record import Record, RecordId, has_value, is_given, record_kinds
from casework.refusal import Refused
from casework.wording import LICENCE, Wording, answers_but_text, condition_answers
from casework.wording_answers import draft
from desktop.desk import Desk
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.editors.editor import Editor
from widgets.form import RecordForm
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, panel, row
from widgets.theme import px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUICK_MS = 200
MORE = ("reason", "from", "ends", "until", "for", "monitored", "geography")


class ClauseForm(QWidget):
    """``made(answers)`` comes with Enter after the last gap, or Ctrl+Enter; ``left()`` with Esc.

    ``given`` are answers known beforehand: of conditions beside it, or of the condition that is filled anew, for which
    only the gaps are asked (without ``number``). Enter goes to the next gap that is open; what can be left out
    is passed over with it. What is typed waits in the journal as ``kept_as``, a case and a name, until ``forget``.
    """

    made = Signal(object)
    left = Signal()
    changed = Signal()

    def __init__(
        self, desk: Desk, wording: Wording, given: Mapping[str, Answer], kept_as: tuple[str, str], *, action: str,
        number: int = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.wording = wording
        self._kept_as = kept_as
        self._kind = "licence_condition" if LICENCE in wording.applies_to else "condition"
        self._visited: set[str] = set()
        self._number = number
        self._gap_keys = {one.key for one in wording.gap}
        record = Record(RecordId(""), self._kind, answers=dict(given))
        self.gaps = RecordForm([one.field for one in wording.gap], record, desk.today, layout="compact")
        asked = self._asked() if number else []
        self.asks = RecordForm(asked, Record(RecordId(""), self._kind), desk.today, layout="compact")
        self._more: RecordForm | None = None
        self._desk = desk
        self._text = Paragraph("", most=90)
        self._text.setAccessibleName("The condition as it will read")
        words: QVBoxLayout = column(
            PlainLabel(f"{number}. {wording.title.en}" if number else wording.title.en, voice="strong"),
            self._text,
            gap=6,
        )
        words.setContentsMargins(px(12), px(10), px(12), px(10))
        self.add_button = Button(action, icon="check")
        self.add_button.clicked.connect(self.make)
        leave = Button("Leave it", kind="quiet")
        leave.clicked.connect(self._leave)
        self._disclosed = Disclosed("More: end, monitoring, boundary", self._made_more, about=wording.title.en)
        self._disclosed.setVisible(bool(number))
        forms = [one for one, fields in ((self.gaps, wording.gap), (self.asks, asked)) if fields]
        foot = row(self.add_button, leave, None, gap=8)
        self.setLayout(column(panel(words, surface=True), *forms, self._disclosed, foot, gap=12))
        for form, keys in ((self.gaps, self._gap_keys), (self.asks, {one.key for one in asked})):
            form.answered.connect(self._tell)
            for key in keys:
                self._watch(form.editor(key))
            desk.journal.follow_form(form, *kept_as)
        self._tell()

    def _asked(self) -> list[Field]:
        """The condition's own questions that belong to this wording, each in one line."""
        shape = record_kinds()[self._kind]
        keys = [*self.wording.asks, *(("geography",) if self.wording.geography else ())]
        if self._kind == "licence_condition" and self.wording.kind != "standard":
            keys.append("reason")
        found = [one for key in keys if (one := shape.get(key))]
        return [
            replace(
                one, type=FieldType.TEXT if one.type is FieldType.LONG else one.type, when={}, required=False,
                help=self.wording.reason if one.key == "reason" and self.wording.reason.en else one.help,
            )
            for one in found
        ]  # fmt: skip

    def _made_more(self) -> QWidget:
        shape = record_kinds()[self._kind]
        there = {one.key for one in self._asked()} | set(self.wording.sets)
        fields = [one for key in MORE if key not in there and (one := shape.get(key))]
        fields = [replace(one, when={k: v for k, v in one.when.items() if k == "ends"}) for one in fields]
        self._more = RecordForm(fields, Record(RecordId(""), self._kind), self._desk.today, layout="compact")
        self._more.answered.connect(self._tell)
        self._desk.journal.follow_form(self._more, *self._kept_as)
        return self._more

    def forget(self) -> None:
        """What is typed here is written, or not wanted."""
        self._desk.journal.forget(*self._kept_as)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    # what is answered

    def answers(self) -> dict[str, Answer]:
        """The condition's answers. Raises Refused with the key of the gap that is open or cannot stand."""
        self.flush()
        made = condition_answers(self.wording, self._gap_answers())
        for form in (self.asks, self._more):
            if form is not None:
                record = form.record()
                made |= {key: record[key] for key in set(form.keys()) if is_given(record[key])}
        return made

    def flush(self) -> None:
        """Take what is typed."""
        for form in (self.gaps, self.asks, self._more):
            if form is not None:
                form.flush()

    def typed(self) -> dict[str, Answer]:
        """What the gaps hold so far."""
        self.flush()
        return self._gap_answers()

    def so_far(self) -> dict[str, Answer]:
        """The condition as far as it is filled."""
        return {**answers_but_text(self.wording, self._gap_answers()), "text": self.text()}

    def text(self) -> str:
        """The clause as it reads so far."""
        return self._text.text()

    def _gap_answers(self) -> dict[str, Answer]:
        record = self.gaps.record()
        return {key: record[key] for key in self._gap_keys if has_value(record[key])}

    def _tell(self, _key: str = "", _answer: object = None) -> None:
        self._text.setText(draft(self.wording, self._gap_answers()))
        self.changed.emit()

    # going through the gaps

    def begin(self) -> None:
        """Put the cursor into the first gap that is open; on the button where none is."""
        self._go(self._next(after=""))

    def make(self) -> None:
        """Hand over the condition; what is still open is said beside its gap and gets the cursor."""
        if self._unfinished():
            return
        try:
            answers = self.answers()
        except Refused as refusal:
            self.show_refusal(refusal)
            return
        self.made.emit(answers)

    def show_refusal(self, refusal: Refused) -> None:
        """Say beside a gap why it cannot stand, with the cursor in it."""
        form = self._form_of(refusal.where) or self.gaps
        form.show_refusal(refusal.where, refusal.why.en)
        form.focus_field(refusal.where)

    def _form_of(self, key: str) -> RecordForm | None:
        return next(
            (one for one in (self.gaps, self.asks, self._more) if one is not None and key in set(one.keys())), None
        )

    def _unfinished(self) -> bool:
        self.flush()
        for form in (self.gaps, self.asks, self._more):
            if form is not None and (wrong := form.unfinished()):
                form.focus_field(wrong[0])
                return True
        return False

    def _keys(self) -> list[str]:
        own = self.asks.keys()
        return [*self.gaps.keys(), *(key for key in own if key not in self._gap_keys)]

    def _next(self, after: str) -> str:
        """The next key that is open, or any where gaps are filled again, and was not passed over; empty without one."""
        keys = self._keys()
        later = keys[keys.index(after) + 1 :] if after in keys else keys
        again = not self._number
        still = [key for key in later if (again or not self._is_given(key)) and key not in self._visited]
        lacking = [one.key for one in self.wording.gap if one.key in keys and not one.optional]
        return next(iter([*still, *(key for key in lacking if not self._is_given(key) and key != after)]), "")

    def _is_given(self, key: str) -> bool:
        form = self._form_of(key)
        return form is not None and is_given(form.record()[key])

    def _go(self, key: str) -> None:
        form = self._form_of(key)
        if form is not None and form.focus_field(key):
            return
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, editor: Editor) -> None:
        """Enter in an editor: take it, refuse it there, or go on; after the last open one the condition is made."""
        self._choose_focused(editor)
        editor.flush()
        if editor.unfinished():
            return
        self._visited.add(editor.key)
        gap = next((one for one in self.wording.gap if one.key == editor.key), None)
        answer = editor.answer()
        if gap is not None and has_value(answer):
            try:
                gap.checked(answer)
            except Refused as refusal:
                editor.show_refusal(refusal.why.en)
                return
        if key := self._next(editor.key):
            self._go(key)
        else:
            self.make()

    def _choose_focused(self, editor: Editor) -> None:
        at = editor.focusWidget()
        if isinstance(at, QAbstractButton) and at.isCheckable() and not has_value(editor.answer()):
            at.click()

    def _watch(self, editor: Editor) -> None:
        editor.pause_ms = min(editor.pause_ms, _QUICK_MS)
        for one in [*editor.findChildren(QWidget), editor]:
            if not isinstance(one, Button):
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in _ENTER:
            return False
        editor = _editor_about(watched)
        if editor is None or isinstance(watched, QPlainTextEdit):
            return False
        if _list_is_open(watched):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._step(editor)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.make()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def _editor_about(watched: QObject) -> Editor | None:
    step: QObject | None = watched
    while step is not None and not isinstance(step, Editor):
        step = step.parent()
    return step


def _list_is_open(watched: QObject) -> bool:
    """Whether Enter belongs to the list that a box has opened."""
    box = watched if isinstance(watched, QComboBox) else watched.parent()
    finder = box.completer() if isinstance(box, QComboBox) else None
    popup = finder.popup() if finder is not None else None
    return popup is not None and popup.isVisible()
