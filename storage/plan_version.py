"""A version of a plan as it is read: how it stands, what was done with it, who stands behind it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from casework.record import CaseId, RecordId
from storage.secret import canonical
from storage.transaction import Transaction
from storage.vouch import signed

_COLUMNS = "id, case_id, record, number, state, template, started_on, agreed_on, agreed_by, paper_digest"


@dataclass(frozen=True, slots=True)
class Countersigned:
    """A second person's signature. ``holds``: it fits what was frozen, and their key, now."""

    member: str
    name: str
    at: datetime
    fingerprint: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Something done with a version: "begun" with its reason, "agreed", or "returned" with words."""

    step: str
    member: str
    name: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version. ``state`` is "draft", "agreed" or "superseded"; ``digest`` the paper's SHA-256, empty without one.

    ``plan`` is the record of kind "plan" that holds its answers.
    """

    id: str
    case: CaseId
    plan: RecordId
    number: int
    state: str
    template: str
    started_on: date
    agreed_on: date | None
    agreed_by: str
    digest: str
    steps: tuple[Step, ...] = ()
    countersigned: tuple[Countersigned, ...] = ()

    @property
    def has_paper(self) -> bool:
        """Whether the printed bytes are kept."""
        return bool(self.digest)

    @property
    def agreed_person(self) -> str:
        """The id of the member at whose keyboard it was agreed; empty where that is not known."""
        return next((one.member for one in self.steps if one.step == "agreed"), "")

    @property
    def reason(self) -> str:
        """Why it was begun."""
        return next((one.words for one in self.steps if one.step == "begun"), "")

    @property
    def returned(self) -> Step | None:
        """Given back with words, where nobody has countersigned it since."""
        last = next((one for one in reversed(self.steps) if one.step == "returned"), None)
        later = last is not None and any(one.at > last.at for one in self.countersigned)
        return None if later else last


def versions(transaction: Transaction, case: CaseId) -> tuple[PlanVersion, ...]:
    """Every version of a case's plan, newest first."""
    connection = transaction.reading()
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM plan_version WHERE case_id = ? ORDER BY number DESC",  # noqa: S608 - our names
        (case,),
    ).fetchall()
    steps, seconds = _steps(connection, case), _countersigned(connection, transaction.log.vault, case)
    return tuple(_version(row, tuple(steps[row[0]]), tuple(seconds[row[0]])) for row in rows)


def claims(connection: sqlite3.Connection, vault: str, version: str, member: str, at: str) -> bytes:
    """What a countersignature covers: the version, who signs and when, and the digests of case and paper."""
    case, number, snapshot, paper = connection.execute(
        "SELECT case_id, number, snapshot_digest, paper_digest FROM plan_version WHERE id = ?", (version,)
    ).fetchone()
    told = {"what": "holdfast countersignature 1", "vault": vault, "case": case, "version": version, "number": number}
    return canonical({**told, "snapshot": snapshot or "", "paper": paper or "", "member": member, "at": at})


def fingerprint(key: bytes) -> str:
    """A public key as people compare it: the first 16 characters of its SHA-256, in fours."""
    told = hashlib.sha256(key).hexdigest()[:16]
    return " ".join(told[at : at + 4] for at in range(0, 16, 4))


def _steps(connection: sqlite3.Connection, case: CaseId) -> defaultdict[str, list[Step]]:
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for version, step, member, name, at, words in connection.execute(
        "SELECT s.version, s.step, s.person, p.name, s.at, s.words FROM plan_step s JOIN person p ON p.id = s.person"
        " WHERE s.version IN (SELECT id FROM plan_version WHERE case_id = ?) ORDER BY s.n",
        (case,),
    ):
        found[version].append(Step(step, member, name, datetime.fromisoformat(at), words))
    return found


def _countersigned(connection: sqlite3.Connection, vault: str, case: CaseId) -> defaultdict[str, list[Countersigned]]:
    found: defaultdict[str, list[Countersigned]] = defaultdict(list)
    rows = connection.execute(
        "SELECT s.version, s.person, p.name, s.at, p.sign_public, s.signature FROM countersignature s"
        " JOIN person p ON p.id = s.person"
        " WHERE s.version IN (SELECT id FROM plan_version WHERE case_id = ?) ORDER BY s.at",
        (case,),
    ).fetchall()
    for version, member, name, at, key, signature in rows:
        holds = signed(key, signature, claims(connection, vault, version, member, at))
        found[version].append(Countersigned(member, name, datetime.fromisoformat(at), fingerprint(key), holds))
    return found


def _version(row: tuple[str, ...], steps: tuple[Step, ...], countersigned: tuple[Countersigned, ...]) -> PlanVersion:
    return PlanVersion(
        id=row[0],
        case=CaseId(row[1]),
        plan=RecordId(row[2]),
        number=int(row[3]),
        state=row[4],
        template=row[5],
        started_on=date.fromisoformat(row[6]),
        agreed_on=date.fromisoformat(row[7]) if row[7] else None,
        agreed_by=row[8] or "",
        digest=row[9] or "",
        steps=steps,
        countersigned=countersigned,
    )
