"""One sitting at a running text: its steps replace one another, and only what is gone of it goes to the history."""

from __future__ import annotations

from datetime import datetime, timedelta

from casework.answer import Answer
from casework.field import FieldType
from casework.record import Record
from casework.template import fields_of
from storage.transaction import Transaction

SITTING = timedelta(minutes=5)
MENDED_MOST = 16
"""Letters in a row, of at most a quarter of the text, that may be written over as a slip of the pen."""


def goes_on(transaction: Transaction, number: int, record: Record, key: str, before: Answer) -> str:
    """When the sitting began of which the new answer in ``record`` is the next step; empty where it is a new one.

    It goes on while the same person writes within five minutes of its beginning, and everything that stood still
    stands, but for a slip that was written over.
    """
    now = record[key]
    if not (isinstance(before, str) and isinstance(now, str)) or not _runs(record, key) or not _holds(before, now):
        return ""
    begun, by = transaction.connection.execute(
        "SELECT sitting, written_by FROM answer WHERE record = ? AND key = ?", (number, key)
    ).fetchone()
    if not begun or by != transaction.actor:
        return ""
    since = datetime.fromisoformat(transaction.now) - datetime.fromisoformat(begun)
    return str(begun) if timedelta(0) <= since < SITTING else ""


def _runs(record: Record, key: str) -> bool:
    return any(one.key == key and one.type is FieldType.LONG for one in fields_of(record))


def _holds(before: str, now: str) -> bool:
    """Whether a text holds all of another, but for a slip written over with at least half as much."""
    start = _alike(before, now)
    end = min(_alike(before[::-1], now[::-1]), min(len(before), len(now)) - start)
    gone, come = len(before) - start - end, len(now) - start - end
    return gone == 0 or (gone <= min(MENDED_MOST, len(before) // 4) and 2 * come >= gone)


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
