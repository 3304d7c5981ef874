"""Dates that an order brings by itself: reviews, reporting, and limits in hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from casework.calendar import Calendar, Limit, england_and_wales, hours_after
from casework.dates import spoken
from casework.law.dossier import Dossier
from casework.law.orders.bounds import base_day
from casework.law.orders.ends import item_start
from casework.law.orders.life import Life
from casework.law.result import Dated, Finding, dated, finding
from casework.orders.law import Base, Deadline, Hours
from casework.period import Period, age_on, last_day, plus


def deadlines(one: Dossier) -> Iterator[Dated | Finding]:
    """Every deadline and limit in hours of the orders."""
    for life in one.lives.values():
        for deadline in life.law.deadlines:
            yield from _deadline(one, life, deadline)
        for hours in life.law.hours:
            yield from _hours(one, life, hours)


def _deadline(one: Dossier, life: Life, rule: Deadline) -> Iterator[Dated]:
    base = _base(life, rule)
    if base is None or (rule.made_under and life.age_when_made >= rule.made_under):
        return
    if rule.only_if_longer and not _longer(life, rule):
        return
    end = life.runs_to.day
    for n in range(1, rule.repeats + 1):
        period = Period(rule.years * n, rule.months * n, rule.weeks * n, rule.days * n)
        last = last_day(base, period)
        if rule.while_under and age_on(one.person.born, last) >= rule.while_under:
            break
        if (rule.repeats > 1 or rule.only_if_longer) and end is not None and last > end:
            break
        why = f"{period} beginning with {spoken(base)} end on {spoken(last)}."
        day = last
        if rule.last_days:
            day = plus(last, 1 - rule.last_days)
            why += f" Their last {rule.last_days} days begin on {spoken(day)}."
        yield dated(rule.code, life.order.id, day, why, basis=_basis(rule.code, life))


def _basis(code: str, life: Life) -> str:
    return life.law.basis if code.startswith("cbo") and life.order.statute == "asbcpa_2014" else ""


def _base(life: Life, rule: Deadline) -> date | None:
    if rule.beginning_with is Base.LATEST_VARIATION:
        return life.latest_variation or life.start
    return base_day(life.order, rule.beginning_with)


def _longer(life: Life, rule: Deadline) -> bool:
    """Whether a term lasts longer than the period, laid from its own first day."""
    period = Period(rule.years, rule.months, rule.weeks, rule.days)
    spans = [(item_start(item, life.order), life.now.item(item.id)) for item in life.order.items]
    spans = spans or [(life.start, life.now.last())]
    return any(
        start is not None and (not end.fixed or (end.day is not None and end.day > last_day(start, period)))
        for start, end in spans
    )


def _hours(one: Dossier, life: Life, rule: Hours) -> Iterator[Dated | Finding]:
    moments: list[tuple[str, datetime | None]] = [(life.order.id, life.order.given_at)]
    if rule.after == "arrested_at":
        moments = [(breach.id, breach.arrested_at) for breach in life.order.breaches]
    for about, moment in moments:
        if moment is not None:
            limit = hours_after(moment, rule.hours, _calendar(one))
            why = _hours_why(moment, rule.hours, limit)
            yield dated(rule.code, about, limit.at.date(), why, at=limit.at.time(), basis=life.law.basis)
            if limit.doubtful:
                yield finding("notice.check_bank_holiday", about)


def _calendar(one: Dossier) -> Calendar:
    return england_and_wales().also(one.extra_bank_holidays)


def _hours_why(moment: datetime, hours: int, limit: Limit) -> str:
    skipped = f", {', '.join(spoken(day) for day in limit.left_out)} not counted" if limit.left_out else ""
    why = (
        f"{hours} hours from {moment:%H:%M} on {spoken(moment.date())}{skipped}, end at {limit.at:%H:%M} on "
        f"{spoken(limit.at.date())}."
    )
    return f"{why} Provisional: the bank holidays of that year are not yet proclaimed." if limit.provisional else why
