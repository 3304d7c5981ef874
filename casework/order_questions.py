"""What is asked of a new order or licence, one question after another, in the order of its sealed document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from casework.case import Case, age
from casework.field import Field
from casework.orders import OrderKind, order_kinds
from casework.record import Record, asked, is_given, record_kinds

_ADULT = 18
_ON_APPLICATION = ("application", "complaint")
_AFTER_THE_COURT = ("reference",)
_MORE = ("until_event", "necessity_on")
_LAST = ("protects", "officer")
_HAPPENS_LATER = ("refused_on", "withdrawn_on", "heard_on", "reported_on", "reviewed_on", "necessity_on")


@dataclass(frozen=True, slots=True)
class _Asking:
    """The record as far as it is answered, in its case."""

    case: Case
    record: Record
    kind: OrderKind

    @property
    def route(self) -> str:
        return self.record.words("route")


def every_field(record: Record) -> tuple[Field, ...]:
    """Every field of an order's or licence's form, in the order of its sealed document: those of its kind."""
    shape = record_kinds()[record.kind]
    if record.kind != "order":
        return shape.field
    kind = order_kinds().get(record.words("kind"))
    own = () if kind is None else (*_own(kind), *kind.facts, *_MORE, *_LAST, *_AFTER_THE_COURT, "note")
    return _named(("kind", *own), record, kind)


def every_question(record: Record) -> tuple[Field, ...]:
    """All that may be asked of a new record of its kind, in order; nothing but the kind where that is not known.

    What happens to an order later (a refusal, a review) is a move, and not asked of a new one.
    """
    shape = record_kinds()[record.kind]
    if record.kind != "order":
        return tuple(one for one in shape.field if not one.internal)
    kind = order_kinds().get(record.words("kind"))
    if kind is None:
        return _named(("kind",), record, kind)
    keys = (*_own(kind), *_of_the_court(kind.facts), "until_event", *_LAST)
    return _named(tuple(key for key in keys if key not in _HAPPENS_LATER), record, kind)


def questions(case: Case, record: Record) -> tuple[Field, ...]:
    """What is asked of a record after the answers so far; what is answered already stays among them."""
    kind = order_kinds().get(record.words("kind")) if record.kind == "order" else None
    found = asked(every_question(record), record)
    if kind is None:
        return tuple(found)
    here = _Asking(case, record, kind)
    return tuple(one for one in found if is_given(record[one.key]) or _applies(one.key, here))


def first_open(case: Case, record: Record) -> str:
    """The key of the first question after the last one that is answered, empty where none is left."""
    shown = questions(case, record)
    given = [n for n, one in enumerate(shown) if is_given(record[one.key]) and one.key != "kind"]
    after = shown[(given[-1] + 1 if given else 0) :]
    return next((one.key for one in after if not is_given(record[one.key])), "")


def _of_the_court(facts: tuple[str, ...]) -> Iterator[str]:
    for key in facts:
        yield key
        if key == "court":
            yield from _AFTER_THE_COURT


def _own(kind: OrderKind) -> tuple[str, ...]:
    """The fields that are declared for the kind alone."""
    return tuple(one.key for one in record_kinds()["order"].field if kind.code in one.when.get("kind", ()))


def _named(keys: tuple[str, ...], record: Record, kind: OrderKind | None) -> tuple[Field, ...]:
    known = {one.key: one for one in record.shape.field}
    return tuple(_offering(known[key], record, kind) for key in dict.fromkeys(keys))


def _offering(field: Field, record: Record, kind: OrderKind | None) -> Field:
    """The question how it was made offers only the routes that the kind knows, and what is answered."""
    if field.key != "route" or kind is None or not kind.routes:
        return field
    kept = (*kind.routes, record.words("route"))
    return replace(field, choices=tuple(one for one in field.choices if one.code in kept))


def _applies(key: str, here: _Asking) -> bool:
    test = _ONLY.get(key)
    return test is None or test(here)


def _is_applied_for(here: _Asking) -> bool:
    return not here.route or here.route in _ON_APPLICATION


def _follows_conviction(here: _Asking) -> bool:
    return here.route not in _ON_APPLICATION


def _names_its_act(here: _Asking) -> bool:
    return not here.kind.statute_routes or here.route in here.kind.statute_routes


def _is_made(here: _Asking) -> bool:
    return "made_on" not in here.kind.facts or is_given(here.record["made_on"])


def _may_end_earlier_ones(here: _Asking) -> bool:
    made = here.record["made_on"]
    law = here.kind.law_on(made if isinstance(made, date) else None)
    ended = {*law.ends_earlier, *law.ends_earlier_unless_continued}
    return any(one.words("kind") in ended for one in here.case.of("order") if one.id != here.record.id)


def _may_be_under_age(here: _Asking) -> bool:
    born, made = here.case.one("person")["date_of_birth"], here.record["made_on"]
    return isinstance(made, date) and (not isinstance(born, date) or age(born, made) < _ADULT)


_ONLY: dict[str, Callable[[_Asking], bool]] = {
    "applicant": _is_applied_for,
    "applied_on": _is_applied_for,
    "offence_on": _follows_conviction,
    "convicted_on": _follows_conviction,
    "statute": _names_its_act,
    "in_force_from": _is_made,
    "ends": _is_made,
    "served_on": _is_made,
    "earlier_orders_continue": _may_end_earlier_ones,
    "parental_direction": _may_be_under_age,
    "name_address_duty": _is_made,
    "with_immediate_custody": _is_made,
}
"""Questions that are asked only where they can have an answer."""
