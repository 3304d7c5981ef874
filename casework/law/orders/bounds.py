"""The limits of one order: which of the statute's periods apply to it, laid from its own days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casework.dates import spoken
from casework.law.facts.limits import Limits
from casework.law.facts.orders import Order
from casework.orders import OrderKind
from casework.orders.law import Base, Law, Limit, Notice, NoticeKind, Whom
from casework.period import Counting, Period

_AGE_OF_MAJORITY = 18
_BASES = {"made_on": Base.MADE_ON, "in_force_from": Base.START, "served_on": Base.SERVED_ON}


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit laid from a day of the record."""

    limit: Limit
    base: date
    last: date

    @property
    def why(self) -> str:
        """The sum in words."""
        return reason(self.limit.period, self.limit.counting, self.base, self.last)


def reason(period: Period, counting: Counting, base: date, last: date) -> str:
    """The sum of a period laid from a day, in words."""
    how = "beginning with" if counting is Counting.BEGINNING_WITH else "after"
    return f"{period} {how} {spoken(base)} {ends(period)} on {spoken(last)}."


def ends(period: Period) -> str:
    """The verb for a period: one year ends, two years end."""
    one = sum((period.years, period.months, period.weeks, period.days)) == 1
    return "ends" if one else "end"


def base_day(order: Order, base: Base) -> date | None:
    """The day of the record that a period is laid from; None where it is not known."""
    match base:
        case Base.MADE_ON:
            return order.made_on
        case Base.START:
            return order.start
        case Base.SERVED_ON:
            return order.served_on if order.made_on else None
        case _:
            return None


def bound(limits: Iterable[Limit], order: Order, age: int) -> Bound | None:
    """The first of the limits that is for this order, laid from its day; None where there is none or no day."""
    limit = chosen(limits, order, age)
    base = base_day(order, limit.base) if limit else None
    return Bound(limit, base, limit.last(base)) if limit and base else None


def chosen(limits: Iterable[Limit], order: Order, age: int) -> Limit | None:
    """The first of the limits that is for this order."""
    return next((one for one in limits if _meant(one.whom, order, age)), None)


def _meant(whom: Whom, order: Order, age: int) -> bool:
    match whom:
        case Whom.EVERYONE:
            return True
        case Whom.ADULT:
            return age >= _AGE_OF_MAJORITY
        case Whom.UNDER_18:
            return age < _AGE_OF_MAJORITY
        case Whom.WITH_CUSTODY:
            return order.with_immediate_custody
        case Whom.WITHOUT_CUSTODY:
            return not order.with_immediate_custody


def law_of(order: Order, kind: OrderKind) -> Law:
    """The state of the law for an order, by the day it was made; of a custom order, as its limits say."""
    law = kind.law_on(order.made_on)
    return _defined(law, order.limits) if order.limits else law


def _defined(law: Law, limits: Limits) -> Law:
    base = _BASES[limits.counts_from]
    notice = Notice()
    if limits.notice_from != "none":
        notice = Notice(NoticeKind.NAME_AND_ADDRESS, _BASES[limits.notice_from])
    return replace(
        law,
        minimum=_limit(limits.minimum, base),
        maximum=_limit(limits.maximum, base),
        discharge_bar=_limit(limits.discharge_bar, base),
        until_further_order=limits.maximum is None,
        items=law.items if limits.foreign_travel_limit else {},
        notice=notice,
        minimum_age=limits.minimum_age,
    )


def _limit(period: Period | None, base: Base) -> tuple[Limit, ...]:
    if period is None:
        return ()
    return (Limit(period.years, period.months, period.weeks, period.days, base, check="VAL-06"),)
