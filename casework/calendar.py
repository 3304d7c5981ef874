"""Bank holidays of England and Wales, and hours that skip the days a statute leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files

from casework.definition import read

_SUNDAY = 6
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bank holidays as they are kept, substitute days included, a Saturday or Sunday they replace left out.

    Days after ``known_until`` follow the Banking and Financial Dealings Act 1971 but are not yet proclaimed.
    """

    days: frozenset[date]
    known_until: date

    def also(self, days: Iterable[date]) -> Calendar:
        """The same calendar with more bank holidays."""
        more = frozenset(days)
        return replace(self, days=self.days | more) if more else self

    def leaves_out(self, day: date) -> bool:
        """Whether the hours of a day do not count: Sundays, Christmas Day, Good Friday and bank holidays."""
        return day.weekday() == _SUNDAY or (day.month, day.day) == (12, 25) or day in self.days


@dataclass(frozen=True, slots=True)
class Limit:
    """The end of a number of hours. ``provisional``: a bank holiday not yet proclaimed may move it.

    ``doubtful``: the hours touch a Saturday 26 December, which the Act names and proclamations move.
    """

    at: datetime
    left_out: tuple[date, ...]
    provisional: bool
    doubtful: bool


def hours_after(moment: datetime, hours: int, calendar: Calendar) -> Limit:
    """The moment ``hours`` later, not counting the hours of days left out; midnight is 00:00 of the next day.

    Domestic Abuse Act 2021 s.29; Crime and Security Act 2010 s.27.
    """
    left = timedelta(hours=hours)
    now = moment
    skipped: list[date] = []
    while True:
        midnight = _next_midnight(now)
        if calendar.leaves_out(now.date()):
            skipped.append(now.date())
        elif midnight - now >= left:
            break
        else:
            left -= midnight - now
        if midnight <= now:
            return Limit(now, tuple(skipped), provisional=True, doubtful=False)
        now = midnight
    end = now + left
    doubtful = any(_boxing_saturday(day) for day in _days_touched(moment, end))
    return Limit(end, tuple(skipped), end.date() > calendar.known_until, doubtful)


def _next_midnight(now: datetime) -> datetime:
    if now.date() == date.max:
        return datetime.combine(date.max, time(23, 59))
    return datetime.combine(now.date() + timedelta(days=1), time())


def _days_touched(start: datetime, end: datetime) -> list[date]:
    last = (end - timedelta(minutes=1)).date()
    return [start.date() + timedelta(days=n) for n in range((last - start.date()).days + 1)]


def _boxing_saturday(day: date) -> bool:
    return (day.month, day.day) == (12, 26) and day.weekday() == _SATURDAY


@dataclass(frozen=True, slots=True)
class Year:
    """The bank holidays of one year."""

    year: int
    days: tuple[date, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    source: str
    checked_on: date
    known_until: date
    years: tuple[Year, ...]


@cache
def england_and_wales() -> Calendar:
    """The calendar that is shipped."""
    kept = read(_File, files("casework.calendars") / "england_and_wales.toml")
    return Calendar(frozenset(day for year in kept.years for day in year.days), kept.known_until)
