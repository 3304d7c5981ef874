"""The notification part of a case: whether the person is subject to it, every date, and what was notified."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.state_words import state_words
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.view import CaseView
from desktop.pages.orders.dates import Dates
from desktop.pages.orders.found import Found, blocking
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.theme import px

_WIDEST = 920
_ABOUT = ("person", "conviction", "count", "whereabouts")
_LAWS = ("notification", "order_notice", "travel", "review", "terrorism")
_TODAY = {"All details confirmed": "periodic", "A change of details": "change"}
_INTRO = (
    "Whether and for how long the person must notify follows from the convictions, orders and whereabouts that are "
    "entered. Nothing here is legal advice: a qualified person checks it before it is relied on."
)


class NotificationPart(Part):
    """State and dates first, then what was notified and what must be."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._states = row(gap=8)
        self._found, self._dates = Found(), Dates(desk, named=True)
        self._found.wanted.connect(self._lead_to)
        self.lists = {one: RecordList(desk, Shown(one)) for one in cases.kinds_of("notification")}
        writers: tuple[RecordList | Dates, ...] = (*self.lists.values(), self._dates)
        for one in writers:
            one.saving.connect(self.saving)
            one.saved.connect(self.saved)
            one.not_saved.connect(self.not_saved)
        inside = QWidget()
        head = row(Heading("Notification"), self._states, gap=12)
        intro = Paragraph(_INTRO, voice="quiet")
        parts = (self._found, self._dates, self._quick(), *self.lists.values())
        inside.setLayout(column(head, intro, *parts, None, gap=24, margin=24))
        inside.setMaximumWidth(px(_WIDEST))
        self.setLayout(column(Scrolled(inside, name="Notification")))

    def _quick(self) -> QWidget:
        """The two notifications of every week in one key: the day is today, the cursor is in what was said."""
        self.today_box = QWidget()
        buttons = []
        for words, kind in _TODAY.items():
            button = Button(words, icon="check")
            button.clicked.connect(partial(self._given_today, kind))
            buttons.append(button)
        self.today_box.setLayout(column(Heading("Notified today", 2), row(*buttons, None, gap=8), gap=8))
        return self.today_box

    def _given_today(self, kind: str) -> None:
        known: dict[str, Answer] = {"kind": kind, "given_on": self.desk.today, "regime": "soa"}
        if kind == "periodic":
            known["resets_annual"] = True
        self.lists["notification"].add(known, "details")

    def show_view(self, view: CaseView) -> None:
        person = view.case.one("person")
        clear(self._states)
        for state in view.reckoning.states_of(person.id):
            self._states.addWidget(Chip(state_words(state).en))
        self._states.addStretch(1)
        kinds = (*_ABOUT, *cases.kinds_of("notification"), "review_body")
        about = [one.id for one in view.case.records if one.kind in kinds]
        self._dates.take(view, about, _LAWS)
        dated = {(one.code, one.about) for one in view.reckoning.dates if one.code.partition(".")[0] in _LAWS}
        own = [one.id for one in view.case.of("override") if (one.words("code"), one.words("about")) in dated]
        found = {*blocking(view.reckoning, view.case), *view.reckoning.findings_about([*about, *own])}
        self._found.show_findings(sorted(found, key=lambda one: (one.about, one.code)), view.case)
        self.today_box.setVisible(any(one.code.startswith("notification.") for one in view.reckoning.dates))
        for one in self.lists.values():
            one.take(view)

    def flush(self) -> None:
        self._dates.flush()
        for one in self.lists.values():
            one.flush()

    def go(self, record: str, key: str) -> None:
        self._here(record, key)

    def _here(self, record: str, key: str) -> bool:
        return self._dates.go(record, key) or any(one.go(record, key) for one in self.lists.values())

    def _lead_to(self, record: str, key: str) -> None:
        from desktop.pages.parts import place_of  # noqa: PLC0415 - parts knows every part, this one among them

        if not self._here(record, key) and self.view:
            self.desk.want(place_of(self.view, record, key))
