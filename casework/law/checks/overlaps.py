"""Orders side by side (VAL-15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casework.law.dossier import Dossier
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.orders import Overlap

TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class _Span:
    """An order with its first and last day in force, and how late it was made (in the document, for one day)."""

    life: Life
    first: date
    last: date
    made: tuple[date, int]


def overlaps(one: Dossier) -> Iterator[Finding]:
    """Orders that another ended without being marked, and orders whose terms may contradict each other."""
    by_kind: defaultdict[str, list[_Span]] = defaultdict(list)
    for life in one.lives.values():
        yield from _unmarked(one, life)
        if life.start is not None:
            made = (life.order.made_on or date.max, one.place[life.order.id])
            by_kind[life.kind.code].append(_Span(life, life.start, life.runs_to.day or date.max, made))
    for spans in tuple(by_kind.values()):
        for rule in spans[0].life.kind.overlaps:
            others = by_kind.get(rule.other, [])
            yield from _beside(spans, rule, others)
            if rule.test == TOGETHER:
                yield from _beside(others, rule, spans)


def _unmarked(one: Dossier, life: Life) -> Iterator[Finding]:
    if life.ended_as != "superseded" or life.ended_on is None or life.ended_on > one.today:
        return
    if not any(each.kind == "superseded" for each in life.order.changes):
        yield finding("overlap.not_marked_superseded", life.order.id, basis=life.law.basis, day=life.ended_on)


def _beside(spans: Iterable[_Span], rule: Overlap, others: Sequence[_Span]) -> Iterator[Finding]:
    for span in spans:
        if any(_meets(span, rule, each) for each in others if each is not span):
            yield finding(rule.code, span.life.order.id, basis=span.life.law.basis)


def _meets(span: _Span, rule: Overlap, other: _Span) -> bool:
    """Whether the other was in force when this one was made or starts; of one kind and start, the later only.

    "Together" is said of the later made of two that are ever in force together.
    """
    if rule.test == TOGETHER:
        return other.made < span.made and max(span.first, other.first) <= min(span.last, other.last)
    day = span.made[0] if rule.test == "made_while_in_force" else span.first
    if not other.first <= day <= other.last:
        return False
    same = other.life.kind is span.life.kind
    return not same or (other.first, other.made[1]) < (span.first, span.made[1])
