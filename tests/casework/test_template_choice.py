"""Which template is suggested and why, and what a plan keeps under another one."""

from __future__ import annotations

from datetime import date

import pytest

from casework.case import Case
from casework.record import CaseId, Record, RecordId
from casework.template import fields_of, plan_templates, published
from casework.template_choice import offered, suggested
from casework.template_move import move
from casework.training_cases import training_cases

TODAY = date(2026, 11, 25)


def case_of(*records: tuple[str, dict]) -> Case:
    return Case(
        CaseId("c"),
        "C-00001",
        tuple(Record(RecordId(str(n)), kind, None, said) for n, (kind, said) in enumerate(records)),
    )


def told(case: Case) -> list[tuple[str, str]]:
    return [(one.template.code, one.because.en) for one in suggested(case, offered(published()), TODAY)]


LEVEL_2 = ("level", {"level": "2", "from": date(2026, 1, 1)})
CATEGORY_1 = ("category", {"category": "1", "from": date(2026, 1, 1)})


def index(summary: str) -> tuple[str, dict]:
    return ("conviction", {"index": True, "summary": summary})


@pytest.mark.parametrize(
    ("records", "codes"),
    [
        ((), []),
        ((LEVEL_2,), ["community_rmp_2026_12"]),
        ((("level", {"level": "1", "ended_on": date(2026, 2, 1)}),), []),
        (
            (LEVEL_2, CATEGORY_1, index("Making indecent images of children")),
            ["online_2026_12", "community_rmp_2026_12"],
        ),
        ((LEVEL_2, index("Making indecent images of children")), ["community_rmp_2026_12"]),
        ((index("Wounding his former partner"),), ["domestic_abuse_2026_12"]),
        ((("order", {"kind": "dapo"}), ("level", {"level": "3"})), ["domestic_abuse_2026_12", "level_3_2026_12"]),
        ((("category", {"category": "4"}),), ["terrorism_2026_12"]),
        ((("person", {"date_of_birth": date(2009, 1, 1)}),), ["youth_2026_12"]),
        ((("person", {"date_of_birth": date(2008, 11, 25)}),), []),
        ((("whereabouts", {"kind": "custody"}),), ["release_2026_12"]),
    ],
)
def test_a_template_is_suggested_by_the_facts(records: tuple, codes: list[str]) -> None:
    assert [code for code, _ in told(case_of(*records))] == codes


def test_the_reason_names_the_word_that_was_read() -> None:
    assert told(case_of(CATEGORY_1, index("Sexual talk online with a child"))) == [
        ("online_2026_12", "Category 1, and the index offence speaks of “online”.")
    ]


def test_a_new_plan_is_offered_the_newest_edition_of_each_and_no_sheet() -> None:
    codes = [one.code for one in offered(published())]
    assert "community_rmp_2026_12" in codes
    assert not {"community_rmp_2026_11", "out_of_hours_2026_12"} & set(codes)


@pytest.mark.parametrize("code", [one.code for one in offered(published())])
def test_nothing_of_a_plan_is_lost_under_another_template(code: str) -> None:
    case = next(one.case for one in training_cases(TODAY) if one.case.ref == "T-00002")
    plan, template = case.one("plan"), plan_templates()[code]
    found = move(case, template)
    given = {key for key, answer in plan.answers.items() if key != "template" and answer}
    asked = {one.key for one in template.fields()}
    assert {one.key for one in found.unplaced if one.key} == {one for one in given if one not in asked}
    assert all(one.said and one.label.en for one in found.unplaced if one.key)
    assert found.kept >= 10


def test_records_that_no_section_shows_are_named() -> None:
    case = next(one.case for one in training_cases(TODAY) if one.case.ref == "T-00002")
    rows = {one.kind: one.count for one in move(case, plan_templates()["level_1_2026_12"]).unplaced if one.kind}
    assert rows["device"] == len(case.of("device")) > 0
    assert "scenario" not in rows


def test_a_plan_knows_the_questions_of_its_template_alone() -> None:
    keys = {one.key for one in fields_of(Record(RecordId("p"), "plan", None, {"template": "level_1_2026_12"}))}
    assert "information_asked" in keys
    assert "tools_together" not in keys
