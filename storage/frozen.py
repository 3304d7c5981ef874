"""Minutes that were approved are never edited: what belongs to them is refused, but for issuing and correcting them."""

from __future__ import annotations

import sqlite3

from casework.refusal import Refused

_OF_MINUTES = ("minute", "invitee", "minute_change")
_LATER = ("issued_on",)
DECIDED = "This correction was decided at a meeting whose minutes are approved: it stays as it was decided."
_DECIDED = (
    "SELECT 1 FROM answer a JOIN record r ON r.n = a.record JOIN minutes m ON instr(a.value, m.meeting) > 0"
    " WHERE r.id = ? AND a.key = 'decided_at'"
)
FROZEN = "These minutes are approved and stay as they are: record a correction, to be agreed at the next meeting."


def refuse_frozen(connection: sqlite3.Connection, kind: str, record: str, parent: str | None, key: str = "") -> None:
    """Raise Refused where a record, or a key of it, belongs to minutes that were approved."""
    if kind == "correction" and connection.execute(_DECIDED, (record,)).fetchone():
        raise Refused(DECIDED, key)
    meeting = record if kind == "meeting" else parent if kind in _OF_MINUTES else None
    if meeting is None or key in _LATER or (kind == "invitee" and key == "feedback"):
        return
    if connection.execute("SELECT 1 FROM minutes WHERE meeting = ?", (meeting,)).fetchone():
        raise Refused(FROZEN, key)
