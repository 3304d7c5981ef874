"""The years of a case: which lanes there are, from when to when."""

from __future__ import annotations

from datetime import date

from casework.answer import Absent, Span
from casework.case import Case
from casework.reckoning import reckon
from casework.record import Record
from casework.timeline import CUSTODY, ITEM, LICENCE, NOTIFICATION, ORDER, Lane, endless, lanes, state
from casework.training_cases import training_cases
from tests.casework.made_case import TODAY, ban, case, condition, convicted, person, record, record_id, shpo

CASES = {one.ref: one.case for one in training_cases(TODAY)}


def drawn(told: Case) -> tuple[Lane, ...]:
    return lanes(told, reckon(told, TODAY))


def stretches(told: Case, kind: str) -> list[tuple[date, date | None]]:
    return [(bar.start, bar.end) for lane in drawn(told) if lane.kind == kind for bar in lane.bars]


def test_the_training_case_has_its_lanes_in_order():
    assert [lane.kind for lane in drawn(CASES["T-00002"])] == [ORDER, ITEM, NOTIFICATION, CUSTODY]
    assert [lane.kind for lane in drawn(CASES["T-00001"])] == [ORDER, CUSTODY]
    assert LICENCE in [lane.kind for lane in drawn(CASES["T-00003"])]


def test_every_bar_ends_no_earlier_than_it_starts_and_is_of_a_record():
    for told in CASES.values():
        known = {one.id for one in told.records}
        for lane in drawn(told):
            assert lane.bars
            assert lane.label.en
            for bar in lane.bars:
                assert bar.end is None or bar.start <= bar.end
                assert bar.words
                assert bar.about in known


def test_an_order_without_fixed_end_runs_on():
    assert stretches(case(person(), shpo(ends="until_further_order")), ORDER) == [(date(2023, 3, 6), None)]


def test_a_condition_of_its_own_length_has_its_own_lane():
    told = case(person(), shpo(), ban(), condition("same"), condition("short", ends="for", **{"for": Span(years=6)}))
    assert stretches(told, ITEM) == [
        (date(2023, 3, 6), date(2028, 3, 5)),
        (date(2023, 3, 6), date(2029, 3, 5)),
    ]


def test_an_order_that_is_not_dated_is_not_drawn():
    assert not drawn(case(person(), shpo(made_on=Absent.UNKNOWN)))


def caution(name: str, on: date) -> tuple[Record, Record]:
    told = {"summary": "Caution", "kind": "caution", "relevant_date": on, "offence_on": on}
    return record(name, "conviction", told), record(f"{name}c", "count", {"offence": "x", "schedule_3": "yes"}, name)


def test_notification_is_drawn_for_the_years_in_which_it_ran():
    told = case(person(), *caution("one", date(2010, 5, 4)), *convicted())
    assert stretches(told, NOTIFICATION) == [(date(2010, 5, 4), date(2012, 5, 3)), (date(2023, 1, 9), None)]


def test_stretches_that_run_into_one_another_are_one():
    told = case(person(), *caution("one", date(2010, 5, 4)), *caution("two", date(2012, 5, 4)))
    assert stretches(told, NOTIFICATION) == [(date(2010, 5, 4), date(2014, 5, 3))]
    inside = case(person(), *caution("one", date(2010, 5, 4)), *caution("two", date(2010, 9, 1)))
    assert stretches(inside, NOTIFICATION) == [(date(2010, 5, 4), date(2012, 8, 31))]


def test_notification_under_an_order_runs_as_long_as_the_order():
    assert stretches(case(person(), shpo(route="application", applied_on=date(2023, 2, 1))), NOTIFICATION) == [
        (date(2023, 3, 6), date(2033, 3, 5))
    ]


def test_custody_is_drawn_stay_by_stay():
    def held(name: str, start: date, end: date | None) -> Record:
        told = {"kind": "custody", "place": "HMP Thornmere", "from": start} | ({"ended_on": end} if end else {})
        return record(name, "whereabouts", told)

    told = case(person(), held("one", date(2020, 1, 1), date(2021, 1, 1)), held("two", date(2025, 1, 1), None))
    assert stretches(told, CUSTODY) == [(date(2020, 1, 1), date(2021, 1, 1)), (date(2025, 1, 1), None)]
    assert drawn(told)[0].bars[0].words == "In custody, HMP Thornmere"
    assert drawn(told)[0].bars[1].about == record_id("two")


def test_an_end_that_does_not_follow_from_what_is_entered_is_not_told_as_none():
    bare = case(
        person(),
        shpo(made_on=date(2023, 3, 6), convicted_on=Absent.UNKNOWN, statute=Absent.UNKNOWN, route=Absent.UNKNOWN),
    )
    for_ever = case(person(), *convicted(), shpo(ends="until_further_order"))
    for told, said in ((bare, "end not known"), (for_ever, "no fixed end")):
        (lane,) = [one for one in drawn(told) if one.kind == ORDER]
        assert lane.bars[0].end is None
        assert endless(lane, lane.bars[0]).en == said


def test_each_bar_has_a_state_in_words():
    told = CASES["T-00002"]
    found = {(lane.kind, state(reckon(told, TODAY), lane, bar).en) for lane in drawn(told) for bar in lane.bars}
    assert found == {
        (ORDER, "In force; Varied"), (ITEM, "Running"), (NOTIFICATION, "Over"), (NOTIFICATION, "Running"), (CUSTODY, "Over"),
    }  # fmt: skip
