"""A rule of a plan as its table declares it, what it reads, and what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files

from casework.answer import Answer
from casework.case import Case
from casework.definition import read
from casework.reckoning import Reckoning
from casework.record import Record, title
from casework.template import PlanTemplate
from casework.text import Text, inside


class Weight(Enum):
    """How much a rule weighs: hard keeps a plan from being agreed, soft warns, a note only tells."""

    HARD = "hard"
    SOFT = "soft"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. ``says`` has named holes; ``reads`` are the fields (kind.key) of a rule about words.

    ``days`` is a limit of this program, which no law gives.
    """

    code: str
    name: Text
    severity: Weight
    says: Text
    basis: str
    reads: tuple[str, ...] = ()
    days: int = 0


@dataclass(frozen=True, slots=True)
class _Rules:
    rule: tuple[Rule, ...]


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its code, in the order in which a plan is read."""
    return {one.code: one for one in read(_Rules, files("casework.plan_rules") / "rules.toml").rule}


@dataclass(frozen=True, slots=True)
class Ground:
    """What rules look at: the case with its plan on a day, and what the area set for itself."""

    case: Case
    template: PlanTemplate | None
    plan: Record
    reckoning: Reckoning
    today: date
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Miss:
    """Where a rule is not met: the record and field, or the ``kind`` of record to add with ``answers`` known of it.

    ``holes`` fill the rule's sentence.
    """

    about: str = ""
    key: str = ""
    kind: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)
    holes: Mapping[str, object] = field(default_factory=dict, repr=False)


Misses = Iterator[Miss]
LONGEST = 60


def short(words: str, most: int = LONGEST) -> str:
    """Words as a sentence quotes them: one line, cut where it is long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip(' ,;.')}…"


def named(record: Record) -> str:
    """A record's title as a sentence quotes it."""
    return short(title(record))


def label(record: Record, key: str) -> str:
    """What a field is called inside a sentence."""
    found = record.shape.get(key)
    return inside(found.label.en) if found else key
