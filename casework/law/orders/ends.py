"""How long an order and its items run: as stated, and through changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from casework.law.facts.orders import Change, Item, Order, Term
from casework.period import last_day


@dataclass(frozen=True, slots=True)
class End:
    """The end of something: fixed or not; a fixed one whose start is not known has no day yet."""

    fixed: bool = False
    day: date | None = None

    def later_than(self, other: End) -> bool:
        """Whether it lies later; no fixed end is later than any, an unknown day is later than none."""
        if not self.fixed:
            return other.fixed
        return other.fixed and self.day is not None and other.day is not None and self.day > other.day


OPEN = End()


def stated(term: Term, start: date | None) -> End:
    """The end that a term states for what starts on a day."""
    if term.until is not None:
        return End(fixed=True, day=term.until)
    if term.for_ is not None:
        return End(fixed=True, day=last_day(start, term.for_) if start else None)
    return OPEN


def latest(ends: Iterable[End]) -> End:
    """The latest end: none if one is not fixed (R-SHPO-4)."""
    days = []
    for end in ends:
        if not end.fixed:
            return OPEN
        days.append(end.day)
    known = [day for day in days if day is not None]
    return End(fixed=True, day=max(known) if known and len(known) == len(days) else None)


@dataclass(frozen=True, slots=True)
class Terms:
    """The ends in force at a time: the order's own, and those of items that have a period of their own."""

    own: End
    items: Mapping[str, End]
    all_items: tuple[str, ...]

    def item(self, identity: str) -> End:
        """The end of an item: its own period's, else the order's."""
        return self.items.get(identity, self.own)

    def has_own(self, identity: str) -> bool:
        """Whether an item has a period of its own."""
        return identity in self.items

    def last(self) -> End:
        """The last day of the order: of its last item, if it has items (Sentencing Act 2020 s.347(3))."""
        return latest(self.item(one) for one in self.all_items) if self.all_items else self.own

    def changed(self, change: Change) -> Terms:
        """The ends after a change that states a new one."""
        return self.ending(change.item, End(change.term.until is not None, change.term.until))

    def ending(self, item: str, end: End) -> Terms:
        """The ends with a new one for an item, or for the order where no item is named."""
        return replace(self, items={**self.items, item: end}) if item else replace(self, own=end)


def item_start(item: Item, order: Order) -> date | None:
    """The first day of an item: its own, else the order's."""
    if item.start is not None and order.made_on is not None:
        return item.start
    return order.start


def as_made(order: Order) -> Terms:
    """The ends as the order was made."""
    items = {one.id: stated(one.term, item_start(one, order)) for one in order.items if one.term.said}
    return Terms(stated(order.term, order.start), items, tuple(one.id for one in order.items))
