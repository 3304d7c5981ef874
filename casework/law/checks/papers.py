"""Service, statute and conviction date, standard of proof (VAL-13, 14, 27)."""

from __future__ import annotations

from collections.abc import Iterator

from casework.law.dossier import Dossier
from casework.law.notification.tables import figures
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.orders.law import Base
from casework.period import plus

_NAMES = {
    "sentencing_code": "the Sentencing Code",
    "soa_2003": "the Sexual Offences Act 2003",
    "asbcpa_2014": "the Anti-social Behaviour, Crime and Policing Act 2014",
    "pha_1997": "the Protection from Harassment Act 1997",
}


def papers(one: Dossier) -> Iterator[Finding]:
    """What is wrong or worth knowing about the papers of orders."""
    for life in one.lives.values():
        yield from _service(one, life)
        yield from _statute(life)
        yield from _proof(life)
        yield from _effect(one, life)


def _service(one: Dossier, life: Life) -> Iterator[Finding]:
    order, basis = life.order, life.law.basis
    if order.made_on is None or order.made_on > one.today:
        return
    if order.served_on is None:
        if _wants_service(life):
            yield finding("service.missing", order.id, basis=basis)
    elif order.served_on < order.made_on:
        yield finding("service.before_made", order.id, basis=basis, served=order.served_on, made=order.made_on)
    elif order.served_on > plus(order.made_on, figures().service.late_after_days):
        yield finding("service.late", order.id, basis=basis, served=order.served_on, made=order.made_on)


def _wants_service(life: Life) -> bool:
    """Whether a clock waits for service: the kind says so, and a duty that must be ordered was ordered."""
    notice = life.law.notice
    if life.kind.defined_by_user:
        return notice.window_from is Base.SERVED_ON
    return life.kind.service_expected and (not notice.only_if_ordered or life.order.name_address_duty)


def _statute(life: Life) -> Iterator[Finding]:
    kind, order = life.kind, life.order
    if not kind.statutes or (kind.statute_routes and order.route not in kind.statute_routes):
        return
    if order.convicted_on is None:
        yield finding("order.no_conviction_date", order.id)
        return
    day = order.convicted_on
    for one in kind.statutes:
        if (one.since is None or one.since <= day) and (one.to is None or day <= one.to):
            yield finding(one.finding, order.id, row=one.row)
            if order.statute not in ("", one.code):
                wanted, given = _NAMES[one.code], _NAMES[order.statute]
                yield finding(
                    "order.statute_mismatch", order.id, row=one.row, convicted=day, wanted=wanted, given=given
                )


def _proof(life: Life) -> Iterator[Finding]:
    proof, order = life.kind.proof, life.order
    decided = order.made_on or order.refused_on
    if proof is None or decided is None or (proof.routes and order.route not in proof.routes):
        return
    civil = decided >= proof.civil_since
    yield finding("law.civil_standard" if civil else "law.criminal_standard", order.id, row=proof.row)


def _effect(one: Dossier, life: Life) -> Iterator[Finding]:
    later = life.kind.has_effect_as
    if later is not None and one.today >= later.since and life.in_force(one.today):
        yield finding(later.finding, life.order.id, row=later.row)
