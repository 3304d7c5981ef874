"""Actions across meetings: slips are meetings passed and dates moved; closing and moving want a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.answer import Answer
from casework.meetings.actions import check_closing, check_move, followed, move, tallies
from casework.record import Record
from casework.refusal import Refused
from tests.casework.made_case import TODAY, case, person, record

WEEK = timedelta(weeks=1)


def action(name: str = "action", **answers: Answer) -> Record:
    known: dict[str, Answer] = {
        "what": "Find a bed", "agency": "housing", "state": "open", "set_on": TODAY - 20 * WEEK, "due_on": TODAY - WEEK,
    }  # fmt: skip
    return record(name, "action", known | answers)


MEETINGS = tuple(record(f"m{n}", "meeting", {"level": "2", "on": TODAY - n * WEEK}) for n in (20, 15, 10, 5))


def test_an_action_is_carried_over_by_each_meeting_after_the_one_that_set_it() -> None:
    found = followed(case(person(), *MEETINGS, action()), action(), TODAY, {})
    assert (found.carried, found.late, found.often) == (3, True, True)
    assert found.slips.en == "carried over 3 times"
    assert not followed(case(person(), *MEETINGS, action()), action(), TODAY, {"meeting.rolled": "4"}).often
    closed = action(state="done", done_on=TODAY - 12 * WEEK)
    assert followed(case(person(), *MEETINGS, closed), closed, TODAY, {}).slips.en == "carried over once"


def test_slips_are_counted_by_agency_also_of_what_is_closed() -> None:
    moved = record("move", "action_move", {"was": TODAY, "to": TODAY + WEEK, "why": "No bed"}, "late")
    made = case(
        person(), *MEETINGS, action("late", set_on=TODAY - 8 * WEEK), moved,
        action("done", state="done", done_on=TODAY, agency="police"), action("fresh", set_on=TODAY, due_on=TODAY),
    )  # fmt: skip
    found = tallies(followed(made, one, TODAY, {}) for one in made.of("action"))
    assert [(one.agency.en, one.open, one.late, one.slips) for one in found] == [
        ("Local housing authority", 2, 1, 2),
        ("Police", 0, 0, 3),
    ]


def test_another_date_is_a_move_unless_the_action_was_set_today() -> None:
    to = TODAY + WEEK
    assert move(action(), to, TODAY) == {"was": TODAY - WEEK, "to": to, "moved_on": TODAY}
    assert move(action(set_on=TODAY), to, TODAY) is None
    assert move(action(), TODAY - WEEK, TODAY) is None


@pytest.mark.parametrize(("state", "why"), [("done", "what came of it"), ("not_done", "why it was not done")])
def test_closing_says_what_came_of_it_or_why_not(state: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        check_closing(state, "  ")
    assert refused.value.where == "outcome"


def test_moving_wants_another_day_and_the_reason() -> None:
    with pytest.raises(Refused, match="another day"):
        check_move(date(2026, 1, 1), "Because", date(2026, 1, 1))
    with pytest.raises(Refused, match="why the date is moved") as refused:
        check_move(date(2026, 1, 2), " ", date(2026, 1, 1))
    assert refused.value.where == "why"
