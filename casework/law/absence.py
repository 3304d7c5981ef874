"""Where a person was: days that count towards a window, and days that do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from casework.law.facts.people import Whereabouts
from casework.period import plus

AWAY = ("custody", "remand", "hospital", "abroad")


@dataclass(frozen=True, slots=True)
class Spells:
    """Days as spells (first, last; None without end), apart from each other and in order."""

    spells: tuple[tuple[date, date | None], ...]

    def covers(self, day: date) -> bool:
        """Whether a day lies in one of them."""
        return any(first <= day and (last is None or day <= last) for first, last in self.spells)

    def next_free(self, day: date) -> date | None:
        """The first day from ``day`` on that lies in none; None where there is no such day."""
        for first, last in self.spells:
            if first <= day and (last is None or day <= last):
                if last is None or last == date.max:
                    return None
                day = last + timedelta(days=1)
        return day

    def nth_free(self, day: date, number: int) -> date | None:
        """The ``number``-th free day, counting ``day`` if it is free; None where they run out."""
        found = self.next_free(day)
        for _ in range(number - 1):
            if found is None or found == date.max:
                return None
            found = self.next_free(found + timedelta(days=1))
        return found

    def days_between(self, first: date, last: date) -> int | None:
        """How many of the days from ``first`` to ``last`` lie in them; None if a spell without end begins by then."""
        total = 0
        for begins, ends in self.spells:
            if begins > last:
                break
            if ends is None:
                return None
            total += max((min(ends, last) - max(begins, first)).days + 1, 0)
        return total


def spells(whereabouts: Iterable[Whereabouts], kinds: Iterable[str]) -> Spells:
    """The days spent in one of the ways; the day a stay ended is not among them (R-CNT-10)."""
    wanted = frozenset(kinds)
    found: list[tuple[date, date | None]] = []
    listed = sorted((one for one in whereabouts if one.kind in wanted), key=lambda one: one.start)
    for one in listed:
        last = None if one.ended_on is None else plus(one.ended_on, -1)
        if last is not None and last < one.start:
            continue
        if found and _touches(found[-1][1], one.start):
            found[-1] = (found[-1][0], _later(found[-1][1], last))
        else:
            found.append((one.start, last))
    return Spells(tuple(found))


def _touches(last: date | None, start: date) -> bool:
    return last is None or start <= plus(last, 1)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
