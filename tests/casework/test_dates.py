import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.dates import distance, spoken, typed
from casework.refusal import Refused
from casework.text import Language

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4 jul", date(2026, 7, 4)),
        ("04.07.26", date(2026, 7, 4)),
        ("4/7/2026", date(2026, 7, 4)),
        ("2026-07-04", date(2026, 7, 4)),
        ("Sat 4 July 2026", date(2026, 7, 4)),
        ("4th July, 2026", date(2026, 7, 4)),
        ("tomorrow", date(2026, 11, 25)),
        ("today", TODAY),
        ("in 3 weeks", date(2026, 12, 15)),
        ("10 days", date(2026, 12, 4)),
        ("fri", date(2026, 11, 27)),
        ("tuesday", date(2026, 12, 1)),
        ("2 jan", date(2027, 1, 2)),
        ("4.3.79", date(1979, 3, 4)),
        ("1 2 46", date(2046, 2, 1)),
        ("29 feb", date(2027, 2, 28)),
    ],
)
def test_dates_are_understood_as_people_type_them(words, day):
    if words == "29 feb":
        with pytest.raises(Refused, match="no day 29"):
            typed(words, TODAY)
    else:
        assert typed(words, TODAY) == day


@pytest.mark.parametrize(
    "words", ["", "31 june", "30.2.2024", "4 jly", "soon", "13/13/2026", "0.1.26", "1.1.1850", "9999-99-99"]
)
def test_what_is_no_date_is_refused_with_what_to_write(words):
    with pytest.raises(Refused) as refusal:
        typed(words, TODAY)
    assert words in refusal.value.why.en


@given(DAYS)
def test_a_date_that_was_told_can_be_typed_again(day):
    assert typed(spoken(day), TODAY) == day
    assert typed(day.isoformat(), TODAY) == day


@given(DAYS)
def test_a_year_left_out_is_the_nearest(day):
    try:
        near = typed(f"{day.day}/{day.month}", TODAY)
    except Refused:
        assert (day.month, day.day) == (2, 29)
    else:
        assert abs(near - TODAY) <= timedelta(days=366)
        assert (near.day, near.month) == (day.day, day.month)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_date_or_refused(words):
    with contextlib.suppress(Refused):
        assert isinstance(typed(words, TODAY), date)


def test_distance_is_told_in_words():
    assert distance(TODAY, TODAY).en == "today"
    assert distance(TODAY - timedelta(1), TODAY).en == "1 day late"
    assert distance(TODAY - timedelta(9), TODAY).en == "9 days late"
    assert distance(TODAY + timedelta(12), TODAY).en == "in 12 days"
    assert spoken(date(2026, 5, 12)) == "Tue 12 May 2026"
    assert spoken(date(2026, 5, 12), Language.CY) == "Maw 12 Mai 2026"
