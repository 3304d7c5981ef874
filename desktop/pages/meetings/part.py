"""The meetings part of a case: the next meeting and those held, referrals, level decisions, reviews, leaving MAPPA."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casework.meetings.levels import new_level
from casework.record import Record
from desktop.desk import Desk
from desktop.operations import cases, meetings
from desktop.operations.intent import Changes, Write
from desktop.operations.view import CaseView
from desktop.pages.meetings.meeting_page import MeetingPage
from desktop.pages.meetings.opened import Opened
from desktop.pages.meetings.referral_page import ReferralPage
from desktop.pages.meetings.told import in_order, meeting_name, meeting_told, referral_name, referral_told
from desktop.pages.orders.order_line import LineTold, OrderLine
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.removed_line import RemovedLine
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.theme import px

KINDS = ("meeting", "referral")
_LISTED = ("level", "exit")
_NONE = {
    "meeting": "No meeting is entered. A case at Level 2 or 3 has one; Level 1 is reviewed without.",
    "referral": "No referral is entered. Going up to Level 2 or 3 needs one.",
}
_WIDE = 920


class MeetingsPart(Part):
    """Lists, and in their place one meeting or referral in full."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.page: Opened | None = None
        self._wanted: tuple[str, str] | None = None
        self._fresh = ""
        self._leaving: RemovedLine | None = None
        self._told: tuple[LineTold, ...] | None = None
        self.set_up = Button("Set up a meeting", icon="plus", kind="primary")
        self.set_up.clicked.connect(self._set_up)
        self.refer = Button("Refer to Level 2 or 3", icon="plus")
        self.refer.clicked.connect(self._refer)
        self.decide = Button("Decide the level", icon="plus")
        self.decide.clicked.connect(self._decide)
        self._gone = column(gap=8)
        self._lines: dict[str, QVBoxLayout] = {kind: column(gap=8) for kind in KINDS}
        self._none = {kind: Paragraph(words, voice="quiet") for kind, words in _NONE.items()}
        self.lists = {kind: self._list(kind) for kind in _LISTED}
        self._list_page = Scrolled(self._inside(), name="Meetings")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list_page)
        self.setLayout(column(self._stack))

    def _inside(self) -> QWidget:
        level, *rest = self.lists.values()
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        inside.setLayout(
            column(
                row(Heading("Meetings"), None, self.set_up, gap=8),
                self._gone,
                column(self._none["meeting"], self._lines["meeting"], gap=8),
                column(
                    row(Heading("Referrals", 2), None, self.refer, gap=8),
                    self._none["referral"],
                    self._lines["referral"],
                    gap=8,
                ),
                column(level, row(self.decide, None), gap=8),
                *rest,
                None,
                gap=24,
                margin=24,
            )
        )
        holder = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder.setLayout(line)
        return holder

    def show_view(self, view: CaseView) -> None:
        self._show_lines(view)
        for one in self.lists.values():
            one.take(view)
        if self.page:
            record = view.case.get(self.page.record.id)
            if record:
                self.page.take(view, record)
            else:
                self._close()
        if self._fresh and view.case.get(self._fresh):
            made, self._fresh = self._fresh, ""
            self._open(made)
            if self.page:
                self.page.begin()
        if self._wanted and view.case.get(self._wanted[0]):
            (record_id, key), self._wanted = self._wanted, None
            self.go(record_id, key)

    def flush(self) -> None:
        if self.page:
            self.page.flush()
        for one in self.lists.values():
            one.flush()

    def go(self, record: str, key: str) -> None:
        found = self.view.case.get(record) if self.view else None
        if found is None:
            self._wanted = (record, key)
            return
        if top := self._top(found):
            self._open(top.id)
            if self.page and (record != top.id or key):
                self.page.go(record, key)
            return
        self._close()
        if found.kind in self.lists:
            self.lists[found.kind].go(record, key)

    def lines(self, kind: str) -> tuple[OrderLine, ...]:
        """The lines of the meetings or of the referrals, in their order."""
        items = (self._lines[kind].itemAt(n) for n in range(self._lines[kind].count()))
        found = (one.widget() for one in items if one is not None)
        return tuple(one for one in found if isinstance(one, OrderLine))

    # the workings

    def _list(self, kind: str) -> RecordList:
        made = RecordList(self.desk, Shown(kind), adds=kind != "level")
        made.saving.connect(self.saving)
        made.saved.connect(self.saved)
        made.not_saved.connect(self.not_saved)
        return made

    def _show_lines(self, view: CaseView) -> None:
        told = {
            "meeting": [meeting_told(view, one) for one in in_order(view)],
            "referral": [referral_told(view, one) for one in reversed(view.case.of("referral"))],
        }
        flat = tuple(one for some in told.values() for one in some)
        left = self._leaving
        if left and all(left.record.id != one.id for one in flat):
            self._gone.addWidget(left)
            self._leaving = None
            left.take_focus()
        elif flat == self._told:
            return
        self._told = flat
        self._drop_back({one.id for one in flat})
        for kind, lines in told.items():
            clear(self._lines[kind])
            self._none[kind].setVisible(not lines)
            for one in lines:
                line = OrderLine(one)
                line.opened.connect(self._open)
                self._lines[kind].addWidget(line)

    def _ways_back(self) -> tuple[RemovedLine, ...]:
        found = (self._gone.itemAt(n) for n in range(self._gone.count()))
        return tuple(line for one in found if one and isinstance(line := one.widget(), RemovedLine))

    def _drop_back(self, here: set[str]) -> None:
        """Take away the ways back to what is here again."""
        for line in self._ways_back():
            if line.record.id in here:
                self._gone.removeWidget(line)
                line.hide()
                line.deleteLater()

    def _top(self, found: Record) -> Record | None:
        above: Record | None = found
        while above and above.kind not in KINDS and above.parent and self.view:
            above = self.view.case.get(above.parent)
        return above if above and above.kind in KINDS else None

    def _open(self, record: str) -> None:
        found = self.view.case.get(record) if self.view else None
        if found is None or self.view is None or (self.page and self.page.record.id == record):
            return
        self._close()
        if found.kind == "meeting":
            self.page = MeetingPage(self.desk, self.view, found)
            name = meeting_name(self.view, found)
        else:
            self.page = page = ReferralPage(self.desk, self.view, found)
            page.level_wanted.connect(self._decide)
            page.meeting_wanted.connect(self._set_up)
            name = referral_name(found)
        self._connect(self.page)
        self._stack.addWidget(Scrolled(self.page, name=name))
        self._stack.setCurrentIndex(1)
        self.page.take_focus()

    def _connect(self, page: Opened) -> None:
        page.closed.connect(self._back)
        page.removed.connect(self._remove)
        page.elsewhere.connect(self._elsewhere)
        page.kind_wanted.connect(self._to_kind)
        page.saving.connect(self.saving)
        page.saved.connect(self.saved)
        page.not_saved.connect(self.not_saved)
        page.setContentsMargins(24, 16, 24, 24)

    def _back(self) -> None:
        """Close the page; the focus goes to the line that it was opened from."""
        record = self.page.record.id if self.page else ""
        self._close()
        for line in (*self.lines("meeting"), *self.lines("referral")):
            if line.told.id == record:
                line.take_focus()

    def _close(self) -> None:
        if self.page is None:
            return
        self.flush()
        self.page = None
        self._stack.setCurrentIndex(0)
        if (scrolled := self._stack.widget(1)) is not None:
            self._stack.removeWidget(scrolled)
            scrolled.hide()
            scrolled.deleteLater()

    def _elsewhere(self, record: str, key: str) -> None:
        from desktop.pages.parts import place_of  # noqa: PLC0415 - parts knows every part, this one among them

        if self.view:
            self.desk.want(place_of(self.view, record, key))

    def _to_kind(self, kind: str) -> None:
        from desktop.pages.parts import place_of_kind  # noqa: PLC0415 - as above

        if self.view and kind:
            self.desk.want(place_of_kind(self.view.case.id, kind))

    # adding and removing

    def _set_up(self) -> None:
        if self.view:
            self._add(meetings.set_up(self.view.case.id, self.view.today))

    def _refer(self) -> None:
        if self.view:
            self._add(cases.add(self.view.case.id, "referral", {"referred_on": self.view.today}))

    def _add(self, write: Write) -> None:
        self.saving.emit()
        self.desk.worker.write(write, self, self._added)

    def _added(self, changes: Changes) -> None:
        self.saved.emit()
        self._fresh = changes.made
        if self.view and self.view.case.get(self._fresh):
            self.show_view(self.view)

    def _decide(self) -> None:
        if self.view:
            self._close()
            self.lists["level"].add(new_level(self.view.case, self.view.today))

    def _remove(self) -> None:
        if self.page is None or self.view is None:
            return
        record = self.page.record
        name = meeting_name(self.view, record) if record.kind == "meeting" else referral_name(record)
        self._close()
        self._leaving = RemovedLine(record, name)
        self._leaving.undone.connect(self._undo)
        self._write(cases.remove(self.view.case.id, record))

    def _undo(self, record: str) -> None:
        for line in self._ways_back():
            if line.record.id == record and self.view:
                self._write(cases.restore(self.view.case.id, line.record))

    def _write(self, write: Write) -> None:
        self.saving.emit()
        self.desk.worker.write(write, self, lambda _: self.saved.emit())
