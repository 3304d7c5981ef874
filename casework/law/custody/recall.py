"""Recall to custody: fixed or standard, and how long (Criminal Justice Act 2003 ss.255A-255C)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from casework.dates import spoken
from casework.definition import read
from casework.law.facts.custody import Recall
from casework.law.result import Dated, dated
from casework.law.switches import switched
from casework.period import Period, last_day, plus


@dataclass(frozen=True, slots=True)
class Tranche:
    """People whose sentence is shorter than so many days (None: all others) convert on a day."""

    on: date
    under_days: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of recall."""

    short_term: Period
    short_term_row: str
    longer_term: Period
    longer_term_row: str
    short_days: int
    long_days: int
    new_days: int
    new_row: str
    referral_days: int
    excluded_levels: tuple[int, ...]
    tranche: tuple[Tranche, ...]


@cache
def table() -> Table:
    """The figures as shipped."""
    return read(Table, files("casework.law") / "recalls.toml")


def excluded(recall: Recall) -> bool:
    """Whether fixed-term recall is closed to the person: not determinate, level 2 or 3, or another exclusion."""
    levels = table().excluded_levels
    return recall.sentence_kind != "determinate" or recall.mappa_level in levels or bool(recall.exclusions)


def new_law(recall: Recall) -> bool:
    """Whether the return to custody is under the 56-day law."""
    return recall.returned_on >= switched(table().new_row)


def _shorter(recall: Recall, term: Period) -> bool:
    start = recall.returned_on
    return recall.sentence_term is not None and last_day(start, recall.sentence_term) < last_day(start, term)


def fixed_term(recall: Recall) -> tuple[bool, str]:
    """Whether the recall is fixed, and the switch that made it so."""
    if new_law(recall):
        return not excluded(recall), table().new_row
    if recall.type:
        return recall.type == "fixed_term", ""
    if excluded(recall):
        return False, ""
    for term, row in (
        (table().short_term, table().short_term_row),
        (table().longer_term, table().longer_term_row),
    ):
        if recall.recalled_on >= switched(row) and _shorter(recall, term):
            return True, row
    return False, ""


def recall_dates(recall: Recall) -> Iterator[Dated]:
    """The dates of one recall."""
    fixed, row = fixed_term(recall)
    returned = spoken(recall.returned_on)
    if fixed:
        yield _period(recall, row)
        return
    days = table().referral_days
    last = plus(recall.returned_on, days - 1)
    why = f"Standard recall: {days} days beginning with return on {returned} end on {spoken(last)}."
    yield dated("recall.referral_by", recall.id, last, why)
    on = _transition(recall)
    if on is not None:
        why = f"Back in custody on a standard recall before 31 March 2026; by length of sentence on {spoken(on)}."
        yield dated("recall.transition_on", recall.id, on, why, row=table().new_row)


def _period(recall: Recall, row: str) -> Dated:
    young = new_law(recall) and recall.under_s250
    if new_law(recall) and not young:
        days, rule = table().new_days, "R-REC-2"
    else:
        days = table().short_days if _shorter(recall, table().short_term) else table().long_days
        rule = "R-REC-3" if young else "R-REC-1"
    last = plus(recall.returned_on, days - 1)
    why = f"{days} days beginning with return on {spoken(recall.returned_on)} end on {spoken(last)}."
    if rule == "R-REC-2" and recall.hdc_point_on is not None and recall.hdc_point_on > last:
        last = recall.hdc_point_on
        why += f" The home detention curfew point is later: {spoken(last)}."
    return dated("recall.period_last_day", recall.id, last, why, rule=rule, row=row)


def _transition(recall: Recall) -> date | None:
    """The day a standard recall converts for someone still in custody when the 56 days came in."""
    if new_law(recall) or excluded(recall) or recall.sentence_days is None:
        return None
    gone = recall.released_on is not None and recall.released_on <= switched(table().new_row)
    return None if gone else _tranche(recall.sentence_days)


def _tranche(days: int) -> date:
    return next(one.on for one in table().tranche if one.under_days is None or days < one.under_days)
