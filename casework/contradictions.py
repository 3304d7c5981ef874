"""Order, licence and plan held against each other: what cannot all be followed is found and named."""

from __future__ import annotations

from datetime import date

from casework.case import Case
from casework.contradictions_plan import places, powers, times
from casework.contradictions_terms import contacts, curfews, doubles, residences, travel
from casework.reckoning import Reckoning
from casework.terms import CHECK, ERROR, WARNING, Contradiction, terms

_ORDER = (ERROR, WARNING, CHECK)
_RULES = (powers, times, places, contacts, curfews, residences, doubles, travel)

__all__ = ["CHECK", "ERROR", "WARNING", "Contradiction", "contradictions"]


def contradictions(case: Case, reckoning: Reckoning, today: date) -> tuple[Contradiction, ...]:
    """Everything in a case that contradicts something else in it, the worst first.

    Only what records say in their fields is compared: a place on a map, and what stands in running text alone, is not.
    ``today`` must be the day of the reckoning.
    """
    standing = terms(case, reckoning)
    found = [one for rule in _RULES for one in rule(case, reckoning, standing, today)]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: _ORDER.index(one.severity)))
