"""What is due in the order in which it matters: late first, the worst risk first; and what a filter hides, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from casework.case import Case
from casework.dated import Due
from casework.field import choice_lists
from casework.text import Language, Text

WEEK_DAYS, AHEAD_DAYS = 7, 28


class Band(IntEnum):
    """Where a date lies, seen from today: this week is today and the six days after it, coming the three weeks then."""

    LATE = 0
    WEEK = 1
    COMING = 2
    AHEAD = 3


BAND_WORDS = {
    Band.LATE: Text("Late", "Hwyr"),
    Band.WEEK: Text("This week", "Yr wythnos hon"),
    Band.COMING: Text("Coming", "I ddod"),
    Band.AHEAD: Text("Further ahead", "Ymhellach ymlaen"),
}
AGES = (
    (7, Text("up to a week", "hyd at wythnos")),
    (28, Text("up to four weeks", "hyd at bedair wythnos")),
    (90, Text("up to three months", "hyd at dri mis")),
    (None, Text("more than three months", "mwy na thri mis")),
)
GROUPS = {
    "order": Text("Orders and licences", "Gorchmynion a thrwyddedau"),
    "notification": Text("Notification and travel", "Hysbysu a theithio"),
    "work": Text("Actions and inspections", "Camau ac archwiliadau"),
    "review": Text("Reviews and meetings", "Adolygiadau a chyfarfodydd"),
}
_GROUP_OF = {
    "notification": "notification",
    "travel": "notification",
    "order_notice": "notification",
    "terrorism": "notification",
    "review": "notification",
    "action": "work",
    "measure": "work",
    "device": "work",
    "disclosure": "work",
    "plan": "review",
    "meeting": "review",
    "referral": "review",
    "level": "review",
    "level_review": "review",
    "category": "review",
}


@dataclass(frozen=True, slots=True, order=True)
class Risk:
    """How high the risk of somebody is: the larger, the worse.

    ``rosh`` 1 low to 4 very high, ``level`` 1 to 3. Not known is 5 and 4: it stands above what is known, so that nobody
    is overlooked for want of an assessment.
    """

    rosh: int
    level: int

    @property
    def number(self) -> int:
        """The same order as one number, the larger the worse."""
        return self.rosh * 10 + self.level


UNKNOWN = Risk(5, 4)


def risk_of(case: Case, today: date) -> Risk:
    """The risk of serious harm, overall, and the level that stand on a day."""
    rosh, level = case.current("rosh", today), case.current("level", today)
    return risk(rosh.words("overall") if rosh else "", level.words("level") if level else "")


def risk(rosh: str, level: str) -> Risk:
    """The same from the codes of both answers, empty where there is none."""
    known = [one.code for one in choice_lists()["rosh"]]
    return Risk(
        known.index(rosh) + 1 if rosh in known else UNKNOWN.rosh,
        int(level) if level in ("1", "2", "3") else UNKNOWN.level,
    )


def band(on: date, today: date) -> Band:
    """The band of a date."""
    return next(one for one, first in reversed(first_days(today)) if first is None or on >= first)


def first_days(today: date) -> tuple[tuple[Band, date | None], ...]:
    """The first day of each band, the earliest first; what is late has none."""
    return (
        (Band.LATE, None),
        (Band.WEEK, today),
        (Band.COMING, today + timedelta(days=WEEK_DAYS)),
        (Band.AHEAD, today + timedelta(days=AHEAD_DAYS)),
    )


def group_of(code: str) -> str:
    """The group of GROUPS that a code belongs to."""
    return _GROUP_OF.get(code.partition(".")[0], "order")


def ranked(due: Iterable[Due], risks: Mapping[str, Risk], today: date) -> tuple[Due, ...]:
    """Things due by band, then the worst risk, then the most days late or the earliest day.

    ``risks`` by the id of the case; a case that is not in it counts as not known.
    """
    return tuple(sorted(due, key=lambda one: rank(one, risks.get(one.case, UNKNOWN), today)))


def rank(one: Due, risk: Risk, today: date) -> tuple[int, int, int, date, str, str, str]:
    """The key by which ``ranked`` sorts, for lists that sort for themselves."""
    return (int(band(one.on, today)), -risk.rosh, -risk.level, one.on, one.case, one.code, one.about)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """How many things are shown of how many, and how many each filter hides (some are hidden by several)."""

    shown: int
    total: int
    hidden: tuple[tuple[Text, int], ...] = ()

    def said(self, language: Language = Language.EN) -> str:
        """The count in words: "Showing 40 of 52; 12 hidden by: Level 1"; never silent about what is hidden."""
        away = self.total - self.shown
        welsh = language is Language.CY
        if not away:
            return f"Dangos pob un o {self.total:,}" if welsh else f"Showing all {self.total:,}"
        shown = f"Dangos {self.shown:,} o {self.total:,}" if welsh else f"Showing {self.shown:,} of {self.total:,}"
        several = len(self.hidden) > 1
        names = ", ".join(f"{label.in_(language)}{f' ({n:,})' if several else ''}" for label, n in self.hidden)
        return f"{shown}; {away:,} {'wedi eu cuddio gan' if welsh else 'hidden by'}: {names}"
