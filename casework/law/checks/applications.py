"""Interim orders and their applications, availability, applicants (VAL-07 to 09, R-SHPO-6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.law.dossier import Dossier
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.law.states import order_state
from casework.orders import Selects, Standing

_TELLING = ("nca", "btp", "mod_police")


def applications(one: Dossier) -> Iterator[Finding]:
    """What is wrong with interim orders, kinds not available and applicants not allowed."""
    for life in one.lives.values():
        if life.kind.interim and life.order.made_on is not None:
            yield from _interim(one, life)
        yield from _gap(one, life)
        yield from _available(one, life)
        yield from _applicant(one, life)


def _interim(one: Dossier, life: Life) -> Iterator[Finding]:
    order, basis = life.order, life.law.basis
    allowed = life.law.until_further_order and order.term.until_further_order
    if not life.made.last().fixed and not life.kind.interim_may_be_open and not allowed:
        yield finding("interim.no_fixed_end", order.id, basis=basis)
    main = one.lives.get(order.main_application)
    determined = main.order.determined_on if main else None
    if main is None or (determined is not None and order.made_on is not None and determined < order.made_on):
        yield finding("interim.no_open_main_application", order.id, basis=basis)


def _gap(one: Dossier, life: Life) -> Iterator[Finding]:
    """The last interim order ran out while the application is still open (law of interim orders)."""
    interims = [each for each in one.interims.get(life.order.id, ()) if each.order.made_on is not None]
    determined = life.order.determined_on
    if not interims or one.dead() or (determined is not None and determined <= one.today):
        return
    last = max(interims, key=lambda each: each.runs_to.day or date.max)
    end = last.runs_to.day
    if end is not None and end < one.today and order_state(one, last) == "expired":
        yield finding("interim.gap", life.order.id, basis=life.law.basis, last=end)


def _applied_on(one: Dossier, life: Life) -> date | None:
    """The day of the application; of an interim order without one, that of the main application."""
    main = one.lives.get(life.order.main_application) if life.kind.interim else None
    return life.order.applied_on or (main.order.applied_on if main else None)


def _available(one: Dossier, life: Life) -> Iterator[Finding]:
    rule, order, basis = life.kind.available, life.order, life.law.basis
    by_application = rule.selected_by is Selects.APPLIED_ON and order.route != "conviction"
    day = (_applied_on(one, life) if by_application else None) or order.made_on
    if day is not None and not rule.on(day):
        yield finding("order.kind_not_available", order.id, basis=basis, row=rule.row, day=day)
    if rule.standing is Standing.PILOTED:
        yield finding("order.pilot_only", order.id, basis=basis)
    elif rule.standing is Standing.UNKNOWN:
        yield finding("order.availability_unknown", order.id, basis=basis)


def _applicant(one: Dossier, life: Life) -> Iterator[Finding]:
    order = life.order
    if order.applicant in _TELLING:
        yield finding("order.tell_chief_officer", order.id)
    day = _applied_on(one, life)
    if day is not None and order.route != "conviction":
        law = life.kind.law_on(day)
        if order.applicant in law.applicants_not_yet:
            yield finding("order.applicant_not_allowed", order.id, row="V10", day=day)
