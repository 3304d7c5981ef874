"""The self-check: every question points at something, and the answers are the officer's and of this version."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.case import Case
from casework.evidence import checked, evidence
from casework.plan_rules.table import rules
from casework.record import Record, record_kinds
from casework.self_check import GROUPS, Group, Question, questions
from casework.template import plan_templates
from tests.casework.made_case import TODAY, record
from tests.casework.trained import TRAINED, changed, found, plus, without

TEMPLATE = plan_templates()["community_rmp_2026_11"]
KEYS = {f.key for one in plan_templates().values() for f in one.fields()}


@pytest.fixture
def case() -> Case:
    return TRAINED["T-00002"]


def told(case: Case, code: str) -> list[str]:
    return [one.words for one in evidence(questions()[code], case, TEMPLATE, found(case))]


@pytest.mark.parametrize("question", questions().values(), ids=questions())
def test_every_question_points_at_what_there_is(question: Question) -> None:
    assert question.asks.en.endswith("?")
    assert question.asks.cy.endswith("?")
    assert question.source in {"inspection", "practice", "review"}
    assert question.why.en
    for one in question.evidence:
        assert sum(map(bool, (one.kind, one.field, one.rules))) == 1
        assert not one.kind or set(one.where) <= {f.key for f in record_kinds()[one.kind].field}
        assert not one.field or one.field in KEYS
        assert all(any(code.startswith(wanted) for code in rules()) for wanted in one.rules)


def test_the_lessons_of_the_case_reviews_are_all_there() -> None:
    lessons = [code for code, one in questions().items() if one.group is Group.LESSONS]
    assert lessons == ["awareness", "advice", "disengaged", "enforced", "records"]
    assert set(GROUPS) == set(Group)


def test_every_rule_bears_on_a_question() -> None:
    wanted = {code for one in questions().values() for pointer in one.evidence for code in pointer.rules}
    unseen = [
        code for code in rules()
        if not any(code == one or code.startswith(f"{one}.") or (len(one) == 1 and code[0] == one) for one in wanted)
    ]  # fmt: skip
    assert unseen == []


def test_evidence_says_how_many_of_what_day_and_names_no_victim(case: Case) -> None:
    words = told(case, "victims")
    assert f"Victims: {len(case.of('victim'))}" in words
    assert not any(one.words("name") in " ".join(words) for one in case.of("victim") if one.words("name"))
    assert any(one.startswith("Section 11, What victims have said") for one in words)
    assert any(
        one.startswith("Risk of serious harm: ") and "latest of Wed 11 Nov 2026" in one for one in told(case, "harm")
    )


def test_what_is_not_there_is_said_and_leads_to_where_it_is_entered(case: Case) -> None:
    bare = without(case, "statement")
    none = [one for one in evidence(questions()["facts"], bare, TEMPLATE, found(bare)) if not one.there]
    assert [(one.words, one.kind) for one in none] == [
        ("Facts: none entered", "statement"), ("Opinions: none entered", "statement"),
        ("Intelligence: none entered", "statement"),
    ]  # fmt: skip


def test_what_the_rules_find_stands_among_the_evidence(case: Case) -> None:
    vague = changed(case, "contingency", within="ASAP", out_of_hours="999")
    pointed = evidence(questions()["contingency"], vague, TEMPLATE, found(vague))
    rules_told = [(one.words[:2], one.there, one.key) for one in pointed if one.words.startswith("K")]
    assert rules_told == [("K4", False, "within"), ("K5", False, "out_of_hours")]


def test_a_question_that_explains_nothing_is_left_out(case: Case) -> None:
    assert not any("If there is none" in one for one in told(case, "both"))
    assert any(
        "If there is none" in one for one in told(changed(case, "plan", interventions_none="He refuses"), "both")
    )


def answer(name: str, question: str, on: date, said: str = "partly") -> Record:
    return record(name, "self_check", {"question": question, "answer": said, "on": on, "by": "PC Threlby"})


def test_an_answer_counts_for_the_version_in_which_it_was_given(case: Case) -> None:
    since = TODAY - timedelta(days=3)
    given = plus(case, answer("a", "harm", TODAY), answer("b", "soon", since - timedelta(days=1)))
    by_code = {one.question.code: one for one in checked(given, since)}
    assert not by_code["harm"].open
    assert by_code["soon"].stale
    assert by_code["soon"].open
    assert by_code["victims"].answer is None
    assert sum(one.open for one in checked(given, None)) == len(questions()) - 2


def test_the_latest_answer_stands_and_words_alone_are_none(case: Case) -> None:
    twice = plus(case, answer("a", "harm", TODAY, "no"), answer("b", "harm", TODAY, "yes"))
    (found_,) = [one for one in checked(twice, None) if one.question.code == "harm"]
    assert found_.answer is not None
    assert found_.answer["answer"] == "yes"
    words_only = replace(answer("c", "soon", TODAY), answers={"question": "soon", "words": "Perhaps", "on": TODAY})
    assert all(one.open for one in checked(plus(case, words_only), None) if one.question.code == "soon")
