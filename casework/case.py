"""A case: everything recorded about one person, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Absent
from casework.record import CaseId, Record, RecordId, in_places, record_kinds, title
from casework.text import Language


@dataclass(frozen=True, slots=True)
class Case:
    """The records of one person, each kind in the order it was entered."""

    id: CaseId
    ref: str
    records: tuple[Record, ...] = field(default=(), repr=False)

    def of(self, kind: str) -> tuple[Record, ...]:
        """Every record of a kind."""
        return tuple(one for one in self.records if one.kind == kind)

    def one(self, kind: str) -> Record:
        """The only record of a single kind; an empty one where nothing was entered."""
        return next((r for r in self.records if r.kind == kind), Record(RecordId(""), kind))

    def children(self, parent: Record, kind: str) -> tuple[Record, ...]:
        """The records of a kind that hang on another, in the places given to them."""
        return in_places(one for one in self.records if one.kind == kind and one.parent == parent.id)

    def get(self, record: str) -> Record | None:
        """The record with this id."""
        return next((one for one in self.records if one.id == record), None)

    def current(self, kind: str, today: date) -> Record | None:
        """The record of a dated kind that stands on ``today``: the latest that has begun and not ended."""
        key = record_kinds()[kind].dated_by
        begun = [
            (start, n, one)
            for n, one in enumerate(self.of(kind))
            if isinstance(start := one[key], date) and start <= today and not _over(one, today)
        ]
        return max(begun, key=lambda found: found[:2])[2] if begun else None

    def titled(self, record: str, language: Language = Language.EN) -> str:
        """A linked record in a few words."""
        found = self.get(record)
        return title(found, language) if found else ""

    @property
    def name(self) -> str:
        """The person as a list shows them: surname in capitals, forenames."""
        person = self.one("person")
        surname, forenames = person.words("surname"), person.words("forenames")
        return ", ".join(part for part in (surname.upper(), forenames) if part) or Absent.UNKNOWN.label.en

    def replaced(self, records: Iterable[Record]) -> Case:
        """The same case with other records."""
        return Case(self.id, self.ref, tuple(records))


def _over(record: Record, today: date) -> bool:
    end = record["ended_on"]
    return isinstance(end, date) and end <= today


def age(born: date, today: date) -> int:
    """Whole years attained at the start of the birthday."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
