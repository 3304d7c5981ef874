"""What the law finds wrong with one change of an order, given the order as it stood before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casework.law.facts.orders import Change, Item, Order
from casework.law.orders.bounds import Bound
from casework.law.orders.ends import End, Terms
from casework.law.result import Finding, finding
from casework.orders import OrderKind
from casework.orders.law import ItemLaw, Law

BOTH_CONSENTS = frozenset({"defendant", "chief_officer"})


@dataclass(frozen=True, slots=True)
class Standing:
    """An order as it stood before a change."""

    order: Order
    kind: OrderKind
    law: Law
    maximum: Bound | None
    bar: Bound | None
    terms: Terms
    ended_on: date | None = None

    def over(self, day: date) -> date | None:
        """The day on which it was over before ``day``, or None if it was not."""
        last = self.terms.last().day
        ends = [end for end in (self.ended_on, last) if end is not None]
        return min(ends) if ends and min(ends) < day else None

    def with_terms(self, terms: Terms) -> Standing:
        """The same with other ends."""
        return replace(self, terms=terms)


def faults(change: Change, on: date, standing: Standing) -> Iterator[Finding]:
    """The findings about a change decided on a day."""
    over = standing.over(on)
    if over is not None and change.kind in ("varied", "discharged"):
        yield finding("order.changed_after_end", change.id, basis=standing.law.basis, day=on, last=over)
    elif over is not None and change.kind == "renewed":
        yield finding("order.renewed_after_expiry", change.id, basis=standing.law.basis, day=on, last=over)
    elif change.kind == "discharged" and not change.item:
        yield from barred(change, on, standing.bar, standing.law)
    elif change.term.said and (change.kind in ("varied", "renewed") or change.outcome == "varied"):
        yield from _new_end(change, on, standing)


def barred(change: Change, on: date, bar: Bound | None, law: Law) -> Iterator[Finding]:
    """A discharge within the bar without both consents (VAL-16)."""
    if bar is not None and on <= bar.last and not change.consents >= BOTH_CONSENTS:
        yield finding("order.discharge_barred", change.id, basis=law.basis, bar=bar.last)


def _new_end(change: Change, on: date, standing: Standing) -> Iterator[Finding]:
    before, after = standing.terms, standing.terms.changed(change)
    old, new = before.item(change.item), after.item(change.item)
    since = standing.kind.not_lengthened_since
    if since is not None and on >= since and new.later_than(old):
        yield finding("legacy.lengthened", change.id, row="V7")
        return
    for item in standing.order.items:
        touched = item.id == change.item if change.item else not before.has_own(item.id)
        law = standing.law.items.get(item.kind)
        if touched and law is not None and law.must_end:
            yield from _item(change, item, law, before, after)
    yield from _order(change, standing, before.last(), after.last())


def _item(change: Change, item: Item, law: ItemLaw, before: Terms, after: Terms) -> Iterator[Finding]:
    old, new = before.item(item.id), after.item(item.id)
    if not new.fixed:
        if old.fixed:
            yield finding(law.no_end, change.id, limit=None)
    elif law.extension is not None and old.day is not None:
        limit = law.extension.last(old.day)
        yield from _past(new, limit, change.id, (law.over_by_change, law.one_day))


def _order(change: Change, standing: Standing, old: End, new: End) -> Iterator[Finding]:
    law = standing.law
    if not new.fixed:
        if old.fixed and standing.maximum is not None:
            yield finding("order.no_fixed_end", change.id, rule=standing.maximum.limit.check, basis=law.basis)
        elif old.fixed and standing.kind.interim and not law.until_further_order:
            yield finding("interim.no_fixed_end", change.id, basis=law.basis)
        return
    limit = standing.maximum.last if standing.maximum and new.later_than(old) else None
    if change.kind == "renewed" and law.renewal is not None and old.day is not None:
        limit = law.renewal.last(old.day)
    if limit is not None:
        yield from _past(new, limit, change.id, ("order.above_maximum", "order.one_day_over_maximum"), law.basis)


def _past(new: End, limit: date, about: str, codes: tuple[str, str], basis: str = "") -> Iterator[Finding]:
    days = (new.day - limit).days if new.day else 0
    if days > 0:
        yield finding(codes[1] if days == 1 else codes[0], about, basis=basis, last=new.day, limit=limit)
