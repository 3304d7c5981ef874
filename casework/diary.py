"""A case's diary: everything due in it, with what falls away that day, and for how long that stays true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from casework.case import Case
from casework.case_line import CaseLine, line
from casework.dated import Due
from casework.due import due
from casework.due_order import Risk, group_of, risk
from casework.horizon import horizons, interims, lost, name_of
from casework.noted_day import NotedDay
from casework.reckoning import reckon
from casework.record import title
from casework.text import NOTHING, Text

_NAMED, _LONG = 2, 70


@dataclass(frozen=True, slots=True)
class Item:
    """One thing due; ``away``: what protection falls away on that day; ``after``: what to do once it has passed.

    ``horizon`` is the name of its alerts, ``group`` that under which it is shown or hidden.
    """

    due: Due
    away: Text
    after: Text
    horizon: str
    group: str

    @property
    def key(self) -> tuple[str, str, str, date]:
        """What tells it apart from every other."""
        return (self.due.case, self.due.about, self.due.code, self.due.on)


@dataclass(frozen=True, slots=True)
class Diary:
    """What is due in a case, the earliest first, as reckoned on ``day``; it is the same up to and on ``last``."""

    line: CaseLine
    items: tuple[Item, ...] = field(repr=False)
    day: date
    last: date

    @property
    def risk(self) -> Risk:
        """The risk by which its things are ranked."""
        return risk(self.line.rosh, self.line.level)


@dataclass(frozen=True, slots=True)
class Kept:
    """A case in the caseload, as its diary was last kept: its next date, and how many things are late.

    Not ``current``: something changed since, or the day has come on which something turns. The line is right all the
    same, and nothing is told of its dates.
    """

    line: CaseLine
    next: date | None = None
    next_late: bool = False
    late: int = 0
    current: bool = False


def diary(case: Case, today: date, settings: Mapping[str, str] | None = None) -> Diary:
    """Reckon a case's diary, by what the area sets in ``settings``."""
    day = NotedDay(today)
    reckoning = reckon(case, day)
    found = due(case, day, reckoning=reckoning, settings=settings)
    ends = {one.about: one.working for one in reckoning.dates if one.code == "item.last_day"}
    interim = interims(case)
    items = tuple(told_item(case, one, name_of(one, interim), ends) for one in found)
    told = line(case, day)
    return Diary(told, items, today, day.turns - timedelta(days=1))


def kept(one: Diary) -> Kept:
    """A diary in brief."""
    first = one.items[0].due if one.items else None
    late = sum(item.due.late for item in one.items)
    return Kept(one.line, first.on if first else None, bool(first and first.late), late, current=True)


def told_item(case: Case, one: Due, horizon: str, ends: Mapping[str, date]) -> Item:
    """A thing due with what falls away; ``ends`` are the last days of conditions of their own, by id."""
    known = horizons().get(horizon)
    away = known.falls_away if known else NOTHING
    gone = [title(record) for record in lost(case, one, ends)] if one.code != "item.last_day" else []
    return Item(one, _with(away, gone), known.after if known else NOTHING, horizon, group_of(one.code))


def _with(away: Text, gone: list[str]) -> Text:
    if not gone:
        return away
    shown = "; ".join(_short(one) for one in gone[:_NAMED])
    more = len(gone) - _NAMED
    en = f"{away.en} What ends: {shown}{f'; and {more} more' if more > 0 else ''}."
    cy = f"{away.cy} Yr hyn sy'n dod i ben: {shown}{f'; a {more} arall' if more > 0 else ''}." if away.cy else ""
    return Text(en, cy)


def _short(words: str) -> str:
    words = " ".join(words.split()).rstrip(".")
    return words if len(words) <= _LONG else words[: _LONG - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"
