"""One order, or one licence: what the court said, its conditions, what happened to it, and its dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.field import Field
from casework.orders import order_kinds
from casework.record import Record, record_kinds
from casework.state_words import state_words
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.orders.dates import Dates
from desktop.pages.orders.found import Found
from desktop.pages.orders.kind_law import KindLaw
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.saving_form import SavingForm
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Heading
from widgets.layout import clear, column, row
from widgets.theme import px

CHILDREN = {"order": ("condition", "change", "breach"), "licence": ("licence_condition",)}
_WIDEST = 920
_ALWAYS_FIRST, _ALWAYS_LAST = ("kind",), ("protects", "officer", "reference", "note")


class OrderPage(QWidget):
    """Shows one record of kind order or licence with everything that hangs on it."""

    closed = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__()
        self._desk, self.record = desk, record
        self._kind = record["kind"]
        self._back = Button("All orders and licences", icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.closed)
        self._title = Heading("", 1)
        self._states = row(gap=8)
        self._found, self._dates, self._law = Found(), Dates(desk, named=True), KindLaw()
        self._form_place: QVBoxLayout = column()
        self._form = self._new_form(view, record)
        self._lists = tuple(RecordList(desk, Shown(one), parent_record=record.id) for one in CHILDREN[record.kind])
        writers: tuple[RecordList | Dates, ...] = (*self._lists, self._dates)
        for one in writers:
            one.saving.connect(self.saving)
            one.saved.connect(self.saved)
            one.not_saved.connect(self.not_saved)
        said = Heading("What the court said" if record.kind == "order" else "The licence", 2)
        inside = column(
            row(self._back, None),
            column(self._title, self._states, gap=8),
            self._found,
            self._dates,
            said,
            self._form_place,
            *self._lists,
            self._law,
            None,
            gap=24,
        )
        self.setLayout(inside)
        self.setMaximumWidth(px(_WIDEST))
        self.take(view, record)

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor stays."""
        self.record = record
        self._title.setText(_named(record))
        if record["kind"] != self._kind:
            self._kind = record["kind"]
            self._form = self._new_form(view, record)
        self._form.take(view, record)
        for one in self._lists:
            one.take(view)
        ids = self._ids(view)
        self._dates.take(view, ids)
        own = {record.id}
        shown = [one for one in view.reckoning.findings_about(ids) if not (one.key and one.about in own)]
        self._found.show_findings(shown, view.case, named=True)
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
        self._form.flush()
        self._dates.flush()
        for one in self._lists:
            one.flush()

    def go(self, record: str, key: str) -> None:
        """Bring a field of the order, or one of its children, before the reader."""
        if record == self.record.id:
            self._form.focus_field(key)
            return
        for one in self._lists:
            if one.go(record, key):
                return

    def _ids(self, view: CaseView) -> list[str]:
        children = [c.id for kind in CHILDREN[self.record.kind] for c in view.case.children(self.record, kind)]
        return [self.record.id, *children]

    def _new_form(self, view: CaseView, record: Record) -> SavingForm:
        clear(self._form_place)
        form = SavingForm(self._desk, view, fields(record), record)
        form.saving.connect(self.saving)
        form.saved.connect(self.saved)
        form.not_saved.connect(self.not_saved)
        self._form_place.addWidget(form)
        return form


def fields(record: Record) -> tuple[Field, ...]:
    """The questions for an order in the order of its sealed document, as its kind's file lists them."""
    shape = record_kinds()[record.kind]
    kind = order_kinds().get(record.words("kind")) if record.kind == "order" else None
    if record.kind != "order":
        return shape.field
    if kind is None:
        return tuple(one for one in shape.field if one.key in _ALWAYS_FIRST)
    own = tuple(one.key for one in shape.field if kind.code in one.when.get("kind", ()))
    keys = (
        *_ALWAYS_FIRST,
        *own,
        *(one for one in kind.facts if one not in _ALWAYS_FIRST),
        "until_event",
        *_ALWAYS_LAST,
    )
    wanted = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    return tuple(sorted((one for one in shape.field if one.key in wanted), key=lambda one: wanted[one.key]))


def _named(record: Record) -> str:
    if record.kind == "licence":
        return "Licence"
    kind = order_kinds().get(record.words("kind"))
    own = record.words("limits_name")
    return own or (kind.name.en if kind else "Order")
