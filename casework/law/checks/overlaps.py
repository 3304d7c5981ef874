"""Orders side by side (VAL-15)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from casework.law.dossier import Dossier
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.orders import Overlap


def overlaps(one: Dossier) -> Iterator[Finding]:
    """Orders that another ended without being marked, and orders whose terms may contradict each other."""
    by_kind: dict[str, list[Life]] = {}
    for life in one.lives.values():
        by_kind.setdefault(life.kind.code, []).append(life)
        yield from _unmarked(one, life)
    for life in one.lives.values():
        for rule in life.kind.overlaps:
            yield from _beside(one, life, rule, by_kind.get(rule.other, ()))


def _unmarked(one: Dossier, life: Life) -> Iterator[Finding]:
    if life.ended_as != "superseded" or life.ended_on is None or life.ended_on > one.today:
        return
    if not any(each.kind == "superseded" for each in life.order.changes):
        yield finding("overlap.not_marked_superseded", life.order.id, basis=life.law.basis, day=life.ended_on)


def _beside(one: Dossier, life: Life, rule: Overlap, others: Iterable[Life]) -> Iterator[Finding]:
    for other in others:
        if other is life:
            continue
        if rule.test == "together":
            if _together(life, other):
                yield finding(rule.code, _later(one, life, other).order.id, basis=life.law.basis)
            continue
        day = life.order.made_on if rule.test == "made_while_in_force" else life.start
        if day is not None and other.in_force(day) and (other.kind is not life.kind or _begins_after(one, life, other)):
            yield finding(rule.code, life.order.id, basis=life.law.basis)
            return


def _together(life: Life, other: Life) -> bool:
    begun = max(life.start or date.max, other.start or date.max)
    return life.in_force(begun) and other.in_force(begun)


def _later(one: Dossier, life: Life, other: Life) -> Life:
    """The one made later; of two made on one day the later in the document."""
    return max(life, other, key=lambda each: (each.order.made_on or date.max, one.place[each.order.id]))


def _begins_after(one: Dossier, life: Life, other: Life) -> bool:
    mine, its = (life.start or date.max), (other.start or date.max)
    return (mine, one.place[life.order.id]) > (its, one.place[other.order.id])
