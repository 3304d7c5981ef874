"""Pieces of the parts: cutting, the order of numbers, typed lists, the timeline, dates taken together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.text import Text
from casework.timeline import CUSTODY, ORDER, Bar, Lane
from reports.paper import in_order
from reports.parts.brief import cut
from reports.setting import typed
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from tests.reports.cases import TODAY, case, pack, reckoning, record_id
from tests.reports.printing import told


@given(st.text(), st.integers(40, 400))
def test_a_cut_text_is_the_beginning_of_the_whole(words: str, most: int) -> None:
    kept = cut(words, most)
    assert kept == words or (kept.endswith("…") and words.startswith(kept[:-1]) and len(kept) <= most + 1)


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut("Two agencies must act on one day", 40) == "Two agencies must act on one day"
    assert cut("\n".join("abcdefgh"), 40) == "a…"


def test_numbers_stand_in_the_order_of_their_parts() -> None:
    numbers = ["10.1", "D2.1.10", "3.2.10", "3.2.9", "D2.1.9", "D10", "9.1.2"]
    assert sorted(numbers, key=in_order) == ["3.2.9", "3.2.10", "9.1.2", "10.1", "D2.1.9", "D2.1.10", "D10"]


def test_typed_lines_that_begin_with_bullets_or_numbers_are_lists() -> None:
    blocks = typed("First\n- one\n- -5 degrees\n\n1. come\n2. go\nLast - not least")
    assert [type(one) for one in blocks] == [Prose, Items, Items, Prose]
    assert [item.prose.text for item in blocks[1].items] == ["one", "-5 degrees"]
    assert [item.label for item in blocks[2].items] == ["1.", "2."]


def test_custody_without_an_end_continues_and_an_order_without_one_has_no_fixed_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lanes = (
        Lane(Text("Restraining order"), ORDER, (Bar(date(2019, 3, 8), None, "order", record_id("order")),)),
        Lane(Text("Custody"), CUSTODY, (Bar(date(2026, 1, 1), None, "in custody", record_id("where")),)),
    )
    monkeypatch.setattr("reports.parts.orders.lanes", lambda _case, _reckoning: lanes)
    body = told().body()
    assert (
        "E2 Restraining order\nFri 8 Mar 2019\nno fixed end\nRunning\nCustody\nThu 1 Jan 2026\ncontinues\nRunning"
        in body
    )


def test_a_timeline_of_many_lanes_is_drawn_over_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(
        Lane(Text(f"Order {n}"), ORDER, (Bar(date(2000 + n, 1, 1), date(2001 + n, 1, 1), f"Order {n}", ""),))
        for n in range(70)
    )
    monkeypatch.setattr("reports.parts.orders.lanes", lambda _case, _reckoning: many)
    found = told()
    figures = [line for line in found.tree if "Figure [Timeline" in line]
    assert len(figures) == 3
    assert "Order 69: " in figures[-1]


def test_one_date_of_several_conditions_is_one_row_that_names_them() -> None:
    same = [
        replace(one, on=date(2033, 3, 5), why="The item ends.")
        for one in reckoning().dates
        if one.code == "item.last_day"
    ]
    body = told(case(), dates=tuple(same), due=()).body()
    assert body.count("Last day of the item") == 1
    assert "Last day of the item\nE2.1.1, E2.1.2" in body


def test_what_is_due_after_a_year_follows_in_a_line_each() -> None:
    body = told().body()
    later = body[body.index("Later than a year from today") :]
    assert "Sat 5 Mar 2033\nLast day of the order" in later
    assert str((date(2033, 3, 5) - TODAY).days) not in body
    assert pack().due
