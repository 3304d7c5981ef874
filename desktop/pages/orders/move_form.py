"""One move of an order or a licence as a small form: what it asks, its law, and the way to record it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.field import Field
from casework.moves import Move
from casework.record import Record, RecordId, is_given, record_kinds
from casework.refusal import Refused
from desktop.operations.moving import Asked
from desktop.operations.view import CaseView
from desktop.pages.record_told import offers
from desktop.pages.sight import bring_in
from widgets.button import Button
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.remark import Remark

_IN_SPITE = "Record it all the same"
_NEEDS_ONE = "One of these is needed: {names}."


class MoveForm(QWidget):
    """``recorded(asked)`` comes with the move as it is answered; ``left`` with Esc. What was refused stays as typed.

    ``earlier`` was answered when the form was left before.

    Enter goes on to the next field and from the last to the button, Ctrl+Enter records.
    """

    recorded = Signal(object)
    left = Signal()

    def __init__(self, view: CaseView, of: Record, move: Move, earlier: Mapping[str, Answer]) -> None:
        super().__init__()
        self.move_, self._of = move, of
        self._doubtful = False
        self._told_at = ""
        self._held = {**move.held, **move.sets}
        beside = of.id if record_kinds()[move.kind].parent == of.kind else None
        draft = Record(move.record or RecordId(""), move.kind, beside, {**self._held, **earlier})
        offered = offers(view, move.needs, draft)
        needed = {group[0] for group in move.requires if len(group) == 1}
        fields = tuple(
            replace(one, required=one.key in needed or (one.required and bool(one.when))) for one in move.needs
        )
        self.form = RecordForm(fields, draft, view.today, lambda one: offered.get(one.key, []), layout="compact")
        self.form.answered.connect(self._touched)
        self.form.refused.connect(self._touched)
        self._why = Remark()
        self.record_button = Button("Record it", kind="primary")
        self.record_button.clicked.connect(self.record)
        leave = Button("Cancel", kind="quiet")
        leave.clicked.connect(self.left)
        told = [Paragraph(words, voice="quiet") for words in (move.note.en, self._one_of(fields)) if words]
        basis = [PlainLabel(move.basis, voice="small")] if move.basis else []
        for one in basis:
            one.setWordWrap(True)
        foot = row(leave, None, self.record_button, gap=8)
        self.setLayout(column(Heading(move.label.en, 3), *told, *basis, self.form, self._why, foot, gap=12))
        self.setAccessibleName(move.label.en)
        QShortcut(
            QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self.record)

    def take_focus(self) -> None:
        """Put the cursor into the first field that is not answered."""
        keys = self._shown()
        blank = [key for key in keys if not is_given(self.form.record()[key])]
        if not self.form.focus_field((blank or list(keys) or [""])[0]):
            self.record_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def given(self) -> Mapping[str, Answer]:
        """What was answered here."""
        answers = self.form.record().answers
        return {key: answers[key] for key in answers if answers[key] != self._held.get(key)}

    def record(self) -> None:
        """Hand the move over, unless something in it cannot be taken."""
        self.form.flush()
        self.form.show_refusal(self._told_at, "")
        if wrong := self.form.unfinished():
            self.form.focus_field(wrong[0])
            return
        try:
            self.move_.answers(self.given())
        except Refused as refusal:
            self.refuse(refusal)
            return
        self.recorded.emit(Asked(self._of, self.move_.code, self.move_.record, self.given(), self._doubtful))

    def refuse(self, refusal: Refused, *, doubtful: bool = False) -> None:
        """Say beside its field why the move was not recorded; ``doubtful``: it can be, in spite of that."""
        self._doubtful = doubtful
        self.record_button.set_words(_IN_SPITE if doubtful else "Record it")
        self._why.tell("")
        self._told_at = refusal.where
        if refusal.where in self._shown():
            self.form.show_refusal(refusal.where, refusal.why.en)
            self.form.focus_field(refusal.where)
            bring_in(self.form.editor(refusal.where))
        else:
            self._why.tell(refusal.why.en)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and set(self.form.unfinished()) <= {self._told_at}:
            self.record_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _touched(self, _key: str, _answer: object) -> None:
        """Something is answered, or typed, otherwise than when it was told what is wrong."""
        self._told_at = ""
        self._doubtful = False
        self.record_button.set_words("Record it")
        self._why.tell("")

    def _shown(self) -> tuple[str, ...]:
        return self.form.keys()

    def _one_of(self, fields: tuple[Field, ...]) -> str:
        """What is needed where one of several fields will do."""
        groups = [
            [one.label.en for one in fields if one.key in group] for group in self.move_.requires if len(group) > 1
        ]
        return " ".join(_NEEDS_ONE.format(names=" or ".join(f"“{name}”" for name in names)) for names in groups)
