"""What the rules say: dates with their reasons, findings, states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from casework.dates import spoken
from casework.law.codes import date_code, finding_code

TARGET, OUTER = "target", "outer"
_UNNAMED = "As stated in the order"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that the law gives; ``why`` is the sum in words, ``row`` the switch that chose the rule."""

    code: str
    about: str
    day: date
    rule: str
    basis: str
    why: str
    at: time | None = None
    limit: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, doubtful or worth knowing about a record."""

    code: str
    severity: str
    about: str
    message: str
    rule: str
    basis: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The state of a record on the day."""

    about: str
    state: str


Result = Dated | Finding | State


def dated(
    code: str,
    about: str,
    day: date,
    why: str,
    *,
    at: time | None = None,
    limit: str = "",
    rule: str = "",
    basis: str = "",
    row: str = "",
) -> Dated:
    """A date; rule and basis are those of its code unless they are given."""
    known = date_code(code)
    return Dated(code, about, day, rule or known.rule, basis or known.basis or _UNNAMED, why, at, limit, row)


def finding(code: str, about: str, *, rule: str = "", basis: str = "", row: str = "", **holes: object) -> Finding:
    """A finding; its message is filled, dates as they are spoken."""
    known = finding_code(code)
    told = {name: said(value) for name, value in holes.items()}
    message = known.message.en.format(**told)
    return Finding(code, known.severity, about, message, rule or known.rule, known.basis or basis or _UNNAMED, row)


def said(value: object) -> str:
    """A value in a sentence: a date with its weekday, anything else as text."""
    if isinstance(value, date):
        return spoken(value)
    return "no fixed day" if value is None else str(value)
