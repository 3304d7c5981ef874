"""Two hundred ways of writing a date, each understood or refused with an example (peers.md, pain 21)."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.dates import spoken
from casework.refusal import Refused
from casework.text import Language
from casework.typed_dates import typed

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))

UNDERSTOOD = {
    "1900-01-01": "1 jan 1900",
    "1947-02-01": "1 2 47",
    "1979-03-04": "4.3.79",
    "2000-01-01": "1.1.00",
    "2024-02-29": "29 2 24",
    "2025-11-25": "a year ago",
    "2026-03-03": "3 Mawrth 2026",
    "2026-03-29": "29 March 2026",
    "2026-05-12": "12 Mai 2026 | Maw 12 Mai 2026",
    "2026-05-25": "6 months ago",
    "2026-06-21": "21th june",
    "2026-07-04": (
        "4 jul | 4jul | 4 July | 4th July | 4th of July | the 4th of July | July 4 | jul 4th | Jul 4, 2026 | "
        "July 4th, 2026 | July 04 2026 | 4 Jul 26 | 4jul26 | 4JUL2026 | 4 jul '26 | 04.07.26 | 04/07/26 | "
        "04-07-26 | 04 07 26 | 4.7.26 | 4/7/26 | 4/7 | 4.7 | 04-07 | 4 7 | 4.7.2026 | 4/7/2026 | "
        "04/07/2026 | 4 7 2026 | 040726 | 04072026 | 20260704 | 2026-07-04 | 2026/07/04 | 2026.7.4 | "
        "2026 7 4 | 4–7–2026 | 4−7−26 | Sat 4 Jul 2026 | Saturday 4 July 2026 | Saturday, 4 July 2026 | "
        "saturday 4/7/26 | sat 4 jul | Sad 4 Gor 2026 | 4 Gorffennaf 2026 | 4 July 2026. | "
        " 4   july   2026  | 4/ 7 / 2026 | 4,7,26 | ٤/٧/٢٠٢٦"
    ),
    "2026-08-22": "22nd aug",
    "2026-09-01": "1st Sept 2026",
    "2026-09-04": "4 sept | 4 sept 2026",
    "2026-10-25": "25 October 2026",
    "2026-11-01": "1 november",
    "2026-11-04": "3 weeks ago",
    "2026-11-18": "last wednesday",
    "2026-11-20": "last friday | friday last week",
    "2026-11-23": "the day before yesterday | 2 days ago",
    "2026-11-24": "yesterday | ddoe",
    "2026-11-25": "today | Today | heddiw | 25 nov | wed 25 nov 26 | 0 days | in 0 days",
    "2026-11-26": "TOMORROW | yfory | thurs | in 1 day | thu 26/11",
    "2026-11-27": (
        "day after tomorrow | fri | friday | this friday | dydd gwener | gwener | fri 27 nov | "
        "friday 27th November 2026"
    ),
    "2026-11-28": "sat",
    "2026-11-29": "sun",
    "2026-12-01": "1 rhagfyr | tues",
    "2026-12-02": "wednesday | this wed | next wednesday | weds | week today | a week today | in a week | one week",
    "2026-12-03": "week tomorrow",
    "2026-12-04": "next friday | next fri | friday week | a week on friday | friday next week",
    "2026-12-05": "10 days | 10d | in ten days",
    "2026-12-06": "next sunday",
    "2026-12-09": "a fortnight today | in a fortnight",
    "2026-12-16": "in 3 weeks | 3 weeks | 3wks | in 3 weeks' time",
    "2026-12-25": "a month from today",
    "2026-12-31": "31 dec",
    "2027-01-01": "1 jan",
    "2027-01-02": "2 jan",
    "2027-01-06": "three fortnights",
    "2027-01-31": "31 jan",
    "2027-03-23": "23rd march 2027",
    "2027-03-28": "28 mar",
    "2027-03-31": "march 31st",
    "2027-05-04": "4 may | 4may | may 4 | may 4th",
    "2027-05-25": "in 6 months | 6m | 25/5",
    "2027-05-26": "26 may",
    "2027-08-12": "12 awst 27",
    "2027-11-25": "in a year",
    "2028-02-29": "29 feb 28 | 29.2.2028",
    "2028-05-25": "18 months",
    "2029-03-25": "25 march 2029",
    "2031-11-25": "in 5 years | 5 years | 5y | 5 yrs | in five years",
    "2046-02-01": "1 2 46",
    "2199-12-31": "31.12.2199",
}
REFUSED = {
    "Write it as 4 July 2026": "4. Juli 2026 | 4 jly | 4 juyl",
    "does not agree with itself": "fri 4 jul | Mon 4 Jul 2026 | Mon 4 Jul 2027 | mon 4 jul 27",
    "is not a date: write it as 4 July 2026": (
        "Fridays | fortnight | 46 | jul | july | 4 | 04 | 4th | the 4th | next week | last month | "
        "next month | this week | weekend | soon | asap | n/a | tbc | 2026-07 | 4/7/6 | 4/7/226 | "
        "4/7/20266 | 2026-7-4T10:00 | 4 July 2026 10:30 | 10:30 | 4;7;26 | 4+7 | +14 | -3 | 1e5 | 4 ⅶ 2026 | "
        "christmas | good friday | last day | end of june | mid june | early july 2026 | monday monday | "
        "fri fri | 0 | may | in 5 | 5"
    ),
    "Its last is 28 Feb 2026": "29 feb | 30 feb | 2026-02-30 | 29/2",
    "Its last is 28 Feb 2027": "29.2.2027",
    "Its last is 30 Jun 2026": "31 june | 31.6.26 | 310626",
    "Its last is 30 Apr 2026": "31 apr 2026",
    "Its last is 31 Jan 2026": "0.1.26 | 32/1/26",
    "there is no month": "1.0.26 | 13/13/2026 | 9999-99-99 | 2026-13-01 | 00/00/00",
    "For 14 Jul write 14.7.2026": "7/14/2026",
    "For 31 Dec write 31.12.26": "12/31/26",
    "before 1900 or after 2199": "31.12.1899 | 1.1.1850 | 1.1.2200 | 9999 years | 400 years",
    "Write it as 4 February 2026": "4 febuary",
    "Write it as 4 September 2026": "4 septembr",
    "may be": "jul 26 | july 26 | jul 04 | mar 31",
    "has no day:": "jul 79 | july 2026 | 2026 | 7/2026 | 07 2026 | circa 1979 | 1979 | summer 2026",
}
FORMS = [(one, day) for day, forms in UNDERSTOOD.items() for one in forms.split(" | ")]
WRONG = [(one, says) for says, forms in REFUSED.items() for one in forms.split(" | ")]


def test_two_hundred_forms_are_in_the_table():
    assert len(FORMS) + len(WRONG) >= 200


@pytest.mark.parametrize(("words", "day"), FORMS)
def test_dates_are_understood_as_people_write_them(words: str, day: str):
    assert typed(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_what_is_no_date_or_two_is_refused_with_an_example(words: str, says: str):
    with pytest.raises(Refused) as refusal:
        typed(words, TODAY)
    told = refusal.value.why.en
    assert f"“{words}”" in told
    assert says in told
    assert any(one.isdigit() for one in told.replace(words, "")) or "weekday" in told, "nothing shows how to write it"


@pytest.mark.parametrize(
    ("today", "words", "day"),
    [
        ("2026-01-31", "in a month", "2026-02-28"),
        ("2028-01-31", "in a month", "2028-02-29"),
        ("2026-03-31", "a month ago", "2026-02-28"),
        ("2028-02-29", "in 5 years", "2033-02-28"),
        ("2028-02-29", "in 4 years", "2032-02-29"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2027-02-28", "tomorrow", "2027-03-01"),
        ("2026-03-28", "tomorrow", "2026-03-29"),
        ("2026-10-24", "in 2 days", "2026-10-26"),
        ("2026-10-25", "yesterday", "2026-10-24"),
        ("2026-12-31", "1 jan", "2027-01-01"),
        ("2026-01-01", "31 dec", "2025-12-31"),
        ("2027-12-01", "29 feb", "2028-02-29"),
        ("2026-11-27", "friday", "2026-12-04"),
        ("2026-11-28", "friday", "2026-12-04"),
        ("2026-11-29", "next monday", "2026-11-30"),
        ("2026-11-30", "next monday", "2026-12-07"),
        ("2005-06-01", "1.1.26", "1926-01-01"),
        ("2006-06-01", "1.1.26", "2026-01-01"),
        ("2031-06-01", "1.1.51", "2051-01-01"),
    ],
)
def test_short_months_leap_days_turned_clocks_and_centuries(today: str, words: str, day: str):
    assert typed(words, date.fromisoformat(today)) == date.fromisoformat(day)


@given(DAYS)
def test_a_date_that_was_told_can_be_typed_again(day):
    assert typed(spoken(day), TODAY) == day
    assert typed(spoken(day, Language.CY), TODAY) == day
    assert typed(day.isoformat(), TODAY) == day
    assert typed(f"{day:%d%m%Y}", TODAY) == day


@given(DAYS)
def test_a_year_left_out_is_the_nearest(day):
    try:
        near = typed(f"{day.day}/{day.month}", TODAY)
    except Refused:
        assert (day.month, day.day) == (2, 29)
    else:
        assert abs(near - TODAY) <= timedelta(days=366)
        assert (near.day, near.month) == (day.day, day.month)


@given(st.text(max_size=30) | st.text("0123456789 ./-adefijlmnoprstuvy", max_size=14))
def test_whatever_is_typed_is_a_date_or_refused(words):
    with contextlib.suppress(Refused):
        assert isinstance(typed(words, TODAY), date)
