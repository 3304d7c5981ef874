"""The journal: words that are typed and not yet an answer, and where each person was last.

It is in the same encrypted database as the answers, so that in one transaction an answer is kept and the journal lets
go of its words. It has no part in the signed log: what is logged is what becomes of a case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from casework.record import CaseId
from casework.typed import Spot, Typed, read_typed, write_typed
from storage.fault import DATABASE
from storage.problems import Damaged
from storage.transaction import Transaction

_MINE = "(person = ? OR person IN (SELECT id FROM person WHERE left_at IS NOT NULL AND name = ?))"
_STOOD = (
    "coalesce((SELECT a.written_at FROM answer a JOIN record r ON r.n = a.record WHERE r.id = ? AND a.key = ?), '')"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words that wait to be an answer, since when (UTC); ``overtaken``: the answer changed after they were typed."""

    spot: Spot
    typed: Typed
    at: datetime
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """What a person left behind: the words that wait, latest first, and the place, with its moment (UTC)."""

    waiting: tuple[Waiting, ...]
    place: str = field(default="", repr=False)
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """Words that were brought back and not wanted."""

    key: str
    typed: Typed
    at: datetime
    who: str


def keep(transaction: Transaction, spot: Spot, typed: Typed) -> None:
    """Put what stands in an editor in the place of what the journal has of it."""
    transaction.writing().execute(
        "INSERT INTO journal (person, case_id, record, key, typed, typed_at, stood)"  # noqa: S608 - our own words
        f" VALUES (?, ?, ?, ?, ?, ?, {_STOOD})"
        " ON CONFLICT (person, case_id, record, key) WHERE declined_at IS NULL"
        " DO UPDATE SET typed = excluded.typed, typed_at = excluded.typed_at, stood = excluded.stood",
        (
            transaction.actor, spot.case, spot.record, spot.key, write_typed(typed), transaction.now,
            spot.record, spot.key,
        ),
    )  # fmt: skip


def forget(transaction: Transaction, spot: Spot) -> None:
    """Let go of an editor's words: they are an answer now, or were taken back."""
    transaction.writing().execute(
        f"DELETE FROM journal WHERE {_MINE} AND case_id = ? AND record = ? AND key = ? AND declined_at IS NULL",  # noqa: S608
        (*_me(transaction), spot.case, spot.record, spot.key),
    )


def decline(transaction: Transaction, spot: Spot, typed: Typed) -> None:
    """Words that were brought back are not wanted: they wait no longer, and stay with the field's earlier answers."""
    if not _set_aside(transaction, spot):
        keep(transaction, spot, typed)  # they were an answer for a while
        _set_aside(transaction, spot)


def _set_aside(transaction: Transaction, spot: Spot) -> int:
    done = transaction.writing().execute(
        f"UPDATE journal SET declined_at = ? WHERE {_MINE}"  # noqa: S608 - our own words
        " AND case_id = ? AND record = ? AND key = ? AND declined_at IS NULL",
        (transaction.now, *_me(transaction), spot.case, spot.record, spot.key),
    )
    return done.rowcount


def stand(transaction: Transaction, place: str) -> None:
    """Remember where the person is; an empty place is forgotten."""
    connection = transaction.writing()
    if place:
        row = (transaction.actor, place, transaction.now)
        connection.execute("INSERT OR REPLACE INTO last_place VALUES (?, ?, ?)", row)
    else:
        connection.execute("DELETE FROM last_place WHERE person = ?", (transaction.actor,))


def left(transaction: Transaction) -> Left:
    """What the person left behind. Raises Damaged where a row cannot be read."""
    connection = transaction.reading()
    rows = connection.execute(
        "SELECT j.case_id, j.record, j.key, j.typed, j.typed_at, j.stood <> coalesce((SELECT a.written_at FROM answer a"  # noqa: S608
        " JOIN record r ON r.n = a.record WHERE r.id = j.record AND a.key = j.key), '')"
        f" FROM journal j WHERE {_MINE} AND j.declined_at IS NULL ORDER BY j.typed_at DESC, j.n DESC",
        _me(transaction),
    )
    moment = datetime.fromisoformat
    waiting = tuple(
        Waiting(Spot(case, record, key), _read(typed), moment(at), bool(overtaken))
        for case, record, key, typed, at, overtaken in rows
    )
    place = connection.execute("SELECT place, at FROM last_place WHERE person = ?", (transaction.actor,)).fetchone()
    return Left(waiting, place[0], moment(place[1])) if place else Left(waiting)


def declined(transaction: Transaction, record: str) -> tuple[Declined, ...]:
    """What was typed in a record and not wanted, latest first."""
    rows = transaction.reading().execute(
        "SELECT j.key, j.typed, j.typed_at, p.name FROM journal j JOIN person p ON p.id = j.person"
        " WHERE j.record = ? AND j.declined_at IS NOT NULL ORDER BY j.typed_at DESC",
        (record,),
    )
    return tuple(Declined(key, _read(typed), datetime.fromisoformat(at), who) for key, typed, at, who in rows)


def erase(transaction: Transaction, case: CaseId) -> None:
    """Nothing typed about a case outlives it, nor that somebody stood there."""
    connection = transaction.writing()
    connection.execute("DELETE FROM journal WHERE case_id = ?", (case,))
    connection.execute("DELETE FROM last_place WHERE instr(place, ?) > 0", (case,))


def _me(transaction: Transaction) -> tuple[str, str]:
    row = transaction.connection.execute("SELECT name FROM person WHERE id = ?", (transaction.actor,)).fetchone()
    return transaction.actor, str(row[0]) if row else ""


def _read(line: str) -> Typed:
    try:
        return read_typed(line)
    except ValueError:
        raise Damaged(DATABASE, "holds typed words that cannot be read") from None
