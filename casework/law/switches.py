"""The days on which the law changed, as data; and what is doubtful and therefore never computed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.definition import read


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of the law. ``date`` is None while its start is not known: it is shown and never computed with."""

    id: str
    what: str
    selects: str
    basis: str
    checked_on: dt.date
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A point of law that is not settled or not in force."""

    id: str
    title: str
    says: str
    basis: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Pack:
    """Which rules these are: a version, and when they were last checked against the law."""

    version: str
    checked_on: dt.date


@dataclass(frozen=True, slots=True)
class _Switches:
    switch: tuple[Switch, ...]


@dataclass(frozen=True, slots=True)
class _Doubts:
    doubt: tuple[Doubt, ...]


@cache
def switches() -> dict[str, Switch]:
    """Every change of the law by its id."""
    return {one.id: one for one in read(_Switches, files("casework.law") / "switches.toml").switch}


def switched(row: str) -> dt.date:
    """The day of a change; the calendar's last day while it is dormant, so that it is never reached."""
    return switches()[row].date or dt.date.max


@cache
def doubts() -> tuple[Doubt, ...]:
    """Everything doubtful."""
    return read(_Doubts, files("casework.law") / "doubts.toml").doubt


@cache
def pack() -> Pack:
    """The version of the rules."""
    return read(Pack, files("casework.law") / "pack.toml")
