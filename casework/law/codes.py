"""Every code of a date or finding: its words, rule, Act and what to do, read from two tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.text import Text


@dataclass(frozen=True, slots=True)
class DateCode:
    """A date that the law gives.

    ``nature``: "duty" can be late, "boundary" begins or ends, "earliest" not before, "limit" is what the law permits
    and nothing that happens.

    A duty is done once one of the fields ``done_by`` of its record holds a date, or a notification of one of the kinds
    ``notified_by`` was given at about that time or later.
    """

    code: str
    label: Text
    rule: str
    nature: str
    next: Text
    basis: str = ""
    done_by: tuple[str, ...] = ()
    notified_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A finding. ``severity`` is error, warning or info; ``message`` has named holes.

    ``fields`` are the fields of a case's record beside which it is said: the first of them that is answered.
    """

    code: str
    severity: str
    rule: str
    message: Text
    basis: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Dates:
    date: tuple[DateCode, ...]


@dataclass(frozen=True, slots=True)
class _Findings:
    finding: tuple[FindingCode, ...]


@cache
def date_codes() -> dict[str, DateCode]:
    """Every date code."""
    return {one.code: one for one in read(_Dates, files("casework.law") / "codes.toml").date}


@cache
def finding_codes() -> dict[str, FindingCode]:
    """Every finding code."""
    return {one.code: one for one in read(_Findings, files("casework.law") / "findings.toml").finding}


def date_code(code: str) -> DateCode:
    """One date code; raises KeyError where there is none."""
    return date_codes()[code]


def finding_code(code: str) -> FindingCode:
    """One finding code; raises KeyError where there is none."""
    return finding_codes()[code]
