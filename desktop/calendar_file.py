"""What is due as a calendar file for another program: neutral words, and no name unless it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from casework.dated import Due
from casework.record import CaseId


def calendar_file(found: Iterable[Due], made_at: datetime, names: dict[CaseId, str] | None = None) -> bytes:
    """The dates as an iCalendar file (RFC 5545), a whole day each.

    Without ``names`` an entry says only "A date is due" and the case's reference: what it is stays in the vault,
    because a calendar is read by others and by machines. With them it says who and what.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Holdfast//Due//EN")
    calendar.add("version", "2.0")
    for one in found:
        calendar.add_component(_event(one, made_at, names))
    return bytes(calendar.to_ical())


def _event(one: Due, made_at: datetime, names: dict[CaseId, str] | None) -> Event:
    event = Event()
    name = names.get(one.case, "") if names else ""
    summary = f"{one.ref} {name}: {one.what.en}" if names else f"{one.ref}: a date is due"
    event.add("summary", summary)
    event.add("dtstart", one.on)
    event.add("dtend", _next(one.on))
    event.add("dtstamp", made_at)
    event.add("uid", f"{one.case}-{one.about}-{one.code}-{one.on:%Y%m%d}@holdfast.invalid")
    event.add("transp", "TRANSPARENT")
    return event


def _next(day: date) -> date:
    return day + timedelta(days=1)
