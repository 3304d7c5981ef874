"""All orders of one person: what ends one because of another, and the life of each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from casework.law.facts.orders import Order
from casework.law.facts.people import Person
from casework.law.orders.bounds import law_of
from casework.law.orders.life import Life
from casework.law.orders.replay import Outside, live
from casework.orders import OrderKind
from casework.period import age_on

_ADULT = 99


def lives(orders: Iterable[Order], person: Person, kinds: Mapping[str, OrderKind], today: date) -> dict[str, Life]:
    """The life of every order of a person, by its id, in the order of the document."""
    listed = tuple(orders)
    by_id = {one.id: one for one in listed}
    enders = _enders(listed, kinds)
    died_on = person.died_on if person.died_on is not None and person.died_on <= today else None
    return {
        one.id: live(
            one,
            kinds[one.kind],
            age_on(person.born, one.made_on) if one.made_on else _ADULT,
            _outside(one, by_id, enders, died_on, kinds[one.kind]),
            today,
        )
        for one in listed
    }


_Enders = Mapping[str, list[tuple[date, str]]]


def _enders(orders: Iterable[Order], kinds: Mapping[str, OrderKind]) -> _Enders:
    """For each kind of order that is ended by later ones, the days and ids of those."""
    found: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
    for one in orders:
        if one.made_on is None:
            continue
        law = law_of(one, kinds[one.kind])
        ended = list(law.ends_earlier)
        if not one.earlier_orders_continue:
            ended += law.ends_earlier_unless_continued
        if one.limits and one.limits.ends_earlier:
            ended.append(_name(one))
        for kind in ended:
            found[kind].append((one.made_on, one.id))
    for listed in found.values():
        listed.sort(key=lambda entry: entry[0])
    return found


def _name(order: Order) -> str:
    """What an order is ended as: its kind, of a custom order with the name that the user gave."""
    return f"{order.kind}:{order.limits.name.strip().casefold()}" if order.limits else order.kind


def _outside(
    order: Order, by_id: Mapping[str, Order], enders: _Enders, died_on: date | None, kind: OrderKind
) -> Iterator[Outside]:
    if order.made_on is None:
        return
    if died_on is not None:
        yield Outside(died_on, "ceased_by_law")
    for change in order.changes:
        by = by_id.get(change.by)
        if change.kind == "superseded" and change.decided_on is None and by is not None and by.made_on is not None:
            yield Outside(by.made_on, "superseded", by.id)
    if kind.interim and order.main_application:
        determined = by_id[order.main_application].determined_on
        if determined is not None and determined >= order.made_on:
            yield Outside(determined, "ceased", order.main_application)
    if order.start is not None and order.made_on < date.max:
        later = enders.get(_name(order), [])
        begun = max(order.made_on + timedelta(days=1), order.start)
        first = bisect_left(later, begun, key=lambda entry: entry[0])
        if first < len(later):
            yield Outside(later[first][0], "superseded", later[first][1])
