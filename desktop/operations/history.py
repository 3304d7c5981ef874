"""What was there before: the earlier answers of a record, the log of a case, what was removed from it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

from casework.answer import Answer
from casework.case import Case
from casework.record import CaseId, Record, record_kinds, title
from casework.template import field_of
from desktop.operations.intent import Read
from storage import entry as log
from storage.entry import Detail
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer that was replaced: the question, what it said, when (UTC) it was replaced and by whom."""

    label: str
    said: str = field(repr=False)
    when: datetime
    who: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the case's log: when (UTC), who, what was done in words, and the reason where one was given."""

    when: datetime
    who: str = field(repr=False)
    did: str
    about: str = field(repr=False)
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """The log of a case, newest first, and the records that can be brought back."""

    entries: tuple[Entry, ...]
    removed: tuple[Record, ...]


LIMIT = 300


def of_record(case: Case, record: Record) -> Read[tuple[Earlier, ...]]:
    """The earlier answers of a record, latest first, in words."""

    def read(vault: Vault) -> tuple[Earlier, ...]:
        with vault.read() as rows:
            found, declined = rows.history(record.id), rows.declined(record.id)
        earlier = [
            Earlier(asked.label.en, asked.told(one.answer, linked=case.titled), one.when, one.who)
            for one in found
            if (asked := field_of(record, one.key))
        ]
        earlier += [
            Earlier(f"{asked.label.en}, typed and not kept", " ".join(one.typed.words), one.at, one.who)
            for one in declined
            if (asked := field_of(record, one.key))
        ]
        return tuple(sorted(earlier, key=lambda one: one.when, reverse=True))

    return read


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood in a field, or was typed there and not wanted, since when (UTC)."""

    answer: Answer = field(repr=False)
    since: datetime


def stood(record: Record, key: str) -> Read[tuple[Stood, ...]]:
    """What stood in a field before, oldest first, with what was typed there and declined."""

    def read(vault: Vault) -> tuple[Stood, ...]:
        with vault.read() as rows:
            past, declined = rows.history(record.id), rows.declined(record.id)
        found = [Stood(one.answer, one.written_at) for one in past if one.key == key]
        found += [Stood(one.typed.words[0].strip(), one.at) for one in declined if one.key == key and one.typed.words]
        return tuple(sorted(found, key=lambda one: one.since))

    return read


def entered(case: CaseId) -> Read[dict[tuple[str, str], tuple[datetime, str]]]:
    """When (UTC) and by whom each answer of a case was written, by record and key; a record itself by an empty key."""

    def read(vault: Vault) -> dict[tuple[str, str], tuple[datetime, str]]:
        with vault.read() as rows:
            return rows.entered(case)

    return read


def of_case(case: Case) -> Read[CaseHistory]:
    """The latest of a case's log in words, and what was removed from it."""

    def read(vault: Vault) -> CaseHistory:
        with vault.read() as rows:
            people, removed = rows.people(), rows.removed(case.id)
            known = {str(one.id): one for one in (*case.records, *removed)}
            entries = tuple(
                _entry(one, people.get(one.actor, ""), rows.detail(one), known) for one in rows.log(LIMIT, case.id)
            )
        return CaseHistory(entries, removed)

    return read


def _entry(one: log.Entry, who: str, detail: Detail | None, known: dict[str, Record]) -> Entry:
    changes = json.loads(detail.changes) if detail else []
    reason = detail.reason if detail and detail.reason else REASONS.get(one.reason, "")
    if not isinstance(changes, list) or not changes:
        number = f"{changes} changes" if isinstance(changes, int) and changes else ""
        return Entry(one.when, who, _OPS.get(one.op, one.op), number, reason)
    what, record, key = (changes[0] + ["", "", ""])[:3]
    subject = known.get(record)
    named = _DID.get(what, what)
    label = _label(subject, key) if what == "answer" else ""
    about = " · ".join(part for part in (title(subject) if subject else "", label) if part)
    more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
    return Entry(one.when, who, named, about + more, reason)


def _label(record: Record | None, key: str) -> str:
    if record is None or record.kind not in record_kinds():
        return ""
    asked = field_of(record, key)
    return asked.label.en if asked else ""


REASONS = {
    "supervision": "Supervision",
    "mappa": "MAPPA meeting",
    "handover": "Handover or cover",
    "sar": "Subject access request",
    "court": "Court",
    "other": "Other",
}
"""The reasons that the log keeps by a code, in words; the codes are storage's."""
_OPS = {
    "consultation": "Looked at",
    "disclosure": "Disclosed",
    "collection": "Entered",
    "alteration": "Changed",
    "erasure": "Removed",
    "agree": "Agreed the plan",
    "countersign": "Countersigned the plan",
    "return": "Returned the plan",
    "print": "Printed",
    "export": "Saved a copy",
}
_DID = {
    "new case": "Opened the case",
    "add": "Added",
    "answer": "Changed",
    "remove": "Removed",
    "restore": "Brought back",
    "file": "Filed a document",
    "look at": "Looked at the document",
    "start plan": "Started the next draft of the plan",
    "agree plan": "Agreed the plan",
    "countersign plan": "Countersigned the plan",
    "return plan": "Returned the plan with words",
}
