"""What a reader of the list of everything due asks for, and what the list answers: bands, counts, what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from casework.case_line import CaseLine
from casework.diary import Item
from casework.due_order import AHEAD_DAYS, Band, Narrowed
from casework.horizon import Stretch
from casework.text import Text

FOUR_WEEKS = Text("further ahead, no alert yet", "ymhellach i ffwrdd, dim rhybudd eto")


@dataclass(frozen=True, slots=True)
class Hides:
    """Leaves out the things whose ``field`` (level, category or group) has a value, under a label of its own."""

    field: str
    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants to see on a day.

    Dates up to and on ``until``, and beyond it those that ``raised`` (the last date by the name of the horizon)
    brings; of these not what ``hides`` leaves out, only what holds every word of ``words``, only ``day`` where one is
    chosen, only what was raised in one of the stretches of ``since`` where they are given. ``most``: how many of each
    band are wanted, ``AT_ONCE`` where it does not say.
    """

    today: date
    until: date
    raised: Mapping[str, date] = field(default_factory=dict)
    beyond: Text = FOUR_WEEKS
    hides: tuple[Hides, ...] = ()
    words: str = ""
    day: date | None = None
    since: tuple[Stretch, ...] | None = None
    most: Mapping[Band, int] = field(default_factory=dict)
    strip_days: int = 35


AT_ONCE = 12


def four_weeks(today: date) -> date:
    """The last day of the four weeks that begin today."""
    return today + timedelta(days=AHEAD_DAYS - 1)


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing due and whose. ``as_of``: the day for which it was reckoned, where that no longer holds for today."""

    item: Item
    line: CaseLine
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The first things of each band in their order, how many each band holds, how old what is late is, the days ahead.

    ``days`` counts the things of each day from today on, whatever reach and day are asked for.
    """

    bands: dict[Band, tuple[Listed, ...]]
    counts: dict[Band, int]
    narrowed: Narrowed
    ages: tuple[tuple[Text, int], ...] = ()
    days: tuple[int, ...] = ()
