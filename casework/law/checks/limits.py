"""Minimum and maximum, and a fixed end where the law wants one (VAL-01, 03 to 06)."""

from __future__ import annotations

from collections.abc import Iterator

from casework.law.dossier import Dossier
from casework.law.orders.bounds import Bound, chosen
from casework.law.orders.ends import End
from casework.law.orders.life import Life
from casework.law.result import Finding, finding


def limits(one: Dossier) -> Iterator[Finding]:
    """What is wrong with how long orders run as they were made, and with their changes."""
    for life in one.lives.values():
        yield from life.faults
        if life.order.made_on is not None:
            if life.minimum is not None:
                yield from _minimum(life, life.minimum)
            yield from _maximum(life)
            yield from _too_early(one, life)


def _minimum(life: Life, bound: Bound) -> Iterator[Finding]:
    if not bound.limit.each_item:
        yield from _below(life.order.id, life.made.last(), life, bound)
        return
    held = [item for item in life.order.items if not life.item_law(item).free_of_minimum]
    for item in held:
        if life.made.has_own(item.id):
            yield from _below(item.id, life.made.item(item.id), life, bound)
    if not life.order.items or any(not life.made.has_own(item.id) for item in held):
        yield from _below(life.order.id, life.made.own, life, bound)


def _below(about: str, end: End, life: Life, bound: Bound) -> Iterator[Finding]:
    if end.day is not None and end.day < bound.last:
        rule = bound.limit.check
        yield finding(
            "order.below_minimum", about, rule=rule, basis=life.law.basis, row=life.law.row, last=end.day,
            limit=bound.last,
        )  # fmt: skip


def _maximum(life: Life) -> Iterator[Finding]:
    limit = chosen(life.law.maximum, life.order, life.age_when_made)
    if limit is None:
        return
    about, law, last = life.order.id, life.law, life.made.last()
    if not last.fixed:
        yield finding("order.no_fixed_end", about, rule=limit.check, basis=law.basis, row=law.row)
    elif last.day is not None and life.maximum is not None:
        days = (last.day - life.maximum.last).days
        if days > 0:
            code = "order.one_day_over_maximum" if days == 1 else "order.above_maximum"
            rule = "" if days == 1 else limit.check
            yield finding(code, about, rule=rule, basis=law.basis, row=law.row, last=last.day, limit=life.maximum.last)


def _too_early(one: Dossier, life: Life) -> Iterator[Finding]:
    """An order that may not come into force in custody, in hospital or on licence."""
    start = life.start
    if start is None:
        return
    where = [each.kind for each in one.whereabouts if each.covers(start)]
    if any(
        each.kind != "pss" and each.starts_on <= start and (each.ends_on is None or start <= each.ends_on)
        for each in one.licences
    ):
        where.append("licence")
    found = next((each for each in where if each in life.law.may_not_start_while), None)
    if found is not None:
        told = "on licence" if found == "licence" else f"in {found}"
        yield finding("voo.in_force_too_early", life.order.id, start=start, where=told)
