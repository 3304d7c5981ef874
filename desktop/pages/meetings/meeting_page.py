"""One meeting before it is held: when and where, who is asked and why, reports, and the agenda from what is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from casework.meetings.agenda import agenda
from casework.meetings.item import AgendaItem
from casework.meetings.points import Open
from casework.meetings.sitting import missing_reports, report_day, spacing
from casework.meetings.suggestions import Suggestion, suggestions
from casework.record import Record, has_value
from desktop.desk import Desk, Place
from desktop.operations import meetings
from desktop.operations.view import CaseView
from desktop.pages.meetings.opened import Opened
from desktop.pages.meetings.suggested import Suggested
from desktop.pages.meetings.told import meeting_name
from desktop.pages.overview_blocks import Fact
from widgets.button import Button
from widgets.flow import Flow
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.notice import Notice
from widgets.shapes import Shape

AFTER = ("correction",)
_EACH = {"invitation": "An invitation for each", "agenda": "The agenda for each", "pack": "The pack for each"}


class MeetingPage(Opened):
    """Everything of a meeting that is known before it begins; what comes of it stands below.

    Once it is closed, attendance is mended with the minutes, where every change is told.
    """

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__(desk, view, record)
        self._agenda_told: tuple[AgendaItem, ...] = ()
        self._wanting: tuple[str, ...] = ()
        self.spacing = Notice()
        self.suggested = Suggested()
        self.suggested.accepted.connect(self._invite)
        self.hold = Button("Hold the meeting", icon="users", kind="primary")
        self.hold.clicked.connect(self._hold)
        self._held = has_value(record["closed_at"])
        self.invited = self.add_list("invitee", "Invited", without="attended" if self._held else "")
        self.reports = self.add_list("agency_report")
        self._awaited = column(gap=4)
        self._agenda = column(gap=12)
        after = [self.add_list(kind) for kind in AFTER]
        order = Paragraph("The order is fixed; what is under each item is what the case has open today.", voice="quiet")
        open_ = QWidget()
        open_.setLayout(column(Heading("Agenda", 2), order, self._agenda, gap=8))
        body = column(
            self.spacing,
            column(Heading("When, where, what for", 2), self.form, gap=12),
            self.suggested,
            column(self.invited, self._for_each(), gap=8),
            column(self.reports, self._awaited, gap=8),
            open_,
            *after,
            gap=28,
        )
        self.lay(body, self._paper(), self.hold, leaps=self._leaps(open_))

    def _leaps(self, open_: QWidget) -> tuple[tuple[str, QWidget], ...]:
        return (
            ("Who is suggested", self.suggested),
            ("Invited", self.invited),
            ("Agency reports", self.reports),
            ("Agenda", open_),
        )

    def _paper(self) -> Button:
        made = Button("Paper", icon="printer", kind="quiet")
        made.setAccessibleName("Invitations, agenda and report forms on paper")
        made.clicked.connect(lambda: self.desk.want(Place("case", self.view.case.id, "paper")))
        return made

    def _for_each(self) -> QWidget:
        """Paper for everybody invited in one run: a numbered copy each."""
        flow, box = Flow(12), QWidget()
        for document, words in _EACH.items():
            button = Button(words, icon="printer", kind="link")
            button.setAccessibleName(f"Print for everybody invited: {words.lower()}")
            button.clicked.connect(partial(self._print_for_each, document))
            flow.addWidget(button)
        box.setLayout(flow)
        self._each = box
        return box

    def _print_for_each(self, document: str) -> None:
        self.flush()
        self.desk.want(Place("case", self.view.case.id, "paper", self.record.id, document))

    def tell(self) -> None:
        """Say how it lies to the last meeting, who should be asked, whose report is awaited, what is open."""
        view, case = self.view, self.view.case
        if has_value(self.record["closed_at"]) and not self._held:
            self._held = True
            QTimer.singleShot(0, self, self.closed.emit)
        self.title.setText(meeting_name(view, self.record))
        self.hold.set_words("To the minutes" if has_value(self.record["closed_at"]) else "Hold the meeting")
        far = spacing(case, self.record, view.settings)
        self.spacing.tell(far.says.en if far else "", "late" if far and far.late else "soon")
        self.suggested.show_found(suggestions(case, self.record, view.today, view.reckoning))
        self._each.setVisible(bool(case.children(self.record, "invitee")))
        self._tell_awaited()
        ground = Open(
            case, view.today, view.reckoning, view.due, view.contradictions, view.plan_findings, view.settings
        )
        items = agenda(self.record, ground)
        if items != self._agenda_told:
            self._agenda_told = items
            clear(self._agenda)
            for one in items:
                self._agenda.addWidget(self._item(one))

    def _hold(self) -> None:
        self.desk.want(Place("meeting", self.view.case.id, record=self.record.id))

    def _item(self, item: AgendaItem) -> QWidget:
        facts = [
            Fact(
                self, one.says.en, one.about, one.key, kind=one.kind,
                shape=Shape.DOT if one.strong else Shape.DASH, role="late" if one.strong else "quiet",
            )
            for one in item.points
        ]  # fmt: skip
        box = QWidget()
        box.setLayout(column(Heading(f"{item.number}  {item.title.en}", 3), *facts, gap=2))
        return box

    def _tell_awaited(self) -> None:
        awaited = missing_reports(self.view.case, self.record)
        by = report_day(self.record, self.view.settings)
        told = (*awaited, str(by))
        if told == self._wanting:
            return
        self._wanting = told
        clear(self._awaited)
        for agency, one in awaited.items():
            shown = one.shape.get("agency")
            name = shown.told(agency) if shown else agency
            enter = Button("Enter the report", kind="link")
            enter.setAccessibleName(f"Enter the report of {name}")
            enter.clicked.connect(partial(self._enter_report, agency))
            late = by is not None and by < self.view.today
            when = f"{'was wanted' if late else 'wanted'} by {spoken(by)}" if by else "no date set"
            line = QWidget()
            line.setLayout(row(Paragraph(f"Awaited: {name}, {when}"), enter, None, gap=8))
            self._awaited.addWidget(line)

    def _enter_report(self, agency: str) -> None:
        self.reports.add({"agency": agency, "dated": self.view.today})

    def _invite(self, found: tuple[Suggestion, ...]) -> None:
        self.saving.emit()
        people = [one.answers(self.view.today) for one in found]
        write = meetings.invite(self.view.case.id, self.record.id, people)
        self.desk.worker.write(write, self, self._written)

    def _written(self, _changes: object) -> None:
        self.saved.emit()
