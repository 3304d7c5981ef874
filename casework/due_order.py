"""What is due in the order in which it matters: late first, the worst risk first; and what a filter hides, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Generic, TypeVar

from casework.case import Case
from casework.due import Due
from casework.field import choice_lists
from casework.text import Language, Text

T = TypeVar("T")
WEEK = 7


class Band(IntEnum):
    """Where a date lies, seen from today: this week is today and the six days after it."""

    LATE = 0
    WEEK = 1
    COMING = 2


BAND_WORDS = {
    Band.LATE: Text("Late", "Hwyr"),
    Band.WEEK: Text("This week", "Yr wythnos hon"),
    Band.COMING: Text("Coming", "I ddod"),
}
_AGES = ((7, Text("up to a week late")), (28, Text("up to four weeks late")), (90, Text("up to three months late")))
_OLDER = Text("more than three months late")


@dataclass(frozen=True, slots=True, order=True)
class Risk:
    """How high the risk of somebody is: the larger, the worse.

    ``rosh`` 1 low to 4 very high, ``level`` 1 to 3. Not known is 5 and 4: it stands above what is known, so that nobody
    is overlooked for want of an assessment.
    """

    rosh: int
    level: int


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
    days = (on - today).days
    return Band.LATE if days < 0 else Band.WEEK if days < WEEK else Band.COMING


def lateness(on: date, today: date) -> Text | None:
    """How late in broad terms, for counting; None where it is not late."""
    days = (today - on).days
    if days <= 0:
        return None
    return next((words for most, words in _AGES if days <= most), _OLDER)


def ranked(due: Iterable[Due], risks: Mapping[str, Risk], today: date) -> tuple[Due, ...]:
    """Things due by band, then the worst risk, then the most days late or the earliest day.

    ``risks`` by the id of the case; a case that is not in it counts as not known.
    """
    return tuple(sorted(due, key=lambda one: rank(one, risks.get(one.case, UNKNOWN), today)))


def rank(one: Due, risk: Risk, today: date) -> tuple[int, int, int, date, str, str, str]:
    """The key by which ``ranked`` sorts, for lists that sort for themselves."""
    return (int(band(one.on, today)), -risk.rosh, -risk.level, one.on, one.case, one.code, one.about)


@dataclass(frozen=True)
class Filter(Generic[T]):
    """A filter with the words by which it is known; ``keeps`` says whether something stays."""

    label: Text
    keeps: Callable[[T], bool]


@dataclass(frozen=True)
class Narrowed(Generic[T]):
    """What is shown, how many there are in all, and how many each filter hides (some are hidden by several)."""

    shown: tuple[T, ...]
    total: int
    hidden: tuple[tuple[Text, int], ...] = ()

    def said(self, language: Language = Language.EN) -> str:
        """The count in words: "Showing 40 of 52; 12 hidden by: Level 1"; never silent about what is hidden."""
        away = self.total - len(self.shown)
        welsh = language is Language.CY
        if not away:
            return f"Dangos pob un o {self.total}" if welsh else f"Showing all {self.total}"
        shown = f"Dangos {len(self.shown)} o {self.total}" if welsh else f"Showing {len(self.shown)} of {self.total}"
        several = len(self.hidden) > 1
        names = ", ".join(f"{label.in_(language)}{f' ({n})' if several else ''}" for label, n in self.hidden)
        return f"{shown}; {away} {'wedi eu cuddio gan' if welsh else 'hidden by'}: {names}"


def narrowed(items: Sequence[T], filters: Iterable[Filter[T]]) -> Narrowed[T]:
    """The items that every filter keeps, and what each of the filters hides."""
    kept = [(item, True) for item in items]
    hidden = []
    for one in filters:
        stays = [one.keeps(item) for item in items]
        if count := stays.count(False):
            hidden.append((one.label, count))
        kept = [(item, all_ and stay) for (item, all_), stay in zip(kept, stays, strict=True)]
    return Narrowed(tuple(item for item, stay in kept if stay), len(items), tuple(hidden))
