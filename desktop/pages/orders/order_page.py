"""One order, or one licence: what the court said, its conditions, what happened to it, and its dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.breaches import KINDS as BREACHES
from casework.case import Case
from casework.clauses import CONDITIONS
from casework.order_questions import every_field
from casework.record import Record
from casework.state_words import state_words
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.breaches.block import Breaches
from desktop.pages.clashes import Clashes
from desktop.pages.orders.came_to_be import CameToBe
from desktop.pages.orders.conditions import Conditions
from desktop.pages.orders.dates import Dates
from desktop.pages.orders.found import Found, blocking
from desktop.pages.orders.kind_law import KindLaw
from desktop.pages.orders.moves import Drafts, Moves
from desktop.pages.orders.naming import named
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.saving_form import SavingForm
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Heading
from widgets.layout import clear, column, row
from widgets.theme import px

CHILDREN = {
    "order": ("condition", "change", "breach"),
    "licence": ("licence_condition", "licence_change", "licence_breach"),
}
_ELSEWHERE = (*CONDITIONS.values(), *BREACHES)
_WIDEST = 920


class OrderPage(QWidget):
    """Shows one record of kind order or licence with everything that hangs on it. Esc goes back to all of them.

    ``elsewhere(record, key)`` asks for a field that is not on this page; ``removed`` that the record be taken out;
    ``entry_wanted`` that its questions be asked one at a time.
    """

    closed = Signal()
    removed = Signal()
    entry_wanted = Signal()
    elsewhere = Signal(str, str)
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, record: Record, drafts: Drafts) -> None:
        super().__init__()
        self._desk, self.record = desk, record
        self._kind = record["kind"]
        self._back = Button("All orders and licences", icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.closed)
        self._title = Heading("", 1)
        self._states = row(gap=8)
        self._found, self._dates, self._law = Found(), Dates(desk, named=True), KindLaw()
        self._found.wanted.connect(self._lead_to)
        self.moves = Moves(desk, record, drafts)
        self.moves.wanted.connect(self._lead_to)
        self.came = CameToBe(desk)
        self._clashes = Clashes(desk)
        self._form_place: QVBoxLayout = column()
        self.form = self._new_form(view, record)
        self.conditions = Conditions(desk, record)
        self._told_by(self.conditions)
        self.lists = {one: self._list(one, record) for one in CHILDREN[record.kind] if one not in _ELSEWHERE}
        self.breaches = Breaches(desk, record.id)
        self.moves.broken.connect(self._record_breach)
        self._told_by(self._dates)
        self._told_by(self.moves)
        said = Heading("What the court said" if record.kind == "order" else "The licence", 2)
        self._ask = Button("Ask one at a time", kind="quiet")
        self._ask.clicked.connect(self.entry_wanted)
        self._remove = Button("", icon="trash-2", kind="quiet", role="danger")
        self._remove.clicked.connect(self.removed)
        inside = column(
            column(row(self._back, None), self._title, self._states, gap=8),
            self._found,
            self._clashes,
            self.moves,
            self._dates,
            self.came,
            column(row(said, None, self._ask, gap=8), self._form_place, gap=16),
            self.conditions,
            *self.lists.values(),
            self.breaches,
            self._law,
            row(self._remove, None),
            None,
            gap=32,
        )
        self.setLayout(inside)
        self.setMaximumWidth(px(_WIDEST))
        self.take(view, record)

    def _list(self, kind: str, record: Record) -> RecordList:
        made = RecordList(self._desk, Shown(kind), parent_record=record.id)
        self._told_by(made)
        return made

    def _told_by(self, writer: RecordList | Conditions | Dates | SavingForm | Moves) -> None:
        writer.saving.connect(self.saving)
        writer.saved.connect(self.saved)
        writer.not_saved.connect(self.not_saved)

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor stays."""
        self.record = record
        name = named(record)
        self._title.setText(name)
        self._remove.set_words(f"Remove this {record.shape.name.en.lower()}")
        if record["kind"] != self._kind:
            self._kind = record["kind"]
            here = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self.form = self._new_form(view, record)
            if here:
                self.form.focus_field("kind")
        self.form.take(view, record)
        self.conditions.take(view, record)
        self.moves.take(view, record)
        self.came.take(view, record)
        for one in self.lists.values():
            one.take(view)
        self.breaches.take(view)
        self._tell(view, record)

    def _tell(self, view: CaseView, record: Record) -> None:
        ids = family(view.case, record)
        self._dates.take(view, ids)
        own = [one.id for one in view.case.of("override") if one.words("about") in ids]
        about = [*blocking(view.reckoning, view.case), *view.reckoning.findings_about([*ids, *own])]
        shown = [one for one in about if one.about != record.id or not self.form.says(one)]
        self._found.show_findings(shown, view.case, own=record.id)
        self._clashes.show_found(view, view.contradictions_of(record.id))
        self._law.setVisible(record.kind == "order")
        made = record["made_on"]
        self._law.show_kind(
            record.words("kind") if record.kind == "order" else "", made if isinstance(made, date) else None
        )
        clear(self._states)
        for state in view.reckoning.states_of(record.id):
            self._states.addWidget(Chip(state_words(state).en))
        self._states.addStretch(1)

    def flush(self) -> None:
        """Hand over everything typed."""
        self.form.flush()
        self.moves.flush()
        self._dates.flush()
        self.conditions.flush()
        for one in self.lists.values():
            one.flush()

    def go(self, record: str, key: str) -> bool:
        """Bring a field of the order, or one of its children, before the reader; False where it is not here."""
        if record == self.record.id and key == CONDITIONS.get(self.record.kind):
            self.begin_conditions()
            return True
        if record == self.record.id:
            return self.form.focus_field(key)
        if self._dates.go(record, key) or self.conditions.go(record, key):
            return True
        return any(one.go(record, key) for one in self.lists.values())

    def begin_conditions(self) -> None:
        """Bring the conditions before the reader, with the cursor where the next is typed."""
        self.conditions.begin()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _record_breach(self, considered: bool) -> None:
        (self.breaches.considered_button if considered else self.breaches.record_button).click()

    def _lead_to(self, record: str, key: str) -> None:
        if not self.go(record, key):
            self.elsewhere.emit(record, key)

    def _new_form(self, view: CaseView, record: Record) -> SavingForm:
        clear(self._form_place)
        form = SavingForm(self._desk, view, every_field(record), record, layout="compact")
        self._told_by(form)
        self._form_place.addWidget(form)
        return form


def family(case: Case, record: Record) -> list[str]:
    """The ids of an order or licence and of everything that hangs on it."""
    return [record.id, *(one.id for kind in CHILDREN[record.kind] for one in case.children(record, kind))]
