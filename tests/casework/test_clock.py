"""Times of day and hours of curfew as people type them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.clock import Hours, clock, clocks, hours
from casework.field import Field, FieldType, Holds
from casework.refusal import Refused
from casework.text import Text

MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("19:00", time(19)), ("19.30", time(19, 30)), ("1930", time(19, 30)), ("7 pm", time(19)), ("7.30PM", time(19, 30)),
        ("12 am", time(0)), ("12pm", time(12)), ("midnight", time(0)), ("Noon", time(12)), ("24:00", time(0)), ("0700", time(7)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_it_was_meant(words: str, meant: time):
    assert clock(words) == meant


@pytest.mark.parametrize("words", ["7", "25:00", "12:60", "13 pm", "0 am", "seven", "", "19:0", "12345"])
def test_what_could_be_two_times_or_none_is_refused_in_a_sentence(words: str):
    with pytest.raises(Refused) as refused:
        clock(words)
    assert refused.value.why.en.endswith(("write it as 19:00 or 7 pm.",))


def test_several_times_and_several_stretches():
    assert clocks("09:00 and 5 pm") == (time(9), time(17))
    expected = (Hours(time(19), time(7)), Hours(time(12), time(13)))
    for words in (
        "19:00 to 07:00, 12:00 to 13:00",
        "7 pm - 7 am; 12:00–13:00",
        "between 19:00 and 07:00 and between 12:00 and 13:00",
        "from 1900 until 0700 and from noon to 1 pm",
    ):
        assert hours(words) == expected


@pytest.mark.parametrize("words", ["19:00", "at night", "19:00 to 19:00", "19:00 to", "19:00 to 07:00 to 08:00", ""])
def test_hours_without_two_ends_are_refused(words: str):
    with pytest.raises(Refused):
        hours(words)


@given(MINUTES, MINUTES, MINUTES)
def test_a_time_is_either_inside_hours_or_inside_the_rest_of_the_day(start: time, end: time, at: time):
    if start != end:
        assert Hours(start, end).hold(at) is not Hours(end, start).hold(at)


@given(MINUTES, MINUTES)
def test_hours_read_back_what_they_say(start: time, end: time):
    if start != end:
        assert hours(str(Hours(start, end))) == (Hours(start, end),)


def test_a_field_of_hours_refuses_beside_itself_and_lets_emptiness_stand():
    field = Field("curfew", Text("Curfew hours"), FieldType.TEXT, holds=Holds.HOURS)
    assert field.checked("7 pm to 7 am") == "7 pm to 7 am"
    assert field.checked("") == ""
    with pytest.raises(Refused) as refused:
        field.checked("at night")
    assert refused.value.where == "curfew"
