"""The meetings part of a case: the next meeting and those held, referrals, level decisions, reviews, leaving MAPPA."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.meetings.levels import NOT_BELOW_2, new_level
from casework.record import Record
from desktop.desk import Desk, Place
from desktop.operations import cases, meetings
from desktop.operations.intent import Changes, Write
from desktop.operations.view import CaseView
from desktop.pages.meetings.exit_page import ExitPage, exit_name
from desktop.pages.meetings.lines import KINDS, Lines
from desktop.pages.meetings.meeting_page import MeetingPage
from desktop.pages.meetings.opened import Opened
from desktop.pages.meetings.referral_page import ReferralPage
from desktop.pages.meetings.told import meeting_name, referral_name
from desktop.pages.orders.order_line import OrderLine
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.button import Button
from widgets.label import Heading
from widgets.layout import Scrolled, column, row
from widgets.theme import px

_LISTED = ("level",)
_WITHIN = ("minute", "minute_change")
_WIDE = 920


class MeetingsPart(Part):
    """Lists, and in their place one meeting or referral in full."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.page: Opened | None = None
        self._wanted: tuple[str, str] | None = None
        self._fresh = ""
        self.set_up = Button("Set up a meeting", icon="plus", kind="primary")
        self.set_up.clicked.connect(self._set_up)
        self.refer = Button("Refer to Level 2 or 3", icon="plus")
        self.refer.clicked.connect(self._refer)
        self.decide = Button("Decide the level", icon="plus")
        self.decide.clicked.connect(self._decide)
        self.leave_button = Button("Record leaving MAPPA", icon="plus")
        self.leave_button.clicked.connect(self._leave)
        self.shown = Lines()
        self.shown.opened.connect(self._open)
        self.shown.undone.connect(self._undo)
        self.lists = {kind: self._list(kind) for kind in _LISTED}
        self._list_page = Scrolled(self._inside(), name="Meetings")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list_page)
        self.setLayout(column(self._stack))

    def _inside(self) -> QWidget:
        level = self.lists["level"]
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        inside.setLayout(
            column(
                row(Heading("Meetings"), None, self.set_up, gap=8),
                self.shown.gone,
                self.shown.of("meeting"),
                column(row(Heading("Referrals", 2), None, self.refer, gap=8), self.shown.of("referral"), gap=8),
                column(level, row(self.decide, None), gap=8),
                column(row(Heading("Leaving MAPPA", 2), None, self.leave_button, gap=8), self.shown.of("exit"), gap=8),
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
        self.shown.take(view)
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

    def lines(self, kind: str) -> tuple[OrderLine, ...]:
        """The lines of a kind in their order."""
        return self.shown.lines(kind)

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
        top = self._top(found)
        if top and found.kind in _WITHIN:
            self.desk.want(Place("meeting", self.view.case.id if self.view else "", record=top.id))
            return
        if top:
            self._open(top.id)
            if self.page and (record != top.id or key):
                self.page.go(record, key)
            return
        self._close()
        if found.kind in self.lists:
            self.lists[found.kind].go(record, key)

    # the workings

    def _list(self, kind: str) -> RecordList:
        made = RecordList(self.desk, Shown(kind), adds=kind != "level")
        made.saving.connect(self.saving)
        made.saved.connect(self.saved)
        made.not_saved.connect(self.not_saved)
        made.not_saved.connect(self._offer_exit)
        return made

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
        elif found.kind == "exit":
            self.page, name = ExitPage(self.desk, self.view, found), exit_name(found)
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
        self.shown.focus(record)

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

    def _leave(self) -> None:
        if self.view:
            self._add(meetings.leave(self.view.case.id, self.view.today))

    def _offer_exit(self, why: str) -> None:
        form = next((one.form for one in self.lists["level"].cards() if one.is_open), None)
        if form and why == NOT_BELOW_2.en:
            form.offer_way("level", "Record leaving MAPPA instead", self._leave_instead)

    def _leave_instead(self) -> None:
        """A Level 1 that cannot be becomes an exit, with what was typed of it."""
        opened = next((one for one in self.lists["level"].cards() if one.is_open), None)
        if self.view and opened:
            self.lists["level"].flush()
            level = self.view.case.get(opened.record.id) or opened.record
            self._add(meetings.leave(self.view.case.id, self.view.today, level))

    def _remove(self) -> None:
        if self.page is None or self.view is None:
            return
        record = self.page.record
        name = self._name(record)
        self._close()
        self.shown.leave(record, name)
        self._write(cases.remove(self.view.case.id, record))

    def _name(self, record: Record) -> str:
        if record.kind == "meeting" and self.view:
            return meeting_name(self.view, record)
        return exit_name(record) if record.kind == "exit" else referral_name(record)

    def _undo(self, record: Record) -> None:
        if self.view:
            self._write(cases.restore(self.view.case.id, record))

    def _write(self, write: Write) -> None:
        self.saving.emit()
        self.desk.worker.write(write, self, lambda _: self.saved.emit())
