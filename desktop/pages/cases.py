"""The caseload: six columns, narrowed by typing, and beside them the five lines that a stranger needs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.case_line import CaseLine
from casework.dates import spoken
from casework.record import CaseId
from desktop import words
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.jump import named
from desktop.pages.page import Page
from desktop.pages.reading_pane import ReadingPane
from widgets.button import Button
from widgets.chip import rosh_words
from widgets.empty import Empty
from widgets.label import Heading, PlainLabel
from widgets.layout import column, row, upright
from widgets.search_box import SearchBox
from widgets.shapes import Box, Shape, rosh_box
from widgets.state import due_look
from widgets.table import Column, RecordTable
from widgets.theme import px

_LATEST = date.max
_PANE_WIDE, _ROOMY = 360, 1000
_SIGHT_MS, _REST = 60, 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A row: the case in a line, and its next date (None: nothing due) once that is ``known``."""

    line: CaseLine
    next: date | None = None
    late: bool = False
    known: bool = False


class CasesPage(Page):
    """Type to narrow, arrows to read, Enter to open."""

    def __init__(self, desk: Desk, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._caseload = caseload
        self.search = SearchBox(words.NARROW_CASES.en)
        self.search.setFixedWidth(px(320))
        self.table: RecordTable[Listed] = RecordTable(words.CASES.en, self._columns(), lambda one: one.line.id)
        self.table.narrow_with(self.search)
        self.table.choose_several()
        self.table.set_empty(words.NO_CASE_MATCHES.en)
        self.pane = ReadingPane(desk)
        self.pane.setFixedWidth(px(_PANE_WIDE))
        self._count = PlainLabel(voice="quiet")
        new = Button(words.NEW_CASE.en, icon="plus")
        new.setToolTip("Ctrl+N")
        new.clicked.connect(self._new)
        self.papers = Button(words.PAPERS_OF.filled(n=0).en, icon="printer")
        self.papers.setToolTip("Ctrl+P")
        self.papers.clicked.connect(self.print_several)
        self.papers.hide()
        keys = QShortcut(QKeySequence("Ctrl+P"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.print_several)
        head = row(Heading(words.CASES.en), self._count, None, self.search, self.papers, new, gap=12)
        self._empty = Empty(words.NO_CASES.en, words.NEW_CASE.en, detail=words.NO_CASES_DETAIL.en, icon="users")
        self._empty.acted.connect(self._new)
        list_ = QWidget()
        list_.setLayout(column(self.table))
        self._stack = QStackedWidget()
        self._stack.addWidget(list_)
        self._stack.addWidget(self._empty)
        left = column(head, self._stack, gap=16, margin=(24, 20, 16, 0))
        left.setStretch(1, 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        self._divide = upright()
        whole.addWidget(self._divide)
        whole.addWidget(self.pane)
        self.setLayout(whole)
        self.setFocusProxy(self.search)
        self._soon = QTimer(self, singleShot=True, interval=_SIGHT_MS)
        self._soon.timeout.connect(self._show)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.table.selectionModel().selectionChanged.connect(self._count_chosen)
        self.pane.opened.connect(self._open_case)
        self.search.narrowed.connect(self._tell_count)
        self.table.verticalScrollBar().valueChanged.connect(self._hurry)
        caseload.listed.connect(self._show)
        caseload.reckoned.connect(self._later)
        self._show()

    def open(self, _place: Place) -> None:
        self._hurry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= px(_ROOMY)
        self.pane.setVisible(roomy)
        self._divide.setVisible(roomy)
        self._hurry()

    def _columns(self) -> tuple[Column[Listed], ...]:
        return (
            Column(
                words.COLUMN_NAME,
                lambda one: named(one.line),
                under=lambda one: self._under(one.line),
                sort=lambda one: (one.line.surname.casefold(), one.line.forenames.casefold()),
                width=190,
                share=3,
                strong=True,
            ),
            Column(words.COLUMN_CATEGORY, lambda one: category(one.line), box=lambda _one: Box.OUTLINE, width=72),
            Column(
                words.COLUMN_LEVEL, lambda one: level(one.line), box=lambda _one: Box.OUTLINE, width=80,
                sort=lambda one: one.line.level,
            ),
            Column(
                words.COLUMN_ROSH, lambda one: rosh_words(one.line.rosh), box=lambda one: rosh_box(one.line.rosh),
                sort=lambda one: _RISKS.index(one.line.rosh) if one.line.rosh in _RISKS else -1, width=104,
            ),
            Column(words.COLUMN_WHERE, lambda one: one.line.where or words.NOT_KNOWN.en, width=110, share=2),
            Column(
                words.COLUMN_NEXT, self._distance, under=_day, sort=lambda one: one.next or _LATEST,
                role=self._role, shape=self._shape, width=136, share=1,
            ),
        )  # fmt: skip

    def _under(self, line: CaseLine) -> str:
        born = words.BORN.filled(day=spoken(line.born).partition(" ")[2]).en if line.born else words.BORN_UNKNOWN.en
        return f"{born} · {line.ref}"

    def _distance(self, one: Listed) -> str:
        if not one.known:
            return "…"
        return due_look(one.next, self.desk.today, duty=one.late).words.en if one.next else words.NOTHING_DUE.en

    def _role(self, one: Listed) -> str:
        return due_look(one.next, self.desk.today, duty=one.late).role if one.next else "quiet"

    def _shape(self, one: Listed) -> Shape:
        return due_look(one.next, self.desk.today, duty=one.late).shape if one.next else Shape.NOTHING

    def _rows(self) -> list[Listed]:
        found = []
        for line in self._caseload.lines:
            kept = self._caseload.kept[line.id]
            found.append(Listed(line, kept.next, kept.next_late, kept.current))
        return found

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later()

    def _later(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        if not self._caseload.known:
            return
        began = time.perf_counter()
        self.table.set_rows(self._rows())
        self._soon.setInterval(max(_SIGHT_MS, round((time.perf_counter() - began) * 1000 * _REST)))
        self._stack.setCurrentIndex(0 if self._caseload.lines else 1)
        self._tell_count()
        self._hurry()

    def _tell_count(self, _typed: str = "") -> None:
        shown, all_ = len(self.table.rows()), len(self._caseload.lines)
        said = words.COUNT if shown == all_ else words.COUNT_OF
        self._count.setText(said.filled(n=shown, all=all_).en)

    def _hurry(self) -> None:
        if self.isVisible():
            first = max(self.table.rowAt(0), 0)
            last = self.table.rowAt(self.table.viewport().height() - 1)
            rows = self.table.rows()
            in_sight = rows[first : last + 1 if last >= 0 else len(rows)]
            self._caseload.hurry(tuple(one.line.id for one in in_sight if not one.known))

    def _choose(self, one: Listed | None) -> None:
        self.pane.show_case(one.line if one else None)

    def _count_chosen(self, *_: object) -> None:
        count = len(self.table.chosen_rows())
        self.papers.set_words(words.PAPERS_OF.filled(n=count).en)
        self.papers.setVisible(count > 1)

    def print_several(self) -> None:
        """Go to the paper of every case that is chosen, in one run."""
        if chosen := self.table.chosen_rows():
            self.desk.want(Place("run", section=" ".join(one.line.id for one in chosen)))

    def _open(self, one: Listed) -> None:
        self._open_case(one.line.id)

    def _open_case(self, case: str) -> None:
        self.desk.want(Place("case", CaseId(case)))

    def _new(self) -> None:
        self.desk.want(Place("new_case"))


_RISKS = ("low", "medium", "high", "very_high")


def category(line: CaseLine) -> str:
    """The category in a chip's words."""
    return words.CATEGORY.filled(n=line.category).en if line.category else words.NOT_KNOWN.en


def level(line: CaseLine) -> str:
    """The level in a chip's words."""
    return words.LEVEL.filled(n=line.level).en if line.level else words.NOT_KNOWN.en


def _day(one: Listed) -> str:
    return spoken(one.next) if one.next else ""
