"""Name and address under an order itself: first notice, changes, yearly notice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.dossier import Dossier
from casework.law.facts.events import DatedEvent
from casework.law.notification.periodic import last_notice
from casework.law.notification.tables import figures
from casework.law.notification.triggers import window_start
from casework.law.orders.life import Life
from casework.law.result import OUTER, TARGET, Dated, dated
from casework.orders.law import Meanwhile, NoticeKind
from casework.period import day_after, plus

_CHANGES = ("name_used", "home_address_changed")


def order_notices(one: Dossier) -> Iterator[Dated]:
    """Every notice that orders with a duty of their own call for."""
    bound = [life for life in one.lives.values() if owes(life)]
    for life in bound:
        yield from _first(one, life)
        if life.law.notice.yearly:
            yield from _yearly(one, life)
    yield from _changes(one, bound)


def owes(life: Life) -> bool:
    """Whether an order makes the person notify name and address."""
    notice = life.law.notice
    ordered = not notice.only_if_ordered or life.order.name_address_duty
    return notice.kind is NoticeKind.NAME_AND_ADDRESS and ordered and life.order.made_on is not None


def _first(one: Dossier, life: Life) -> Iterator[Dated]:
    start, notice = window_start(life), life.law.notice
    if start is None or (notice.none_after_interim and _after_interim(one, life)):
        return
    stretch = one.standing.stretch(start)
    if stretch is not None and notice.meanwhile is Meanwhile.NONE:
        return
    if stretch is not None and notice.meanwhile is Meanwhile.POSTPONED:
        if stretch.last is not None:
            yield from _postponed(life, stretch.last)
        return
    days = figures().window_days
    last = one.window(start, days) if notice.free_days_only else plus(start, days - 1)
    if last is not None:
        why = f"{days} days beginning with {spoken(start)} end on {spoken(last)}."
        yield dated("order_notice.initial_by", life.order.id, last, why, rule=life.law.rule, basis=life.law.basis)


def _after_interim(one: Dossier, life: Life) -> bool:
    """Whether the order was made while its interim order was in force: no fresh notice."""
    made_on = life.order.made_on
    return made_on is not None and any(other.in_force(made_on) for other in one.interims.get(life.order.id, ()))


def _postponed(life: Life, until: date) -> Iterator[Dated]:
    """While subject to SOA notification the duty rests; it begins when that ends."""
    end = life.runs_to.day
    if end is not None and end < until:
        return
    days = figures().window_days
    opening = f"Notification under the 2003 Act ends with {spoken(until)}; the order's own duty begins."
    for limit, day in ((TARGET, plus(until, days - 1)), (OUTER, plus(until, days))):
        why = f"{opening} Three days from then end on {spoken(day)}."
        yield dated(
            "order_notice.initial_by", life.order.id, day, why, limit=limit, rule=life.law.rule, basis=life.law.basis
        )


def _yearly(one: Dossier, life: Life) -> Iterator[Dated]:
    note = last_notice(one, "order", life.order.id)
    if note is None:
        return
    due, end = day_after(note.given_on, figures().periodic.every), life.runs_to.day
    if end is None or due <= end:
        why = f"1 year after the last notice under the order on {spoken(note.given_on)} ends on {spoken(due)}."
        yield dated("order_notice.periodic_by", life.order.id, due, why)


def _changes(one: Dossier, bound: list[Life]) -> Iterator[Dated]:
    for event in one.events:
        if isinstance(event, DatedEvent) and event.kind in _CHANGES and event.on is not None:
            life = next((life for life in bound if _under(one, life, event.on)), None)
            if life is not None:
                days = figures().window_days
                last = plus(event.on, days - 1)
                why = f"{days} days beginning with {spoken(event.on)} end on {spoken(last)}."
                yield dated("order_notice.change_by", event.id, last, why, rule=life.law.rule, basis=life.law.basis)


def _under(one: Dossier, life: Life, day: date) -> bool:
    """Whether the duty of an order binds on a day: in force, its window begun, not resting under the 2003 Act."""
    start = window_start(life)
    resting = life.law.notice.meanwhile is not Meanwhile.DUE and one.standing.on(day)
    return life.in_force(day) and start is not None and start <= day and not resting
