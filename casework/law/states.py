"""The state of every order, person, licence and terrorism sentence on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.law.custody.licence import licence_state
from casework.law.custody.terrorism import runs
from casework.law.dossier import Dossier
from casework.law.notification.triggers import Source
from casework.law.orders.life import Life
from casework.law.result import State

_IN_FORCE = ("active", "converted")


def states(one: Dossier) -> Iterator[State]:
    """Every state of a person's records, flags of orders in force among them."""
    yield State(one.person.id, person_state(one))
    for life in one.lives.values():
        state = order_state(one, life)
        yield State(life.order.id, state)
        if state in _IN_FORCE:
            for flag in sorted(life.flags):
                yield State(life.order.id, flag)
    for licence in one.licences:
        yield State(licence.id, licence_state(licence, one.today))
    for run in runs(one):
        over = one.dead() or (run.last is not None and run.last < one.today)
        yield State(run.sentence.id, "ended_by_time" if over else "running")


def order_state(one: Dossier, life: Life) -> str:
    """The main state of an order."""
    order, today = life.order, one.today
    if not _by(order.made_on, today):
        return _before_made(one, life)
    end = life.runs_to.day
    if life.ended_on is not None and life.ended_on == end and life.ended_on <= today:
        return life.ended_as
    if end is not None and end < today:
        return "expired"
    if not _by(life.start, today):
        return "made_not_in_force"
    successor = life.kind.has_effect_as
    return "converted" if successor is not None and today >= successor.since else "active"


def _before_made(one: Dossier, life: Life) -> str:
    order, today = life.order, one.today
    if _by(order.refused_on, today):
        return "refused"
    if _by(order.withdrawn_on, today):
        return "withdrawn"
    if any(order_state(one, other) in _IN_FORCE for other in one.interims.get(order.id, ())):
        return "interim"
    return "applied" if _by(order.applied_on, today) else "draft"


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def person_state(one: Dossier) -> str:
    """The state of a person's notification under the Sexual Offences Act 2003."""
    begun = [trigger for trigger in one.standing.triggers if trigger.start <= one.today]
    if one.dead():
        return "deceased"
    if not begun:
        return "none"
    if all(trigger.ended_as == "quashed" and _by(trigger.last, one.today) for trigger in begun):
        return "quashed"
    if one.standing.on(one.today):
        running = [trigger for trigger in begun if trigger.last is None or trigger.last >= one.today]
        if any(trigger.unsentenced for trigger in running) and not any(trigger.indefinite for trigger in running):
            return "provisional"
        return "windows_suspended" if one.away.covers(one.today) else "running"
    left = [trigger for trigger in begun if trigger.ended_as != "quashed"]
    last = max(left, key=lambda trigger: (trigger.last or date.max, -trigger.source.value))
    if last.ended_as == "review":
        return "ended_by_review"
    by_order = last.source in (Source.ORDER, Source.BREACH) or bool(last.ended_as)
    return "ended_with_order" if by_order else "ended_by_time"
