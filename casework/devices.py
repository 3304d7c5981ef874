"""Devices and accounts: what allows their inspection, when they were inspected, when the next one is due, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casework.answer import Absent, Answer
from casework.case import Case
from casework.clauses import Clause, Source, binding, group_of
from casework.dates import spoken
from casework.reckoning import LegalDate
from casework.record import Record, has_value, is_given
from casework.refusal import Refused
from casework.text import Text

INSPECT_EVERY = "device.inspect_every_days"
INSPECT_EVERY_FIRST = 28
_SPEAKS = "devices"
_MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Suggested:
    """A day for the next inspection, with the reason in words."""

    on: date
    why: Text


@dataclass(frozen=True, slots=True)
class Allowed:
    """A condition in force that a device is linked to."""

    source: Source
    clause: Clause


def inspections(case: Case, device: Record) -> tuple[date, ...]:
    """The days on which a device was inspected, the latest first; that which its own record tells among them."""
    days = {on for one in case.children(device, "inspection") if isinstance(on := one["on"], date)}
    if isinstance(own := device["inspected_on"], date):
        days.add(own)
    return tuple(sorted(days, reverse=True))


def suggested(case: Case, device: Record, on: date, settings: Mapping[str, str] | None = None) -> Suggested:
    """When to inspect next after an inspection on a day: as far on as between the last two before it, else as far as
    the last was set from its next, else as the setting says.
    """
    before = [day for day in inspections(case, device) if day < on]
    if len(before) > 1 and (days := _apart(before[1], before[0])):
        later, earlier = spoken(before[0]), spoken(before[1])
        return _after(on, days, Text(f"as between the last two, {earlier} and {later}", "fel rhwng y ddau ddiwethaf"))
    planned = device["due_on"]
    if before and isinstance(planned, date) and (days := _apart(before[0], planned)):
        told = f"as was set after the last, from {spoken(before[0])} to {spoken(planned)}"
        return _after(on, days, Text(told, "fel y gosodwyd ar ôl y diwethaf"))
    why = Text("as the setting says: check your area's policy", "yn ôl y gosodiad: gwiriwch bolisi eich ardal")
    return _after(on, inspect_every(settings or {}), why)


def _apart(first: date, second: date) -> int:
    days = (second - first).days
    return days if 1 <= days <= _MOST_DAYS else 0


def _after(on: date, days: int, why: Text) -> Suggested:
    plural = "day" if days == 1 else "days"
    return Suggested(
        on + timedelta(days=days), Text(f"{days} {plural} on, {why.en}.", f"{days} diwrnod ymlaen, {why.cy}.")
    )


def inspect_every(settings: Mapping[str, str]) -> int:
    """The days from one inspection to the next where nothing else tells. Raises Refused for no number."""
    typed = settings.get(INSPECT_EVERY, "").strip()
    if typed and not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= _MOST_DAYS):
        raise Refused(f"Write a whole number of days from 1 to {_MOST_DAYS}.", INSPECT_EVERY)
    return int(typed) if typed else INSPECT_EVERY_FIRST


def speaks_of_devices(condition: Record) -> bool:
    """Whether a condition is about devices, accounts or the internet, by the words that stand in it."""
    return group_of(condition).code == _SPEAKS


def allowing(case: Case, dates: Sequence[LegalDate], today: date) -> tuple[Record, ...]:
    """Every condition of the case, those in force that speak of devices first, then the others in force."""
    standing = {one.record.id for source in binding(case, dates, today) for one in source.clauses}
    every = (*case.of("condition"), *case.of("licence_condition"))
    return tuple(sorted(every, key=lambda one: (one.id not in standing, not speaks_of_devices(one))))


def allowed_by(case: Case, device: Record, dates: Sequence[LegalDate], today: date) -> tuple[Allowed, ...]:
    """The conditions in force that a device is linked to; none: nothing on record allows its inspection today."""
    linked = set(device.links("condition"))
    return tuple(
        Allowed(source, clause)
        for source in binding(case, dates, today)
        for clause in source.clauses
        if clause.record.id in linked
    )


def monitored(device: Record) -> bool:
    """Whether software watches a device."""
    return has_value(device["monitoring"])


def latest(case: Case, key: str) -> tuple[date, Record] | None:
    """The latest inspection of any device that answers a question with words, and its day."""
    found = [(on, one) for one in case.of("inspection") if isinstance(on := one["on"], date) and one.words(key).strip()]
    return max(found, key=lambda one: one[0]) if found else None


def next_due(devices: Iterable[Record]) -> date | None:
    """The earliest day by which one of some devices is to be inspected."""
    return min((on for one in devices if isinstance(on := one["due_on"], date)), default=None)


def to_take_over(case: Case, device: Record) -> dict[str, Answer]:
    """What a device's own record tells of its last inspection, where no inspection of that day is kept yet."""
    own = device["inspected_on"]
    if not isinstance(own, date) or any(one["on"] == own for one in case.children(device, "inspection")):
        return {}
    return {"on": own, "found": device["found"] if is_given(device["found"]) else Absent.UNKNOWN}
