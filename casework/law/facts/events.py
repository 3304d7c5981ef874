"""What a person did or has to tell: notifications given, and events that call for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.law.facts.record import Record
from casework.refusal import Refused

NOTIFICATIONS = ("initial", "change", "periodic", "travel", "return")
REGIMES = ("soa", "terrorism", "order")
DATED = (
    "name_used", "home_address_changed", "bank_or_card_changed", "identity_document_changed",
    "child_household_ceased", "other_prescribed_change", "release",
)  # fmt: skip
KINDS = (*DATED, "stay", "child_household_stay", "travel", "return")


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification given under one of the regimes; ``resets_annual`` is the user's word."""

    id: str
    person: str
    kind: str
    given_on: date
    regime: str = "soa"
    order: str = ""
    resets_annual: bool = True


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something that happened on a day, or was notified in advance as expected on one."""

    id: str
    person: str
    kind: str
    on: date | None
    expected_on: date | None = None
    advance_notified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay at a UK address that is not the home; both days count."""

    id: str
    person: str
    address: str
    start: date
    last_on: date
    already_notified: bool = False


@dataclass(frozen=True, slots=True)
class ChildStay:
    """A stay in a household with someone under 18; ``on`` is the day the hours were reached."""

    id: str
    person: str
    on: date
    hours: int
    private_place: bool
    child_age: int


@dataclass(frozen=True, slots=True)
class Travel:
    """A journey out of the United Kingdom."""

    id: str
    person: str
    departs_on: date
    details_known_on: date
    returns_on: date | None = None
    departs_at: datetime | None = None
    details_changed_on: date | None = None
    reasonable_excuse: bool = False


@dataclass(frozen=True, slots=True)
class Return:
    """A return to the United Kingdom; ``notified``: date and point were told beforehand and kept."""

    id: str
    person: str
    on: date
    departed_on: date | None = None
    notified: bool = False


Event = DatedEvent | Stay | ChildStay | Travel | Return


def notification(value: object, path: str) -> Notification:
    """Return one entry of ``notifications``; raises Refused."""
    record = Record(value, path)
    identity, person = record.text("id"), record.text("person")
    kind, given_on = record.choice("kind", NOTIFICATIONS), record.needed_day("given_on")
    regime = record.maybe("regime", lambda key: record.choice(key, REGIMES)) or "soa"
    order = record.text("order") if regime == "order" else record.maybe("order", record.text) or ""
    resets = record.flag("resets_annual") if record.has("resets_annual") else True
    record.done()
    return Notification(identity, person, kind, given_on, regime, order, resets)


def event(value: object, path: str) -> Event:
    """Return one entry of ``events``; raises Refused. A field of another kind is an unknown field."""
    record = Record(value, path)
    identity, person, kind = record.text("id"), record.text("person"), record.choice("kind", KINDS)
    read = _dated(record, identity, person, kind) if kind in DATED else _special(record, identity, person, kind)
    record.done()
    return read


def _dated(record: Record, identity: str, person: str, kind: str) -> Event:
    expected, advance = record.day("expected_on"), record.day("advance_notified_on")
    on = record.day("on") if expected and advance else record.needed_day("on")
    return DatedEvent(identity, person, kind, on, expected, advance)


def _special(record: Record, identity: str, person: str, kind: str) -> Event:
    if kind == "stay":
        return _stay(record, identity, person)
    if kind == "child_household_stay":
        return ChildStay(
            identity, person, record.needed_day("on"), record.whole("hours"), record.needed_flag("private_place"),
            record.whole("child_age"),
        )  # fmt: skip
    if kind == "travel":
        return Travel(
            identity,
            person,
            record.needed_day("departs_on"),
            record.needed_day("details_known_on"),
            record.day("returns_on"),
            record.maybe("departs_at", record.moment),
            record.day("details_changed_on"),
            record.flag("reasonable_excuse"),
        )
    return Return(
        identity, person, record.needed_day("on"), record.day("departed_on"), record.flag("date_and_point_notified")
    )


def _stay(record: Record, identity: str, person: str) -> Stay:
    read = Stay(
        identity,
        person,
        record.text("address"),
        record.needed_day("from"),
        record.needed_day("last_on"),
        record.flag("already_notified"),
    )
    if read.last_on < read.start:
        raise Refused(f"{record.at('last_on')} is before {record.at('from')}: correct one.", record.at("last_on"))
    return read
