"""An order through its life, as known on the day: what it was made as, what became of it, when it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.law.facts.orders import Item, Order
from casework.law.orders.bounds import Bound
from casework.law.orders.ends import OPEN, End, Terms
from casework.law.result import Finding
from casework.orders import OrderKind
from casework.orders.law import ItemLaw, Law


@dataclass(frozen=True, slots=True)
class Life:
    """One order. ``made`` are its ends as made, ``now`` after the changes that have effect.

    ``ended_on`` and ``ended_as`` tell of an end before its time; ``faults`` are findings about its changes.
    """

    order: Order
    kind: OrderKind
    law: Law
    age_when_made: int
    minimum: Bound | None
    maximum: Bound | None
    bar: Bound | None
    made: Terms
    now: Terms
    ended_on: date | None = None
    ended_as: str = ""
    ended_by: str = ""
    flags: frozenset[str] = frozenset()
    latest_variation: date | None = None
    faults: tuple[Finding, ...] = ()

    @property
    def start(self) -> date | None:
        """The first day in force, as far as known."""
        return self.order.start

    @property
    def runs_to(self) -> End:
        """The last day in force, whether by time or by an end before it."""
        if self.order.made_on is None:
            return OPEN
        last = self.now.last()
        if self.ended_on is not None and (last.day is None or self.ended_on <= last.day):
            return End(fixed=True, day=self.ended_on)
        return last

    @property
    def ended_early(self) -> bool:
        """Whether it ended before its last day."""
        last = self.now.last().day
        return self.ended_on is not None and (last is None or self.ended_on < last)

    def in_force(self, day: date) -> bool:
        """Whether it is in force on a day, first and last day included (R-CNT-9)."""
        start = self.start
        if start is None or day < start:
            return False
        end = self.runs_to.day
        return end is None or day <= end

    def item_runs_to(self, item: Item) -> End:
        """The last day of an item, at the latest that of the order's early end."""
        end = self.now.item(item.id)
        if self.ended_on is not None and (end.day is None or self.ended_on <= end.day):
            return End(fixed=True, day=self.ended_on)
        return end

    def item_law(self, item: Item) -> ItemLaw:
        """What the law says of such an item in such an order."""
        return self.law.items.get(item.kind, _NOTHING_SAID)


_NOTHING_SAID = ItemLaw()
