"""A date that a person set stands on paper with who set it and why, beside the computed one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.cases import TODAY, pack, reckoning, record_id
from tests.reports.printing import told

SET = date(2033, 1, 31)


def overridden(on: date) -> dict[str, object]:
    """The pack's dates with the order's last day set by a person."""

    def change(one):
        own = (one.code, one.about) == ("order.last_day", record_id("order"))
        by = {"override": on, "override_reason": "The sealed order says so.", "override_by": "PC Threlby"}
        return replace(one, **by) if own else one

    return {"dates": tuple(change(one) for one in reckoning().dates)}


@pytest.mark.parametrize("document", ["pack", "orders"])
def test_both_days_the_name_and_the_reason_are_printed(document):
    body = told(document=document, **overridden(SET)).body().replace("\u00a0", " ")
    assert "Mon 31 Jan 2033\nset by a person" in body
    assert "Set by PC Threlby in place of the computed Sat 5 Mar 2033: The sealed order says so." in body
    assert "The sum for order.last_day" in body


def test_a_computed_date_says_nothing_of_a_person():
    assert "set by a person" not in told().body()


def test_a_set_day_that_is_over_still_tells_of_both():
    made = pack(**overridden(date(2026, 1, 4)))
    family = {"dates": tuple(one for one in made.dates if one.override)}
    other = tuple(replace(one, about=record_id("person")) for one in family["dates"])
    body = told(dates=other).body().replace("\u00a0", " ")
    assert "Sun 4 Jan 2026" in body
    assert "in place of the computed Sat 5 Mar 2033" in body
    assert made.today == TODAY


def test_like_dates_stand_apart_once_one_of_them_is_set():
    like = tuple(replace(one, why="The sum") for one in reckoning().dates if one.code == "item.last_day")
    one = replace(
        like[0], on=date(2028, 3, 5), override=date(2028, 3, 5), override_by="A. Keeper", override_reason="So."
    )
    body = told(document="orders", dates=(one, like[1])).body()
    assert body.count("Last day of the item") >= 2
    assert body.count("Set by A. Keeper") == 1
