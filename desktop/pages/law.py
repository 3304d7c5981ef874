"""The law in this program: every line with its Act and section, when it holds, and the day it was checked."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from casework.law.listing import LawRow, rows
from casework.law.switches import pack
from casework.refusal import Refused
from desktop import words
from desktop.desk import Desk, Place
from desktop.files import write_whole
from desktop.pages.page import Page
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.file_question import choose_file
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, column, row, upright
from widgets.notice import Notice
from widgets.search_box import SearchBox
from widgets.shapes import Shape
from widgets.table import Column, RecordTable
from widgets.theme import px
from widgets.told import Told, ToldList

_PANE_WIDE, _SEARCH_WIDE, _KIND_WIDE = 380, 260, 200
_SAYS, _SPARED, _ROOMY = 4, (1, 2), 1000
_CHECK = "check"
_BY_ID = ("check", "switch")


class State(Enum):
    """Whether a line is computed with: it holds, held for older orders, will hold, waits for a start, is in doubt."""

    HOLDS = "holds"
    OVER = "over"
    AHEAD = "ahead"
    DORMANT = "dormant"
    DOUBT = "doubt"


_LOOKS = {
    State.HOLDS: (words.LAW_HOLDS, Shape.TICK, "done"),
    State.OVER: (words.LAW_OVER, Shape.DASH, "quiet"),
    State.AHEAD: (words.LAW_AHEAD, Shape.RING, ""),
    State.DORMANT: (words.LAW_DORMANT, Shape.RING, "soon"),
    State.DOUBT: (words.LAW_DOUBT, Shape.HALF, "soon"),
}


def state_of(one: LawRow, today: date) -> State:
    """Where a line stands on a day."""
    if one.kind == "doubt":
        return State.DOUBT
    if one.dormant:
        return State.DORMANT
    if one.since is not None and one.since > today:
        return State.AHEAD
    return State.OVER if one.to is not None and one.to < today else State.HOLDS


def _saved(place: Path, today: date) -> Path:
    """Write the law as paper."""
    from reports.law_list import law_list  # noqa: PLC0415 - paper is read when it is wanted

    write_whole(place, law_list(rows(), today))
    return place


class LawPage(Page):
    """Type to narrow; the whole of the chosen line stands at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.search = SearchBox(words.NARROW_LAW.en)
        self.search.setMaximumWidth(px(_SEARCH_WIDE))
        self.search.setMinimumWidth(px(140))
        self.kinds = Chooser(words.LAW_KIND.en, find=False)
        self.kinds.offer([("", words.LAW_ALL.en), *((code, one.en) for code, one in words.LAW_KINDS.items())])
        self.kinds.setCurrentIndex(0)
        self.kinds.setFixedWidth(px(_KIND_WIDE))
        self.table: RecordTable[LawRow] = RecordTable(words.LAW_TITLE.en, self._columns(), lambda one: one)
        self.table.hide_column(_SAYS)
        self.table.narrow_with(self.search)
        self.table.set_empty(words.NO_LAW_MATCHES.en)
        self.table.chosen.connect(self._choose)
        self.search.narrowed.connect(self._tell_count)
        self.kinds.currentIndexChanged.connect(self._show)
        checked = PlainLabel(words.LAW_CHECKED.filled(day=spoken(pack().checked_on)).en, voice="quiet")
        self._count = PlainLabel(voice="quiet")
        self.save = Button(words.LAW_SAVE.en, icon="printer", kind="quiet")
        self.save.clicked.connect(self._save)
        head = row(Heading(words.LAW_TITLE.en), checked, None, self.save, gap=12)
        asked = row(self.search, self.kinds, 4, self._count, None, gap=8)
        asked.setStretch(0, _ROOMY)
        caution = Notice(words.LAW_CAUTION.en, role="soon")
        left = column(head, caution, asked, self.table, gap=12, margin=(24, 20, 16, 0))
        left.setStretch(3, 1)
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
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for one in _SPARED:
            self.table.hide_column(one, hidden=self.width() < px(_ROOMY))

    def open(self, _place: Place) -> None:
        if self.table.chosen_row() is None:
            self.table.choose_first()

    def _show(self) -> None:
        kind = self.kinds.currentData()
        self.table.set_rows([one for one in rows() if kind in ("", one.kind)])
        self._tell_count()

    def _tell_count(self, _typed: str = "") -> None:
        shown, all_ = len(self.table.rows()), len(rows())
        self._count.setText((words.LINES if shown == all_ else words.LINES_OF).filled(n=shown, all=all_).en)

    def _save(self) -> None:
        """Ask for a place and put every line there as a PDF to print; it holds nothing of any case."""
        place = choose_file(self, words.LAW_SAVE.en, "save", name="law.pdf", kinds=("PDF (*.pdf)",))
        if place is not None:
            self.desk.worker.beside(partial(_saved, place, self.desk.today), self, self._tell_saved, self._tell_refused)

    def _tell_saved(self, _place: Path) -> None:
        self._count.setText(words.LAW_SAVED.en)

    def _tell_refused(self, problem: Refused | VaultProblem) -> None:
        self._count.setText(problem.why.en if isinstance(problem, Refused) else problem.text.en)

    def _choose(self, one: LawRow | None) -> None:
        if one is None:
            self._title.setText("")
            self._says.setText(words.LAW_HINT.en)
            self._told.set_told(())
            return
        self._title.setText(f"{words.LAW_KINDS[one.kind].en} {one.id}" if one.kind in _BY_ID else one.title)
        self._says.setText(one.says)
        told = (
            (words.LAW_STATE, _LOOKS[state_of(one, self.desk.today)][0].en),
            (words.LAW_SINCE, spoken(one.since) if one.since else ""),
            (words.LAW_UNTIL, spoken(one.to) if one.to else ""),
            (words.LAW_BASIS, one.basis),
            (words.LAW_CHECKED_ON, spoken(one.checked_on)),
            (words.LAW_ENTRY, one.id),
        )
        self._told.set_told([Told(label.en, said) for label, said in told if said])

    def _columns(self) -> tuple[Column[LawRow], ...]:
        today = self.desk.today
        return (
            Column(words.LAW_WHAT, lambda one: one.says if one.kind == _CHECK else one.title,
                   under=lambda one: one.basis, width=260, share=4),
            Column(words.LAW_KIND, lambda one: words.LAW_KINDS[one.kind].en, width=112),
            Column(words.LAW_SINCE, lambda one: spoken(one.since).partition(" ")[2] if one.since else "–",
                   sort=lambda one: one.since or date.min, width=104),
            Column(words.LAW_STATE, lambda one: _LOOKS[state_of(one, today)][0].en,
                   shape=lambda one: _LOOKS[state_of(one, today)][1], role=lambda one: _LOOKS[state_of(one, today)][2],
                   sort=lambda one: list(State).index(state_of(one, today)), width=196),
            Column(words.LAW_SAYS, lambda one: f"{one.says} {one.id}", width=0),
        )  # fmt: skip
