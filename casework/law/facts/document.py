"""The whole facts document: read strictly, every reference found, every record under its person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from casework.law.facts import convictions, custody, events, orders
from casework.law.facts import people as persons
from casework.law.facts.record import Record, as_date
from casework.orders import OrderKind
from casework.refusal import Refused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a document says. ``place`` tells how far down in the document a record stands."""

    today: date
    people: tuple[persons.Person, ...]
    whereabouts: tuple[persons.Whereabouts, ...] = ()
    convictions: tuple[convictions.Conviction, ...] = ()
    orders: tuple[orders.Order, ...] = ()
    notifications: tuple[events.Notification, ...] = ()
    events: tuple[events.Event, ...] = ()
    reviews: tuple[custody.Review, ...] = ()
    recalls: tuple[custody.Recall, ...] = ()
    licences: tuple[custody.Licence, ...] = ()
    terrorism_sentences: tuple[custody.TerrorismSentence, ...] = ()
    extra_bank_holidays: tuple[date, ...] = ()
    place: Mapping[str, int] = field(default_factory=dict)


def read(document: object, kinds: Mapping[str, OrderKind]) -> Facts:
    """Return the facts of a parsed JSON document; raises Refused with the path of what cannot be taken."""
    record = Record(document, "")
    form = record.take("format")
    if type(form) is not int or form != 1:
        raise Refused("format must be 1.", "format")
    facts = Facts(
        record.needed_day("today"),
        record.each("people", persons.person, some=True),
        record.each("whereabouts", persons.whereabouts),
        record.each("convictions", convictions.conviction),
        record.each("orders", lambda value, path: orders.order(value, path, kinds)),
        record.each("notifications", events.notification),
        record.each("events", events.event),
        record.each("reviews", custody.review),
        record.each("recalls", custody.recall),
        record.each("licences", custody.licence),
        record.each("terrorism_sentences", custody.terrorism_sentence),
        record.each("extra_bank_holidays", as_date),
    )
    record.done()
    _references(facts)
    return replace(facts, place=_places(document))


def _places(document: object) -> dict[str, int]:
    places: dict[str, int] = {}
    for identity, path in _identities(document, ""):
        if identity in places:
            raise Refused(f"{path} is used twice in the document: ids are unique.", path)
        places[identity] = len(places)
    return places


def _identities(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every id and its path, in the order of the document."""
    if isinstance(value, list):
        for n, entry in enumerate(value):
            yield from _identities(entry, f"{path}[{n}]")
    elif isinstance(value, dict):
        for key, entry in value.items():
            at = f"{path}.{key}" if path else key
            if key == "id" and isinstance(entry, str):
                yield entry, at
            elif isinstance(entry, dict | list):
                yield from _identities(entry, at)


def _references(facts: Facts) -> None:
    known = {one.id for one in facts.people}
    for name, listed in (
        ("whereabouts", facts.whereabouts),
        ("convictions", facts.convictions),
        ("orders", facts.orders),
        ("notifications", facts.notifications),
        ("events", facts.events),
        ("reviews", facts.reviews),
        ("recalls", facts.recalls),
        ("licences", facts.licences),
        ("terrorism_sentences", facts.terrorism_sentences),
    ):
        for n, one in enumerate(listed):
            if one.person not in known:
                _unknown(f"{name}[{n}].person")
    _references_to_convictions(facts)
    _references_to_orders(facts)


def _references_to_convictions(facts: Facts) -> None:
    whose = {one.id: one.person for one in facts.convictions}
    whose_count = {count.id: one.person for one in facts.convictions for count in one.counts}
    for n, where in enumerate(facts.whereabouts):
        _found(where.conviction, whose.get, where.person, f"whereabouts[{n}].conviction")
    for n, order in enumerate(facts.orders):
        _found(order.conviction, whose.get, order.person, f"orders[{n}].conviction")
    for n, one in enumerate(facts.convictions):
        for m, count in enumerate(one.counts):
            if count.combine:
                path = f"convictions[{n}].counts[{m}].combine.with"
                _found(count.combine.with_, whose_count.get, one.person, path)
                if count.combine.with_ == count.id:
                    _unknown(path)


def _references_to_orders(facts: Facts) -> None:
    whose = {one.id: one.person for one in facts.orders}
    for n, note in enumerate(facts.notifications):
        _found(note.order, whose.get, note.person, f"notifications[{n}].order")
    for n, order in enumerate(facts.orders):
        path = f"orders[{n}]"
        _found(order.main_application, whose.get, order.person, f"{path}.main_application")
        if order.main_application == order.id:
            _unknown(f"{path}.main_application")
        items = {item.id for item in order.items}
        for m, change in enumerate(order.changes):
            _found(change.by, whose.get, order.person, f"{path}.changes[{m}].by")
            if change.item and change.item not in items:
                _unknown(f"{path}.changes[{m}].item")


def _found(identity: str, whose: Callable[[str], str | None], person: str, path: str) -> None:
    if identity and whose(identity) != person:
        _unknown(path)


def _unknown(path: str) -> None:
    raise Refused(f"{path} is not the id of such a record of this person: correct it.", path)
