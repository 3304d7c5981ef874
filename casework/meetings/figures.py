"""What each area sets for itself around meetings: intervals, deadlines, quorum, the rhythm of reviews and visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from importlib.resources import files

from casework.calendar import england_and_wales
from casework.definition import read
from casework.refusal import Refused
from casework.text import Text

CHECK_POLICY = Text("Check your area's policy.", "Edrychwch ar bolisi eich ardal.")
_WEEKEND = 5


class Unit(Enum):
    """What a figure counts."""

    WEEKS = "weeks"
    WORKING_DAYS = "working_days"
    TIMES = "times"
    AGENCIES = "agencies"
    MONTHS = "months"

    def counted(self, number: int) -> Text:
        """So many of it, in words."""
        one, many, cy = _COUNTED[self]
        return Text(f"{number} {one if number == 1 else many}", f"{number} {cy}")


_COUNTED = {
    Unit.WEEKS: ("week", "weeks", "wythnos"),
    Unit.WORKING_DAYS: ("working day", "working days", "diwrnod gwaith"),
    Unit.TIMES: ("time", "times", "gwaith"),
    Unit.AGENCIES: ("agency", "agencies", "asiantaeth"),
    Unit.MONTHS: ("month", "months", "mis"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ``code`` is the key of its setting, ``usual`` what stands where none is set, ``most`` the highest."""

    code: str
    label: Text
    unit: Unit
    usual: int
    most: int


@dataclass(frozen=True, slots=True)
class _File:
    figure: tuple[Figure, ...]


@cache
def figures() -> dict[str, Figure]:
    """Every figure by the key of its setting."""
    return {one.code: one for one in read(_File, files("casework.meetings") / "figures.toml").figure}


def typed_figure(code: str, settings: Mapping[str, str]) -> int:
    """A figure as set, the usual one where nothing is. Raises Refused with its key for what is no such number."""
    one, typed = figures()[code], settings.get(code, "").strip()
    if typed and not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= one.most):
        raise Refused(f"{one.label.en}: write a whole number from 1 to {one.most}.", code)
    return int(typed) if typed else one.usual


def figure(code: str, settings: Mapping[str, str]) -> int:
    """A figure to work with: one that was set and cannot be read gives way to the usual one."""
    try:
        return typed_figure(code, settings)
    except Refused:
        return figures()[code].usual


@dataclass(frozen=True, slots=True)
class Interval:
    """How soon after a meeting the next one should be: usually within ``warn`` weeks, at the latest within ``over``."""

    warn: int
    over: int

    def usual_by(self, last: date) -> date:
        """The last usual day for the next meeting."""
        return last + timedelta(weeks=self.warn)

    def latest(self, last: date) -> date:
        """The last day of all."""
        return last + timedelta(weeks=self.over)


def interval(level: str, settings: Mapping[str, str]) -> Interval | None:
    """The interval of a level; None for Level 1, which has no meetings."""
    if level not in ("2", "3"):
        return None
    return Interval(figure(f"meeting.warn.{level}", settings), figure(f"meeting.over.{level}", settings))


def working_day(day: date) -> bool:
    """Whether offices work: neither Saturday nor Sunday nor a bank holiday of England and Wales."""
    return day.weekday() < _WEEKEND and day not in england_and_wales().days


def working_days_after(day: date, count: int) -> date:
    """The day so many working days after a day, or before it where the count is negative."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not working_day(day):
            day += step
    return day


def reports_by(meeting_on: date, settings: Mapping[str, str]) -> date:
    """The day by which reports for a meeting are asked for, unless the meeting says another."""
    return working_days_after(meeting_on, -figure("meeting.reports", settings))


def minutes_by(level: str, meeting_on: date, settings: Mapping[str, str]) -> date | None:
    """V15: the last day on which the minutes of a meeting are issued in time; None for a level without meetings."""
    code = f"meeting.minutes.{level}"
    return working_days_after(meeting_on, figure(code, settings)) if code in figures() else None


def months_for(rhythm: str, rosh: str, settings: Mapping[str, str]) -> int | None:
    """How many months ``rhythm`` ("review.level_1" or "visit") allows at a risk; None where the risk is not known."""
    code = f"{rhythm}.{rosh}"
    return figure(code, settings) if code in figures() else None
