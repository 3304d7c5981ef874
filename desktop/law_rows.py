"""The entries of the law as the page of the law shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from casework.law.switches import doubts, pack, switches


class State(Enum):
    """Whether an entry is computed with: it holds, will hold, waits for a start nobody knows, or is in doubt."""

    HOLDS = "holds"
    AHEAD = "ahead"
    DORMANT = "dormant"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class LawRow:
    """An entry: what it is called and says, its Act and section, when it holds, how sure it is."""

    key: str
    title: str
    says: str
    basis: str
    state: State
    since: date | None = None
    until: date | None = None
    selects: str = ""
    certainty: str = ""
    checked_on: date | None = None


def law_rows(today: date) -> tuple[LawRow, ...]:
    """Every entry, changes of the law first, then what is doubtful."""
    return (*_switches(today), *_doubts())


def checked_on() -> date | None:
    """The day on which the rules were last checked against the law."""
    return pack().checked_on


def _switches(today: date) -> Iterator[LawRow]:
    for one in switches().values():
        state = State.DORMANT if one.date is None else State.HOLDS if one.date <= today else State.AHEAD
        first = one.what.partition(".")[0]
        yield LawRow(
            one.id, first, one.what, one.basis, state, one.date, selects=one.selects, checked_on=one.checked_on
        )


def _doubts() -> Iterator[LawRow]:
    for one in doubts():
        yield LawRow(one.id, one.title, one.says, one.basis, State.DOUBT, certainty=one.certainty)
