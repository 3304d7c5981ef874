"""Minutes as the chair approved them: the whole case as it stood and the very pages, frozen; never edited."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from casework.case import Case
from casework.record import CaseId, RecordId
from casework.refusal import Refused
from casework.text import Text
from storage import minutes_signing, records
from storage.countersigning import Second
from storage.fault import DATABASE
from storage.finding import Finding
from storage.minutes_signing import Signed
from storage.plans import PAPER_MOST, PART_BYTES, frozen_case, thawed_case
from storage.problems import Damaged
from storage.reading import one_case
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Approved:
    """Minutes that were approved: by whom, on what day, when it was entered, and the digest (SHA-256) of the pages.

    ``signed``: the signature that the chair put under them with a passphrase of their own.
    """

    meeting: str
    approved_by: str
    approved_on: date
    at: datetime
    digest: str
    signed: Signed | None = None


def approve(  # noqa: PLR0917 - what is approved, by whom, when, with which pages
    transaction: Transaction, meeting: RecordId, approved_by: str, today: date, paper: bytes, who: Second | None = None
) -> Approved:
    """Freeze the minutes of a closed meeting with their pages; ``who``: the chair, who signs them.

    Raises Refused where the meeting is not closed or is approved already, nobody is named, or the pages are larger
    than 50 MiB.
    """
    connection = transaction.writing()
    place = records.existing(transaction, meeting)
    case = one_case(connection, place.case)
    held = case.get(meeting) if case else None
    if case is None or held is None or not isinstance(held["closed_at"], datetime):
        raise Refused("The meeting is not closed yet: close it first.")
    if approved(transaction, meeting):
        raise Refused("These minutes are approved already.")
    if not approved_by.strip():
        raise Refused("Say who approves the minutes: the chair, by name.", "approved_by")
    if not paper or len(paper) > PAPER_MOST:
        raise Refused("The pages of the minutes are missing or larger than 50 MiB.", "paper")
    records.answer(transaction, meeting, "approved_by", approved_by.strip())
    records.answer(transaction, meeting, "approved_on", today)
    kept = one_case(connection, place.case)
    frozen = frozen_case(kept or case)
    digests = hashlib.sha256(frozen.encode("utf-8")).hexdigest(), hashlib.sha256(paper).hexdigest()
    connection.execute(
        "INSERT INTO minutes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            meeting, place.case, today.isoformat(), approved_by.strip(), transaction.actor, transaction.now, frozen,
            *digests,
        ),
    )  # fmt: skip
    parts = [(meeting, n, paper[at : at + PART_BYTES]) for n, at in enumerate(range(0, len(paper), PART_BYTES))]
    connection.executemany("INSERT INTO minutes_part VALUES (?, ?, ?)", parts)
    transaction.note(place.case, "approve minutes", meeting, *digests)
    if who is not None:
        minutes_signing.sign(transaction, place.case, meeting, who)
    return _read(transaction, meeting)[0]


def approved(transaction: Transaction, meeting: str) -> Approved | None:
    """The approval of a meeting's minutes; None while they are a draft."""
    return next(iter(_read(transaction, meeting)), None)


def snapshot(transaction: Transaction, meeting: str) -> Case:
    """The whole case as it was when the minutes were approved. Raises Refused for a draft, Damaged."""
    row = (
        transaction.reading()
        .execute("SELECT snapshot, snapshot_digest FROM minutes WHERE meeting = ?", (meeting,))
        .fetchone()
    )
    if row is None:
        raise Refused("These minutes are not approved yet.")
    if hashlib.sha256(row[0].encode("utf-8")).hexdigest() != row[1]:
        raise Damaged(DATABASE, "holds minutes that are not as they were approved")
    return thawed_case(row[0])


def paper(transaction: Transaction, meeting: str) -> bytes:
    """The pages as they were approved. Raises Refused for a draft, Damaged."""
    found = approved(transaction, meeting)
    if found is None:
        raise Refused("These minutes are not approved yet.")
    rows = transaction.reading().execute("SELECT content FROM minutes_part WHERE meeting = ? ORDER BY part", (meeting,))
    content = b"".join(part for (part,) in rows)
    if hashlib.sha256(content).hexdigest() != found.digest:
        raise Damaged(DATABASE, "holds pages of minutes that are not as they were approved")
    return content


def erase(connection: sqlite3.Connection, case: CaseId) -> None:
    """Erase the approved minutes of a case."""
    for table in ("minutes_part", "minutes_signature"):
        connection.execute(
            f"DELETE FROM {table} WHERE meeting IN (SELECT meeting FROM minutes WHERE case_id = ?)",  # noqa: S608
            (case,),
        )
    connection.execute("DELETE FROM minutes WHERE case_id = ?", (case,))


def check_minutes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Approved minutes that are not as they were approved."""
    rows = connection.execute(
        "SELECT m.meeting, c.ref, m.snapshot, m.snapshot_digest, m.paper_digest FROM minutes m"
        " JOIN cases c ON c.id = m.case_id ORDER BY m.meeting"
    ).fetchall()
    for meeting, ref, frozen, digest, paper_digest in rows:
        held = hashlib.sha256()
        for (part,) in connection.execute(
            "SELECT content FROM minutes_part WHERE meeting = ? ORDER BY part", (meeting,)
        ):
            held.update(part)
        if hashlib.sha256(frozen.encode("utf-8")).hexdigest() != digest or held.hexdigest() != paper_digest:
            yield Finding("minutes", f"{ref}, meeting {meeting}", Text("These minutes are not as they were approved."))


def _read(transaction: Transaction, meeting: str) -> list[Approved]:
    rows = transaction.reading().execute(
        "SELECT approved_by, approved_on, at, paper_digest FROM minutes WHERE meeting = ?", (meeting,)
    )
    signed = minutes_signing.signature(transaction, meeting)
    return [
        Approved(meeting, who, date.fromisoformat(on), datetime.fromisoformat(at), digest, signed)
        for who, on, at, digest in rows
    ]
