"""Late first, the worst risk first; and a filter never hides anybody unseen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.case import Case
from casework.dated import Due
from casework.due_order import UNKNOWN, Band, Narrowed, Risk, band, first_days, group_of, rank, ranked, risk, risk_of
from casework.record import CaseId, Record, RecordId
from casework.text import Language, Text
from casework.training_cases import training_cases

TODAY = date(2026, 11, 24)


def thing(case: str, days: int) -> Due:
    on = TODAY + timedelta(days=days)
    return Due(
        on, Text("X"), CaseId(case), case, "o", "law", "order.last_day", "duty", "", "", "", Text(""), late=days < 0
    )


def test_late_before_near_and_worst_risk_before_longest_wait():
    risks = {"low": Risk(1, 1), "high": Risk(3, 2), "very": Risk(4, 3)}
    given_ = [
        thing("very", 10),
        thing("low", -90),
        thing("high", -2),
        thing("high", -5),
        thing("low", 0),
        thing("very", 6),
        thing("new", -1),
    ]
    assert [(one.case, one.days(TODAY)) for one in ranked(given_, risks, TODAY)] == [
        ("new", -1), ("high", -5), ("high", -2), ("low", -90), ("very", 6), ("low", 0), ("very", 10),
    ]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(-400, 400))),
    st.dictionaries(st.sampled_from("abcd"), st.builds(Risk, st.integers(1, 5), st.integers(1, 4))),
)
def test_ranking_loses_nothing_and_keeps_to_its_rule(drawn: list[tuple[str, int]], risks: dict[str, Risk]):
    given_ = [thing(case, days) for case, days in drawn]
    made = ranked(given_, risks, TODAY)
    assert sorted(made, key=repr) == sorted(given_, key=repr)
    assert made == ranked(reversed(given_), risks, TODAY)
    for one, other in pairwise(made):
        assert band(one.on, TODAY) <= band(other.on, TODAY)
        mine, theirs = (risks.get(each.case, UNKNOWN) for each in (one, other))
        if band(one.on, TODAY) == band(other.on, TODAY):
            assert mine >= theirs
            assert mine != theirs or one.on <= other.on
        assert rank(one, mine, TODAY) <= rank(other, theirs, TODAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-400, Band.LATE), (-1, Band.LATE), (0, Band.WEEK), (6, Band.WEEK), (7, Band.COMING), (27, Band.COMING),
        (28, Band.AHEAD), (4000, Band.AHEAD),
    ],
)  # fmt: skip
def test_bands(days: int, expected: Band):
    assert band(TODAY + timedelta(days=days), TODAY) is expected
    assert [one for one, _ in first_days(TODAY)] == list(Band)


def test_every_code_that_can_be_due_has_a_group():
    said = {
        code: group_of(code)
        for code in ("order.last_day", "travel.return_by", "action.due", "plan.due", "fbo.report_by")
    }
    assert list(said.values()) == ["order", "notification", "work", "review", "order"]


def test_the_risk_is_that_which_stands_and_not_known_stands_on_top():
    records = [
        Record(RecordId("r1"), "rosh", answers={"overall": "very_high", "assessed_on": date(2025, 1, 1)}),
        Record(RecordId("r2"), "rosh", answers={"overall": "medium", "assessed_on": date(2026, 1, 1)}),
        Record(RecordId("l1"), "level", answers={"level": "2", "from": date(2026, 1, 1)}),
    ]
    assert risk_of(Case(CaseId("c"), "T-1", tuple(records)), TODAY) == Risk(2, 2)
    assert risk_of(Case(CaseId("c"), "T-1"), TODAY) == UNKNOWN == risk("", "")
    assert UNKNOWN > Risk(4, 3) > Risk(3, 3) > risk("high", "2") > risk("low", "3")
    assert [risk_of(one.case, TODAY) for one in training_cases(TODAY)] == [Risk(4, 3), Risk(4, 3), Risk(3, 2)]


def test_what_is_hidden_is_said():
    level_1, far = Text("Level 1", "Lefel 1"), Text("further than 28 days")
    assert Narrowed(52, 52).said() == "Showing all 52"
    assert Narrowed(40, 52, ((level_1, 12),)).said() == "Showing 40 of 52; 12 hidden by: Level 1"
    assert Narrowed(40, 52, ((level_1, 12),)).said(Language.CY) == "Dangos 40 o 52; 12 wedi eu cuddio gan: Lefel 1"
    both = Narrowed(38, 1052, ((level_1, 12), (far, 1002)))
    assert both.said() == "Showing 38 of 1,052; 1,014 hidden by: Level 1 (12), further than 28 days (1,002)"
