"""The chair approves minutes with a passphrase of their own: a signature over the case and the pages as frozen."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from casework.record import CaseId
from casework.text import Text
from storage.countersigning import Second
from storage.finding import Finding
from storage.plan_version import fingerprint
from storage.secret import canonical
from storage.transaction import Transaction
from storage.vouch import signed


@dataclass(frozen=True, slots=True)
class Signed:
    """The chair's signature. ``holds``: it fits what was frozen, and their key, now."""

    member: str
    name: str
    at: datetime
    fingerprint: str
    holds: bool


def sign(transaction: Transaction, case: CaseId, meeting: str, who: Second) -> None:
    """Sign minutes that were frozen in this transaction, under the chair's own name in the log."""
    connection = transaction.writing()
    signs = _claims(connection, transaction.log.vault, meeting, who.member, transaction.now)
    connection.execute(
        "INSERT INTO minutes_signature VALUES (?, ?, ?, ?)",
        (meeting, who.member, transaction.now, who.box.sign.sign(signs)),
    )
    what = ("sign minutes", meeting, "", hashlib.sha256(signs).hexdigest())
    by = replace(transaction.log, actor=who.member, box=who.box)
    transaction.enter("countersign", "case", case, changes=[what], by=by)


def signature(transaction: Transaction, meeting: str) -> Signed | None:
    """The signature under a meeting's minutes; None where they were approved by name alone, or not at all."""
    connection = transaction.reading()
    row = connection.execute(
        "SELECT s.person, p.name, s.at, s.signature, p.sign_public FROM minutes_signature s"
        " JOIN person p ON p.id = s.person WHERE s.meeting = ?",
        (meeting,),
    ).fetchone()
    if row is None:
        return None
    member, name, at, made, key = row
    holds = signed(key, made, _claims(connection, transaction.log.vault, meeting, member, at))
    return Signed(member, name, datetime.fromisoformat(at), fingerprint(key), holds)


def check_signatures(connection: sqlite3.Connection, vault: str, known: Mapping[str, bytes]) -> Iterator[Finding]:
    """Every signature under minutes against what it signs; ``known`` keys go before those of the database."""
    keys = {**dict(connection.execute("SELECT id, sign_public FROM person")), **known}
    rows = connection.execute(
        "SELECT s.meeting, s.person, s.at, s.signature, c.ref FROM minutes_signature s"
        " JOIN minutes m ON m.meeting = s.meeting JOIN cases c ON c.id = m.case_id ORDER BY s.meeting"
    ).fetchall()
    for meeting, member, at, made, ref in rows:
        if not signed(keys.get(member, b""), made, _claims(connection, vault, meeting, member, at)):
            yield Finding("minutes", f"{ref}, meeting {meeting}", _UNFIT)


def _claims(connection: sqlite3.Connection, vault: str, meeting: str, member: str, at: str) -> bytes:
    """What a signature covers: the meeting, who approved on what day, who signs and when, both digests."""
    case, approved_on, approved_by, snapshot, paper = connection.execute(
        "SELECT case_id, approved_on, approved_by, snapshot_digest, paper_digest FROM minutes WHERE meeting = ?",
        (meeting,),
    ).fetchone()
    told = {"what": "holdfast minutes 1", "vault": vault, "case": case, "meeting": meeting, "on": approved_on}
    return canonical({**told, "by": approved_by, "snapshot": snapshot, "paper": paper, "member": member, "at": at})


_UNFIT = Text("The signature under these minutes does not fit them, or not the person whom it names.")
