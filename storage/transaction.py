"""A transaction under way: the connection, who acts, and the changes that the log will tell of at its end."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from casework.record import CaseId
from storage.entry import Entry
from storage.log import Change, Log, stamp

DEFAULT_OP = "alteration"
CHANGED = ""


@dataclass(slots=True)
class Transaction:
    """One read or write transaction. ``op`` other than the default stands for every change in it."""

    connection: sqlite3.Connection
    log: Log
    writes: bool
    op: str = DEFAULT_OP
    reason: str = ""
    live: bool = True
    now: str = ""
    _entered: bool = False
    _changes: dict[tuple[CaseId, str], list[Change]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.now = stamp(self.log.clock())

    @property
    def actor(self) -> str:
        """The id of the person who unlocked."""
        return self.log.actor

    def reading(self) -> sqlite3.Connection:
        """The connection, while the transaction lasts."""
        if not self.live:
            raise RuntimeError("rows are used outside their transaction")
        return self.connection

    def writing(self) -> sqlite3.Connection:
        """The connection, if this transaction may change something."""
        if not self.writes:
            raise RuntimeError("a reading transaction cannot write")
        return self.reading()

    def note(
        self, case: CaseId, what: str, record: str, key: str = "", value: str = "", *, op: str = DEFAULT_OP
    ) -> None:
        """Remember a change for the log; a default ``op`` of the transaction leaves each change its own."""
        chosen = op if self.op == DEFAULT_OP else self.op
        self._changes.setdefault((case, chosen), []).append((what, record, key, value))

    def enter(
        self,
        op: str,
        object_kind: str,
        object_id: str,
        *,
        reason: str = "",
        recipients: Sequence[str] = (),
        changes: Sequence[Change] = (),
        by: Log | None = None,
    ) -> Entry:
        """Put an entry into the log now, before anything else of this transaction; ``by`` the log of another person."""
        self._entered = True
        return (by or self.log).append(
            op, object_kind, object_id, reason=reason, recipients=recipients, changes=changes
        )

    def settle(self) -> None:
        """Log what was changed, one entry for each case and kind of operation, and count the commit.

        The diary that was kept of a case that changed is current no longer, from this very commit.
        """
        for case in {case for case, _ in self._changes}:
            self.connection.execute("UPDATE diary SET law = ? WHERE case_id = ?", (CHANGED, case))
        for (case, op), changes in self._changes.items():
            self.enter(op, "case", case, reason=self.reason, changes=changes)
        if self._entered:
            self.connection.execute("UPDATE meta SET commit_counter = commit_counter + 1")
