"""When responsibility passes from the prison to the community offender manager, with the formula and what went into it.

The formulas are those of the prison service's own allocation program, as published; they apply to sentenced adults.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casework.answer import Span
from casework.period import months_before

EARLY, PAROLE, STANDARD, STANDARD_DAYS, SHORT = 15, 12, 8, 14, 10


@dataclass(frozen=True, slots=True)
class Handover:
    """The day, None where the community offender manager is responsible at once; the formula in words."""

    day: date | None
    formula: str


def handover(
    release: date, *, early: bool = False, parole: bool = False, recalled: bool = False, term: Span | None = None
) -> Handover:
    """The day of handover for somebody whose earliest release is on ``release``.

    ``early``: eligible for early allocation, as at Level 3; ``parole``: release by the Parole Board, as in a life
    sentence; ``term``: a determinate sentence as the court passed it, None where it is not known.
    """
    if recalled:
        return Handover(None, "after recall the community offender manager is responsible at once")
    if early:
        return Handover(months_before(release, EARLY), f"{EARLY} months before release (early allocation)")
    if parole:
        return Handover(months_before(release, PAROLE), f"{PAROLE} months before release (Parole Board)")
    if term is not None and term.years == 0 and term.months <= SHORT and not (term.months == SHORT and term.days):
        return Handover(None, f"{SHORT} months or less: the community offender manager is responsible at once")
    day = months_before(release, STANDARD) - timedelta(days=STANDARD_DAYS)
    return Handover(day, f"{STANDARD} months and {STANDARD_DAYS} days before release (standard determinate sentence)")
