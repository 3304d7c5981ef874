"""Paper of several cases in one run: what and for whom at the left, case by case at the right, one progress."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casework.answer import Answer
from casework.copy_register import Copy
from casework.record import CaseId
from casework.refusal import Refused
from desktop import clock
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.operations import runs
from desktop.operations.runs import Planned
from desktop.pages import paper_fields, run_fields
from desktop.pages.page import Page
from desktop.pages.paper_edition import LeftOut
from desktop.pages.paper_runner import Problem, Put, Runner, run_words
from desktop.pages.paper_ways import asked_where, choose_printer, may_again
from desktop.pages.run_out import Folder, choose_folder, to_printer
from desktop.pages.run_table import COPIES, Line, RunTable
from desktop.pages.sight import bring_up
from widgets.button import Button
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, column, row, rule, upright
from widgets.notice import Notice
from widgets.progress import Progress
from widgets.theme import px

T = TypeVar("T")
_SIDE, _NARROW, _ROOMY, _PAUSE_MS, _WORDS = 400, 340, 1000, 300, 200
_NO_CASES = "No case is in this run: choose some under Cases, or go there from a day's meetings."


class RunPage(Page):
    """The cases come with the place (``section``: their ids). Enter opens one's paper, Delete takes one out."""

    def __init__(self, desk: Desk, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._cases: tuple[CaseId, ...] = ()
        self.asked = run_fields.blank()
        self.run: tuple[Planned, ...] = ()
        self.unknown: dict[str, int] = {}
        self._looking: list[Planned] = []
        self._whole: tuple[Planned, ...] = ()
        self._folder: Folder | None = None
        self.runner = Runner(desk, self)
        self.title, self.told = Heading("Paper of several cases"), PlainLabel(voice="quiet")
        self.told.setWordWrap(True)
        self.form = self._made()
        self._place = column(self.form)
        self.table = RunTable(caseload)
        self.progress = Progress()
        self.notice = Notice()
        self._said = Paragraph("Each recipient's passphrase. It is told this once and kept nowhere.", voice="quiet")
        self.words = QPlainTextEdit(readOnly=True)
        self.words.setAccessibleName("Passphrases, a recipient a line")
        self.out = Button("Take out of the run", kind="quiet", icon="x")
        self.print = Button("Print…", icon="printer", kind="primary")
        self.sealed = Button("Save sealed…", icon="file-lock")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(column(self.title, self._place, None, gap=16, margin=24))
        foot = row(self.print, self.sealed, None, gap=8, margin=(24, 12, 24, 12))
        self._side = side = QWidget()
        choices = column(Scrolled(inside, name="Choices"), rule(), gap=0)
        choices.addLayout(foot)
        side.setLayout(choices)
        side.setFixedWidth(px(_SIDE))
        head = row(self.told, self.out, gap=8)
        head.setStretch(0, 1)
        shown = column(
            head, self.progress, self.notice, self._said, self.words, self.table, gap=8, margin=(16, 16, 24, 0)
        )
        shown.setStretch(5, 1)
        whole = row(side, upright(), gap=0)
        whole.addLayout(shown, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.table)
        self.notice.tell("")
        self._tell_words({})

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._plan)
        self.print.clicked.connect(self.print_run)
        self.sealed.clicked.connect(self.save_sealed)
        self.out.clicked.connect(self.take_out)
        self.table.opened.connect(self._open)
        gone = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self.take_out)
        self.progress.cancelled.connect(self.runner.stop)
        self.runner.reached.connect(self._reach)
        self.runner.ended.connect(self._end)
        self.runner.refused.connect(self._refuse)

    def open(self, place: Place) -> None:
        """Take the cases of the place; a run that is under way goes on."""
        cases = tuple(CaseId(one) for one in place.section.split())
        if not self.runner.busy and cases != self._cases:
            self._cases = cases
            self.notice.tell("")
            self._tell_words({})
        self._plan()

    def flush(self) -> None:
        self.form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= px(_ROOMY)
        self._side.setFixedWidth(px(_SIDE if roomy else _NARROW))
        self.table.hide_column(COPIES, hidden=not roomy)

    # what is asked

    def _made(self) -> RecordForm:
        form = RecordForm(run_fields.fields(self.asked.words("document")), self.asked, self.desk.today)
        form.answered.connect(self._answered)
        self.left_out = LeftOut(self.asked)
        form.put_under("edition", self.left_out)
        return form

    def _answered(self, key: str, answer: Answer) -> None:
        self.asked = paper_fields.answered(self.asked, key, answer)
        self.notice.tell("")
        self.left_out.tell(self.asked)
        if key == "document":
            QTimer.singleShot(0, self, self._ask_again)
        if key in ("document", "edition"):
            self.unknown = {}
        self._soon.start()

    def _ask_again(self) -> None:
        form = self._made()
        self._place.replaceWidget(self.form, form)
        self.form.hide()
        self.form.deleteLater()
        self.form = form
        form.focus_field("document")

    # the cases

    def _plan(self) -> None:
        if not self.runner.busy:
            read = runs.planned(self._cases, run_fields.wanted(self.asked), self.desk.today)
            self.desk.worker.read(read, self, self._take, self._refuse)

    def _take(self, found: tuple[Planned, ...]) -> None:
        self.run = found
        self._looking = [one for one in found if not one.wrong and one.order.case not in self.unknown]
        self._show()
        self._look()

    def _look(self) -> None:
        """Count what is not known, a case at a time, while nothing else is to be done."""
        if self._looking and not self.runner.busy:
            one = self._looking.pop(0)
            count = runs.unknown_lines(one.order, self.desk.today, clock.now())
            self.desk.worker.read(count, self, partial(self._counted, one), self._refuse)

    def _counted(self, one: Planned, lines: int) -> None:
        if any(each.order == one.order for each in self.run):
            self.unknown[one.order.case] = lines
            self._show()
        self._look()

    def _show(self) -> None:
        self.table.show_run(self.run, self.unknown)
        self.told.setText(run_fields.told(self.run, self.unknown) if self.run else _NO_CASES)
        for one in (self.print, self.sealed, self.out):
            one.setEnabled(bool(self.run) and not self.runner.busy)

    def take_out(self) -> None:
        """Take the chosen cases out of the run."""
        gone = {one.planned.order.case for one in self.table.chosen_rows()}
        if gone and not self.runner.busy:
            self._cases = tuple(one for one in self._cases if one not in gone)
            self._plan()

    def _open(self, chosen: Line) -> None:
        self.desk.want(Place("case", chosen.planned.order.case, "paper"))

    # the run

    def print_run(self) -> None:
        """Ask for a printer, then log, make and print every copy, the list on top."""
        if self._wanted() and (printer := self._asked_for(partial(choose_printer, self))):
            self._folder = None
            self.start(to_printer(self.desk, self, printer))

    def save_sealed(self) -> None:
        """Ask for a folder, then log, make and save every copy there, under a passphrase for each recipient."""
        if self._wanted() and (folder := self._asked_for(partial(choose_folder, self, self.run))):
            self._folder = Folder(self.desk, self, folder)
            self.start(self._folder.put)

    def start(self, put: Put) -> None:
        """Ask once where somebody has the very same already, and begin."""
        self._whole = tuple(
            replace(one, order=replace(one.order, unknown_lines=self.unknown.get(one.order.case, 0)))
            for one in self.run
        )
        before = runs.given_before(self._whole, self.desk.today, clock.now())
        self.desk.worker.read(before, self, partial(self._start, put), self._refuse)

    def _start(self, put: Put, found: tuple[Copy, ...]) -> None:
        if found and not may_again(self, found, self.desk.today):
            self.notice.tell("Nothing was made or logged: the copies that were given before stand.", "accent")
            return
        self.notice.tell("")
        self._tell_words({})
        self.progress.start("Logging every copy…", cancellable=True)
        self.runner.start(self._whole, put)
        self._show()

    def _wanted(self) -> bool:
        self.flush()
        try:
            if self.runner.busy or not self.run or self._looking:
                return False
            run_fields.passed(self.run, self.unknown, self.asked.words("unknowns"))
            runs.may(self.run)
        except Refused as refusal:
            self._refuse(refusal)
            return False
        return True

    def _asked_for(self, question: Callable[[], T | None]) -> T | None:
        nothing = partial(self.notice.tell, "Nothing was made or logged.", "accent")
        return asked_where(question, self._refuse, nothing)

    def _reach(self, made: int, count: int) -> None:
        self.progress.say(f"{made} of {count} copies made…")
        self.progress.reach(made / count)
        self.table.reach(made)

    def _end(self, made: int, count: int, why: str) -> None:
        self.progress.stop()
        self._show()
        self.notice.tell(*run_words(made, count, why))
        self._tell_words(self._folder.words if self._folder else {})

    def _tell_words(self, words: Mapping[str, str]) -> None:
        lines = self.words.fontMetrics().lineSpacing() * (2 * len(words) + 1)
        self.words.setFixedHeight(min(px(_WORDS), lines))
        self.words.setPlainText("\n".join(f"{whom}:  {said}" for whom, said in words.items()))
        for one in (self.words, self._said):
            one.setVisible(bool(words))

    def _refuse(self, problem: Problem) -> None:
        self.progress.stop()
        self._show()
        if isinstance(problem, Refused) and self.form.focus_field(problem.where):
            self.form.show_refusal(problem.where, problem.why.en)
            bring_up(self.form.editor(problem.where).parentWidget() or self.form)
            return
        self.notice.tell(problem.why.en if isinstance(problem, Refused) else problem.text.en, "late")
