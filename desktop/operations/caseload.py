"""The caseload: lines first, then what is due in each case, kept so that the next opening shows it at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from casework.agenda import Agenda, Asked
from casework.case import Case
from casework.diary import Kept, diary, kept
from casework.horizon import horizons, raised_by, raised_since, typed
from casework.meetings.figures import figures
from casework.record import CaseId, Record
from casework.refusal import Refused
from casework.summary import Line, five_lines
from desktop.operations.intent import Changes, Read, Write
from desktop.version import VERSION
from storage.rows import Rows
from storage.vault import Vault

_LOOKED = "due.looked."


@cache
def edition() -> str:
    """The edition of program and law that a kept diary follows: another one makes it anew."""
    digest = hashlib.sha256(VERSION.encode())
    for name, content in _sources(files("casework"), ""):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def _sources(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        name = f"{above}/{one.name}"
        if one.is_dir():
            yield from _sources(one, name)
        elif one.name.endswith((".toml", ".py")):
            yield name, one.read_bytes()


def reckoned_by(rows: Rows) -> str:
    """The edition with what the area sets: a diary kept under another setting is made anew."""
    settings = rows.settings()
    own = "\0".join(f"{code}={settings[code]}" for code in figures() if settings.get(code))
    return f"{edition()}.{hashlib.sha256(own.encode()).hexdigest()[:8]}" if own else edition()


def lines(today: date) -> Read[tuple[Kept, ...]]:
    """Every case in brief, by surname."""

    def read(vault: Vault) -> tuple[Kept, ...]:
        with vault.read() as rows:
            return in_order(rows.lines(today, reckoned_by(rows)))

    return read


def all_current(today: date) -> Read[tuple[Kept, ...]]:
    """Every case in brief, by surname, those that are not current reckoned now; nothing is kept of it."""

    def read(vault: Vault) -> tuple[Kept, ...]:
        with vault.read() as rows:
            found = rows.lines(today, reckoned_by(rows))
            settings = rows.settings()
            return in_order(
                one if one.current else kept(diary(rows.case(one.line.id), today, settings)) for one in found
            )

    return read


def in_order(found: Iterable[Kept]) -> tuple[Kept, ...]:
    """Cases by surname."""
    return tuple(sorted(found, key=_by_surname))


def _by_surname(one: Kept) -> tuple[str, str, str]:
    return (one.line.surname.casefold(), one.line.forenames.casefold(), one.line.ref)


def reckoned(cases: tuple[CaseId, ...], today: date) -> Read[tuple[Kept, ...]]:
    """Reckon what is due in these cases and keep it; those that are gone are left out."""

    def read(vault: Vault) -> tuple[Kept, ...]:
        with vault.read() as rows:
            found = [case for one in cases if (case := _still_there(rows, one))]
            settings, law = rows.settings(), reckoned_by(rows)
        diaries = [diary(case, today, settings) for case in found]
        with vault.write() as rows:
            rows.keep_diaries(diaries, law)
        return tuple(kept(one) for one in diaries)

    return read


def _still_there(rows: Rows, case: CaseId) -> Case | None:
    try:
        return rows.case(case)
    except Refused:
        return None


def agenda(asked: Asked) -> Read[Agenda]:
    """What is due in the whole caseload; ``asked`` with ``raised`` given at all is raised by this vault's settings."""

    def read(vault: Vault) -> Agenda:
        with vault.read() as rows:
            raised = raised_by(rows.settings(), asked.today) if asked.raised else {}
            return rows.agenda(replace(asked, raised=raised), reckoned_by(rows))

    return read


@dataclass(frozen=True, slots=True)
class Missed:
    """What was raised since somebody last looked: that day, None where nobody ever did, and what it brings."""

    since: date | None
    found: Agenda | None = None
    asked: Asked | None = None


def missed(today: date) -> Read[Missed]:
    """What was raised since whoever unlocked last looked at what is due."""

    def read(vault: Vault) -> Missed:
        with vault.read() as rows:
            looked = rows.setting(_LOOKED + rows.actor)
            since = date.fromisoformat(looked) if looked else None
            if since is None or since >= today:
                return Missed(since)
            asked = Asked(today, today, since=raised_since(rows.settings(), since, today))
            return Missed(since, rows.agenda(asked, reckoned_by(rows)), asked)

    return read


def looked(today: date) -> Write:
    """Note that whoever unlocked has seen what is due on a day; never an earlier day than was noted."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.set_setting(_LOOKED + rows.actor, max(today.isoformat(), rows.setting(_LOOKED + rows.actor)))
        return Changes()

    return write


def alert_settings() -> Read[dict[str, str]]:
    """The alerts that were set otherwise than recommended, as they were typed, by the name of the horizon."""

    def read(vault: Vault) -> dict[str, str]:
        with vault.read() as rows:
            found = rows.settings()
        return {name: words for name, one in horizons().items() if (words := found.get(one.setting))}

    return read


def set_alerts(name: str, words: str) -> Write:
    """Set the alerts of a horizon; empty words take the recommended ones. Raises Refused with its name as the place."""

    def write(vault: Vault) -> Changes:
        if words.strip():
            typed(words, name)
        with vault.write() as rows:
            rows.set_setting(horizons()[name].setting, words.strip())
        return Changes(kinds=frozenset({"setting"}))

    return write


def finish(case: CaseId, record: Record, today: date) -> Write:
    """Record an action or a disclosure as done today, in one step."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            if record.kind == "action":
                rows.answer(record.id, "state", "done")
            rows.answer(record.id, "done_on", today)
        return Changes(frozenset({case}), frozenset({record.kind}), record.id)

    return write


def unfinish(case: CaseId, record: Record) -> Write:
    """Put back what ``finish`` changed: the answers as ``record`` had them."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            if record.kind == "action":
                rows.answer(record.id, "state", record["state"])
            rows.answer(record.id, "done_on", record["done_on"])
        return Changes(frozenset({case}), frozenset({record.kind}), record.id)

    return write


def looked_at(case: CaseId, reason: str, today: date) -> Read[tuple[Line, ...]]:
    """What a stranger must know of a case, in five lines; the look stands in the log before anything is read."""

    def read(vault: Vault) -> tuple[Line, ...]:
        with vault.write("consultation", reason) as rows:
            rows.consult(case, reason)
        return in_five_lines(case, today)(vault)

    return read


def in_five_lines(case: CaseId, today: date) -> Read[tuple[Line, ...]]:
    """What a stranger must know of a case."""

    def read(vault: Vault) -> tuple[Line, ...]:
        with vault.read() as rows:
            found = rows.case(case)
        return five_lines(found, today)

    return read
