"""After the meeting: the chair approves the minutes with their pages; then they are issued and stay as they are."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from casework.dates import distance, spoken
from casework.meetings.minutes import issue_by
from casework.pack import MeetingPack
from casework.record import has_value
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk, Place
from desktop.operations import approving, papers
from desktop.operations.intent import Changes, Write
from desktop.operations.minuting import Sitting
from desktop.pages.asked_line import AskedLine
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.notice import Notice
from widgets.progress import Progress

_WHO = "Approved by the chair"
_WHO_HELP = "Approving keeps the minutes and their very pages. They are not edited afterwards."
_READ = "Read the minutes as they will be printed under Paper first. The restricted annex is a document of its own."
_CLOSED = "The meeting is closed. The minutes are a draft until the chair approves them."
_AFTER = "What is to be put right is recorded as a correction, agreed at the next meeting and printed with them."


class Approval(QWidget):
    """Shown once a meeting is closed. ``saved`` and ``not_saved(why)`` tell of writing."""

    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sitting: Sitting | None = None
        self._under_way = False
        self._stood = (False, False)
        self._notice, self._progress = Notice(), Progress()
        self._told = Paragraph(_READ)
        self.who = AskedLine(_WHO, _WHO_HELP)
        self.who.box.returnPressed.connect(self.approve)
        self.button = Button("Approve the minutes", kind="primary")
        self.button.clicked.connect(self.approve)
        self.issue_button = Button("Issued today", kind="primary")
        self.issue_button.clicked.connect(self.issue)
        self.paper_button = Button("To the paper", icon="printer")
        self.paper_button.clicked.connect(self._go_to_paper)
        self._draft = QWidget()
        self._draft.setLayout(column(self._told, self.who, gap=12))
        foot = row(self.paper_button, None, self.button, self.issue_button, gap=8)
        self.setLayout(column(Heading("The minutes", 2), self._notice, self._draft, self._progress, foot, gap=12))

    def take(self, sitting: Sitting) -> None:
        """Show how far the minutes are."""
        self._sitting = sitting
        meeting = sitting.meeting
        approved, issued = meeting["approved_on"], meeting["issued_on"]
        self.setVisible(sitting.closed)
        self._draft.setVisible(not has_value(approved))
        self.button.setVisible(not has_value(approved))
        self.issue_button.setVisible(has_value(approved) and not has_value(issued))
        if not self.who.text():
            self.who.box.setText(meeting.words("chair"))
        stands, at = (has_value(approved), has_value(issued)), QApplication.focusWidget()
        if stands != self._stood and at is not None and self.isAncestorOf(at):
            self.begin()
        self._stood = stands
        if not isinstance(approved, date):
            self._notice.tell(_CLOSED, "soon", self._deadline())
            return
        told = f"Approved by {meeting.words('approved_by')} on {spoken(approved)}."
        if isinstance(issued, date):
            self._notice.tell(f"{told} Issued on {spoken(issued)}.", "done", _AFTER)
        else:
            self._notice.tell(told, "accent", self._deadline())

    def begin(self) -> None:
        """Put the cursor where the next step is."""
        first = self.who.box if self._draft.isVisibleTo(self) else self.issue_button
        (first if first.isVisibleTo(self) else self.paper_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def approve(self) -> None:
        """Make the pages, then freeze the minutes with them."""
        if self._under_way or self._sitting is None:
            return
        where = self._sitting.case.id, self._sitting.meeting.id
        self._under_way = True
        self._progress.start("Making the pages that are approved…")
        read = approving.paper_to_approve(*where, self.who.text(), self._desk.today, clock.now())
        self._desk.worker.read(read, self, self._make, self._refuse)

    def issue(self) -> None:
        """Note that they went out today."""
        if self._sitting is not None:
            self._write(approving.issue(self._sitting.case.id, self._sitting.meeting.id, self._desk.today))

    def _make(self, pack: MeetingPack) -> None:
        if self._sitting is not None:
            order = approving.order(self._sitting.case.id, self._sitting.meeting.id)
            self._desk.worker.beside(partial(papers.made, pack, order), self, self._freeze, self._refuse)

    def _freeze(self, paper: bytes) -> None:
        if self._sitting is not None:
            where = self._sitting.case.id, self._sitting.meeting.id
            self._write(approving.approve(*where, self.who.text(), self._desk.today, paper))

    def _write(self, write: Write) -> None:
        self._desk.worker.write(write, self, self._done, self._refuse)

    def _done(self, _changes: Changes) -> None:
        self._settle()
        self.saved.emit()

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self._settle()
        why = problem.why.en if isinstance(problem, Refused) else problem.text.en
        if isinstance(problem, Refused) and problem.where == "approved_by":
            self.who.refuse(why)
        else:
            self._notice.tell(why, "late")
        self.not_saved.emit(why)

    def _settle(self) -> None:
        self._under_way = False
        self._progress.stop()

    def _deadline(self) -> str:
        found = issue_by(self._sitting.meeting, self._sitting.view.settings) if self._sitting else None
        if found is None:
            return ""
        return f"To be issued by {spoken(found)}, {distance(found, self._desk.today).en}. Check your area's policy."

    def _go_to_paper(self) -> None:
        if self._sitting is not None:
            self._desk.want(Place("case", self._sitting.case.id, "paper"))
