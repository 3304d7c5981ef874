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
from desktop.operations.sitting import Sitting
from desktop.pages.asked_line import AskedLine
from desktop.pages.meeting.chair_signs import ChairSigns
from desktop.pages.sight import bring_in, bring_up
from storage.problems import VaultProblem, WrongPassphrase
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.notice import Notice
from widgets.progress import Progress

_WHO = "Approved by the chair"
_WHO_HELP = "Approving keeps the minutes and their very pages. They are not edited afterwards."
_MEND = "Until then lines and reasons are mended here on their items; what is changed is told and printed. "
_READ = (
    _MEND + "Read the minutes as they will be printed under Paper first. The restricted annex is a document of its own."
)
_CLOSED = "The meeting is closed. The minutes are a draft until the chair approves them."
_TYPE_IT = "Type the chair's own passphrase."
_WRONG = "That is not the passphrase of the person chosen: check Caps Lock, and try again."
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
        self.signing = ChairSigns(desk)
        self.signing.entered.connect(self.approve)
        self.button = Button("Approve the minutes", kind="primary")
        self.button.clicked.connect(self.approve)
        self.issue_button = Button("Issued today", kind="primary")
        self.issue_button.clicked.connect(self.issue)
        self.paper_button = Button("To the paper", icon="printer")
        self.paper_button.clicked.connect(self._go_to_paper)
        self._changed = Paragraph("", voice="quiet", most=0)
        self._draft = QWidget()
        self._draft.setLayout(column(self._told, self._changed, self.who, self.signing, gap=12))
        foot = row(self.paper_button, None, self.button, self.issue_button, gap=8)
        self.setLayout(column(Heading("The minutes", 2), self._notice, self._draft, self._progress, foot, gap=12))

    def take(self, sitting: Sitting) -> None:
        """Show how far the minutes are."""
        self._sitting = sitting
        meeting = sitting.meeting
        approved, issued = meeting["approved_on"], meeting["issued_on"]
        at = QApplication.focusWidget()
        here = at is not None and self.isAncestorOf(at)
        self.setVisible(sitting.closed)
        self._changed.setText(changed_since(sitting))
        self._changed.setVisible(bool(sitting.changed))
        self._draft.setVisible(not has_value(approved))
        self.button.setVisible(not has_value(approved))
        self.issue_button.setVisible(has_value(approved) and not has_value(issued))
        if not self.who.text():
            self.who.box.setText(meeting.words("chair"))
        if sitting.closed and not has_value(approved):
            self.signing.ask(self.who.text())
        stands = has_value(approved), has_value(issued)
        if stands != self._stood and here:
            self.begin()
        self._stood = stands
        if not isinstance(approved, date):
            self._notice.tell(_CLOSED, "soon", self._deadline())
            return
        told = f"Approved by {meeting.words('approved_by')} on {spoken(approved)}."
        if sitting.signed:
            told += f" Signed by {sitting.signed.name} with their own passphrase, key {sitting.signed.fingerprint}."
            told += "" if sitting.signed.holds else " That signature does not fit these minutes."
        if isinstance(issued, date):
            self._notice.tell(f"{told} Issued on {spoken(issued)}.", "done", _AFTER)
        else:
            self._notice.tell(told, "accent", self._deadline())

    def begin(self) -> None:
        """Put the cursor where the next step is."""
        first = self.who.box if self._draft.isVisibleTo(self) else self.issue_button
        (first if first.isVisibleTo(self) else self.paper_button).setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self)

    def approve(self) -> None:
        """Make the pages, then freeze the minutes with them."""
        if self._under_way or self._sitting is None:
            return
        signs = self.signing.signs()
        if signs and not self.signing.passphrase.text():
            self.signing.passphrase.refuse(_TYPE_IT)
            return
        where = self._sitting.case.id, self._sitting.meeting.id
        self._under_way = True
        self._progress.start("Making the pages that are approved…")
        read = approving.paper_to_approve(*where, self.who.text(), self._desk.today, clock.now(), signs)
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
            where, signs = (self._sitting.case.id, self._sitting.meeting.id), self.signing.signs()
            given = self.signing.passphrase.copied() if signs else None
            if signs:
                self._progress.start("Checking the passphrase…")
            self._write(approving.approve(*where, self.who.text(), self._desk.today, paper, signs, given))

    def _write(self, write: Write) -> None:
        self._desk.worker.write(write, self, self._done, self._refuse)

    def _done(self, _changes: Changes) -> None:
        self._settle()
        self.signing.passphrase.clear()
        self.saved.emit()

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self._settle()
        why = problem.why.en if isinstance(problem, Refused) else problem.text.en
        if isinstance(problem, Refused) and problem.where == "approved_by":
            self.who.refuse(why)
        elif isinstance(problem, WrongPassphrase):
            self.signing.passphrase.refuse(why := _WRONG)
            bring_in(self.signing)
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


def changed_since(sitting: Sitting) -> str:
    """What was changed after closing, in a sentence; struck lines with their words."""
    counts: dict[str, int] = {}
    for one in sitting.changed:
        shown = one.shape.get("what")
        label = shown.told(one["what"]) if shown else one.words("what")
        counts[label] = counts.get(label, 0) + 1
    told = ", ".join(f"{label.lower()} ({n})" if n > 1 else label.lower() for label, n in counts.items())
    struck = [one.words("was") for one in sitting.changed if one["what"] == "struck" and one.words("was")]
    gone = "".join(f" Struck: “{one}”" for one in struck)
    return f"Changed since it was closed: {told}.{gone}" if told else ""
