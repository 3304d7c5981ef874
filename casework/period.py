"""The vocabulary of statutory time: periods "beginning with" a day and periods "after" a day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_MONTHS_IN_YEAR = 12
_DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """A length as an Act or a sentence states it; the parts are kept apart, a year is never 365 days."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @property
    def in_months(self) -> int:
        """Years and months together, in months."""
        return self.years * _MONTHS_IN_YEAR + self.months

    @property
    def in_days(self) -> int:
        """Weeks and days together, in days (without the years and months)."""
        return self.weeks * _DAYS_IN_WEEK + self.days

    def __add__(self, other: Period) -> Period:
        return Period(
            self.years + other.years, self.months + other.months, self.weeks + other.weeks, self.days + other.days
        )

    def __sub__(self, other: Period) -> Period:
        return self + Period(-other.years, -other.months, -other.weeks, -other.days)

    def half(self) -> Period:
        """Half of it: an odd month leaves 15 days, an odd day is rounded up."""
        months, odd_month = divmod(self.in_months, 2)
        days = odd_month * 15 + (self.in_days + 1) // 2
        return Period(months=months, days=days)

    def __str__(self) -> str:
        parts = [
            f"{number} {name if number == 1 else name + 's'}"
            for number, name in (
                (self.years, "year"),
                (self.months, "month"),
                (self.weeks, "week"),
                (self.days, "day"),
            )
            if number
        ]
        return " ".join(parts) or "no time"


class Counting(Enum):
    """How a period is laid from its day: the day itself counts ("beginning with") or does not ("after")."""

    BEGINNING_WITH = "beginning_with"
    AFTER = "after"


def plus(day: date, days: int) -> date:
    """The day ``days`` later (earlier if negative); the calendar's first or last day where there is none."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def last_day(start: date, period: Period) -> date:
    """The last day of a period beginning with ``start``: the day before the corresponding date.

    Where the month has no corresponding date, its last day (Trow v Ind Coope [1967] 2 QB 899; Dodds v Walker
    [1981] 1 WLR 1027). For days alone the start is day one.
    """
    end, corresponds = _shifted(start, period.in_months)
    return plus(end, period.in_days - (1 if corresponds else 0))


def day_after(event: date, period: Period) -> date:
    """The last day of a period after ``event``, which itself does not count: the corresponding date.

    Where the month has no corresponding date, its last day (Dodds v Walker [1981] 1 WLR 1027).
    """
    return plus(_shifted(event, period.in_months)[0], period.in_days)


def laid(start: date, period: Period, counting: Counting) -> date:
    """The last day of a period laid from a day in the way the Act counts."""
    return last_day(start, period) if counting is Counting.BEGINNING_WITH else day_after(start, period)


def birthday(born: date, age: int) -> date:
    """The day at whose start an age is attained; someone born on 29 February attains it on 1 March in other years.

    Family Law Reform Act 1969 s.9.
    """
    year = min(born.year + age, date.max.year)
    if (born.month, born.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def age_on(born: date, day: date) -> int:
    """The age in whole years attained by the start of a day (negative before birth)."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def months_before(day: date, months: int) -> date:
    """The day so many months earlier; the last of its month where that has no day of the number."""
    return _shifted(day, -months)[0]


def _shifted(day: date, months: int) -> tuple[date, bool]:
    """The day so many months on, and whether that month has the day's number."""
    count = day.year * _MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(count, _MONTHS_IN_YEAR)
    if year > date.max.year:
        return date.max, False
    if year < date.min.year:
        return date.min, False
    longest = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, longest)), day.day <= longest
