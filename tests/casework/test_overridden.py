"""Dates that a person set: they stand beside the computed ones and are worked to."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Absent, Span
from casework.reckoning import Finding, Reckoning, reckon
from casework.timeline import ITEM, lanes
from tests.casework.made_case import (
    TODAY,
    ban,
    case,
    condition,
    convicted,
    override,
    person,
    record,
    record_id,
    shpo,
)

END = date(2033, 3, 5)


def said(found: Reckoning, code: str) -> Finding:
    (one,) = [one for one in found.findings if one.code == code]
    return one


SET = date(2033, 1, 31)


def test_a_date_set_by_a_person_stands_beside_the_computed_one():
    found = reckon(case(person(), shpo(), override("order.last_day", "order", SET, computed=END)), TODAY)
    (one,) = [one for one in found.dates if one.code == "order.last_day"]
    assert (one.on, one.override, one.working) == (END, SET, SET)
    assert (one.override_by, one.override_reason) == ("A. Keeper", "The sealed order says so.")
    assert "override.look_again" not in {one.code for one in found.findings}


@pytest.mark.parametrize("without", ["reason", "by", "on"])
def test_a_set_date_counts_only_with_day_reason_and_name(without):
    own = override("order.last_day", "order", SET).answered(without, Absent.NOT_ASKED)
    found = reckon(case(person(), shpo(), own), TODAY)
    assert not [one for one in found.dates if one.override]


def test_dates_stand_in_the_order_of_the_days_to_work_to():
    own = override("order.last_day", "order", date(2027, 1, 4), computed=END)
    found = reckon(case(person(), shpo(), ban(), own), TODAY)
    assert [one.working for one in found.dates] == sorted(one.working for one in found.dates)
    assert found.dates[-1].code != "order.last_day"


def test_a_set_date_against_which_the_law_has_moved_wants_a_look():
    own = override("order.last_day", "order", SET, computed=END)
    found = reckon(case(person(), shpo(**{"for": Span(years=9)}), own), TODAY)
    one = said(found, "override.look_again")
    assert (one.about, one.key, one.severity) == (own.id, "on", "warning")
    assert "Sat 5 Mar 2033" in one.message
    assert "Fri 5 Mar 2032" in one.message


def test_a_set_date_that_stands_for_nothing_any_more_wants_a_look():
    own = override("order.last_day", "order", SET, computed=END)
    found = reckon(case(person(), shpo(ends="until_further_order"), own), TODAY)
    assert "no such date any more" in said(found, "override.look_again").message


def test_of_two_readings_the_last_arguable_one_stays_computed():
    travel = record(
        "trip", "event", {"kind": "travel", "departs_on": date(2027, 2, 1), "details_known_on": date(2026, 11, 1)}
    )
    own = override("travel.notice_by", "trip", date(2027, 1, 20), computed=date(2027, 1, 24))
    found = reckon(case(person(), *convicted(), travel, own), TODAY)
    by_limit = {one.limit: one for one in found.dates if one.code == "travel.notice_by"}
    assert (by_limit["target"].on, by_limit["target"].working) == (date(2027, 1, 24), date(2027, 1, 20))
    assert by_limit["outer"].override is None


def test_the_years_are_drawn_with_the_end_to_work_to():
    own = override("item.last_day", "ban", date(2027, 6, 30), computed=date(2028, 3, 5))
    told = case(person(), shpo(), ban(), condition("other"), own)
    drawn = lanes(told, reckon(told, TODAY))
    (item,) = [one for one in drawn if one.kind == ITEM]
    assert item.bars[0].end == date(2027, 6, 30)
    assert item.bars[0].about == record_id("ban")
