"""A case in one line, as lists show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.record import CaseId, Record, has_value

KINDS = ("person", "category", "level", "whereabouts", "rosh")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as the caseload shows it. Coded answers are codes; empty where nothing was entered."""

    id: CaseId
    ref: str
    surname: str = field(repr=False)
    forenames: str = field(repr=False)
    born: date | None
    category: str
    level: str
    rosh: str
    where: str


def line(case: Case, today: date) -> CaseLine:
    """One case in a line; of its records only those of ``KINDS`` are read."""
    person = case.one("person")
    born = person["date_of_birth"]
    return CaseLine(
        case.id,
        case.ref,
        person.words("surname"),
        person.words("forenames"),
        born if isinstance(born, date) else None,
        _told(case.current("category", today), "category"),
        _told(case.current("level", today), "level"),
        _told(case.current("rosh", today), "overall"),
        _where(case.current("whereabouts", today)),
    )


def _told(record: Record | None, key: str) -> str:
    return record.words(key) if record else ""


def _where(record: Record | None) -> str:
    if record is None:
        return ""
    shown = record.shape.get("kind")
    return shown.told(record["kind"]) if shown and has_value(record["kind"]) else ""
