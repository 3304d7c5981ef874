"""Stays at another address in the United Kingdom: seven days in all within twelve months (s.84(1)(c), (6))."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from casework.law.facts.events import Stay
from casework.law.notification.tables import figures
from casework.period import Period, day_after, plus


def reached(stays: Iterable[Stay]) -> Iterator[tuple[Stay, date]]:
    """Every stay in which the seventh day at one address is reached, and that day; notified stays do not count."""
    by_address: defaultdict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        if not stay.already_notified:
            by_address["".join(stay.address.split()).casefold()].append(stay)
    for listed in by_address.values():
        listed.sort(key=lambda one: one.start)
        yield from _at_one_address(listed)


def _at_one_address(stays: list[Stay]) -> Iterator[tuple[Stay, date]]:
    rule = figures().stay
    spans = _together(stays)
    told: set[date] = set()
    for stay in stays:
        day = stay.start
        for _ in range(rule.days):
            if day > stay.last_on:
                break
            if _count(spans, day) >= rule.days and day not in told and _count(spans, plus(day, -1)) < rule.days:
                told.add(day)
                yield stay, day
                break
            if day == date.max:
                break
            day += timedelta(days=1)


def _together(stays: Iterable[Stay]) -> list[tuple[date, date]]:
    """The days stayed as spans apart from each other, earliest first."""
    spans: list[tuple[date, date]] = []
    for one in stays:
        if spans and one.start <= plus(spans[-1][1], 1):
            spans[-1] = (spans[-1][0], max(spans[-1][1], one.last_on))
        else:
            spans.append((one.start, one.last_on))
    return spans


def _count(spans: Sequence[tuple[date, date]], day: date) -> int:
    """Days stayed in the twelve months that end with ``day``."""
    first = plus(day_after(day, Period() - figures().stay.within), 1)
    total = 0
    for begins, last in spans[bisect_left(spans, first, key=lambda span: span[1]) :]:
        if begins > day:
            break
        total += (min(last, day) - max(begins, first)).days + 1
    return total
