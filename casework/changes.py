"""What changed between two versions, for one page: risk and level, orders and dates, the plan, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby, zip_longest

from casework.case import Case
from casework.comparison import Difference, compare, compare_kind, compare_records
from casework.field import FieldType
from casework.record import Record
from casework.sentences import sentences
from casework.template import PlanTemplate
from casework.text import Language, Text

RISK = ("level", "category", "rosh")
ORDERS = ("order", "condition", "licence", "licence_condition", "recall", "whereabouts")
_APART = (*RISK, *ORDERS, "action")
_ANEW = Text("Written anew: {fields}", "Ysgrifennwyd o'r newydd: {fields}")
_CLOSED = ("done", "not_done")


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences of a later case from an earlier one; those of the plan in the order of its sections.

    ``done`` and ``not_done`` are actions that were closed since, ``open`` those that are not closed.
    """

    risk: tuple[Difference, ...] = ()
    orders: tuple[Difference, ...] = ()
    plan: tuple[Difference, ...] = ()
    done: tuple[Record, ...] = field(default=(), repr=False)
    not_done: tuple[Record, ...] = field(default=(), repr=False)
    open: tuple[Record, ...] = field(default=(), repr=False)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All of them."""
        return (*self.risk, *self.orders, *self.plan)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that was agreed: the whole case as it was frozen, its number, and the day."""

    case: Case = field(repr=False)
    number: int
    on: date


def changes(
    template: PlanTemplate, earlier: Earlier, later: Case, today: date, language: Language = Language.EN
) -> Changes:
    """What changed from a version that was agreed to the case as it stands today."""
    was = earlier.case
    risk = (one for kind in RISK for one in _current(kind, earlier, later, today, language))
    orders = (one for kind in ORDERS for one in compare_kind(kind, was, later, language))
    plan = compare(template, was, later, language, without=_APART)
    closed = {one.id for one in was.of("action") if one["state"] in _CLOSED}
    since = [one for one in later.of("action") if one.id not in closed]
    return Changes(
        risk=_by_sentence(risk),
        orders=_by_sentence(orders),
        plan=_by_sentence(plan),
        done=tuple(one for one in since if one["state"] == "done"),
        not_done=tuple(one for one in since if one["state"] == "not_done"),
        open=tuple(sorted((one for one in since if one["state"] not in _CLOSED), key=_due)),
    )


def _by_sentence(some: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple(found for one in some for found in by_sentence(one))


def grouped(some: Iterable[Difference]) -> Iterator[tuple[Difference, ...]]:
    """Differences that follow each other in one record, or in one answer of the plan."""
    for _, group in groupby(some, key=lambda one: (one.section, one.record, "" if one.record else one.field)):
        yield tuple(group)


def by_sentence(whole: Difference) -> Iterator[Difference]:
    """A changed text told by its sentences: which came, which went, which stand in another's place."""
    if whole.change != "changed":
        yield whole
        return
    was, now = _parts(whole.was), _parts(whole.now)
    for tag, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag != "equal":
            for old, new in zip_longest(was[a:b], now[c:d], fillvalue=""):
                yield replace(whole, was=old, now=new)


def _parts(told: str) -> list[str]:
    """The sentences of a text; of several things named in one, each by itself."""
    found = [one.words for one in sentences(told)]
    return told.split("; ") if len(found) == 1 else found


def _current(kind: str, earlier: Earlier, later: Case, today: date, language: Language) -> Iterator[Difference]:
    """What is different about the record of a dated kind that stood then, and the one that stands now."""
    before, after = earlier.case.current(kind, earlier.on), later.current(kind, today)
    if before is not None and after is not None:
        sides = (earlier.case, before), (later, after)
        choices, texts = (
            tuple(one for one in after.shape.field if one.type is kind) for kind in (FieldType.CHOICE, FieldType.LONG)
        )
        yield from compare_records(*sides, choices, language)
        anew = [one.field for one in compare_records(*sides, texts, language)]
        if anew:
            told = _ANEW.filled(fields=", ".join(anew)).in_(language)
            yield Difference(None, after.shape.name.in_(language), "", "", told)
    elif after is not None:
        yield from compare_kind(kind, earlier.case.replaced(()), later.replaced((after,)), language)


def _due(action: Record) -> tuple[bool, str]:
    return not isinstance(action["due_on"], date), str(action["due_on"])
