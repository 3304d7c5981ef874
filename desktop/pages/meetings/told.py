"""How a meeting and a referral are told in the list of the meetings part."""

from __future__ import annotations

from datetime import date

from casework.dates import spoken
from casework.meetings.referral import Stage, doubts, ready, stage
from casework.meetings.referral_form import filled
from casework.meetings.sitting import meeting_day, missing_reports, sequence
from casework.record import Record, has_value
from desktop.operations.view import CaseView
from desktop.pages.orders.order_line import LineTold
from widgets.state import due_look

_MOST = 3


def meeting_name(view: CaseView, meeting: Record) -> str:
    """What a meeting is called: level, number, day."""
    number, _ = sequence(view.case, meeting)
    level = meeting.words("level")
    on = meeting_day(meeting)
    day = spoken(on) if on else "no date yet"
    return f"Level {level} meeting {number}, {day}" if level else f"Meeting {number}, {day}"


def meeting_told(view: CaseView, meeting: Record) -> LineTold:
    """A meeting as its line shows it."""
    _, kind = sequence(view.case, meeting)
    shown = meeting.shape.get("sitting")
    option = shown.option(kind) if shown else None
    on = meeting_day(meeting)
    ahead = on is not None and on >= view.today
    facts = [meeting.words(key) for key in ("time", "place", "chair") if meeting.words(key)]
    states = [option.label.en] if option else []
    if has_value(meeting["approved_on"]):
        states.append("Minutes approved")
    elif has_value(meeting["closed_at"]):
        states.append("Minutes to be approved")
    return LineTold(
        meeting.id, meeting_name(view, meeting), tuple(states), 0, grave=False, facts=" · ".join(facts),
        next=_people(view, meeting, ahead=ahead or on is None), look=due_look(on, view.today) if ahead and on else None,
    )  # fmt: skip


def _people(view: CaseView, meeting: Record, *, ahead: bool) -> str:
    invited = view.case.children(meeting, "invitee")
    reports = len(view.case.children(meeting, "agency_report"))
    if ahead:
        wanting = len(missing_reports(view.case, meeting))
        asked = f"{len(invited)} invited" if invited else "Nobody is invited yet"
        here = f"; reports: {reports} here, {wanting} awaited" if reports or wanting else ""
        return f"{asked}{here}."
    came = sum(one["attended"] in ("present", "remote") for one in invited)
    return f"{came} of {len(invited)} invited came." if invited else "Attendance is not recorded."


def referral_name(referral: Record) -> str:
    """What a referral is called."""
    level, on = referral.words("level"), referral["referred_on"]
    sought = f"Referral to Level {level}" if level else "Referral to Level 2 or 3"
    return f"{sought}, {spoken(on)}" if isinstance(on, date) else sought


def referral_told(view: CaseView, referral: Record) -> LineTold:
    """A referral as its line shows it."""
    now = stage(referral)
    by = referral["decide_by"]
    waits = now is Stage.ENDORSED and isinstance(by, date)
    parts = (referral.words("author"), referral.words("manager"), referral.words("decided_by"))
    return LineTold(
        referral.id, referral_name(referral), (now.value.en,), 0, grave=False,
        facts=" · ".join(part for part in parts if part), next=_next(view, referral, now),
        look=due_look(by, view.today) if waits and isinstance(by, date) else None,
    )  # fmt: skip


def _next(view: CaseView, referral: Record, now: Stage) -> str:
    if now is Stage.WRITTEN:
        form = filled(view.case, referral, view.today, view.reckoning)
        if ready(form, doubts(view.case, referral, view.today)):
            return "Nothing is missing: a manager can endorse it."
        lacks = [
            one.says.en for each in form if each.section.required for one in each.lacks if one.key != "endorsed_on"
        ]
        more = f" and {len(lacks) - _MOST} more" if len(lacks) > _MOST else ""
        return f"Missing: {', '.join(lacks[:_MOST])}{more}." if lacks else "The criteria do not fit the level sought."
    if now is Stage.ENDORSED:
        return "The co-ordinator accepts or declines it."
    return referral.words("decision_reason")


def in_order(view: CaseView) -> tuple[Record, ...]:
    """The meetings: those without a date, those to come with the next first, then those held with the last first."""

    def place(one: Record) -> tuple[int, int]:
        on = meeting_day(one)
        if on is None:
            return (0, 0)
        return (1, on.toordinal()) if on >= view.today else (2, -on.toordinal())

    return tuple(sorted(view.case.of("meeting"), key=place))
