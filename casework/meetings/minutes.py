"""The minutes of a meeting as every paper about them reads them: lines and actions with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.case import Case
from casework.field import choice_lists
from casework.meetings.closing import set_at
from casework.meetings.figures import figure, working_days_after
from casework.meetings.numbering import Numbered, numbered
from casework.meetings.sitting import before, meeting_day
from casework.record import Record
from casework.text import Text

OUTCOMES = ("rosh", "disclosure_decision", "level_decision", "critical", "register_updated", "next_on", "exit_as")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda with its lines."""

    code: str
    number: int
    title: Text
    lines: tuple[Numbered, ...] = field(repr=False)


def items(case: Case, meeting: Record) -> tuple[Item, ...]:
    """Every item in the fixed order, also those under which nothing was minuted."""
    every = case.children(meeting, "minute")
    found = []
    for number, one in enumerate(choice_lists()["agenda_items"], 1):
        lines = tuple(numbered(number, (line for line in every if line["item"] == one.code)))
        found.append(Item(one.code, number, one.label, lines))
    return tuple(found)


def actions(case: Case, meeting: Record) -> tuple[Numbered, ...]:
    """The actions that the meeting set, numbered from 1 in the order in which it set them, on every paper alike."""
    return tuple(Numbered(str(n), one) for n, one in enumerate(set_at(case, meeting), 1))


def earlier_actions(case: Case, meeting: Record) -> tuple[Record, ...]:
    """The actions set before the meeting that were open at it: still open, or closed since the meeting before it."""
    on, last = meeting_day(meeting), before(case, meeting)
    since = meeting_day(last) if last else None
    return tuple(one for one in case.of("action") if _looked_at(one, meeting, on, since))


def _looked_at(action: Record, meeting: Record, on: date | None, since: date | None) -> bool:
    if meeting.id in action.links("meeting"):
        return False
    set_on, done = action["set_on"], action["done_on"]
    if on and isinstance(set_on, date) and set_on > on:
        return False
    return action["state"] not in ("done", "not_done") or (isinstance(done, date) and (since is None or done >= since))


def corrections(case: Case, meeting: Record) -> Iterator[Record]:
    """What was asked to be corrected in the minutes of a meeting."""
    yield from case.children(meeting, "correction")


def last_closed(case: Case) -> Record | None:
    """The meeting that was closed last."""
    closed = [(at, one) for one in case.of("meeting") if isinstance(at := one["closed_at"], datetime)]
    return max(closed, key=lambda each: each[0])[1] if closed else None


def issue_by(meeting: Record, settings: Mapping[str, str]) -> date | None:
    """The last day for issuing the minutes, as the area sets it by level in working days."""
    on, level = meeting_day(meeting), meeting.words("level")
    if on is None or level not in ("2", "3"):
        return None
    return working_days_after(on, figure(f"meeting.minutes.{level}", settings))
