"""Level 1 reviews, the rhythm that an area sets, and what is due after meetings and between them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from casework.answer import Answer
from casework.due import due
from casework.meetings.level_review import came_in, new_review, planned, refuse_review
from casework.record import Record
from casework.refusal import Refused
from tests.casework.made_case import TODAY, case, person, record

LEVEL_1 = record("level", "level", {"level": "1", "from": date(2026, 3, 2)})
LEVEL_2 = record("level", "level", {"level": "2", "from": date(2026, 3, 2)})
MEDIUM = record("rosh", "rosh", {"assessed_on": date(2026, 3, 1), "overall": "medium"})


def review(**answers: Answer) -> Record:
    return record("review", "level_review", {"reviewed_on": date(2026, 9, 1), "manager": "M. Sample"} | answers)


def codes(*records: Record, settings: dict[str, str] | None = None, today: date = TODAY) -> dict[str, date]:
    wanted = ("level_review.due", "level.due", "meeting.interval", "meeting.minutes", "disclosure.look_again")
    found = due(case(person(), *records), today, settings=settings)
    return {one.code: one.on for one in found if one.code in wanted}


def test_the_first_review_is_counted_from_the_decision_by_the_rhythm_of_the_risk() -> None:
    assert codes(LEVEL_1, MEDIUM) == {"level_review.due": date(2026, 9, 2)}
    assert codes(LEVEL_1, MEDIUM, settings={"review.level_1.medium": "3"}) == {"level_review.due": date(2026, 6, 2)}
    found = planned(case(person(), LEVEL_1), TODAY, {})
    assert found is not None
    assert found.on == date(2026, 7, 2)
    assert "not assessed" in found.why.en
    assert "Check your area's policy" in found.why.en


def test_a_review_sets_the_day_of_the_next_and_closes_that_of_the_decision() -> None:
    dated = LEVEL_1.answered("review_on", date(2026, 8, 1))
    assert codes(dated, MEDIUM) == {"level.due": date(2026, 8, 1)}
    assert codes(dated, MEDIUM, review(next_on=date(2027, 1, 5))) == {"level_review.due": date(2027, 1, 5)}
    assert codes(dated, MEDIUM, review()) == {"level_review.due": date(2027, 3, 1)}


def test_no_review_is_due_at_another_level_or_after_leaving() -> None:
    assert "level_review.due" not in codes(LEVEL_2, MEDIUM)
    gone = record("exit", "exit", {"on": date(2026, 10, 1), "reason": "risk_reduced"})
    assert codes(LEVEL_1, MEDIUM, gone) == {}


def test_a_review_begins_with_what_is_known() -> None:
    made = case(person(), LEVEL_1, MEDIUM, review())
    assert new_review(made, TODAY, {}, "J. Sample") == {
        "reviewed_on": TODAY, "next_on": date(2027, 5, 25), "author": "J. Sample", "manager": "M. Sample",
    }  # fmt: skip


def test_what_came_in_since_the_last_review_is_told_the_latest_first() -> None:
    heard = [
        record(f"heard{n}", "statement", {"words": f"Heard {n}", "learned_on": date(2026, n, 3)}) for n in (8, 10, 11)
    ]
    made = case(person(), LEVEL_1, MEDIUM, review(), *heard)
    assert [one.words("words") for _, one in came_in(made, TODAY)] == ["Heard 11", "Heard 10"]


def test_the_next_review_comes_after_this_one() -> None:
    with pytest.raises(Refused, match="must come after this one") as refused:
        refuse_review(review(), "next_on", date(2026, 9, 1))
    assert refused.value.where == "next_on"
    refuse_review(review(), "next_on", date(2026, 9, 2))


def test_a_level_2_case_without_a_next_meeting_is_due_by_the_interval() -> None:
    held = record("held", "meeting", {"level": "2", "on": date(2026, 9, 7)})
    assert codes(LEVEL_2, held) == {"meeting.interval": date(2026, 11, 30)}
    assert codes(LEVEL_2, held, settings={"meeting.warn.2": "8"}) == {"meeting.interval": date(2026, 11, 2)}
    coming = record("coming", "meeting", {"level": "2", "on": date(2026, 12, 7)})
    assert codes(LEVEL_2, held, coming) == {}


def test_minutes_are_due_in_working_days_until_they_are_issued() -> None:
    closed = {"level": "2", "on": date(2026, 11, 20), "closed_at": datetime(2026, 11, 20, 12, 0)}
    coming = record("coming", "meeting", {"level": "2", "on": date(2026, 12, 7)})
    assert codes(LEVEL_2, record("held", "meeting", closed), coming) == {"meeting.minutes": date(2026, 12, 4)}
    assert codes(LEVEL_2, record("held", "meeting", closed | {"issued_on": TODAY}), coming) == {}


def test_a_disclosure_is_looked_at_again_until_another_decision_about_the_household() -> None:
    told = record(
        "one", "disclosure", {"household": "14 Elm Road", "recipient": "Ms A", "review_on": date(2026, 12, 1)}
    )
    assert codes(told) == {"disclosure.look_again": date(2026, 12, 1)}
    later = {"household": "14  ELM road", "recipient": "Mr B", "considered_on": date(2026, 12, 1)}
    assert codes(told, record("two", "disclosure", later)) == {}
