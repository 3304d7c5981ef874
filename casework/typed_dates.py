"""A date as people write it, understood or refused with an example.

The rules, in the order in which they matter:

- The day comes before the month; a month in words may come first ("July 4", "Jul 4 2026"). A year first is the
  international way (2026-07-04).
- Two figures of a year mean the nearest century, but never more than 20 years ahead: on a day in 2026, "46" is 2046
  and "47" is 1947.
- A year left out is the one that brings the date nearest to today; a weekday written with it must agree.
- "Friday" is the next one after today; "next Friday" is the one in the week after this one (weeks begin on Monday).
- "In 5 years" is the same date five years on; where the month has no such day, its last day.
- What may mean two days ("jul 26": 26 July, or July 2026) is refused with both.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from difflib import get_close_matches

from casework.dates import MONTHS, spoken
from casework.period import Period, day_after, plus
from casework.refusal import Refused

_MONTH_NAMES = tuple(
    names.split()
    for names in (
        "january february march april may june july august september october november december",
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    )
)
_WEEKDAYS = tuple(
    names.split()
    for names in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "llun mawrth mercher iau gwener sadwrn sul",
    )
)
_NEAR = {
    "today": 0, "heddiw": 0, "tomorrow": 1, "yfory": 1, "yesterday": -1, "ddoe": -1,
    "day after tomorrow": 2, "day before yesterday": -2, "week today": 7, "week tomorrow": 8, "fortnight today": 14,
}  # fmt: skip
_UNITS = {
    "d": (0, 1), "day": (0, 1), "w": (0, 7), "wk": (0, 7), "week": (0, 7), "fortnight": (0, 14),
    "m": (1, 0), "mth": (1, 0), "month": (1, 0), "y": (12, 0), "yr": (12, 0), "year": (12, 0),
}  # fmt: skip
"""The months and days in one of each unit."""
_COUNTED = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_AHEAD = re.compile(rf"(?:in )?(\d{{1,4}} ?|(?:{'|'.join(_COUNTED)}) )?([a-z]+?)s?( ago| from today| from now| on)?")
_ABOUT = re.compile(r"(?:(this|next|last|a week on|week on) )?(?:dydd )?([a-z]+)(?: (week|next week|last week))?")
_DAY, _YEAR, _WORD = r"(\d{1,2})(st|nd|rd|th)?", r"(\d{4}|\d{2})", r"([a-z]{3,10})"
_LED = re.compile(rf"{_WORD} (.*\d.*)")
_DAY_FIRST = re.compile(rf"{_DAY} ?(?:of )?{_WORD}(?: ?{_YEAR})?")
_MONTH_FIRST = re.compile(rf"{_WORD} ?{_DAY}(?: {_YEAR})?")
_FIGURES = re.compile(rf"(\d{{1,2}}) (\d{{1,2}})(?: {_YEAR})?")
_YEAR_FIRST = re.compile(r"(\d{4}) (\d{1,2}) (\d{1,2})")
_NO_DAY = re.compile(rf"(?:{_WORD} )?(\d{{4}})|(\d{{1,2}}) (\d{{4}})")
_OLDEST, _NEWEST, _AHEAD_MOST = 1900, 2199, 20
_SHORTEST = 3


def typed(words: str, today: date) -> date:
    """The day that is meant. Raises Refused with what to write instead."""
    asked = _plain(words)
    if asked.removeprefix("a ") in _NEAR:
        return today + timedelta(days=_NEAR[asked.removeprefix("a ")])
    found = _counted(asked, today, words) or _weekday(asked, today)
    if found is not None:
        return found
    led = _LED.fullmatch(asked)
    at = _place(led[1], _WEEKDAYS) if led else None
    if led is None or at is None:
        return _written(asked, words, today)
    return _agreeing(at, _written(led[2], words, today), words)


def _plain(words: str) -> str:
    """Small letters, and single spaces in place of whatever people put, or leave out, between the parts of a date."""
    asked = re.sub(r"[\s/.,\-\u2010-\u2015\u2212'\u2018\u2019]+", " ", words.lower()).strip()
    asked = asked.removeprefix("on ").removeprefix("the ").removesuffix(" time")
    if not re.fullmatch(r"\d{8}|\d{6}", asked, re.ASCII):
        return asked
    if len(asked) == 8 and not _OLDEST <= int(asked[4:]) <= _NEWEST:
        return f"{asked[:4]} {asked[4:6]} {asked[6:]}"
    return f"{asked[:2]} {asked[2:4]} {asked[4:]}"


def _counted(asked: str, today: date, words: str) -> date | None:
    """A day so far from today: "in 5 years", "3 weeks ago", "10 days"."""
    found = _AHEAD.fullmatch(asked)
    unit = _UNITS.get(found[2]) if found else None
    if found is None or unit is None or found[1] is None:
        return None
    said = found[1].strip()
    number = (_COUNTED.get(said) or int(said)) * (-1 if found[3] == " ago" else 1)
    months, days = unit
    return _within(plus(day_after(today, Period(months=number * months)), number * days), words)


def _weekday(asked: str, today: date) -> date | None:
    """A day of the week: "friday", "next friday", "last fri", "friday week"."""
    found = _ABOUT.fullmatch(asked)
    at = _place(found[2], _WEEKDAYS) if found else None
    if found is None or at is None:
        return None
    before, after = found[1] or "", found[3] or ""
    monday = today - timedelta(days=today.weekday())
    if "next" in (before, after.removesuffix(" week")):
        return monday + timedelta(days=7 + at)
    if after == "last week":
        return monday + timedelta(days=at - 7)
    if before == "last":
        return today - timedelta(days=(today.weekday() - at) % 7 or 7)
    ahead = (at - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead + (7 if "week" in before or after else 0))


def _written(asked: str, words: str, today: date) -> date:
    """A day and a month, with or without a year."""
    if found := _YEAR_FIRST.fullmatch(asked):
        return _real(int(found[1]), int(found[2]), int(found[3]), words)
    if found := _FIGURES.fullmatch(asked):
        return _dated(int(found[1]), int(found[2]), found[3], words, today)
    if found := _NO_DAY.fullmatch(asked):
        raise Refused(f"“{words}” has no day: write the day too, as 4 July {found[2] or found[4]}.")
    if found := _DAY_FIRST.fullmatch(asked):
        return _dated(int(found[1]), _month(found[3], words), found[4], words, today)
    if found := _MONTH_FIRST.fullmatch(asked):
        month = _month(found[1], words)
        if not found[4] and not found[3] and len(found[2]) == 2:
            _refuse_two_meanings(int(found[2]), month, _whole_year(found[2], today), words, today)
        return _dated(int(found[2]), month, found[4], words, today)
    raise Refused(f"“{words}” is not a date: write it as 4 July 2026 or 4.7.26.")


def _refuse_two_meanings(number: int, month: int, year: int, words: str, today: date) -> None:
    """Refuse a month with two figures after it: they may be the day or the year."""
    name = MONTHS[month - 1]
    if number > 31:
        raise Refused(f"“{words}” has no day: write the day too, as 4 {name} {year}.")
    raise Refused(
        f"“{words}” may be {number} {name} or {name} {year}: write the day first, as {number} {name}, or all of it, as "
        f"4 {name} {today.year}."
    )


def _month(name: str, words: str) -> int:
    at = _place(name, _MONTH_NAMES)
    if at is not None:
        return at + 1
    near = get_close_matches(name, [one[: len(name) + 1] for one in _MONTH_NAMES[0]], 1) if len(name) < 5 else []
    near = near or get_close_matches(name, _MONTH_NAMES[0], 1)
    meant = next((full.title() for full in _MONTH_NAMES[0] if near and full.startswith(near[0])), "July")
    raise Refused(f"“{words}” is not a date: “{name}” is not a month. Write it as 4 {meant} 2026.")


def _place(name: str, names: Sequence[Sequence[str]]) -> int | None:
    """Which of the names, in either language, is meant by its beginning; None where it is none of them."""
    name = {"weds": "wednesday"}.get(name, name)
    if len(name) < _SHORTEST:
        return None
    return next((n for some in names for n, one in enumerate(some) if one.startswith(name)), None)


def _whole_year(year: str, today: date) -> int:
    """A year of four figures as it is; one of two in the nearest century that is at most 20 years ahead."""
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return full - 100 if len(year) == 2 and full > today.year + _AHEAD_MOST else full


def _dated(day: int, month: int, year: str | None, words: str, today: date) -> date:
    if month > 12 >= day:
        raise Refused(
            f"“{words}” has no such month as {month}: the day comes first. For {month} {MONTHS[day - 1]} write "
            f"{month}.{day}.{year or today.year}."
        )
    if year:
        return _real(_whole_year(year, today), month, day, words)
    near = [made for n in (-1, 0, 1) if (made := _made(today.year + n, month, day)) is not None]
    if not near:
        return _real(today.year, month, day, words)
    return min(near, key=lambda one: abs((one - today).days))


def _agreeing(weekday: int, found: date, words: str) -> date:
    if found.weekday() != weekday:
        raise Refused(
            f"“{words}” does not agree with itself: that day is {spoken(found)}. Write the date without the weekday, "
            "or look at both again."
        )
    return found


def _real(year: int, month: int, day: int, words: str) -> date:
    found = _made(year, month, day)
    if found is not None:
        return _within(found, words)
    if not 1 <= month <= 12:
        raise Refused(f"“{words}” is not a real date: there is no month {month}. Write it as 4 July 2026.")
    if not _OLDEST <= year <= _NEWEST:
        raise Refused(f"“{words}” is before {_OLDEST} or after {_NEWEST}: check the year.")
    last = calendar.monthrange(year, month)[1]
    raise Refused(
        f"“{words}” is not a real date: {MONTHS[month - 1]} {year} has no day {day}. Its last is "
        f"{last} {MONTHS[month - 1]} {year}."
    )


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _within(found: date, words: str) -> date:
    if not _OLDEST <= found.year <= _NEWEST:
        raise Refused(f"“{words}” is before {_OLDEST} or after {_NEWEST}: check the year, as in 4 July 2026.")
    return found
