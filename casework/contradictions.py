"""Order, licence and plan held against each other: what cannot all be followed is found and named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.clauses import CONDITIONS
from casework.contradictions_cited import cited
from casework.contradictions_plan import places, powers, times
from casework.contradictions_terms import areas, bounds, contacts, curfews, doubles, residences, travel
from casework.reckoning import Reckoning
from casework.record import Record, RecordId
from casework.terms import CHECK, ERROR, WARNING, Contradiction, source_name, terms

_ORDER = (ERROR, WARNING, CHECK)
_RULES = (powers, cited, times, places, areas, contacts, curfews, residences, doubles, bounds, travel)

__all__ = ["CHECK", "ERROR", "WARNING", "Contradiction", "beside_condition", "contradictions", "side_name"]


def contradictions(
    case: Case, reckoning: Reckoning, today: date, written: Record | None = None
) -> tuple[Contradiction, ...]:
    """Everything in a case that contradicts something else in it, the worst first.

    Only what records say in their fields is compared, and the names of orders in running text: a place on a map is not.
    ``today`` must be the day of the reckoning. The conditions of ``written`` are compared too, though it may not be in
    force: somebody is writing them.
    """
    standing = terms(case, reckoning, written)
    found = [one for rule in _RULES for one in rule(case, reckoning, standing, today)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: _ORDER.index(one.severity)))


def side_name(case: Case, record: str) -> str:
    """One side of a contradiction in a few words: "condition 3 of the licence", "the measure"."""
    found = case.get(record)
    if found is None:
        return "what was removed"
    parent = case.get(found.parent) if found.parent else None
    if parent is not None and found.kind == CONDITIONS.get(parent.kind):
        listed = [one.id for one in case.children(parent, found.kind)]
        return f"condition {listed.index(found.id) + 1} of {source_name(parent)}"
    if found.kind in CONDITIONS:
        return source_name(found)
    return f"the {found.shape.name.en.lower()}"


def beside_condition(
    case: Case, reckoning: Reckoning, parent: Record, answers: Mapping[str, Answer]
) -> tuple[Contradiction, ...]:
    """What a condition that is being written for an order or licence contradicts."""
    new = Record(RecordId("being written"), CONDITIONS[parent.kind], parent.id, dict(answers))
    found = contradictions(case.replaced((*case.records, new)), reckoning, reckoning.today, parent)
    return tuple(one for one in found if new.id in (one.first, one.second))
