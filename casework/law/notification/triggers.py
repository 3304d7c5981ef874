"""What makes a person a relevant offender: convictions, served orders, breaches; each from a day to a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from casework.law.custody.reviews import ended_by_review
from casework.law.facts.convictions import Conviction
from casework.law.facts.custody import Review
from casework.law.facts.orders import Breach
from casework.law.notification.lengths import Length
from casework.law.orders.life import Life
from casework.law.switches import switched
from casework.orders.law import NoticeKind

_BREACHED = ("convicted", "cautioned", "found")


class Source(Enum):
    """Where a trigger comes from, in the order in which two of one day are taken."""

    CONVICTION = 1
    BREACH = 2
    ORDER = 3
    FOREIGN = 4


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger. ``last`` is None while it has no known end; ``ended_as`` tells of an end before its time.

    ``conviction`` is the one whose period it is, empty for an order or a breach.
    """

    about: str
    source: Source
    start: date
    last: date | None
    conviction: str = ""
    unsentenced: bool = False
    indefinite: bool = False
    ended_as: str = ""
    row: str = ""

    @property
    def by_order(self) -> bool:
        """Whether service of an order started it."""
        return self.source in (Source.ORDER, Source.FOREIGN)

    def ended(self, day: date, how: str) -> Trigger:
        """The same, ended on a day if it still ran then."""
        if self.last is None or day <= self.last:
            return replace(self, last=day, ended_as=how)
        return self


@dataclass(frozen=True, slots=True)
class Grounds:
    """What triggers are found in: a person's convictions with their lengths, orders and reviews, as known today."""

    convictions: Mapping[str, Conviction]
    lengths: Mapping[str, Length]
    lives: Mapping[str, Life]
    reviews: tuple[Review, ...]
    today: date


def triggers(grounds: Grounds) -> tuple[Trigger, ...]:
    """Every trigger of a person, earliest first; those that never ran are left out."""
    found = [*_convictions(grounds), *_orders(grounds), *_breaches(grounds)]
    ran = [one for one in found if one.last is None or one.start <= one.last]
    return tuple(sorted(ran, key=lambda one: (one.start, one.source.value)))


def counts_at_all(conviction: Conviction) -> bool:
    """Whether a conviction is late enough, or its person was caught on 1 September 1997 (s.81)."""
    return conviction.relevant_date >= switched("V1") or conviction.caught_on_1997_09_01


def _convictions(grounds: Grounds) -> Iterator[Trigger]:
    for identity, length in grounds.lengths.items():
        conviction = grounds.convictions[identity]
        if conviction.foreign or not counts_at_all(conviction):
            continue
        start = conviction.relevant_date
        row = "V1" if start < switched("V1") else ""
        found = Trigger(identity, Source.CONVICTION, start, length.last, identity, row=row)
        yield _with_ends(found, conviction, length, grounds)


def _with_ends(found: Trigger, conviction: Conviction, length: Length, grounds: Grounds) -> Trigger:
    found = replace(found, unsentenced=length.unsentenced, indefinite=length.indefinite)
    reviewed = ended_by_review(grounds.reviews, found.start, grounds.today) if length.indefinite else None
    if reviewed is not None:
        found = found.ended(reviewed, "review")
    quashed = conviction.quashed_on
    return found.ended(quashed, "quashed") if quashed is not None and quashed <= grounds.today else found


def _orders(grounds: Grounds) -> Iterator[Trigger]:
    for life in grounds.lives.values():
        order, kind = life.order, life.law.notice.kind
        if order.made_on is None:
            continue
        if kind is NoticeKind.FULL and order.served_on is not None:
            yield Trigger(order.id, Source.ORDER, order.served_on, life.runs_to.day, ended_as=_as(life))
        elif kind is NoticeKind.SECTION_82:
            start = window_start(life)
            if start is not None:
                yield from _foreign(life, start, grounds)


def window_start(life: Life) -> date | None:
    """The day on which the window of an order's notice begins, as its kind says: made, in force or served."""
    order = life.order
    base = life.law.notice.window_from
    if base is None or order.made_on is None:
        return None
    return {"made_on": order.made_on, "in_force_from": life.start, "served_on": order.served_on}[base.value]


def _foreign(life: Life, start: date, grounds: Grounds) -> Iterator[Trigger]:
    """A foreign conviction through its notification order or police notice (ss.96ZA, 97-99)."""
    conviction = grounds.convictions.get(life.order.conviction)
    if conviction is None:
        yield Trigger(life.order.id, Source.ORDER, start, life.runs_to.day, ended_as=_as(life))
    elif conviction.id in grounds.lengths:
        length = grounds.lengths[conviction.id]
        found = Trigger(life.order.id, Source.FOREIGN, start, length.last, conviction.id)
        found = _with_ends(found, conviction, length, grounds)
        yield found.ended(life.ended_on, life.ended_as) if life.ended_on else found


def _as(life: Life) -> str:
    return life.ended_as if life.ended_early else ""


def _breaches(grounds: Grounds) -> Iterator[Trigger]:
    for life in grounds.lives.values():
        if life.law.notice.full_after_breach and life.order.made_on is not None:
            for breach in life.order.breaches:
                on = breach.outcome_on
                if breach.outcome in _BREACHED and on is not None and on <= grounds.today:
                    yield _breach(breach, on, life, grounds.lives)


def _breach(breach: Breach, on: date, life: Life, lives: Mapping[str, Life]) -> Trigger:
    """From the outcome to the end of the order; of an interim order to that of the order that followed (s.122I)."""
    main = lives.get(life.order.main_application)
    ruling = main if main is not None and main.order.made_on is not None and life.kind.interim else life
    return Trigger(breach.id, Source.BREACH, on, ruling.runs_to.day, ended_as=_as(ruling))
