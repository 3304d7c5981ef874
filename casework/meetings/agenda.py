"""The agenda of a meeting: the fixed order, and under each item what the case has open for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from casework.case import Case
from casework.contradictions import contradictions
from casework.due import due
from casework.field import choice_lists
from casework.meetings import points, points_decided, points_plan
from casework.meetings.item import AgendaItem
from casework.meetings.points import Open, Points
from casework.plan_rules.check import plan_findings
from casework.reckoning import Reckoning, reckon
from casework.record import Record

ITEMS = "agenda_items"


def agenda(meeting: Record, ground: Open) -> tuple[AgendaItem, ...]:
    """Every item in the fixed order, also those for which nothing is open. ``ground`` says what is, on its day."""
    return tuple(
        AgendaItem(one.code, number, one.label, tuple(_points(one.code, meeting, ground)))
        for number, one in enumerate(choice_lists()[ITEMS], start=1)
    )


def _points(code: str, meeting: Record, ground: Open) -> Points:
    reader = _READERS.get(code)
    if reader:
        yield from reader(meeting, ground)


def gather(case: Case, today: date, settings: Mapping[str, str], reckoning: Reckoning | None = None) -> Open:
    """What is open in a case on a day, reckoned from the case alone."""
    told = reckoning or reckon(case, today)
    return Open(
        case, today, told, due(case, today, reckoning=told, settings=settings), contradictions(case, told, today),
        plan_findings(case, told, today, settings), settings,
    )  # fmt: skip


_READERS: dict[str, Callable[[Record, Open], Points]] = {
    "welcome": points.people,
    "previous": points.previous,
    "category": points_decided.standing,
    "information": points.reports,
    "victims": points.victims,
    "diversity": points.diversity,
    "risk": points_plan.risk,
    "plan": points_plan.plan,
    "contingency": points_plan.contingency,
    "disclosure": points_decided.disclosure,
    "media": points_decided.media,
    "actions": points.actions,
    "level": points_decided.level,
    "next": points_decided.next_meeting,
}
