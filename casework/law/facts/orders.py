"""Orders, their items, changes and breaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from casework.law.facts.limits import Limits, limits
from casework.law.facts.record import Record, choices
from casework.orders import OrderKind
from casework.period import Period
from casework.refusal import Refused

ROUTES = ("conviction", "application", "acquittal", "complaint")
APPLICANTS = ("police", "nca", "btp", "mod_police", "other")
STATUTES = ("sentencing_code", "soa_2003", "asbcpa_2014", "pha_1997")
ITEMS = ("prohibition", "requirement", "foreign_travel", "electronic_monitoring")
CHANGES = ("varied", "renewed", "discharged", "appealed", "superseded", "ceased")
CONSENTS = ("defendant", "chief_officer")
APPEALS = ("quashed", "varied", "dismissed", "abandoned")
BREACHES = ("suspected", "charged", "convicted", "cautioned", "found", "acquitted")


@dataclass(frozen=True, slots=True)
class Term:
    """How long something is said to run; all empty where nothing is said."""

    until: date | None = None
    for_: Period | None = None
    until_further_order: bool = False
    until_event: str = ""

    @property
    def said(self) -> bool:
        """Whether anything is said of the end."""
        return self != _UNSAID


_UNSAID = Term()


@dataclass(frozen=True, slots=True)
class Item:
    """One prohibition or requirement. ``supervisor`` tells whether one is named."""

    id: str
    kind: str
    term: Term
    text: str = ""
    start: date | None = None
    added_on: date | None = None
    supervisor: bool = False
    all_countries: bool = False
    surrender_by: date | None = None
    passport_returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to an order after it was made; ``applied_on`` of an appeal is the day it was lodged."""

    id: str
    kind: str
    term: Term
    applied_on: date | None = None
    decided_on: date | None = None
    item: str = ""
    consents: frozenset[str] = frozenset()
    by: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach and how it came out."""

    id: str
    outcome: str
    outcome_on: date | None = None
    arrested_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order, notice or application. ``in_force_from`` is None both where unknown and where not made."""

    id: str
    person: str
    kind: str
    term: Term
    route: str = ""
    applied_on: date | None = None
    applicant: str = ""
    convicted_on: date | None = None
    offence_on: date | None = None
    conviction: str = ""
    made_on: date | None = None
    served_on: date | None = None
    in_force_from: date | None = None
    start_not_met: bool = False
    given_at: datetime | None = None
    statute: str = ""
    refused_on: date | None = None
    withdrawn_on: date | None = None
    main_application: str = ""
    earlier_orders_continue: bool = False
    name_address_duty: bool = False
    with_immediate_custody: bool = False
    parental_direction: bool = False
    limits: Limits | None = None
    items: tuple[Item, ...] = ()
    changes: tuple[Change, ...] = ()
    breaches: tuple[Breach, ...] = ()

    @property
    def start(self) -> date | None:
        """The first day in force, or None where it is not made or its start condition is not met."""
        if self.made_on is None or self.start_not_met:
            return None
        return self.in_force_from or self.made_on

    @property
    def determined_on(self) -> date | None:
        """The day an application was determined: the order made, refused or the application withdrawn."""
        days = [day for day in (self.made_on, self.refused_on, self.withdrawn_on) if day is not None]
        return min(days, default=None)


def order(value: object, path: str, kinds: Mapping[str, OrderKind]) -> Order:
    """Return one entry of ``orders``; raises Refused."""
    record = Record(value, path)
    identity, person = record.text("id"), record.text("person")
    kind = kinds[record.choice("kind", kinds)]
    if record.has("limits") and not kind.defined_by_user:
        raise Refused(f"{path}: limits belong to an order of kind custom alone.", path)
    ends = term(record, ("until", "for", "until_further_order", "until_event"))
    read = Order(identity, person, kind.code, ends, _route(record, kind))
    read = _made(record, kind, _applied(record, read))
    read = replace(
        read,
        limits=limits(record.take("limits"), record.at("limits")) if kind.defined_by_user else None,
        items=record.each("items", _item),
        changes=record.each("changes", _change),
        breaches=record.each("breaches", _breach),
    )
    record.done()
    return read


