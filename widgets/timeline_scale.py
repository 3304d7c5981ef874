"""The arithmetic of a timeline: days to places, the years along the top, and its lanes as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from casework.dates import spoken
from casework.text import Language
from widgets import words


class Pattern(Enum):
    """How a bar is filled; told apart without colour."""

    SOLID = "solid"
    HATCH = "hatch"
    DOTS = "dots"
    OUTLINE = "outline"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasted, lasts or will last; ``end`` None: until further notice. Both days count.

    ``key`` is handed back when the bar is opened. ``name`` is what it is told as, where that is not its label;
    ``ends`` says of an end that is not known that it is not, in place of "no end set".
    """

    start: date
    end: date | None
    label: str
    pattern: Pattern = Pattern.SOLID
    key: str = ""
    name: str = ""
    ends: str = ""

    def told(self, language: Language = Language.EN) -> str:
        """The bar in words."""
        start, what = spoken(self.start, language), self.name or self.label
        if self.end is None and not self.ends:
            return words.FROM_ON.filled(what=what, start=start).in_(language)
        end = self.ends if self.end is None else spoken(self.end, language)
        return words.FROM_TO.filled(what=what, start=start, end=end).in_(language)


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of bars that belong together."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from ``first`` to ``last`` spread over ``width`` px from ``left``."""

    first: date
    last: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        whole = max((self.last - self.first).days, 1)
        return self.left + self.width * min(max((day - self.first).days / whole, 0.0), 1.0)

    def end_x(self, end: date | None) -> float:
        """Where a bar with this last day ends."""
        return self.left + self.width if end is None else self.x(end + timedelta(days=1))

    def years(self) -> tuple[tuple[date, str], ...]:
        """The first days of years that are lettered: all, or every second, fifth or tenth where room is short."""
        every = 1
        span = max(self.last.year - self.first.year, 1)
        for every in (1, 2, 5, 10, 20):
            if self.width / span * every >= _LETTERED:
                break
        whole = range(self.first.year, self.last.year + 1)
        marks = (date(year, 1, 1) for year in whole if year % every == 0)
        return tuple((day, str(day.year)) for day in marks if self.first <= day <= self.last)


_LETTERED = 44


def fitted(lanes: Sequence[Lane], today: date, left: float, width: float) -> Scale:
    """A scale from the earliest bar to a year past the latest known day or today."""
    bars = [bar for lane in lanes for bar in lane.bars]
    first = min([bar.start for bar in bars] + [today])
    last = max([bar.end or bar.start for bar in bars] + [today])
    room = max((last - first).days // 16, 60)
    return Scale(first - timedelta(days=room // 2), last + timedelta(days=room), left, width)


def described(lanes: Sequence[Lane], language: Language = Language.EN) -> str:
    """The whole timeline as sentences, for those who do not see it."""
    return " ".join(f"{lane.label}: {'; '.join(bar.told(language) for bar in lane.bars) or '–'}." for lane in lanes)
