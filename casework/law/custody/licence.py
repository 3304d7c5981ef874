"""Licences, and post-sentence supervision until its repeal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.facts.custody import Licence
from casework.law.result import Dated, dated
from casework.law.switches import switched

REPEAL = "V16"


def closed_by_repeal(licence: Licence) -> bool:
    """Whether it is post-sentence supervision that would still run on the day of the repeal."""
    open_then = licence.ends_on is None or licence.ends_on >= switched(REPEAL)
    return licence.kind == "pss" and open_then


def licence_dates(licence: Licence) -> Iterator[Dated]:
    """The dates of one licence."""
    if closed_by_repeal(licence):
        day = switched(REPEAL)
        why = f"Post-sentence supervision was repealed with effect from {spoken(day)}: it is closed on that day."
        yield dated("pss.closed_on", licence.id, day, why, row=REPEAL)
    elif licence.ends_on is not None:
        why = f"The licence ends with the sentence: {spoken(licence.ends_on)}."
        yield dated("licence.last_day", licence.id, licence.ends_on, why)


def licence_state(licence: Licence, today: date) -> str:
    """The state of a licence on a day."""
    if closed_by_repeal(licence) and today >= switched(REPEAL):
        return "ceased_by_law"
    if licence.starts_on > today:
        return "not_started"
    return "expired" if licence.ends_on is not None and licence.ends_on < today else "active"
