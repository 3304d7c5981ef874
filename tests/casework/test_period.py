import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.period import Counting, Period, age_on, birthday, day_after, laid, last_day, plus

DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
MONTHS = st.integers(1, 400)


@given(DAYS, st.integers(1, 4000))
def test_days_beginning_with_count_the_first(start, days):
    assert last_day(start, Period(days=days)) == start + timedelta(days=days - 1)


@given(DAYS, st.integers(1, 4000))
def test_days_after_do_not_count_the_event(event, days):
    assert day_after(event, Period(days=days)) == event + timedelta(days=days)


@given(DAYS, MONTHS)
def test_months_after_end_on_the_same_number_or_the_last_of_the_month(event, months):
    end = day_after(event, Period(months=months))
    assert (end.year * 12 + end.month) - (event.year * 12 + event.month) == months
    assert end.day == event.day or (end.day < event.day and end.day == calendar.monthrange(end.year, end.month)[1])


@given(DAYS, MONTHS)
def test_months_beginning_with_end_the_day_before_the_corresponding_day(start, months):
    end = last_day(start, Period(months=months))
    corresponding = day_after(start, Period(months=months))
    if corresponding.day == start.day:
        assert end == corresponding - timedelta(days=1)
    else:
        assert end == corresponding


@given(DAYS, MONTHS)
def test_beginning_with_is_never_later_than_after_and_at_most_a_day_earlier(start, months):
    assert 0 <= (day_after(start, Period(months=months)) - last_day(start, Period(months=months))).days <= 1


@given(DAYS, MONTHS)
def test_a_year_is_twelve_months_whatever_the_parts(start, years):
    years = years % 40 + 1
    assert last_day(start, Period(years=years)) == last_day(start, Period(months=12 * years))
    assert day_after(start, Period(years=years)) == day_after(start, Period(months=12 * years))


@given(DAYS, st.integers(1, 60), st.integers(1, 60))
def test_a_longer_period_never_ends_earlier(start, one, other):
    shorter, longer = sorted((one, other))
    assert last_day(start, Period(months=shorter)) <= last_day(start, Period(months=longer))


@given(DAYS, MONTHS)
def test_two_periods_laid_one_after_the_other_fill_the_sum_but_for_short_months(start, months):
    first = last_day(start, Period(months=months))
    second = last_day(first + timedelta(days=1), Period(months=months))
    assert abs((second - last_day(start, Period(months=2 * months))).days) <= 3


@given(DAYS, st.integers(1, 200))
def test_laid_chooses_the_way_of_counting(day, months):
    period = Period(months=months)
    assert laid(day, period, Counting.BEGINNING_WITH) == last_day(day, period)
    assert laid(day, period, Counting.AFTER) == day_after(day, period)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2024-02-29", Period(years=5), "2029-02-28"),
        ("2024-02-29", Period(years=4), "2028-02-28"),
        ("2023-03-01", Period(years=5), "2028-02-29"),
        ("2026-01-31", Period(months=1), "2026-02-28"),
        ("2026-03-31", Period(months=6), "2026-09-30"),
        ("2026-08-31", Period(months=6), "2027-02-28"),
        ("2026-12-31", Period(months=2), "2027-02-28"),
        ("2026-05-12", Period(years=5), "2031-05-11"),
        ("2026-08-01", Period(weeks=2, days=3), "2026-08-17"),
        ("2026-01-31", Period(months=1, days=1), "2026-03-01"),
        ("2026-06-01", Period(days=14), "2026-06-14"),
    ],
)
def test_last_days_worked_out_by_hand(start, period, end):
    assert last_day(date.fromisoformat(start), period) == date.fromisoformat(end)


@given(DAYS, st.integers(0, 120))
def test_an_age_is_attained_on_the_birthday_and_not_the_day_before(born, age):
    day = birthday(born, age)
    assert age_on(born, day) == age
    assert age_on(born, day - timedelta(days=1)) == age - 1
    assert (day.month, day.day) == (born.month, born.day) or (born.day, day.month, day.day) == (29, 3, 1)


@given(st.dates(), st.integers(0, 10**7), st.integers(0, 10**7))
def test_the_calendar_has_ends_and_nothing_falls_off(start, years, days):
    period = Period(years=years, days=days)
    assert date.min <= last_day(start, period) <= date.max
    assert date.min <= day_after(start, Period() - period) <= date.max
    assert date.min <= plus(start, -days) <= date.max


@pytest.mark.parametrize(
    ("period", "half"),
    [
        (Period(months=12), Period(months=6)),
        (Period(years=2), Period(months=12)),
        (Period(months=7), Period(months=3, days=15)),
        (Period(days=5), Period(days=3)),
        (Period(weeks=26), Period(days=91)),
    ],
)
def test_half_of_a_period(period, half):
    assert period.half() == half


def test_a_period_is_said_in_its_own_parts():
    assert str(Period(years=1, months=6)) == "1 year 6 months"
    assert str(Period(weeks=1, days=2)) == "1 week 2 days"
    assert str(Period()) == "no time"
