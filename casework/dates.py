"""Dates as they are typed, and as they are told: "Tue 12 May 2026", never 12/05/26."""

from __future__ import annotations

import re
from datetime import date, timedelta

from casework.refusal import Refused
from casework.text import Language, Text

_MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTHS_CY = ["Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gor", "Awst", "Medi", "Hyd", "Tach", "Rhag"]
_DAYS_EN = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_DAYS_CY = ["Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"]
_FULL = "january february march april may june july august september october november december".split()  # noqa: SIM905
_NUMBER = {name.lower(): n for n, name in enumerate(_MONTHS_EN, 1)} | {name: n for n, name in enumerate(_FULL, 1)}
_WORDED = re.compile(r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]*([a-z]{3,9})\.?,?[\s.-]*(\d{4}|\d{2})?")
_FIGURES = re.compile(r"(\d{1,2})[\s./-](\d{1,2})(?:[\s./-](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_OLDEST = 1900


def spoken(day: date, language: Language = Language.EN) -> str:
    """A date with its weekday: "Tue 12 May 2026"."""
    days, months = (_DAYS_CY, _MONTHS_CY) if language is Language.CY else (_DAYS_EN, _MONTHS_EN)
    return f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


def distance(day: date, today: date) -> Text:
    """How far a day is from today, in words: "9 days late", "today", "in 12 days"."""
    days = (day - today).days
    if days == 0:
        return Text("today", "heddiw")
    if days < 0:
        return Text(f"{-days} {'day' if days == -1 else 'days'} late", f"hwyr: {-days}")
    return Text(f"in {days} {'day' if days == 1 else 'days'}", f"ymhen: {days}")


def typed(words: str, today: date) -> date:
    """A date loosely typed: "4 jul", "04.07.26", "4/7/2026", "2026-07-04", "tomorrow", "in 3 weeks", "fri".

    Days come before months. A year left out is the one that brings the date nearest to ``today``; two figures mean
    the century that brings it nearest, at most 20 years ahead. Raises Refused with what to write instead.
    """
    asked = " ".join(words.lower().split())
    if asked in _NEAR:
        return today + timedelta(days=_NEAR[asked])
    if ahead := re.fullmatch(r"(?:in )?(\d{1,3}) (day|week)s?", asked):
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] == "week" else 1))
    if asked[:3].title() in _DAYS_EN and asked.isalpha():
        return today + timedelta(days=(_DAYS_EN.index(asked[:3].title()) - today.weekday()) % 7 or 7)
    if iso := _ISO.fullmatch(asked):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]), words)
    found = _FIGURES.fullmatch(asked) or _WORDED.fullmatch(asked)
    if found is None:
        raise Refused(f"“{words}” is not a date: write it as 4 July 2026 or 4.7.26.")
    month = int(found[2]) if found[2].isdigit() else _NUMBER.get(found[2])
    if month is None:
        raise Refused(f"“{words}” is not a date: “{found[2]}” is not a month.")
    return _with_year(int(found[1]), month, found[3] or "", words, today)


def _with_year(day: int, month: int, year: str, words: str, today: date) -> date:
    if len(year) == 4:
        return _real(int(year), month, day, words)
    if year:
        full = 2000 + int(year)
        return _real(full if full <= today.year + 20 else full - 100, month, day, words)
    near = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(candidate, month, day))
        except ValueError:
            continue
    if not near:
        return _real(today.year, month, day, words)
    return min(near, key=lambda one: abs((one - today).days))


def _real(year: int, month: int, day: int, words: str) -> date:
    if year < _OLDEST:
        raise Refused(f"“{words}” is before {_OLDEST}: check the year.")
    try:
        return date(year, month, day)
    except ValueError:
        name = _MONTHS_EN[month - 1] if 1 <= month <= 12 else f"month {month}"
        raise Refused(f"“{words}” is not a real date: {name} {year} has no day {day}.") from None
