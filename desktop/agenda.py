"""What is due in the whole caseload, in bands, narrowed by what the reader asks for, with a count of what is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from casework.due import Due
from desktop.jump import named
from desktop.operations.cases import CaseLine

WEEK_DAYS = 7
AHEAD_DAYS = 28


class Band(Enum):
    """Where a date lies, seen from today: this week is today and the six days after it."""

    LATE = "late"
    WEEK = "week"
    COMING = "coming"


class Kinds(Enum):
    """Which things are asked for."""

    ALL = "all"
    LAW = "law"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants to see: dates up to ``until``, of some kinds, holding some words."""

    until: date
    kinds: Kinds = Kinds.ALL
    words: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing due, and whose."""

    due: Due
    line: CaseLine = field(repr=False)

    @property
    def key(self) -> tuple[str, str, str, date]:
        """What tells it apart from every other."""
        return (self.due.case, self.due.about, self.due.code, self.due.on)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The items of each band, earliest first, and how many are hidden for which reason."""

    bands: dict[Band, tuple[Item, ...]]
    later: int = 0
    other: int = 0


def agenda(items: Iterable[Item], today: date, asked: Asked) -> Agenda:
    """Sort items into bands and count what is not shown."""
    bands: dict[Band, list[Item]] = {band: [] for band in Band}
    later = other = 0
    wanted = asked.words.casefold().split()
    for one in sorted(items, key=lambda item: (item.due.on, item.line.surname.casefold(), item.due.code)):
        if not _of_kind(one.due, asked.kinds) or not _holds(one, wanted):
            other += 1
        elif one.due.on > asked.until:
            later += 1
        else:
            bands[band_of(one.due, today)].append(one)
    return Agenda({band: tuple(found) for band, found in bands.items()}, later, other)


def band_of(due: Due, today: date) -> Band:
    """The band of a date."""
    if due.on < today:
        return Band.LATE
    return Band.WEEK if due.on < today + timedelta(days=WEEK_DAYS) else Band.COMING


def by_day(items: Iterable[Item], first: date, days: int) -> list[int]:
    """How many things fall on each of so many days."""
    found = [0] * days
    for one in items:
        at = (one.due.on - first).days
        if 0 <= at < days:
            found[at] += 1
    return found


def _of_kind(due: Due, kinds: Kinds) -> bool:
    return kinds is Kinds.ALL or (due.kind == "law") == (kinds is Kinds.LAW)


def _holds(one: Item, wanted: list[str]) -> bool:
    if not wanted:
        return True
    said = f"{named(one.line)} {one.line.ref} {one.due.what.en}".casefold()
    return all(word in said for word in wanted)
