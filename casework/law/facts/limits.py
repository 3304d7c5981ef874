"""A kind of order that the user defines: its limits as data."""

from __future__ import annotations

from dataclasses import dataclass

from casework.law.facts.record import Record
from casework.period import Period

_BASES = ("made_on", "in_force_from")
_NOTICES = ("none", "made_on", "served_on", "in_force_from")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the user says of a kind; ``counts_from`` is the day that minimum, maximum and bar begin with."""

    name: str
    minimum: Period | None = None
    maximum: Period | None = None
    discharge_bar: Period | None = None
    counts_from: str = "made_on"
    foreign_travel_limit: bool = False
    notice_from: str = "none"
    minimum_age: int = 0
    ends_earlier: bool = False
    breach_text: str = ""


def limits(value: object, path: str) -> Limits:
    """Return the ``limits`` of a custom order; raises Refused."""
    record = Record(value, path)
    read = Limits(
        record.text("name"),
        record.maybe("minimum", record.period),
        record.maybe("maximum", record.period),
        record.maybe("discharge_bar", record.period),
        record.maybe("counts_from", lambda key: record.choice(key, _BASES)) or "made_on",
        record.flag("foreign_travel_limit"),
        record.maybe("notice_from", lambda key: record.choice(key, _NOTICES)) or "none",
        record.maybe("minimum_age", record.whole) or 0,
        record.flag("ends_earlier"),
        record.maybe("breach_text", record.text) or "",
    )
    record.done()
    return read
