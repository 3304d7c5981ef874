from datetime import date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendar import england_and_wales, hours_after

SHIPPED = england_and_wales()
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2036, 12, 1)).map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize("year", range(2010, 2041))
def test_the_year_agrees_with_another_hand(year):
    kept = {day for day in SHIPPED.days if day.year == year}
    # A Saturday or Sunday is listed there beside the substitute day that is kept instead of it.
    other = {day for day in holidays.UnitedKingdom(subdiv="ENG", years=year) if day.weekday() < 5}
    assert kept == other
    assert len(kept) >= 8


def test_ten_years_ahead_are_known_or_provisional():
    assert max(SHIPPED.days).year >= 2037
    assert date(2026, 12, 31) < SHIPPED.known_until < max(SHIPPED.days)


@given(MOMENTS, st.integers(1, 96))
def test_only_whole_days_left_out_lengthen_the_hours(moment, hours):
    limit = hours_after(moment, hours, SHIPPED)
    if SHIPPED.leaves_out(moment.date()):
        began = datetime.combine(moment.date() + timedelta(days=1), datetime.min.time())
        while SHIPPED.leaves_out(began.date()):
            began += timedelta(days=1)
    else:
        began = moment
    later = [day for day in limit.left_out if day > began.date()]
    assert limit.at - began == timedelta(hours=hours) + timedelta(days=len(later))


@given(MOMENTS)
def test_the_limit_is_never_inside_a_day_left_out(moment):
    limit = hours_after(moment, 48, SHIPPED)
    midnight = (limit.at.hour, limit.at.minute) == (0, 0)
    assert midnight or not SHIPPED.leaves_out(limit.at.date())


def test_hours_at_the_end_of_the_calendar_end():
    assert hours_after(datetime(9999, 12, 31, 10, 0), 48, SHIPPED).provisional


def test_a_limit_in_a_year_not_yet_proclaimed_is_provisional():
    assert hours_after(datetime(2035, 6, 4, 9, 0), 48, SHIPPED).provisional
    assert not hours_after(datetime(2026, 6, 8, 9, 0), 48, SHIPPED).provisional


def test_more_bank_holidays_can_be_added_without_touching_the_shipped_ones():
    more = SHIPPED.also([date(2026, 6, 9)])
    assert more.leaves_out(date(2026, 6, 9))
    assert not SHIPPED.leaves_out(date(2026, 6, 9))