def _applied(record: Record, read: Order) -> Order:
    """The order with its application and what it rests on."""
    return replace(
        read,
        applied_on=record.day("applied_on"),
        applicant=record.maybe("applicant", lambda key: record.choice(key, APPLICANTS)) or "",
        convicted_on=record.day("convicted_on"),
        offence_on=record.day("offence_on"),
        conviction=record.maybe("conviction", record.text) or "",
        refused_on=record.day("refused_on"),
        withdrawn_on=record.day("withdrawn_on"),
        main_application=record.maybe("main_application", record.text) or "",
    )


def _made(record: Record, kind: OrderKind, read: Order) -> Order:
    """The order with its making, service and what the court said."""
    given_at = record.moment("given_at") if kind.given_at_an_hour else record.maybe("given_at", record.moment)
    start_not_met, in_force_from = _start(record)
    return replace(
        read,
        given_at=given_at,
        made_on=_made_on(record, given_at if kind.given_at_an_hour else None),
        served_on=record.day("served_on"),
        in_force_from=in_force_from,
        start_not_met=start_not_met,
        statute=record.maybe("statute", lambda key: record.choice(key, STATUTES)) or "",
        earlier_orders_continue=record.flag("earlier_orders_continue"),
        name_address_duty=record.flag("name_address_duty"),
        with_immediate_custody=record.flag("with_immediate_custody"),
        parental_direction=record.flag("parental_direction"),
    )


def term(record: Record, known: Collection[str]) -> Term:
    """Take the fields that say how long something runs; at most one of them may be given. Raises Refused."""
    given = [key for key in known if record.has(key)]
    read = Term(
        record.day("until") if "until" in known else None,
        record.maybe("for", record.period) if "for" in known else None,
        record.mark("until_further_order") if "until_further_order" in known else False,
        record.maybe("until_event", record.text) or "" if "until_event" in known else "",
    )
    if len(given) > 1:
        raise Refused(f"{record.path} says its end twice ({', '.join(given)}): keep one.", record.path)
    return read


def _route(record: Record, kind: OrderKind) -> str:
    if kind.routes:
        return record.choice("route", kind.routes)
    return record.maybe("route", lambda key: record.choice(key, ROUTES)) or ""


def _start(record: Record) -> tuple[bool, date | None]:
    if not record.has("in_force_from"):
        return False, None
    value = record.take("in_force_from")
    if value is None:
        return True, None
    again = Record({"in_force_from": value}, record.path)
    return False, again.needed_day("in_force_from")


def _made_on(record: Record, given_at: datetime | None) -> date | None:
    made_on = record.day("made_on")
    if given_at is None:
        return made_on
    if made_on not in (None, given_at.date()):
        raise Refused(f"{record.path}: made_on is not the day of given_at: leave it out.", record.path)
    return given_at.date()


def _item(value: object, path: str) -> Item:
    record = Record(value, path)
    read = Item(
        record.text("id"),
        record.choice("kind", ITEMS),
        term(record, ("until", "for", "until_further_order")),
        record.maybe("text", record.text) or "",
        record.day("from"),
        record.day("added_on"),
        bool(record.maybe("supervisor", record.text)),
        record.flag("all_countries"),
        record.day("surrender_by"),
        record.day("passport_returned_on"),
    )
    record.done()
    return read


def _change(value: object, path: str) -> Change:
    record = Record(value, path)
    record.maybe("reason", record.text)
    read = Change(
        record.text("id"),
        record.choice("kind", CHANGES),
        term(record, ("until", "until_further_order")),
        record.day("applied_on"),
        record.day("decided_on"),
        record.maybe("item", record.text) or "",
        frozenset(record.each("consents", choices(CONSENTS))),
        record.maybe("by", record.text) or "",
        record.maybe("outcome", lambda key: record.choice(key, APPEALS)) or "",
    )
    record.done()
    return read


def _breach(value: object, path: str) -> Breach:
    record = Record(value, path)
    read = Breach(
        record.text("id"),
        record.choice("outcome", BREACHES),
        record.day("outcome_on"),
        record.maybe("arrested_at", record.moment),
    )
    record.done()
    return read
