"""The caseload as the window knows it: every case in a line with its next date, reckoned anew piece by piece."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from casework.case_line import CaseLine
from casework.diary import Kept
from casework.record import CaseId
from desktop.desk import Desk
from desktop.operations import caseload
from desktop.operations.intent import Changes
from desktop.operations.policy import SETTING

_PIECE, _REST_MS = 8, 10


class Caseload(QObject):
    """Reads what was kept, which is fast, then reckons the cases that are not current, a few at a time.

    ``listed`` tells that lines changed, ``reckoned(ids)`` which cases are current now. ``hurry`` lets a page have the
    cases before its reader's eyes first. Between two pieces the vault and the window have time for their reader.
    """

    listed = Signal()
    reckoned = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.lines: tuple[CaseLine, ...] = ()
        self.kept: dict[CaseId, Kept] = {}
        self.known = False
        self.late = 0
        self._waiting: dict[CaseId, None] = {}
        self._reading = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._go_on)
        desk.worker.changed.connect(self._take_changes)
        desk.day_changed.connect(self.read)

    def read(self) -> None:
        """Read every line anew, then reckon what is not current."""
        self._desk.worker.read(caseload.lines(self._desk.today), self, self._list)

    def line(self, case: str) -> CaseLine | None:
        """The line of a case."""
        found = self.kept.get(CaseId(case))
        return found.line if found else None

    def hurry(self, ids: Iterable[CaseId]) -> None:
        """Reckon these cases before the others that wait."""
        first = {one: None for one in ids if one in self._waiting}
        self._waiting = first | self._waiting

    @property
    def left(self) -> int:
        """How many cases are not current yet, those under way among them."""
        return len(self._waiting) + self._reading

    def _list(self, found: tuple[Kept, ...]) -> None:
        self.known = True
        self._waiting = {one.line.id: None for one in found if not one.current}
        self._set(found)
        self.listed.emit()
        self._go_on()

    def _set(self, found: Iterable[Kept]) -> None:
        self.kept = {one.line.id: one for one in found}
        self.lines = tuple(one.line for one in self.kept.values())
        self.late = sum(one.late for one in self.kept.values())

    def _go_on(self) -> None:
        if self._reading or not self._waiting or self._desk.worker.closed:
            return
        self._reading = True
        piece = tuple(self._waiting)[:_PIECE]
        for one in piece:
            del self._waiting[one]
        self._desk.worker.read(caseload.reckoned(piece, self._desk.today), self, self._take, self._stop)

    def _take(self, found: tuple[Kept, ...]) -> None:
        self._reading = False
        before = [self.kept.get(one.line.id) for one in found]
        fresh = {one.line.id: one for one in found}
        if any(old is None or old.line != one.line for old, one in zip(before, found, strict=True)):
            self._set(caseload.in_order((self.kept | fresh).values()))
            self.listed.emit()
        else:
            self.late += sum(one.late - (old.late if old else 0) for old, one in zip(before, found, strict=True))
            self.kept |= fresh
        self.reckoned.emit(tuple(fresh))
        if self._waiting:
            self._rest.start()

    def _stop(self, problem: object) -> None:
        """What cannot be kept now is tried again at the next change, or the next opening."""
        self._reading = False
        self._desk.worker.failed.emit(problem)

    def _take_changes(self, changes: Changes, _by: object) -> None:
        if self.known and SETTING in changes.kinds:
            self.read()
        if self.known and changes.cases:
            self._waiting = dict.fromkeys(changes.cases) | self._waiting
            self._go_on()
