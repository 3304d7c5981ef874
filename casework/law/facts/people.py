"""People and where they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.law.facts.record import Record
from casework.refusal import Refused

WHEREABOUTS = ("custody", "remand", "hospital", "immigration_detention", "abroad", "no_fixed_abode")


@dataclass(frozen=True, slots=True)
class Person:
    """A person; ``recorded_ends`` is what the old file says of the end of notification."""

    id: str
    born: date
    died_on: date | None = None
    recorded_ends: date | str | None = None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A stay from a day; on the day it ended the person is there no longer."""

    id: str
    person: str
    kind: str
    start: date
    ended_on: date | None = None
    conviction: str = ""

    def covers(self, day: date) -> bool:
        """Whether the person was there on a day (the day it ended is not one)."""
        return self.start <= day and (self.ended_on is None or day < self.ended_on)


def person(value: object, path: str) -> Person:
    """Return one entry of ``people``; raises Refused."""
    record = Record(value, path)
    read = Person(
        record.text("id"),
        record.needed_day("date_of_birth"),
        record.day("died_on"),
        record.maybe("recorded_notification_ends", record.date_or_indefinite),
    )
    record.done()
    return read


def whereabouts(value: object, path: str) -> Whereabouts:
    """Return one entry of ``whereabouts``; raises Refused."""
    record = Record(value, path)
    read = Whereabouts(
        record.text("id"),
        record.text("person"),
        record.choice("kind", WHEREABOUTS),
        record.needed_day("from"),
        record.day("ended_on"),
        record.maybe("conviction", record.text) or "",
    )
    if read.ended_on is not None and read.ended_on < read.start:
        raise Refused(f"{record.at('ended_on')} is before {record.at('from')}: correct one.", record.at("ended_on"))
    record.done()
    return read
