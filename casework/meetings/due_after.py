"""What is due after meetings and between: minutes, the next meeting, a Level 1 review of which nobody set the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from casework.case import Case
from casework.dated import Due
from casework.dates import spoken
from casework.meetings.figures import CHECK_POLICY, interval, minutes_by
from casework.meetings.level_review import at_level_1, last_review, planned
from casework.meetings.sitting import meeting_day
from casework.meetings.visits import last_seen, next_visit
from casework.record import Record, has_value
from casework.text import Language, Text


def after_meetings(case: Case, today: date, settings: Mapping[str, str]) -> Iterator[Due]:
    """Minutes that were not issued, a meeting to be fixed, a Level 1 review and a visit by the rhythm of the area."""
    yield from _minutes(case, today, settings)
    yield from _next_meeting(case, today, settings)
    yield from _review(case, today, settings)
    yield from _visit(case, today, settings)


def looked_at_again(case: Case, disclosure: Record, on: date) -> bool:
    """Whether a later decision about the same household or recipient was taken on or after a day."""
    return any(
        other.id != disclosure.id
        and household(other) == household(disclosure)
        and isinstance(day := other["considered_on"], date)
        and day >= on
        for other in case.of("disclosure")
    )


def household(disclosure: Record) -> str:
    """What ties disclosures to one household: its words, else the recipient's, without regard to capitals."""
    return " ".join((disclosure.words("household") or disclosure.words("recipient")).casefold().split())


def _minutes(case: Case, today: date, settings: Mapping[str, str]) -> Iterator[Due]:
    for one in case.of("meeting"):
        held, by = meeting_day(one), None
        if has_value(one["closed_at"]) and held is not None and not has_value(one["issued_on"]):
            by = minutes_by(one.words("level"), held, settings)
        if by is not None and held is not None:
            what = Text(*(_ISSUE.in_(told).format(day=spoken(held, told)) for told in Language))
            then = _SEND if has_value(one["approved_on"]) else _APPROVE
            yield _due(case, one, "meeting.minutes", by, today, what=what, why=CHECK_POLICY.en, then=then)


def _next_meeting(case: Case, today: date, settings: Mapping[str, str]) -> Iterator[Due]:
    level = case.current("level", today)
    usual = interval(level.words("level"), settings) if level else None
    if level is None or usual is None or case.current("exit", today):
        return
    days = [(on, n, one) for n, one in enumerate(case.of("meeting")) if (on := meeting_day(one))]
    past = [one for one in days if one[0] <= today]
    if not past or len(past) < len(days):
        return
    held, _, last = max(past, key=lambda one: one[:2])
    number = level.words("level")
    what = Text(*(_FIX.in_(told).format(level=number, day=spoken(held, told)) for told in Language))
    why = _USUALLY.filled(weeks=usual.warn, day=spoken(usual.latest(held)))
    yield _due(case, last, "meeting.interval", usual.usual_by(held), today, what=what, why=why.en, then=_SET_UP)


def _review(case: Case, today: date, settings: Mapping[str, str]) -> Iterator[Due]:
    level, plan = at_level_1(case, today), planned(case, today, settings)
    about = last_review(case, today) or level
    if about is not None and plan is not None and not plan.said and not case.current("exit", today):
        yield _due(case, about, "level_review.due", plan.on, today, what=_REVIEW, why=plan.why.en, then=_BEGIN)


def _visit(case: Case, today: date, settings: Mapping[str, str]) -> Iterator[Due]:
    last, plan = last_seen(case, today), next_visit(case, today, settings)
    if last is not None and plan is not None:
        yield _due(case, last, "visit.due", plan.on, today, what=_VISITED, why=plan.why.en, then=_VISIT)


def _due(
    case: Case, about: Record, code: str, on: date, today: date, *, what: Text, why: str = "", then: Text
) -> Due:  # fmt: skip
    late = on < today
    return Due(on, what, case.id, case.ref, about.id, about.kind, code, "duty", why, "", "", then, late)


_ISSUE = Text("Issue the minutes of {day}", "Anfon cofnodion {day}")
_SEND = Text("Send them to the distribution list.", "Anfonwch nhw at y rhestr ddosbarthu.")
_APPROVE = Text("The chair approves them first.", "Rhaid i'r cadeirydd eu cymeradwyo yn gyntaf.")
_FIX = Text("Level {level}: no next meeting after that of {day}", "Lefel {level}: dim cyfarfod nesaf ar ôl {day}")
_USUALLY = Text(f"Usually within {{weeks}} weeks, at the latest by {{day}}. {CHECK_POLICY.en}")
_SET_UP = Text("Fix the day and invite.", "Pennwch y diwrnod a gwahoddwch.")
_REVIEW = Text("Level 1 review", "Adolygiad Lefel 1")
_VISITED = Text("Visit by the police", "Ymweliad gan yr heddlu")
_VISIT = Text("Visit, and enter what was seen under Reviews.", "Ymwelwch, a nodwch yr hyn a welwyd dan Adolygiadau.")
_BEGIN = Text("Ask the agencies, then review.", "Holwch yr asiantaethau, yna adolygwch.")
