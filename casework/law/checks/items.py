"""Items: foreign travel, monitoring, positive requirements, passports (VAL-02, 06, 10 to 12; R-SHPO-9)."""

from __future__ import annotations

from collections.abc import Iterator

from casework.law.dossier import Dossier
from casework.law.facts.orders import Item
from casework.law.orders.dates import surrenders
from casework.law.orders.ends import item_start
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.orders.law import ItemLaw


def items(one: Dossier) -> Iterator[Finding]:
    """What is wrong with the items of orders."""
    for life in one.lives.values():
        for item in life.order.items:
            law = life.item_law(item)
            if law.must_end:
                yield from _end(life, item, law)
            if law.unconfirmed:
                yield finding("item.monitoring_unconfirmed", item.id)
            if law.supervisor and not item.supervisor:
                yield finding("item.no_supervisor", item.id)
            yield from _available(life, item)
            if surrenders(life, item):
                yield from _passports(one, life, item)


def _end(life: Life, item: Item, law: ItemLaw) -> Iterator[Finding]:
    end = life.made.item(item.id)
    if not end.fixed:
        said = item.term.said or life.order.term.said
        if said or life.order.made_on is not None:
            yield finding(law.no_end, item.id, limit=None)
        return
    start = item_start(item, life.order)
    if start is None or end.day is None or law.maximum is None:
        return
    limit = law.maximum.last(start)
    days = (end.day - limit).days
    if days > 0:
        yield finding(law.one_day if days == 1 else law.over, item.id, basis=life.law.basis, last=end.day, limit=limit)


def _available(life: Life, item: Item) -> Iterator[Finding]:
    """A positive requirement in a version from before they could be made."""
    day = item.added_on or life.order.made_on
    if day is None:
        return
    law = life.kind.law_on(day).items.get(item.kind)
    if law is not None and not law.available:
        yield finding("item.requirement_not_available", item.id, row="V10", day=day)


def _passports(one: Dossier, life: Life, item: Item) -> Iterator[Finding]:
    if item.surrender_by is None:
        yield finding("foreign_travel.no_passport_surrender", item.id)
    end = life.item_runs_to(item).day
    ended = life.ended_on is not None and life.ended_on == end and life.ended_on <= one.today
    if end is not None and (end < one.today or ended) and item.passport_returned_on is None:
        yield finding("foreign_travel.passport_not_returned", item.id, last=end)
