"""Kinds of order, one definition file each: name, law in its dated states, questions to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files

from casework.definition import read_each
from casework.orders.law import Law
from casework.text import NOTHING, Text


class Selects(Enum):
    """The date of the record that decides whether a kind is available."""

    APPLIED_ON = "applied_on"
    MADE_ON = "made_on"


class Standing(Enum):
    """What is known of a kind's availability: in force everywhere, piloted in some areas, or start not known."""

    GENERAL = "general"
    PILOTED = "piloted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Availability:
    """The days between which a kind can be applied for or made; ``row`` is the switch that says so."""

    since: date | None = None
    to: date | None = None
    selected_by: Selects = Selects.APPLIED_ON
    standing: Standing = Standing.GENERAL
    row: str = ""

    def on(self, day: date) -> bool:
        """Whether the kind is available on its selecting date."""
        return (self.since is None or self.since <= day) and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True)
class Statute:
    """The Act an order on conviction must name, by the day of conviction."""

    code: str
    finding: str
    since: date | None = None
    to: date | None = None
    row: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """When the standard of proof for past acts became the civil one; ``routes`` empty: every route."""

    civil_since: date
    routes: tuple[str, ...] = ()
    row: str = ""


@dataclass(frozen=True, slots=True)
class Successor:
    """A later kind as which an old order has effect from a day on."""

    kind: str
    since: date
    finding: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Overlap:
    """A warning about two orders side by side: ``test`` says which days must meet."""

    code: str
    other: str
    test: str


@dataclass(frozen=True, slots=True)
class OrderKind:
    """A kind of order as its file declares it; ``law`` holds its states, oldest first.

    ``facts`` are the questions to ask, in the order of the sealed order; ``item_kinds`` what its items can be.
    """

    code: str
    name: Text
    short: str
    law: tuple[Law, ...]
    facts: tuple[str, ...]
    item_kinds: tuple[str, ...] = ("prohibition",)
    who_may_apply: Text = NOTHING
    available: Availability = Availability()
    routes: tuple[str, ...] = ()
    statutes: tuple[Statute, ...] = ()
    statute_routes: tuple[str, ...] = ()
    proof: Proof | None = None
    has_effect_as: Successor | None = None
    not_lengthened_since: date | None = None
    overlaps: tuple[Overlap, ...] = ()
    interim: bool = False
    interim_may_be_open: bool = False
    service_expected: bool = False
    given_at_an_hour: bool = False
    defined_by_user: bool = False
    dormant: bool = False

    def law_on(self, day: date | None) -> Law:
        """The state of the law on a day: the latest in force by then, else the first; the newest where no day."""
        if day is None:
            return self.law[-1]
        begun = [one for one in self.law if one.in_force_from is None or one.in_force_from <= day]
        return begun[-1] if begun else self.law[0]


@cache
def order_kinds() -> Mapping[str, OrderKind]:
    """Every kind of order by its code. Raises Refused, when a kind is asked for, if its file cannot be read."""
    return read_each(OrderKind, files("casework.orders"))
