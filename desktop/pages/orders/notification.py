"""The notification part of a case: whether the person is subject to it, every date, and what was notified."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.state_words import state_words
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.view import CaseView
from desktop.pages.orders.dates import Dates
from desktop.pages.orders.found import Found
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.chip import Chip
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.theme import px

_WIDEST = 920
_ABOUT = ("person", "conviction", "count", "whereabouts")
_INTRO = (
    "Whether and for how long the person must notify follows from the convictions, orders and whereabouts that are "
    "entered. Nothing here is legal advice: a qualified person checks it before it is relied on."
)


class NotificationPart(Part):
    """State and dates first, then what was notified and what must be."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._states = row(gap=8)
        self._found, self._dates = Found(), Dates(desk, named=True)
        self._lists = tuple(RecordList(desk, Shown(one)) for one in cases.kinds_of("notification"))
        writers: tuple[RecordList | Dates, ...] = (*self._lists, self._dates)
        for one in writers:
            one.saving.connect(self.saving)
            one.saved.connect(self.saved)
            one.not_saved.connect(self.not_saved)
        inside = QWidget()
        head = row(Heading("Notification"), self._states, gap=12)
        intro = Paragraph(_INTRO, voice="quiet")
        inside.setLayout(column(head, intro, self._found, self._dates, *self._lists, None, gap=24, margin=24))
        inside.setMaximumWidth(px(_WIDEST))
        self.setLayout(column(Scrolled(inside, name="Notification")))

    def show_view(self, view: CaseView) -> None:
        person = view.case.one("person")
        clear(self._states)
        for state in view.reckoning.states_of(person.id):
            self._states.addWidget(Chip(state_words(state).en))
        self._states.addStretch(1)
        kinds = (*_ABOUT, *cases.kinds_of("notification"), "review_body")
        about = [one.id for one in view.case.records if one.kind in kinds]
        self._found.show_findings(view.reckoning.findings_about(about), view.case, named=True)
        self._dates.take(view, about)
        for one in self._lists:
            one.take(view)

    def flush(self) -> None:
        self._dates.flush()
        for one in self._lists:
            one.flush()

    def go(self, record: str, key: str) -> None:
        for one in self._lists:
            if one.go(record, key):
                return
