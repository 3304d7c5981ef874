"""A case's diary: what is due, why it matters, and that it stays true for as long as it says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import Case
from casework.diary import diary, kept
from casework.due import due
from casework.due_order import GROUPS, Risk
from casework.horizon import horizons
from casework.record import Record, RecordId
from casework.training_cases import training_cases

TODAY = date(2026, 11, 24)
CASES = {one.ref: one.case for one in training_cases(TODAY)}
DAY = timedelta(days=1)


@pytest.mark.parametrize("ref", sorted(CASES))
def test_a_diary_holds_everything_due_under_a_known_alert_and_group(ref):
    found = diary(CASES[ref], TODAY)
    assert tuple(one.due for one in found.items) == due(CASES[ref], TODAY)
    assert {one.horizon for one in found.items} <= set(horizons())
    assert {one.group for one in found.items} <= set(GROUPS)
    assert all(one.away.en for one in found.items)
    brief = kept(found)
    assert (brief.next, brief.late) == (found.items[0].due.on, sum(one.due.late for one in found.items))


@given(st.sampled_from(sorted(CASES)), st.integers(0, 1200))
@settings(max_examples=40, deadline=None)
def test_a_diary_is_the_same_up_to_its_last_day(ref, later):
    """What was kept is shown as current for these days: the law is asked anew on each to compare."""
    day = TODAY + timedelta(days=later)
    found = diary(CASES[ref], day)
    assert found.last >= day
    asked = {day + DAY, day + (found.last - day) // 2, found.last} if found.last < date.max else {day + 90 * DAY}
    for other in asked:
        if day < other <= found.last:
            again = diary(CASES[ref], other)
            assert (again.items, again.line) == (found.items, found.line)


def test_most_days_turn_nothing():
    """Or keeping diaries would be of no use: in two years each training case is reckoned on a few days alone."""
    for case in CASES.values():
        day, times = TODAY, 0
        while day < TODAY + 730 * DAY:
            day, times = min(diary(case, day).last, TODAY + 730 * DAY) + DAY, times + 1
        assert times < 40


def test_the_end_of_an_order_names_what_ends_with_it():
    found = diary(CASES["T-00002"], TODAY)
    last = next(one for one in found.items if one.due.code == "order.last_day")
    assert last.away.en.startswith(horizons()["order.last_day"].falls_away.en)
    assert "What ends: " in last.away.en
    assert "and 8 more." in last.away.en
    own = [one for one in found.items if one.due.code == "item.last_day"]
    assert [one.due.about for one in own] == [
        one.id for one in CASES["T-00002"].of("condition") if one["kind"] == "foreign_travel"
    ], "a condition that ends with its order is told of by the order"


def test_a_level_and_a_registration_are_reviewed_while_they_stand():
    level = Record(RecordId("l"), "level", answers={"level": "2", "from": date(2026, 1, 1), "review_on": TODAY - DAY})
    gone = Record(RecordId("g"), "level", answers={"level": "3", "from": date(2025, 1, 1), "review_on": TODAY})
    registered = Record(
        RecordId("c"), "category", answers={"category": "1", "from": date(2025, 1, 1), "review_on": TODAY + DAY}
    )
    person = Record(RecordId("p"), "person", answers={"date_of_birth": date(1980, 1, 1)})
    found = diary(Case(CASES["T-00001"].id, "T-1", (person, gone, level, registered)), TODAY)
    assert [(one.due.code, one.due.about, one.due.late) for one in found.items] == [
        ("level.due", "l", True),
        ("category.due", "c", False),
    ]
    assert found.risk == Risk(5, 2)


def test_reviews_at_level_1_and_of_a_disclosure_are_due_the_latest_counts():
    def codes(*records: Record) -> list[str]:
        person = Record(RecordId("p"), "person", answers={"date_of_birth": date(1980, 1, 1)})
        return [one.due.code for one in diary(Case(CASES["T-00001"].id, "T-1", (person, *records)), TODAY).items]

    level = Record(RecordId("l"), "level", answers={"level": "1", "from": date(2026, 1, 1), "review_on": TODAY - DAY})
    review = Record(
        RecordId("r"), "level_review", answers={"reviewed_on": date(2026, 5, 1), "next_on": TODAY + 9 * DAY}
    )
    newer = Record(RecordId("n"), "level_review", answers={"reviewed_on": TODAY, "next_on": TODAY + 99 * DAY})
    assert codes(level) == ["level.due"]
    assert codes(level, review) == ["level_review.due"]
    assert codes(review, newer) == ["level_review.due"]
    told = Record(RecordId("d"), "disclosure", answers={"due_on": TODAY, "done_on": TODAY, "review_on": TODAY + DAY})
    assert codes(told) == ["disclosure.look_again"]
