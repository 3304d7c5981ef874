"""One section of a plan: what it asks, its own questions, its rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Answer
from casework.field import Field
from casework.outline import rows_lead
from casework.plan_rules.check import told_state
from casework.record import Record, is_given
from casework.standing import State
from casework.template import PlanTemplate, Section
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.saving_form import SavingForm
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.state import StateWord, standing_look
from widgets.tab_order import turn

Writer = TypeVar("Writer", SavingForm, RecordList)


class SectionPage(QWidget):
    """Made once for a section; ``take`` shows newer readings without laying out anew."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, template: PlanTemplate, section: Section, view: CaseView) -> None:
        super().__init__()
        self.section = section
        self._desk = desk
        self._taken: CaseView | None = None
        self._state = StateWord()
        plan = view.case.one("plan")
        excused = {part.none_reason for part in section.rows if part.none_reason}
        own = tuple(one for one in section.field if one.key not in excused)
        self._own = self._form(own, view, plan)
        self._excuse = self._form(tuple(one for one in section.field if one.key in excused), view, plan)
        self.lists = tuple(
            self._listened(RecordList(desk, Shown(part.kind, part.keys, dict(part.where), part.latest)))
            for part in section.rows
        )
        title = Heading(f"{template.number(section)}  {section.title.en}")
        head = row(title, gap=12)
        head.setStretch(0, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        body: QVBoxLayout = column(head, Paragraph(section.asks.en), gap=20, margin=(24, 16, 24, 24))
        own_forms = [self._own] if self._own else []
        first, then = (self.lists, own_forms) if rows_lead(section) else (own_forms, self.lists)
        for one in (*first, *then, *([self._excuse] if self._excuse else [])):
            body.addWidget(one)
        body.addStretch(1)
        self.setLayout(body)
        self.take(view)

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        if view is self._taken:
            return
        self._taken = view
        plan = view.case.one("plan")
        for form in (self._own, self._excuse):
            if form is not None:
                form.take(view, plan)
        for one in self.lists:
            one.take(view)
        wanted = view.standing(self.section.key).state is not State.NOT_NEEDED
        for form in (self._own, self._excuse):
            if form is not None:
                form.form.want_answers(wanted=wanted)
        if self._excuse is not None:
            self._excuse.setVisible(self._excuse_wanted(view, plan))
        look = standing_look(told_state(view.standing(self.section.key), view.plan_findings))
        self._state.tell(look.words.en, look.shape, look.role)

    def flush(self) -> None:
        """Hand over everything typed."""
        for form in (self._own, self._excuse):
            if form is not None:
                form.flush()
        for one in self.lists:
            one.flush()

    def go(self, record: str, key: str) -> bool:
        """Put the cursor where a record or a question stands."""
        for form in (self._own, self._excuse):
            if form is not None and form.record().id == record and key and form.focus_field(key):
                return True
        return any(one.go(record, key) for one in self.lists)

    def add(self, kind: str, answers: Mapping[str, Answer]) -> None:
        """Add a record of a kind, with what is known of it, and open it."""
        for one in self.lists:
            if one.shown.kind == kind:
                one.add(answers)
                return

    def begin(self) -> None:
        """Put the cursor where the section's answers begin."""
        first = self.lists[0].add_button if rows_lead(self.section) and self.lists else None
        if first is None and self._own is not None and self._own.focus_field(""):
            return
        target = first or (self.lists[0].add_button if self.lists else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after the last answer of a form goes on to what follows it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not turn(self.window(), ahead=True):
            super().keyPressEvent(event)

    # the workings

    def _excuse_wanted(self, view: CaseView, plan: Record) -> bool:
        reasons = {part.none_reason: part for part in self.section.rows if part.none_reason}
        return any(not part.of(view.case) or is_given(plan[key]) for key, part in reasons.items())

    def _form(self, fields: tuple[Field, ...], view: CaseView, plan: Record) -> SavingForm | None:
        return self._listened(SavingForm(self._desk, view, fields, plan)) if fields else None

    def _listened(self, writer: Writer) -> Writer:
        writer.saving.connect(self.saving)
        writer.saved.connect(self.saved)
        writer.not_saved.connect(self.not_saved)
        return writer
