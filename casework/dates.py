"""Dates as they are told: "Tue 12 May 2026", never 12/05/26."""

from __future__ import annotations

from datetime import date

from casework.text import Language, Text

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTHS_CY = ["Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gor", "Awst", "Medi", "Hyd", "Tach", "Rhag"]
_DAYS_EN = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_DAYS_CY = ["Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"]


def spoken(day: date, language: Language = Language.EN) -> str:
    """A date with its weekday: "Tue 12 May 2026"."""
    days, months = (_DAYS_CY, _MONTHS_CY) if language is Language.CY else (_DAYS_EN, MONTHS)
    return f"{days[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


def distance(day: date, today: date) -> Text:
    """How far a day is from today, in words: "9 days late", "today", "in 12 days"."""
    days = (day - today).days
    if days == 0:
        return Text("today", "heddiw")
    if days < 0:
        return Text(f"{-days} {'day' if days == -1 else 'days'} late", f"hwyr: {-days}")
    return Text(f"in {days} {'day' if days == 1 else 'days'}", f"ymhen: {days}")
