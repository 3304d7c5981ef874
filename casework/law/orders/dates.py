"""The dates of an order and its items: last days, early ends, limits, the discharge bar, passports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.facts.orders import Item
from casework.law.orders.bounds import Bound, ends, reason
from casework.law.orders.ends import item_start
from casework.law.orders.life import Life
from casework.law.result import Dated, dated
from casework.period import Period

_ENDED = {
    "discharged": "discharged by the court",
    "quashed": "quashed on appeal",
    "superseded": "ended by a later order",
    "ceased": "ceased",
    "ceased_by_law": "ended with the person's death",
}


def order_dates(life: Life) -> Iterator[Dated]:
    """Every date that follows from the order itself."""
    if life.order.made_on is None:
        return
    yield from _ends(life)
    for code, bound in (
        ("order.minimum_last_day", life.minimum),
        ("order.maximum_last_day", life.maximum),
        ("order.discharge_bar_last_day", life.bar),
    ):
        if bound is not None:
            yield _limit(code, life, bound)
    for item in life.order.items:
        yield from _item(life, item)


def _ends(life: Life) -> Iterator[Dated]:
    basis, about = life.law.basis, life.order.id
    last = life.now.last().day
    if last is not None and not life.ended_early:
        why = _last_why(life, last)
        yield dated("order.last_day", about, last, why, basis=basis, row=life.law.row)
    if life.ended_on is not None and (last is None or life.ended_on <= last):
        why = f"The order was {_ENDED[life.ended_as]} on {spoken(life.ended_on)}."
        if life.kind.interim and life.ended_as == "ceased" and life.ended_by:
            why = f"The main application was determined on {spoken(life.ended_on)}: the interim order ended that day."
        yield dated("order.ended_on", about, life.ended_on, why, basis=basis)


def _last_why(life: Life, last: date) -> str:
    through = " after renewal" if "renewed" in life.flags else " after variation" if "varied" in life.flags else ""
    if life.order.items and life.now.items:
        return f"The latest last day of its items{through} is {spoken(last)}."
    if through or life.order.term.for_ is None or life.start is None:
        return f"The order says: until {spoken(last)}{through}."
    return _for(life.order.term.for_, life.start, last)


def _for(term: Period, start: date, last: date) -> str:
    return f"{term} beginning with {spoken(start)} {ends(term)} on {spoken(last)}."


def _limit(code: str, life: Life, bound: Bound) -> Dated:
    rule = life.law.rule if code == "order.discharge_bar_last_day" else ""
    return dated(code, life.order.id, bound.last, bound.why, rule=rule, basis=life.law.basis, row=life.law.row)


def _item(life: Life, item: Item) -> Iterator[Dated]:
    start, law = item_start(item, life.order), life.item_law(item)
    last = life.now.item(item.id).day
    if last is not None and (life.ended_on is None or life.ended_on >= last):
        changed = life.now.item(item.id) != life.made.item(item.id)
        why = f"The item ends on {spoken(last)}{' after variation' if changed else ''}."
        if item.term.for_ is not None and start is not None and not changed:
            why = _for(item.term.for_, start, last)
        yield dated("item.last_day", item.id, last, why, basis=life.law.basis)
    if law.maximum is not None and start is not None:
        limit = law.maximum.last(start)
        why = reason(law.maximum.period, law.maximum.counting, start, limit)
        yield dated("item.maximum_last_day", item.id, limit, why, rule=_item_rule(item), basis=life.law.basis)
    if surrenders(life, item):
        day = item.surrender_by or start
        if day is not None:
            said = "The order says" if item.surrender_by else "The order says no day; the ban starts"
            why = f"A ban on all foreign travel: passports are surrendered. {said}: {spoken(day)}."
            yield dated("foreign_travel.surrender_by", item.id, day, why, row=life.law.row)


def _item_rule(item: Item) -> str:
    return "R-SHPO-2" if item.kind == "foreign_travel" else "3.2"


def surrenders(life: Life, item: Item) -> bool:
    """Whether an item is a ban on all foreign travel for which passports are surrendered."""
    return life.order.made_on is not None and item.all_countries and life.item_law(item).surrender
