"""The photograph of the person: which of the documents it is, and whether it may stand on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.record import Record, RecordId


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photograph that may be printed: the entry that it is filed under, its bytes, the day on which it was taken."""

    record: RecordId
    content: bytes = field(repr=False)
    taken_on: date | None = None


def photograph(case: Case, *, printed: bool = False) -> Record | None:
    """The latest photograph of the person; for paper the latest of those that may be printed."""
    found = [
        one
        for one in case.of("document")
        if one["kind"] == "photograph" and one["of_person"] is True and (one["may_be_printed"] is True or not printed)
    ]
    return max(found, key=lambda one: taken_on(one) or date.min, default=None)


def taken_on(record: Record) -> date | None:
    """The day on which a photograph was taken, where it is known."""
    on = record["dated_on"]
    return on if isinstance(on, date) else None
