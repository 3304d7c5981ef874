"""A second person stands behind an agreed plan: their signature over the case and the paper as they were frozen."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from casework.record import CaseId
from casework.refusal import Refused
from casework.text import Text
from storage import plans
from storage.box import Box
from storage.finding import Finding
from storage.log import Log
from storage.plan_version import PlanVersion, claims, versions
from storage.transaction import Transaction
from storage.vouch import signed

WORDS_MOST = 2000


@dataclass(frozen=True, slots=True)
class Second:
    """A second person at the keyboard, with the keys of their own that their passphrase has opened."""

    member: str
    box: Box = field(repr=False)


def countersign(transaction: Transaction, version: str, who: Second) -> None:
    """Sign what was frozen with a version, under the second person's name in the log.

    Raises Refused for a draft, for whoever agreed the version, and a second time; Damaged where it is not as it was
    agreed.
    """
    connection = transaction.writing()
    found = _found(transaction, version)
    if found.state == "draft":
        raise Refused("A draft is not countersigned: agree it first.")
    if found.agreed_person == who.member:
        raise Refused("Whoever agreed a version does not countersign it: a second person does.", "person")
    if any(one.member == who.member for one in found.countersigned):
        raise Refused("That person has countersigned this version already.", "person")
    plans.snapshot(transaction, version)
    if found.has_paper:
        plans.paper(transaction, version)
    signs = claims(connection, transaction.log.vault, version, who.member, transaction.now)
    connection.execute(
        "INSERT INTO countersignature VALUES (?, ?, ?, ?)",
        (version, who.member, transaction.now, who.box.sign.sign(signs)),
    )
    what = ("countersign plan", version, "", hashlib.sha256(signs).hexdigest())
    transaction.enter("countersign", "case", found.case, changes=[what], by=_log(transaction, who))


def give_back(transaction: Transaction, version: str, who: Second, words: str) -> None:
    """Give a version back with words instead of a signature, under the second person's name. Raises Refused."""
    found = _found(transaction, version)
    if not words.strip():
        raise Refused("Say what is wanted before you countersign.", "words")
    if len(words) > WORDS_MOST:
        raise Refused(f"Say it in at most {WORDS_MOST:,} characters.", "words")
    if found.agreed_person == who.member:
        raise Refused("Whoever agreed a version does not give it back: begin the next draft.", "person")
    plans.step(transaction, version, "returned", words.strip(), who.member)
    what = ("return plan", version, "", words.strip())
    transaction.enter("return", "case", found.case, changes=[what], by=_log(transaction, who))


def check_countersignatures(
    connection: sqlite3.Connection, vault: str, known: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Every countersignature against what it signs; ``known`` keys go before those of the database."""
    keys = {**dict(connection.execute("SELECT id, sign_public FROM person")), **known}
    rows = connection.execute(
        "SELECT s.version, s.person, s.at, s.signature, c.ref, v.number FROM countersignature s"
        " JOIN plan_version v ON v.id = s.version JOIN cases c ON c.id = v.case_id ORDER BY c.ref, v.number"
    ).fetchall()
    for version, member, at, signature, ref, number in rows:
        if not signed(keys.get(member, b""), signature, claims(connection, vault, version, member, at)):
            what = Text("A countersignature does not fit the plan that it signs, or not the person whom it names.")
            yield Finding("countersignature", f"{ref}, plan {number}", what)


def _found(transaction: Transaction, version: str) -> PlanVersion:
    row = transaction.reading().execute("SELECT case_id FROM plan_version WHERE id = ?", (version,)).fetchone()
    if row is None:
        raise Refused("There is no version of that number.")
    return next(one for one in versions(transaction, CaseId(row[0])) if one.id == version)


def _log(transaction: Transaction, who: Second) -> Log:
    return replace(transaction.log, actor=who.member, box=who.box)
