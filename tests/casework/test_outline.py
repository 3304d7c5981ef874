"""A plan as running text holds every answer, in the order of its sections."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Absent
from casework.case import Case
from casework.outline import outline, rows_lead
from casework.record import CaseId, Record, RecordId, is_given, title
from casework.template import plan_templates
from casework.training_cases import training_cases

TODAY = date(2026, 11, 25)
TEMPLATE = plan_templates()["community_rmp_2026_11"]


def empty(**answers: object) -> Case:
    plan = Record(RecordId("p"), "plan", None, {"template": TEMPLATE.code, **answers})
    return Case(CaseId("c"), "C-1", (plan,))


def section(case: Case, key: str):
    return next(one for one in outline(TEMPLATE, case, TODAY) if one.section.key == key)


@pytest.mark.parametrize("training", training_cases(TODAY), ids=lambda one: one.ref)
def test_every_answer_of_the_plan_and_every_row_is_told(training):
    case = training.case
    told = outline(TEMPLATE, case, TODAY)
    said = "\n".join(words for one in told for block in one.blocks for _, words in block.says)
    plan = case.one("plan")
    for asked in (f for one in TEMPLATE.section for f in one.field if is_given(plan[f.key])):
        assert asked.told(plan[asked.key], linked=case.titled) in said
    headings = [block.heading for one in told for block in one.blocks]
    for measure in case.of("measure"):
        assert title(measure, linked=case.titled) in headings


def test_what_is_not_answered_says_so():
    block = section(empty(), "view").blocks[0]
    assert (block.says, block.given) == ((("", "Not asked yet"),), False)
    block = section(empty(view_words=Absent.UNKNOWN), "view").blocks[0]
    assert (block.says, block.given) == ((("", "Not known"),), True)


def test_a_section_that_is_not_needed_and_holds_nothing_is_left_out():
    keys = [one.section.key for one in outline(TEMPLATE, empty(), TODAY)]
    assert "release" not in keys
    assert "digital" not in keys
    assert "release" in [one.section.key for one in outline(TEMPLATE, empty(release_stage="settled"), TODAY)]


def test_the_reason_for_nothing_stands_only_where_it_is_given():
    assert "protective_none" not in [block.key for block in section(empty(), "protective").blocks]
    told = section(empty(protective_none="Asked his sister."), "protective")
    assert [block.key for block in told.blocks] == ["protective_none"]


def test_a_dated_row_that_stands_is_told_without_those_before_it():
    case = training_cases(TODAY)[1].case
    assert len(case.of("level")) > 1
    levels = [block for block in section(case, "header").blocks if case.get(block.record).kind == "level"]
    assert [block.record for block in levels] == [case.current("level", TODAY).id]


def test_rows_come_first_where_the_section_is_about_them():
    lead = {one.key for one in TEMPLATE.section if rows_lead(one)}
    assert {"scenarios", "factors", "supervision", "contingency", "disclosure"} <= lead
    assert not {"header", "situation", "view", "review", "signoff"} & lead


def test_the_numbers_are_those_of_the_template():
    for one in outline(TEMPLATE, training_cases(TODAY)[0].case, TODAY):
        assert TEMPLATE.section[one.number - 1] is one.section
