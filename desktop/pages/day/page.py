"""Meetings, over all cases: the list of a day, and what each agency has open."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.dates import distance, spoken
from casework.meetings.day import Sitting
from casework.meetings.quality import Half
from casework.record import record_kinds
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk, Place
from desktop.operations import runs, sittings
from desktop.operations.intent import Changes
from desktop.operations.papers import Order
from desktop.operations.runs import Planned
from desktop.pages.actions.part import said
from desktop.pages.day.line import SittingLine
from desktop.pages.day.run import Run
from desktop.pages.page import Page
from desktop.pages.paper_runner import Put, Runner, run_words
from desktop.pages.paper_sending import SENT, send
from desktop.pages.paper_ways import printer_for
from desktop.pages.run_out import to_printer
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.flow import Flow
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row
from widgets.notice import Notice
from widgets.progress import Progress
from widgets.theme import px
from widgets.told import Told, ToldList

NEXT, BEFORE = "Ctrl+PgDown", "Ctrl+PgUp"
_WIDE = 960
_FIGURES = "1234 "
_KINDS = {
    "meeting",
    "invitee",
    "agency_report",
    "action",
    "action_move",
    "copy",
    "setting",
    "meeting_audit",
    "observation",
    "case_audit",
}
_KEYS = "Ctrl+Page Down goes to the next case of the day, also from within a meeting; Ctrl+Page Up to the one before."
_NOBODY = "No case has a meeting with a day yet. Set one up under Meetings in the case."


class MeetingsPage(Page):
    """One day at a time: today's, else the next that has a meeting, else the last that had one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: sittings.Meetings | None = None
        self._day = desk.today
        self._kept = False
        self._at = ""
        self._keys = False
        self.day = PlainLabel("", voice="strong")
        self.earlier, self.later = Button("Earlier day", icon="chevron-left"), Button("Later day", icon="chevron-right")
        self.earlier.clicked.connect(partial(self._step, -1))
        self.later.clicked.connect(partial(self._step, 1))
        self.print = Button("Print the day's list", icon="printer")
        self.print.setAccessibleDescription("Times, initials and references only")
        self.print.clicked.connect(self._print)
        self.runs = {
            "pack": Button("Print the pack of each…", icon="printer"),
            "action_slips": Button("Print the action slips of each…", icon="printer"),
        }
        for document, button in self.runs.items():
            button.clicked.connect(partial(self._ask_run, document))
        self.other = Button("Other papers of each…", icon="file-text")
        self.other.clicked.connect(self._ask_others)
        self.run = Run()
        self.run.wanted.connect(self._print_wanted)
        self.run.left.connect(self._leave_run)
        self._document = ""
        self.runner, self.progress = Runner(desk, self), Progress()
        self.progress.cancelled.connect(self.runner.stop)
        self.runner.reached.connect(self._reach)
        self.runner.ended.connect(self._end_run)
        self.runner.refused.connect(self._refuse)
        self.notice = Notice()
        self.nothing = Paragraph("", voice="quiet")
        self._lines = column(gap=8)
        self.agencies = ToldList(label_px=220)
        self.quality = ToldList(label_px=380)
        self._quality_head = Heading("Audits and observations, counted", 2)
        self._agencies_head = Heading("What agencies have open, in the cases that have meetings", 2)
        inside = QWidget()
        self.day.setMinimumHeight(self.print.sizeHint().height())
        self.day.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        days = Flow(8)
        for one in (self.earlier, self.later, self.day, self.print):
            days.addWidget(one)
        below = column(self._agencies_head, self.agencies, 16, self._quality_head, self.quality, gap=8)
        below_day = row(*self.runs.values(), self.other, None, gap=8)
        head = (Heading("Meetings"), days, self.progress, self.notice, self.nothing)
        parts = (*head, self._lines, below_day, self.run, Paragraph(_KEYS, voice="quiet"))
        inside.setLayout(column(*parts, 16, below, None, gap=12, margin=24))
        inside.setMaximumWidth(px(_WIDE) + 48)
        self.setLayout(column(Scrolled(inside, name="Meetings")))
        self.setFocusProxy(self.later)
        desk.worker.changed.connect(self._changed)
        desk.wanted.connect(self._note)

    def open(self, _place: Place) -> None:
        """Read what there is anew."""
        self.notice.tell("")
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._keys:
            self._keys = True
            for keys, step in ((NEXT, 1), (BEFORE, -1)):
                cut = QShortcut(QKeySequence(keys), self.window(), context=Qt.ShortcutContext.WindowShortcut)
                cut.activated.connect(partial(self.go_on, step))
                self.destroyed.connect(cut.deleteLater)

    def lines(self) -> tuple[SittingLine, ...]:
        """The meetings of the day in their order."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        return tuple(one for item in items if item and isinstance(one := item.widget(), SittingLine))

    def shown(self) -> tuple[Sitting, ...]:
        """The meetings of the day that is shown."""
        return tuple(one for one in (self._found.sittings if self._found else ()) if one.on == self._day)

    def go_on(self, step: int) -> None:
        """Go into the meeting of the next case of the day, or of the one before."""
        found = self.shown()
        ids = [str(one.meeting) for one in found]
        if not found:
            return
        at = ids.index(self._at) + step if self._at in ids else 0
        if 0 <= at < len(found):
            self._enter(str(found[at].case), ids[at])
        else:
            self.desk.tell("That was the last case of the day." if step > 0 else "That was the first case of the day.")

    def _read(self) -> None:
        self.desk.worker.read(sittings.meetings(self.desk.today), self, self._take)

    def _take(self, found: sittings.Meetings) -> None:
        self._found = found
        days = self._days()
        if days and (not self._kept or self._day not in days):
            ahead = [one for one in days if one >= self.desk.today]
            self._day = ahead[0] if ahead else days[-1]
        self._show()

    def _days(self) -> list[date]:
        return sorted({one.on for one in (self._found.sittings if self._found else ())})

    def _step(self, step: int) -> None:
        days = self._days()
        at = days.index(self._day) + step if self._day in days else 0
        if 0 <= at < len(days):
            self._day, self._kept = days[at], True
            self._show()

    def _show(self) -> None:
        days, found = self._days(), self.shown()
        at = days.index(self._day) if self._day in days else -1
        self.earlier.setEnabled(at > 0)
        self.later.setEnabled(-1 < at < len(days) - 1)
        self.print.setEnabled(bool(found))
        self.day.setText(f"{spoken(self._day)}, {distance(self._day, self.desk.today).en}" if found else "")
        self.nothing.setText("" if found else _NOBODY)
        self.nothing.setVisible(not found)
        for document, button in self.runs.items():
            button.setVisible(bool(sittings.orders(found, document)))
        self.other.setVisible(bool(found))
        clear(self._lines)
        for one in found:
            line = SittingLine(one)
            line.wanted.connect(self._enter)
            line.papers.connect(self._papers)
            self._lines.addWidget(line)
        agencies = self._found.agencies if self._found else ()
        self._agencies_head.setVisible(bool(agencies))
        self.agencies.set_told([Told(one.agency.en, said(one), role="late" if one.late else "") for one in agencies])

        quality = self._found.quality if self._found else ()
        self._quality_head.setVisible(bool(quality))
        self.quality.set_told([Told(f"{_plural(one)}, {one.label.en}", _counted(one)) for one in quality])

    def _enter(self, case: str, meeting: str) -> None:
        self.desk.want(Place("meeting", case, record=meeting))

    def _papers(self, case: str) -> None:
        self.desk.want(Place("case", case, "paper"))

    def _note(self, place: Place) -> None:
        if place.page == "meeting":
            self._at = place.record

    def _changed(self, changes: Changes, _by: object) -> None:
        if self._found is not None and changes.kinds & _KINDS:
            self._read()

    def _print(self) -> None:
        if printer := printer_for(self, self._refuse):
            self.print_list(printer)

    def _ask_run(self, document: str) -> None:
        """Ask for whom each is, on the page; the printer is asked for after that."""
        self._document = document
        self.notice.tell("")
        title = self.runs[document].text().rstrip("…")
        self.run.ask(title, sittings.orders(self.shown(), document), self.shown())

    def _ask_others(self) -> None:
        """Go to the paper of the day's cases, in one run."""
        cases = dict.fromkeys(str(one.case) for one in self.shown())
        self.desk.want(Place("run", section=" ".join(cases)))

    def _leave_run(self) -> None:
        self.run.hide()
        self.runs[self._document].setFocus()

    def _print_wanted(self, wanted: tuple[Order, ...]) -> None:
        if printer := printer_for(self, self._refuse):
            self.print_run(wanted, printer)

    def print_run(self, wanted: tuple[Order, ...], printer: QPrinter) -> None:
        """Log a copy for every recipient of every meeting, then make and print one after the other, a list on top."""
        refs = {one.case: one.ref for one in self.shown()}
        run = [Planned(refs[one.case], one) for one in wanted]
        self.notice.tell("")
        self.progress.start("Counting what is not known…", cancellable=True)
        counted = runs.as_such(run, self.desk.today, clock.now())
        begin = partial(self._begin_run, to_printer(self.desk, self, printer))
        self.desk.worker.read(counted, self, begin, self._refuse)

    def _begin_run(self, put: Put, run: tuple[Planned, ...]) -> None:
        self.runner.start(run, put)

    def _reach(self, made: int, count: int) -> None:
        self.progress.say(f"{made} of {count} copies made…")
        self.progress.reach(made / count)

    def _end_run(self, made: int, count: int, why: str) -> None:
        self.progress.stop()
        self.run.hide()
        self.notice.tell(*run_words(made, count, why))
        self._read()

    def print_list(self, printer: QPrinter) -> None:
        """Log it, then make the day's list and send it to a printer."""
        made = sittings.listed(self.shown(), self.desk.today)
        self.desk.worker.read(made, self, partial(self._send, printer), self._refuse)

    def _send(self, printer: QPrinter, pdf: bytes) -> None:
        send(self.desk, self, (pdf,), printer, lambda: self.notice.tell(SENT, "done"), self._refuse)

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self.progress.stop()
        if isinstance(problem, Refused):
            self.notice.tell(problem.why.en, "late")
        else:
            self.desk.worker.failed.emit(problem)


def _plural(one: Half) -> str:
    return record_kinds()[one.kind].plural.en


def _counted(one: Half) -> str:
    return f"{one.made} made: " + ", ".join(
        f"{label.en.lstrip(_FIGURES).lower()} {count}" for label, count in one.scores
    )
