"""Meeting mode: the agenda at the left, the minutes in the middle, what was agreed at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from casework.dates import spoken
from casework.meetings.closing import Lacking
from casework.meetings.people import agencies_first, people
from casework.meetings.sitting import meeting_day, sequence
from casework.record import CaseId
from casework.typed import Spot
from desktop.desk import Desk, Place
from desktop.operations import cases, minuting, sitting
from desktop.operations.intent import Changes
from desktop.operations.sitting import Sitting
from desktop.pages.meeting.agenda import AgendaSide
from desktop.pages.meeting.agreed import Agreed
from desktop.pages.meeting.foot import MeetingFoot
from desktop.pages.meeting.middle import Middle
from desktop.pages.meeting.statement import StatementPage
from desktop.pages.meeting.writing import Writing
from desktop.pages.page import Page
from widgets.label import Elided
from widgets.layout import column, panel, row, rule, upright
from widgets.theme import px

_LEFT, _RIGHT = 252, 276
_NARROW, _LEFT_NARROW = 1000, 200
FIRST, STATEMENT = "welcome", "confidentiality"


class MeetingPage(Page):
    """One sitting of one case. Whatever is typed or ticked is in the vault at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._case, self._meeting, self.item = CaseId(""), "", ""
        self.sitting: Sitting | None = None
        self._reading = self._stale = False
        self._title = Elided("", voice="title")
        self._when = Elided("", voice="quiet")
        self.agenda, self.middle, self.agreed = AgendaSide(), Middle(desk), Agreed()
        self.foot, self.statement = MeetingFoot(), StatementPage()
        self.writing = Writing(desk, self.middle, self.foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._laid())
        self._stack.addWidget(self.statement)
        self.setLayout(column(self._stack, gap=0))
        self._connect()
        self._listen()

    def _laid(self) -> QWidget:
        head = row(gap=12, margin=(24, 10, 24, 10))
        head.addWidget(self._title, 3)
        head.addWidget(self._when, 4)
        self.agenda.setFixedWidth(px(_LEFT))
        self.agreed.setFixedWidth(px(_RIGHT))
        body = row(self.agenda, upright(), gap=0)
        self._place_of_middle = column(self.middle, gap=0)
        body.addLayout(self._place_of_middle, 1)
        body.addWidget(upright())
        body.addWidget(self.agreed)
        whole = column(panel(head, surface=True), body, rule(), self.foot, gap=0)
        whole.setStretch(1, 1)
        laid = QWidget()
        laid.setLayout(whole)
        return laid

    def _connect(self) -> None:
        self.agenda.chosen.connect(self.go_to)
        self.agenda.covered.connect(self._cover)
        self.agreed.wanted.connect(self._lead_to)
        self.foot.close_wanted.connect(self.close_meeting)
        self.statement.shown.connect(self._show_statement)
        self.statement.left.connect(self._leave_statement)
        self.desk.worker.changed.connect(self._changed)
        self.desk.journal.told.connect(self.foot.saved.tell)
        keys = {
            "Ctrl+Down": self.next_item, "Ctrl+Up": self.item_before, "F8": self.ask, "F9": self.lead_to_missing,
            "Ctrl+Return": self.close_meeting, "Ctrl+Enter": self.close_meeting,
        }  # fmt: skip
        for one, do in keys.items():
            cut = QShortcut(QKeySequence(one), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            cut.activated.connect(do)

    def _listen(self) -> None:
        self.middle.saved.connect(self.writing.tell_saved)
        self.middle.decisions.leaves.connect(self._ask_exit)
        self.middle.not_saved.connect(self._not_saved)
        self.setFocusProxy(self.middle.line)

    def _renew(self) -> None:
        """Another meeting comes: the box and the questions of the one before go, with whatever waits in the journal."""
        self.desk.journal.flush()
        before, self.middle = self.middle, Middle(self.desk)
        self.writing = Writing(self.desk, self.middle, self.foot)
        self._place_of_middle.replaceWidget(before, self.middle)
        before.hide()
        before.deleteLater()
        self._listen()

    # what the window calls

    def open(self, place: Place) -> None:
        """Show a meeting. Looking at another case is logged first."""
        meeting = place.section or place.record
        if (place.case, meeting) == (self._case, self._meeting) and self.sitting is not None:
            return
        self.flush()
        self._case, self._meeting = CaseId(place.case), meeting
        self.sitting, self.item = None, ""
        self._renew()
        self.desk.worker.write(cases.consult(self._case, self.desk.reason), self, self._read_after)

    def place(self) -> Place | None:
        """The meeting that is shown, whichever record of it the cursor is in."""
        return Place("meeting", self._case, section=self._meeting) if self._case else None

    def flush(self) -> None:
        """Hand over what is typed in the questions; the line that is typed is kept by the journal."""
        self.middle.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the minutes have the room; the bar tells what is missing, and F9 leads there."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(_NARROW)
        self.agreed.setHidden(narrow)
        self.agenda.setFixedWidth(px(_LEFT_NARROW if narrow else _LEFT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = QApplication.focusWidget()
        approves = at is not None and self.middle.approval.isAncestorOf(at)
        sits = self.sitting is not None and not self.sitting.approved and not approves
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and sits:
            self.middle.line.setFocus()
            return
        super().keyPressEvent(event)

    # reading

    def _read_after(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        if self._reading:
            self._stale = True
            return
        self._reading = True
        read = sitting.sitting(self._case, self._meeting, self.desk.today)
        self.desk.worker.read(read, self, self._take, self._unread)

    def _unread(self, problem: object) -> None:
        self._reading = False
        self.desk.worker.failed.emit(problem)

    def _take(self, found: Sitting) -> None:
        self._reading = False
        if self._stale or found.meeting.id != self._meeting:
            self._stale = False
            self._read()
            if found.meeting.id != self._meeting:
                return
        first, self.sitting = self.sitting is None, found
        closes = found.closed and not first and not self.foot.closed
        self.writing.take(found)
        number, _ = sequence(found.case, found.meeting)
        on = meeting_day(found.meeting)
        self._title.setText(f"Level {found.meeting.words('level')} meeting {number} · {found.case.name}")
        when = (found.case.ref, spoken(on) if on else "", found.meeting.words("time"), found.meeting.words("place"))
        self._when.setText(" · ".join(one for one in when if one))
        self.agenda.take(found)
        self.agreed.take(found)
        self.foot.take(found)
        self.middle.line.take(people(found.case, found.meeting), agencies_first(found.case, found.meeting))
        self.middle.take(found)
        if closes:
            self.middle.approval.begin()
        if first:
            spot = Spot(self._case, self._meeting, minuting.LINE)
            self.desk.journal.follow(self.middle.line.editor, spot, kept=False)
            covered = found.meeting.links("covered")
            self.go_to(next((one.code for one in found.agenda if one.code not in covered), FIRST))
            if found.closed:
                self.middle.approval.begin()

    def _changed(self, changes: Changes, _by: object) -> None:
        if self.sitting is not None and self._case in changes.cases:
            self._read()

    # the agenda

    def go_to(self, item: str) -> None:
        """Show an item; the statement stands over the whole page until it was shown."""
        if self.sitting is None:
            return
        self.flush()
        self.item = self.writing.item = item
        self.agenda.choose(item, self.sitting)
        self.middle.show_item(item, self.sitting)
        if item == STATEMENT and not self.sitting.closed and not self.sitting.meeting.words("statement"):
            self.statement.take(self.sitting.statement)
            self._stack.setCurrentIndex(1)
            self.statement.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_item(self) -> None:
        """Tick the item in sight and go to the next."""
        if self.sitting is None:
            return
        if self.item not in self.sitting.meeting.links("covered") and not self.sitting.closed:
            self.writing.cover(self.item, covered=True)
        self._turn(1)

    def ask(self) -> None:
        """Put the cursor into the questions of the item in sight."""
        self.middle.ask()

    def item_before(self) -> None:
        """Go to the item before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        every = [one.code for one in self.sitting.agenda] if self.sitting else []
        at = every.index(self.item) + by if self.item in every else 0
        if 0 <= at < len(every):
            self.go_to(every[at])

    def _cover(self) -> None:
        if self.sitting is not None:
            self.writing.cover(self.item, covered=self.item not in self.sitting.meeting.links("covered"))

    def _show_statement(self) -> None:
        if self.sitting is not None:
            self.writing.show_statement()
            self._stack.setCurrentIndex(0)
            self.next_item()

    def _leave_statement(self) -> None:
        self._stack.setCurrentIndex(0)
        self.middle.line.setFocus()

    def _ask_exit(self) -> None:
        self.go_to("next")
        self.middle.ask()

    def _not_saved(self, _why: str) -> None:
        """The whole sentence stands beside its field."""
        self.foot.saved.failed("look beside the field")

    # closing

    def lead_to_missing(self) -> None:
        """Go to the first thing that is missing."""
        if self.sitting is not None and self.sitting.blocking:
            self._lead_to(self.sitting.blocking[0])

    def close_meeting(self) -> None:
        """Close it, or say beside each place what is missing and go to the first."""
        if self.sitting is None or self.sitting.closed:
            return
        self.flush()
        read = sitting.sitting(self._case, self._meeting, self.desk.today)
        self.desk.worker.read(read, self, self._close_or_say)

    def _close_or_say(self, found: Sitting) -> None:
        """What was typed last is in this reading."""
        if found.meeting.id != self._meeting or found.closed:
            return
        self.sitting = found
        self.middle.insist(found)
        if found.blocking:
            self.foot.refuse(found.blocking[0].says.en)
            self.lead_to_missing()
        else:
            self.writing.close()

    def _lead_to(self, one: Lacking) -> None:
        self.go_to(one.item)
        self.middle.lead_to(one)
