"""Gaps between interim orders, orders that have just ended, orders without an end."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework.case import Case
from casework.dated import Due
from casework.horizon import alerts
from casework.reckoning import reckon
from casework.record import CaseId, Record, RecordId
from casework.training_cases import training_cases
from casework.watch import necessity_on, watched

TODAY = date(2026, 11, 24)
PERSON = Record(RecordId("p"), "person", answers={"date_of_birth": date(1980, 5, 1)})


def found(*records: Record, today: date = TODAY) -> tuple[Due, ...]:
    case = Case(CaseId("c"), "T-1", (PERSON, *records))
    made = watched(case, reckon(case, today), today)
    assert len(alerts(made, {}, today)) <= len(made)
    return made


def order(name: str, **answers) -> Record:
    return Record(RecordId(name), "order", answers={"court": "Wexmere", "route": "application", **answers})


MAIN = order("main", kind="shpo", applied_on=date(2026, 8, 1))
INTERIM = order(
    "int",
    kind="interim_shpo",
    main_application="main",
    made_on=date(2026, 8, 5),
    ends="until",
    until=date(2026, 11, 20),
)


def test_an_open_application_whose_interim_order_has_ended_is_a_gap():
    codes = {one.code: one for one in found(MAIN, INTERIM)}
    gap = codes["order.interim_gap"]
    assert (gap.on, gap.about, gap.late, gap.kind) == (date(2026, 11, 21), "main", True, "watch")
    assert "court today" in gap.next.en
    assert [one.code for one in found(MAIN, INTERIM, today=date(2026, 11, 20))] == []
    renewed = order(
        "next",
        kind="interim_shpo",
        main_application="main",
        made_on=date(2026, 11, 20),
        ends="until",
        until=date(2027, 1, 5),
    )
    assert "order.interim_gap" not in {one.code for one in found(MAIN, INTERIM, renewed)}
    refused = MAIN.answered("refused_on", date(2026, 11, 19))
    assert "order.interim_gap" not in {one.code for one in found(refused, INTERIM)}
    assert found(MAIN) == ()


def test_an_order_that_has_ended_is_said_for_four_weeks():
    ended = order("o", kind="shpo", made_on=date(2021, 1, 1), ends="until", until=date(2026, 11, 20))
    (one,) = found(ended)
    assert (one.code, one.on) == ("order.just_ended", date(2026, 11, 21))
    assert found(ended, today=date(2026, 12, 18))
    assert not found(ended, today=date(2026, 12, 19))
    assert not found(ended, today=date(2026, 11, 20))


def test_an_order_without_an_end_is_looked_at_every_year():
    endless = order("o", kind="shpo", made_on=date(2020, 3, 1), ends="until_further_order")
    (one,) = found(endless)
    assert (one.code, one.on, one.late) == ("order.necessity_review", date(2026, 3, 1), True)
    (one,) = found(endless.answered("necessity_on", date(2026, 3, 10)))
    assert (one.on, one.late) == (date(2027, 3, 1), False)
    (one,) = found(endless.answered("necessity_on", date(2025, 12, 1)))
    assert one.on == date(2026, 3, 1)
    assert not found(endless.answered("made_on", date(2027, 3, 1)))


@given(st.dates(date(2000, 1, 1), TODAY), st.none() | st.dates(date(2000, 1, 1), TODAY))
def test_the_yearly_look_is_never_more_than_a_year_away_on_either_side(made: date, looked: date | None):
    on = necessity_on(made, looked, TODAY)
    assert abs((on - TODAY).days) <= 366
    assert (on.month, on.day) == (made.month, made.day) or (made.month, made.day) == (2, 29)
    assert on > made
    if looked and looked >= TODAY - timedelta(days=1) and on <= TODAY:
        assert looked < on - timedelta(days=28)


def test_the_training_cases_leave_no_gap():
    for one in training_cases(TODAY):
        assert "order.interim_gap" not in {found.code for found in watched(one.case, reckon(one.case, TODAY), TODAY)}
