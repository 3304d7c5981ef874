"""The law in this program: every entry with its Act and section, from when it holds, and the day it was checked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from desktop import words
from desktop.desk import Desk, Place
from desktop.law_rows import LawRow, State, checked_on, law_rows
from desktop.pages.page import Page
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, column, row, upright
from widgets.notice import Notice
from widgets.search_box import SearchBox
from widgets.shapes import Shape
from widgets.table import Column, RecordTable
from widgets.theme import px
from widgets.told import Told, ToldList

_PANE_WIDE = 400
_LOOKS = {
    State.HOLDS: (words.LAW_HOLDS, Shape.TICK, "done"),
    State.AHEAD: (words.LAW_AHEAD, Shape.RING, ""),
    State.DORMANT: (words.LAW_DORMANT, Shape.RING, "soon"),
    State.DOUBT: (words.LAW_DOUBT, Shape.HALF, "soon"),
}


class LawPage(Page):
    """Type to narrow; the whole of the chosen entry stands at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        rows = law_rows(desk.today)
        self.search = SearchBox(words.NARROW_LAW.en)
        self.search.setFixedWidth(px(320))
        self.table: RecordTable[LawRow] = RecordTable(words.LAW_TITLE.en, _columns(), lambda one: one.key)
        self.table.narrow_with(self.search)
        self.table.set_empty(words.NO_LAW_MATCHES.en)
        self.table.set_rows(rows)
        self.table.chosen.connect(self._choose)
        checked = checked_on()
        told = words.LAW_CHECKED.filled(day=spoken(checked)).en if checked else ""
        head = row(Heading(words.LAW_TITLE.en), PlainLabel(told, voice="quiet"), None, self.search, gap=12)
        left = column(head, Notice(words.LAW_CAUTION.en, role="soon"), self.table, gap=16, margin=(24, 20, 16, 0))
        left.setStretch(2, 1)
        self._title = Heading("", 2)
        self._says = Paragraph()
        self._told = ToldList(label_px=104)
        inside = QWidget()
        inside.setLayout(column(self._title, self._says, self._told, None, gap=16, margin=(20, 20, 20, 16)))
        pane = Scrolled(inside, name=words.LAW_PANE.en)
        pane.setFixedWidth(px(_PANE_WIDE))
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(upright())
        whole.addWidget(pane)
        self.setLayout(whole)
        self.setFocusProxy(self.search)
        self._choose(None)

    def open(self, _place: Place) -> None:
        if self.table.chosen_row() is None:
            self.table.choose_first()

    def _choose(self, one: LawRow | None) -> None:
        if one is None:
            self._title.setText("")
            self._says.setText(words.LAW_HINT.en)
            self._told.set_told(())
            return
        self._title.setText(one.title)
        self._says.setText(one.says)
        state = _LOOKS[one.state][0].en
        told = (
            (words.LAW_STATE, state),
            (words.LAW_SINCE, spoken(one.since) if one.since else ""),
            (words.LAW_UNTIL, spoken(one.until) if one.until else ""),
            (words.LAW_CHOSEN_BY, one.selects),
            (words.LAW_BASIS, one.basis),
            (words.LAW_SURE, one.certainty),
            (words.LAW_CHECKED_ON, spoken(one.checked_on) if one.checked_on else ""),
            (words.LAW_ENTRY, one.key),
        )
        self._told.set_told([Told(label.en, said) for label, said in told if said])


def _columns() -> tuple[Column[LawRow], ...]:
    return (
        Column(words.LAW_WHAT, lambda one: one.title, under=lambda one: one.basis, width=280, share=4),
        Column(
            words.LAW_SINCE,
            lambda one: spoken(one.since).partition(" ")[2] if one.since else "–",
            sort=lambda one: (one.since is None, one.since),
            width=110,
        ),
        Column(
            words.LAW_STATE,
            lambda one: _LOOKS[one.state][0].en,
            shape=lambda one: _LOOKS[one.state][1],
            role=lambda one: _LOOKS[one.state][2],
            sort=lambda one: list(State).index(one.state),
            width=168,
        ),
    )
