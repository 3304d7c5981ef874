"""The page of one case: who it is about on top, its parts at the left, the part that is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.record import CaseId
from desktop import clock, paper_lines
from desktop.desk import Desk, Place
from desktop.operations import cases, view
from desktop.operations.intent import Changes
from desktop.operations.policy import SETTING
from desktop.operations.view import CaseView
from desktop.pages.identity import IdentityBar
from desktop.pages.page import Page
from desktop.pages.part import Part
from desktop.pages.parts import FIRST, Side, counted, part_of_kind, place_of, sides, words_of
from desktop.pages.portrait import PortraitLabel
from widgets.layout import column, row, upright
from widgets.saved import Saved
from widgets.section_list import SectionItem, SectionList
from widgets.theme import px

_NAVIGATION, _TALL = 168, 30
_TO_READ_MS = 300  # the case is drawn first


class CasePage(Page):
    """Reads a case anew whenever it was touched, by whomever, and gives the reading to the part in sight.

    Parts are made when they are first shown and let go with the case.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._case = CaseId("")
        self._view: CaseView | None = None
        self._place = Place("case")
        self._reading = self._stale = False
        self._sides: dict[str, Side] = {one.code: one for one in sides()}
        self._parts: dict[str, Part] = {}
        self.portrait = PortraitLabel(desk)
        self.identity = IdentityBar(self, self.portrait)
        self.identity.wanted.connect(self._go_to_record)
        self.navigation = SectionList("Parts of the case", tall=_TALL)
        self.navigation.setFixedWidth(px(_NAVIGATION))
        self.navigation.chosen.connect(self._choose)
        self._stack = QStackedWidget(self)
        side = column(self.navigation, gap=0, margin=(8, 12, 8, 8))
        self._saved = Saved()
        desk.journal.told.connect(self._saved.tell)
        self._foot = QWidget()
        self._foot.setLayout(row(self._saved, None, margin=(24, 4, 24, 8)))
        body = row(side, upright(), gap=0)
        shown = column(gap=0)
        shown.addWidget(self._stack, 1)
        shown.addWidget(self._foot)
        body.addLayout(shown, 1)
        self.setLayout(column(self.identity, body, gap=0))
        self.identity.hide()
        self.navigation.hide()
        self.setFocusProxy(self.navigation)
        self._awaited = False
        desk.worker.changed.connect(self._changed)

    # what the window calls

    def open(self, place: Place) -> None:
        """Show a case at a part, down to a record and one of its fields. Opening another case is logged first."""
        if place.case == self._case and self._view is not None:
            self._go(place)
            return
        self.flush()
        self._let_go()
        self._case, self._place = CaseId(place.case), place
        consult = cases.consult(self._case, self.desk.reason)
        self.desk.worker.write(consult, self, partial(self._read_after, self._case))

    def flush(self) -> None:
        """Hand over everything typed and not yet answered."""
        for part in self._parts.values():
            part.flush()

    def place(self) -> Place:
        """Where the reader is, down to what the part shows."""
        shown = self.shown_part
        return Place("case", self._case, self._place.part, section=shown.section() if shown else self._place.section)

    @property
    def shown_part(self) -> Part | None:
        """The part in sight."""
        return self._parts.get(self._place.part)

    def case_view(self) -> CaseView | None:
        """The latest reading of the case."""
        return self._view

    # reading

    def _read_after(self, case: CaseId, _changes: Changes) -> None:
        if case == self._case:
            self._read()

    def _read(self) -> None:
        if self._reading:
            self._stale = True
            return
        self._reading = True
        case = self._case
        self.desk.worker.read(view.view(case, self.desk.today), self, self._take, self._unread)

    def _read_paper(self) -> None:
        """What sets paper is there before it is asked for."""
        if not self.desk.worker.closed:
            paper_lines.read(self.desk.worker, self, lambda: None)

    def _unread(self, problem: object) -> None:
        self._reading = False
        self.desk.worker.failed.emit(problem)

    def _take(self, found: CaseView) -> None:
        self._reading = False
        if self._stale or found.case.id != self._case:
            self._stale = False
            self._read()
            if found.case.id != self._case:
                return
        first = self._view is None
        self._view = found
        self.identity.take(found)
        self.portrait.take(found.case)
        self._tell_navigation(found)
        if first:
            self.identity.show()
            self.navigation.show()
            self._go(self._place)
            QTimer.singleShot(_TO_READ_MS, self, self._read_paper)
            if not self._place.record and not self._place.key:
                self.navigation.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.shown_part:
            self.shown_part.take(found)
            if self._awaited and found.case.get(self._place.record):
                self._awaited = False
                self.shown_part.go(self._place.record, self._place.key)

    def _changed(self, changes: Changes, _by: object) -> None:
        if self._view is not None and (self._case in changes.cases or SETTING in changes.kinds):
            self._read()

    # going about

    def _choose(self, part: str) -> None:
        self.desk.want(Place("case", self._case, part))

    def _go_to_record(self, record: str, key: str) -> None:
        if self._view is not None:
            self.desk.want(place_of(self._view, record, key))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            for part in self._parts.values():
                part.leave()

    def _go(self, place: Place) -> None:
        if self._view is None:
            return
        code = place.part or self._part_of(place.record)
        if code != self._place.part and self.shown_part:
            self.shown_part.flush()
        part = self._parts.get(code)
        if part is None:
            part = self._parts[code] = self._made(code)
        self._place = Place("case", self._case, code, place.record, place.key)
        self._awaited = bool(place.record) and self._view.case.get(place.record) is None
        self._stack.setCurrentWidget(part)
        self._foot.setVisible(not part.own_foot)
        self.navigation.choose(code)
        part.take(self._view)
        if place.section:
            part.turn_to(place.section)
        if place.record or place.key:
            part.go(place.record, place.key)

    def _made(self, code: str) -> Part:
        part = self._sides[code].make(self.desk)
        self._stack.addWidget(part)
        part.saving.connect(self._saved.saving)
        part.saved.connect(self._tell_saved)
        part.not_saved.connect(self._saved.failed)
        return part

    def _tell_saved(self) -> None:
        self._saved.saved(clock.now())

    def _part_of(self, record: str) -> str:
        found = self._view.case.get(record) if self._view and record else None
        return part_of_kind(found.kind) if found else FIRST

    def _tell_navigation(self, found: CaseView) -> None:
        self.navigation.set_items(
            [
                SectionItem(one.code, words_of(one, found), count=counted(one, found), locked=one.locked)
                for one in self._sides.values()
            ]
        )

    def _let_go(self) -> None:
        for part in self._parts.values():
            self._stack.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = {}
        self._view = None
        self._reading = self._stale = False
