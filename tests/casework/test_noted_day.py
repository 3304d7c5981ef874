"""A calculation that only compares today gives the same answer until the day that was noted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.noted_day import NotedDay, plain

TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
COMPARISONS = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
}
days = st.integers(-40, 40).map(lambda n: TODAY + timedelta(days=n))
asked = st.lists(st.tuples(st.sampled_from(sorted(COMPARISONS)), days, st.booleans()), max_size=6)


def told(today: date, questions) -> list[bool]:
    return [COMPARISONS[how](day, today) if turned else COMPARISONS[how](today, day) for how, day, turned in questions]


@given(asked)
def test_every_comparison_comes_out_the_same_until_the_day_noted_and_one_otherwise_on_it(questions):
    noted = NotedDay(TODAY)
    answers = told(noted, questions)
    assert answers == told(TODAY, questions)
    for ahead in range(1, 60):
        day = TODAY + timedelta(days=ahead)
        if day < noted.turns:
            assert told(day, questions) == answers
    if noted.turns < date.max:
        assert told(noted.turns, questions) != answers, "noted no earlier than needed"


@pytest.mark.parametrize(
    "use",
    [
        lambda day: day + DAY,
        lambda day: DAY + day,
        lambda day: day - DAY,
        lambda day: day - TODAY,
        lambda day: TODAY - day,
        lambda day: day.year,
        lambda day: day.month,
        lambda day: day.day,
        lambda day: day.weekday(),
        lambda day: day.isoweekday(),
        lambda day: day.toordinal(),
        lambda day: day.isoformat(),
        lambda day: day.replace(day=1),
        lambda day: f"{day}",
        lambda day: f"{day:%d}",
        str,
        lambda day: day.strftime("%d"),
        lambda day: {day: 1}[TODAY],
        lambda day: day.isocalendar(),
        lambda day: day.timetuple(),
        lambda day: day.ctime(),
        repr,
    ],
)
def test_any_other_use_makes_the_answer_one_of_this_day_alone(use):
    noted = NotedDay(TODAY)
    assert use(noted) == use(TODAY)
    assert noted.turns == TODAY + DAY


def test_the_least_of_several_days_goes_on_noting():
    noted = NotedDay(TODAY)
    least = min(noted, TODAY + 9 * DAY)
    assert plain(least) == TODAY
    assert noted.turns == TODAY + 10 * DAY, "on the ninth day the least is the same day still"
    assert type(plain(noted)) is date
    assert plain(TODAY) is TODAY
