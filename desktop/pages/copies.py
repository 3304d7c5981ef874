"""Paper: every copy that was given out, over all cases, the oldest first; what became of them; the list on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.copy_register import LOST, OUT, UNMADE, Copy
from casework.dates import spoken
from casework.record import CaseId
from casework.refusal import Refused
from casework.text import Text
from desktop import words
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.jump import named
from desktop.operations import copies
from desktop.operations.intent import Changes
from desktop.pages.copies_pane import CopiesPane
from desktop.pages.copy_words import document_of, edition_of
from desktop.pages.page import Page
from desktop.pages.paper_sending import SENT, send
from desktop.pages.paper_ways import printer_for
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.label import Heading, PlainLabel
from widgets.layout import column, row, upright
from widgets.notice import Notice
from widgets.search_box import SearchBox
from widgets.shapes import Shape
from widgets.table import Column, RecordTable
from widgets.theme import px

_PANE_WIDE, _PANE_SHARE, _ROOMY, _NARROW = 420, 45, 1180, 900
_STATES = {"unaccounted": "Not back", "late": "Past their day", "lost": "Lost", "all": "All copies"}
_DOCUMENT, _GIVEN = 2, 4


class CopiesPage(Page):
    """Arrows read, Shift and Ctrl choose several, Tab goes to what became of them."""

    def __init__(self, desk: Desk, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._caseload = caseload
        self._all: tuple[Copy, ...] = ()
        self._case = self._wanted = ""
        self.search = SearchBox(words.COPIES_NARROW.en)
        self.search.setMaximumWidth(px(280))
        self.search.setMinimumWidth(px(180))
        self.state = Chooser("Which copies", find=False)
        for code, said in _STATES.items():
            self.state.addItem(said, code)
        self.state.setAccessibleName("Which copies")
        self.table: RecordTable[Copy] = RecordTable(words.COPIES_TITLE.en, _columns(desk, caseload), lambda one: one.id)
        self.table.choose_several()
        self.table.narrow_with(self.search)
        self.pane = CopiesPane(desk)
        self.pane.setFixedWidth(px(_PANE_WIDE))
        self.notice = Notice("", role="done")
        self.told = PlainLabel(voice="quiet")
        self.told.setWordWrap(True)
        self.every = Button("All cases", kind="link")
        self.print = Button(words.COPIES_PRINT.en, icon="printer")
        self._lay_out()
        self.state.currentIndexChanged.connect(self._show)
        self.search.narrowed.connect(self._tell)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.table.opened.connect(self._open)
        self.every.clicked.connect(self._show_every)
        self.print.clicked.connect(self._print)
        self.pane.recorded.connect(self._recorded)
        desk.worker.changed.connect(self._take_changes)
        desk.day_changed.connect(self._read)
        caseload.listed.connect(self._show)

    def _lay_out(self) -> None:
        head = row(Heading(words.COPIES_TITLE.en), None, self.print, gap=12)
        asked = row(self.search, self.state, None, gap=8)
        said = row(self.told, self.every, gap=8)
        said.setStretch(0, 1)
        left = column(head, asked, said, self.notice, self.table, gap=10, margin=(24, 20, 16, 0))
        left.setStretch(4, 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(upright())
        whole.addWidget(self.pane)
        self.setLayout(whole)
        self.setFocusProxy(self.search)
        self.notice.tell("")

    def open(self, place: Place) -> None:
        self._case, self._wanted = place.case, place.record
        if place.section in _STATES:
            self.state.setCurrentIndex(list(_STATES).index(place.section))
        self.notice.tell("")
        self._read()

    def flush(self) -> None:
        self.pane.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.hide_column(_GIVEN, hidden=self.width() < px(_ROOMY))
        self.table.hide_column(_DOCUMENT, hidden=self.width() < px(_NARROW))
        self.pane.setFixedWidth(min(px(_PANE_WIDE), self.width() * _PANE_SHARE // 100))

    # the list

    def _ref(self, case: CaseId) -> str:
        return _ref(self._caseload, case)

    def _read(self) -> None:
        if not self.desk.worker.closed:
            self.desk.worker.read(copies.copies(), self, self._take)

    def _take(self, found: tuple[Copy, ...]) -> None:
        self._all = found
        self._show()
        wanted, self._wanted = self._wanted, ""
        if wanted and self.table.choose(wanted):
            self.table.setFocus()

    def _take_changes(self, changes: Changes, _by: object) -> None:
        if copies.COPY in changes.kinds and self.isVisible():
            self._read()

    def shown(self) -> tuple[Copy, ...]:
        """The copies that the page lists, before the search box narrows them."""
        wanted = self.state.currentData()
        of_case = [one for one in self._all if self._case in ("", one.case)]
        if wanted == "late":
            return tuple(one for one in of_case if one.late(self.desk.today))
        if wanted == "lost":
            return tuple(one for one in of_case if one.state == LOST)
        return tuple(one for one in of_case if wanted == "all" or one.unaccounted)

    def _show(self, *_: object) -> None:
        self.table.set_rows(self.shown())
        self.table.set_empty((words.COPIES_NOTHING if self._all else words.COPIES_NONE).en)
        self._tell()
        self._choose()

    def sentence(self) -> str:
        """What is listed and what is not, in a sentence."""
        rows = self.table.rows()
        where = f" of case {self._ref(CaseId(self._case))}" if self._case else ""
        kind = _STATES[self.state.currentData()].lower()
        of_case = sum(self._case in ("", one.case) for one in self._all)
        first = f"{len(rows)} of {of_case} copies given out{where} shown: {kind}"
        typed = f", narrowed to “{self.search.text().strip()}”" if self.search.text().strip() else ""
        out = [one for one in self._all if one.state == OUT and self._case in ("", one.case)]
        oldest = f" The oldest that is out was given on {_day(out[0])}." if out else ""
        return f"{first}{typed}.{oldest}"

    def _tell(self, _typed: str = "") -> None:
        self.told.setText(self.sentence())
        self.every.setVisible(bool(self._case))
        self.print.setEnabled(bool(self.table.rows()))

    def _choose(self, *_: object) -> None:
        self.pane.show_copies(self.table.chosen_rows())

    def _open(self, one: Copy) -> None:
        if self._caseload.line(one.case):
            self.desk.want(Place("case", one.case, "paper"))

    def _show_every(self) -> None:
        self._case = ""
        self._show()
        self.search.setFocus()

    def _recorded(self, said: str) -> None:
        self.notice.tell(said, "done")
        self._read()
        self.table.setFocus()

    # the list on paper

    def _print(self) -> None:
        if printer := printer_for(self, self._refuse):
            self.print_list(printer)

    def print_list(self, printer: QPrinter) -> None:
        """Log it, then make the list of what is shown and send it to a printer."""
        refs = {one.case: self._ref(one.case) for one in self._all if self._ref(one.case)}
        made = copies.listed(self.table.rows(), refs, self.sentence(), self.desk.today)
        self.desk.worker.read(made, self, partial(self._send, printer), self._refuse)

    def _send(self, printer: QPrinter, pdf: bytes) -> None:
        send(self.desk, self, (pdf,), printer, lambda: self.notice.tell(SENT, "done"), self._refuse)

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self.notice.tell(problem.why.en if isinstance(problem, Refused) else problem.text.en, "late")


def _day(one: Copy) -> str:
    return spoken(one.made_at.astimezone().date()).partition(" ")[2]


def _shape(one: Copy) -> Shape:
    return {OUT: Shape.RING, LOST: Shape.DOT, UNMADE: Shape.NOTHING}.get(one.state, Shape.TICK)


def _ref(caseload: Caseload, case: CaseId) -> str:
    line = caseload.line(case)
    return line.ref if line else ""


def _name(caseload: Caseload, one: Copy) -> str:
    line = caseload.line(one.case)
    return named(line) if line else "Erased case"


def _role(desk: Desk, one: Copy) -> str:
    return "late" if one.late(desk.today) or one.state == LOST else ""


def _back(one: Copy) -> str:
    return f"to be back {spoken(one.back_by)}" if one.back_by and one.unaccounted else ""


def _columns(desk: Desk, caseload: Caseload) -> tuple[Column[Copy], ...]:
    return (
        Column(words.COLUMN_NAME, partial(_name, caseload), under=lambda one: _ref(caseload, one.case), width=130,
               share=2, strong=True),
        Column(Text("Copy", "Copi"), lambda one: f"{one.number} of {one.of}", sort=lambda one: one.number, width=72),
        Column(Text("Document", "Dogfen"), document_of, under=edition_of, width=140, share=2),
        Column(Text("For", "I"), lambda one: one.recipient, tooltip=lambda one: one.reason, width=130, share=2),
        Column(Text("Given out", "Rhoddwyd"), _day, sort=lambda one: one.made_at, width=104),
        Column(Text("Where it is", "Ble mae"), lambda one: one.told(desk.today).en, under=_back,
               sort=lambda one: (one.state, one.made_at), role=partial(_role, desk), shape=_shape, width=150, share=1),
    )  # fmt: skip
