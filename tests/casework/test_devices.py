"""Devices: what allows an inspection, when the next is due and why, which conditions are offered first."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Absent
from casework.devices import (
    INSPECT_EVERY,
    allowed_by,
    allowing,
    inspect_every,
    inspections,
    latest,
    suggested,
    to_take_over,
)
from casework.offered import offered
from casework.reckoning import reckon
from casework.record import Record, checked
from casework.refusal import Refused
from tests.casework.made_case import TODAY, case, condition, convicted, person, record, record_id, shpo

DEVICE = {"description": "Laptop", "inspected_on": date(2026, 11, 14), "due_on": date(2026, 12, 1), "found": "Clean"}


def device(name: str = "device", **changed: object) -> Record:
    return record(name, "device", DEVICE | changed)


def inspection(name: str, on: date, **answers: object) -> Record:
    return record(name, "inspection", {"on": on, "found": "Nothing", **answers}, "device")


def test_the_next_inspection_is_as_far_on_as_the_last_two_were_apart():
    two = (inspection("i1", date(2026, 10, 17)), inspection("i2", date(2026, 11, 7)))
    laptop = device(inspected_on=date(2026, 11, 7))
    found = suggested(case(laptop, *two), laptop, TODAY)
    assert found.on == date(2026, 12, 16)
    assert found.why.en == "21 days on, as between the last two, Sat 17 Oct 2026 and Sat 7 Nov 2026."


def test_with_one_inspection_it_is_as_was_set_after_that_and_else_as_the_setting_says():
    found = suggested(case(device()), device(), TODAY)
    assert found.on == date(2026, 12, 12)
    assert found.why.en == "17 days on, as was set after the last, from Sat 14 Nov 2026 to Tue 1 Dec 2026."
    bare = device(inspected_on=Absent.NOT_ASKED, due_on=Absent.UNKNOWN)
    assert suggested(case(bare), bare, TODAY).on == date(2026, 12, 23)
    assert "area's policy" in suggested(case(bare), bare, TODAY).why.en
    assert suggested(case(bare), bare, TODAY, {INSPECT_EVERY: "7"}).on == date(2026, 12, 2)


def test_two_inspections_on_one_day_say_nothing_of_how_often():
    twice = (inspection("i1", date(2026, 11, 14)), inspection("i2", date(2026, 11, 14)))
    found = case(device(), *twice)
    assert inspections(found, device()) == (date(2026, 11, 14),)
    assert suggested(found, device(), TODAY).on == date(2026, 12, 12)


@pytest.mark.parametrize("typed", ["0", "367", "weekly", "-7", "²"])
def test_a_setting_that_is_no_number_of_days_is_refused(typed):
    with pytest.raises(Refused):
        inspect_every({INSPECT_EVERY: typed})


def test_conditions_in_force_that_speak_of_devices_are_offered_first():
    over = shpo("old", made_on=date(2010, 3, 1), until=date(2012, 3, 1), ends="until")
    records = (
        person(),
        *convicted(),
        over,
        condition("gone", "old", text="Using any computer"),
        shpo(),
        condition("zone", text="Entering Eastholme"),
        condition("device", text="Having any device that he has not declared"),
        record("laptop", "device", DEVICE | {"condition": (record_id("gone"),)}),
    )
    whole = case(*records)
    dates = reckon(whole, TODAY).dates
    first = [one.id for one in allowing(whole, dates, TODAY)]
    assert first == [record_id("device"), record_id("zone"), record_id("gone")]
    laptop = records[-1]
    assert [one.id for one in offered(whole, laptop, laptop.shape.get("condition"), dates, TODAY)] == first
    assert allowed_by(whole, laptop, dates, TODAY) == ()
    allowed = laptop.answered("condition", (record_id("device"), record_id("gone")))
    (only,) = allowed_by(whole, allowed, dates, TODAY)
    assert (only.clause.number, only.source.record.id) == (2, record_id("order"))


def test_a_breach_is_offered_only_the_conditions_of_its_own_order_and_what_it_points_at():
    other = shpo("other")
    breach = record("breach", "breach", {"outcome": "suspected"}, "order")
    whole = case(person(), shpo(), other, condition("mine"), condition("theirs", "other"), breach)
    field = breach.shape.get("condition")
    assert [one.id for one in offered(whole, breach, field, (), TODAY)] == [record_id("mine")]
    strayed = breach.answered("condition", record_id("theirs"))
    assert len(offered(whole, strayed, field, (), TODAY)) == 2


def test_what_a_device_tells_of_its_last_inspection_is_taken_over_once():
    assert to_take_over(case(device()), device()) == {"on": date(2026, 11, 14), "found": "Clean"}
    assert to_take_over(case(device()), device(found=Absent.NONE))["found"] is Absent.NONE
    assert to_take_over(case(device()), device(found=""))["found"] is Absent.UNKNOWN
    kept = case(device(), inspection("i1", date(2026, 11, 14)))
    assert to_take_over(kept, device()) == {}


def test_the_latest_search_for_what_was_not_declared_is_known():
    one = inspection("i1", date(2026, 10, 1), looked_for="Router's list")
    two = inspection("i2", date(2026, 11, 1), looked_for=Absent.NONE)
    assert latest(case(device(), one, two), "looked_for") == (date(2026, 10, 1), one)


@pytest.mark.parametrize("key", ["found", "looked_for", "extracted", "by"])
def test_no_bank_card_goes_into_an_inspection(key):
    with pytest.raises(Refused):
        checked("inspection", key, "card 4111 1111 1111 1111")
