"""Under a register: the full entries of those of its records that were opened here, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from casework.record import Record
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.sight import bring_up
from widgets.theme import px

_WIDEST = 760


@dataclass(frozen=True, slots=True)
class _Opened(Shown):
    only: AbstractSet[str] = frozenset()

    def holds(self, record: Record) -> bool:
        return record.kind == self.kind and record.id in self.only


class OpenedList(RecordList):
    """Out of sight while it is empty; what was opened stays until its part of the case is made anew."""

    def __init__(self, desk: Desk, kind: str, *, adds: bool = True) -> None:
        super().__init__(desk, _Opened(kind), adds=adds, title="In full")
        self._chosen: set[str] = set()
        self.setMaximumWidth(px(_WIDEST))

    def take(self, view: CaseView) -> None:
        self.shown = _Opened(self.shown.kind, only=frozenset(self._chosen))
        super().take(view)
        self.setVisible(not self.is_blank())

    def include(self, records: Iterable[str]) -> None:
        """Show these too, once the case is next taken."""
        self._chosen |= set(records)

    def open(self, view: CaseView, record: str, key: str) -> None:
        """Show a record in full and lead to one of its fields, or to its beginning."""
        self.include((record,))
        self.take(view)
        self.go(record, key)
        if not key:
            bring_up(self)
