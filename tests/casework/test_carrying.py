"""What a plan carries over: every sentence and row once, known again as long as its words are the same."""

from dataclasses import replace
from datetime import date

import pytest

from casework.answer import Absent
from casework.carrying import age, digests, items
from casework.case import Case
from casework.record import CaseId, Record, RecordId
from casework.template import plan_templates

TEMPLATE = plan_templates()["level_1_2026_12"]
TODAY = date(2026, 11, 25)


def made(**answers):
    plan = Record(RecordId("p"), "plan", None, {"template": TEMPLATE.code, **answers})
    scenario = Record(RecordId("s"), "scenario", None, {"name": "Befriends a lone mother", "signs": "Toys bought"})
    contact = Record(RecordId("c"), "contact", None, {"name": "PC Threlby", "lead": True})
    return Case(CaseId("1"), "C-1", (plan, scenario, contact))


def test_every_sentence_of_a_long_answer_and_every_row_is_one_item():
    case = made(situation_text="Lives alone. Works days.", situation_changes=Absent.NONE, author="PC Threlby")
    found = items(TEMPLATE, case)
    assert [(one.section.key, one.key, one.words) for one in found] == [
        ("situation", "situation_text", "Lives alone."),
        ("situation", "situation_text", "Works days."),
        ("situation", "situation_changes", "None"),
        ("risk", "", "Befriends a lone mother"),
    ]
    assert ("Warning signs", "Toys bought") in found[-1].says
    assert digests(TEMPLATE, case) == tuple(one.digest for one in found)


def test_what_is_the_same_is_known_again_and_what_is_not_is_not():
    before = digests(TEMPLATE, made(situation_text="Lives alone. Works days. Lives alone."))
    assert len(set(before)) == 4
    after = digests(TEMPLATE, made(situation_text="Works  nights.\nLives alone. Lives alone."))
    assert set(before) & set(after) == {before[0], before[2], before[3]}
    case = made()
    moved = case.replaced(
        replace(one, answers={**one.answers, "signs": "Sweets"}) if one.id == "s" else one for one in case.records
    )
    assert not set(digests(TEMPLATE, case)) & set(digests(TEMPLATE, moved))


@pytest.mark.parametrize(
    ("written", "keeps", "said"),
    [
        (date(2025, 9, 20), 2, "written 14 months ago, kept twice"),
        (date(2026, 11, 24), 0, "written yesterday, never confirmed since"),
        (date(2026, 11, 25), 1, "written today, kept once"),
        (date(2026, 10, 20), 3, "written 36 days ago, kept 3 times"),
        (date(2023, 1, 1), 1, "written 3 years ago, kept once"),
        (None, 1, "kept once"),
    ],
)
def test_the_age_is_told_in_words(written, keeps, said):
    assert age(written, keeps, TODAY).en == said
    assert age(written, keeps, TODAY).cy
