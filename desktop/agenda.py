"""What is due in the whole caseload, in bands, narrowed by what the reader asks for, with a count of what is hidden."""

from __future__ import annotations

from bisect import bisect_left
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
    all_ = list(items)
    wanted = asked.words.casefold().split()
    all_fit = asked.kinds is Kinds.ALL and not wanted
    fitting = all_ if all_fit else [one for one in all_ if _of_kind(one.due, asked.kinds) and _holds(one, wanted)]
    near = [one for one in fitting if one.due.on <= asked.until]
    near.sort(key=_order)
    days = [one.due.on for one in near]
    week, coming = bisect_left(days, today), bisect_left(days, today + timedelta(days=WEEK_DAYS))
    bands = {Band.LATE: near[:week], Band.WEEK: near[week:coming], Band.COMING: near[coming:]}
    shown = {band: tuple(found) for band, found in bands.items()}
    return Agenda(shown, len(fitting) - len(near), len(all_) - len(fitting))


def _order(one: Item) -> tuple[date, str, str, str]:
    due = one.due
    return (due.on, one.line.surname, due.code, due.about)


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
