"""The caseload as the window knows it: every case in a line, and what is due, read piece by piece."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from casework.due import Due
from casework.record import CaseId
from desktop.desk import Desk
from desktop.operations import caseload, cases
from desktop.operations.caseload import Reckoned
from desktop.operations.cases import CaseLine
from desktop.operations.intent import Changes

_PIECE = 8


class Caseload(QObject):
    """Reads lines first, which is fast, then reckons the cases a few at a time between other work.

    ``listed`` tells that lines changed, ``reckoned(ids)`` for which cases it is now known what is due. ``hurry``
    lets a page have the cases before its reader's eyes first.
    """

    listed = Signal()
    reckoned = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.lines: tuple[CaseLine, ...] = ()
        self.due: dict[CaseId, tuple[Due, ...]] = {}
        self.known = False
        self._waiting: dict[CaseId, None] = {}
        self._reading = False
        desk.worker.changed.connect(self._take_changes)

    def read(self) -> None:
        """Read every line anew, then what is due in each case."""
        self._desk.worker.read(cases.lines(self._desk.today), self, self._list)

    def line(self, case: str) -> CaseLine | None:
        """The line of a case."""
        return next((one for one in self.lines if one.id == case), None)

    def hurry(self, ids: tuple[CaseId, ...]) -> None:
        """Reckon these cases before the others that wait."""
        first = {one: None for one in ids if one in self._waiting}
        self._waiting = first | self._waiting

    @property
    def left(self) -> int:
        """How many cases are not reckoned yet."""
        return len(self._waiting)

    def _list(self, found: tuple[CaseLine, ...]) -> None:
        self.lines, self.known = found, True
        self._waiting = {one.id: None for one in found}
        self.listed.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._reading or not self._waiting:
            return
        self._reading = True
        piece = tuple(self._waiting)[:_PIECE]
        for one in piece:
            del self._waiting[one]
        self._desk.worker.read(caseload.reckoned(piece, self._desk.today), self, self._take)

    def _take(self, found: tuple[Reckoned, ...]) -> None:
        self._reading = False
        fresh = {one.line.id: one.line for one in found}
        self.due |= {one.line.id: one.due for one in found}
        before = {one.id: one for one in self.lines}
        if any(before.get(id_) != one for id_, one in fresh.items()):
            self.lines = cases.in_order((before | fresh).values())
            self.listed.emit()
        self.reckoned.emit(tuple(fresh))
        self._go_on()

    def _take_changes(self, changes: Changes, _by: object) -> None:
        if self.known and changes.cases:
            self._waiting = dict.fromkeys(changes.cases) | self._waiting
            self._go_on()
