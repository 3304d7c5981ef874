"""What presses most in a case: late first, then what is wrong, then what the law brings soon, then the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from casework.dated import Due
from casework.dates import distance
from casework.reckoning import Finding
from desktop.operations.view import CaseView

SOON_DAYS = 14
ENDING_DAYS = 60
LAW = "law"


@dataclass(frozen=True, slots=True)
class Pressing:
    """One thing that presses, with the record that it is about: ``state`` says how ("9 days late"), ``words`` what.

    ``role`` is "late" or "soon".
    """

    state: str
    words: str = field(repr=False)
    role: str
    about: str
    key: str = ""


def pressing(view: CaseView) -> tuple[Pressing, ...]:
    """Everything that presses, the most pressing first, nothing twice."""
    found: dict[tuple[str, str], Pressing] = {}
    for one in _all(view):
        found.setdefault((one.words, one.about), one)
    return tuple(found.values())


def _all(view: CaseView) -> Iterator[Pressing]:
    yield from (_due(one, view, "late") for one in view.due if one.late)
    yield from (_finding(one, "late") for one in view.reckoning.findings if one.severity == "error")
    soon = [one for one in view.due if not one.late and _near(one, view)]
    yield from (_due(one, view, "soon") for one in soon if one.kind == LAW)
    yield from (_finding(one, "soon") for one in view.reckoning.findings if one.severity == "warning")
    yield from (_due(one, view, "soon") for one in soon if one.kind != LAW)


def _near(one: Due, view: CaseView) -> bool:
    ahead = one.days(view.today)
    return 0 <= ahead <= (ENDING_DAYS if one.nature == "boundary" else SOON_DAYS)


def _due(one: Due, view: CaseView, role: str) -> Pressing:
    return Pressing(distance(one.on, view.today).en, one.what.en, role, one.about)


def _finding(one: Finding, role: str) -> Pressing:
    return Pressing("Cannot be" if role == "late" else "Check", one.message, role, one.about, one.key)
