"""The rules of a plan, each met and not met; what is told as missing is not told twice; warnings set aside."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.answer import Absent, Answer
from casework.case import Case
from casework.plan_rules.check import READERS
from casework.plan_rules.table import rules
from casework.record import Record, record_kinds
from casework.template import plan_templates
from tests.casework.made_case import TODAY, convicted, person, record
from tests.casework.trained import HELD, TRAINED, changed, codes, found, plus, without


@pytest.fixture
def case() -> Case:
    return TRAINED["T-00002"]


# the table


def test_every_rule_has_a_reader_and_every_reader_a_rule() -> None:
    assert list(READERS) == sorted(READERS, key=list(rules()).index)
    assert set(READERS) == set(rules())


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_rule_is_whole(rule) -> None:
    assert rule.name.en
    assert rule.name.cy
    assert rule.basis
    assert rule.says.en.endswith((".", "?"))
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(rule.says.en))
    plan_keys = {f.key for one in plan_templates().values() for section in one.section for f in section.field}
    for place in rule.reads:
        kind, _, key = place.partition(".")
        assert record_kinds()[kind].get(key) or (kind == "plan" and key in plan_keys), place


@pytest.mark.parametrize("ref", TRAINED)
def test_the_training_plans_meet_every_rule(ref: str) -> None:
    assert [(one.rule.code, one.says.en) for one in found(TRAINED[ref]) if not one.note] == []


# generic text fails by name, wherever it stands


@pytest.mark.parametrize(("kind", "key"), [("contingency", "action"), ("measure", "what"), ("action", "what")])
def test_monitor_and_recall_if_needed_fails_three_named_checks(case: Case, kind: str, key: str) -> None:
    at = next(n for n, one in enumerate(case.of(kind)) if one["state"] not in ("done", "not_done"))
    told = [one for one in found(changed(case, kind, at, **{key: "monitor and recall if needed"})) if one.key == key]
    assert {"G1", "G2", "G3"} <= {one.rule.code for one in told}
    assert {one.rule.name.en for one in told} >= {"Nothing to carry out", "Left open", "Response without a point"}
    assert {one.about for one in told} == {case.of(kind)[at].id}


def test_a_generic_contingency_fails_part_by_part(case: Case) -> None:
    poor = {
        "trigger": "If risk escalates", "noticed_by": "All agencies", "owner": "Police", "within": "As soon as possible",
        "out_of_hours": "999", "action": "Contact the police and consider recall",
    }  # fmt: skip
    assert set(codes(changed(case, "contingency", **poor))) == {"K1", "K2", "K3", "K4", "K5", "G1", "G2", "G3"}


def test_a_part_not_known_keeps_the_plan_from_being_agreed(case: Case) -> None:
    told = found(changed(case, "contingency", out_of_hours=Absent.UNKNOWN))
    assert [(one.rule.code, one.key, one.hard) for one in told] == [("K6", "out_of_hours", True)]


def test_a_frequency_may_stand_in_either_field(case: Case) -> None:
    assert "G4" not in codes(
        changed(case, "measure", what="Regular visits at home by two officers", often="Fortnightly")
    )
    vague = changed(case, "measure", what="Regular visits at home by two officers", often="Ongoing")
    assert [one.key for one in found(vague, "G4")] == ["what", "often"]


# one rule after the other


def level(name: str, level_: str, since: date, **also: Answer) -> Record:
    told: dict[str, Answer] = {
        "level": level_,
        "criterion": "Two agencies on one day",
        "from": since,
        "decided_by": "Chair",
    }
    return record(name, "level", told | also)


NOT_MET = {
    "V1.1 ended": ("V1.1", lambda c: changed(c, "level", -1, ended_on=TODAY)),
    "V1.2": ("V1.2", lambda c: plus(c, level("more", "2", TODAY - timedelta(days=3)))),
    "V1.3": ("V1.3", lambda c: changed(c, "category", -1, decided_by=Absent.NOT_ASKED)),
    "V2": ("V2", lambda c: changed(changed(c, "category", -1, category="3"), "level", -1, level="1")),
    "V3.1": ("V3.1", lambda c: without(without(without(c, "conviction"), "order"), "notification")),
    "V3.2": ("V3.2", lambda c: changed(without(c, "licence"), "category", -1, category="2")),
    "V3.3": ("V3.3", lambda c: without(changed(c, "category", -1, category="3"), "conviction")),
    "V3.4": ("V3.4", lambda c: changed(c, "category", -1, category="4", basis=Absent.UNKNOWN)),
    "V4": ("V4", lambda c: changed(c, "category", -1, ended_on=TODAY + timedelta(days=60))),
    "V5": ("V5", lambda c: changed(c, "level", -1, criterion=Absent.UNKNOWN)),
    "V6": ("V6", lambda c: changed(c, "level", -1, decided_by=Absent.UNKNOWN)),
    "V7": ("V7", lambda c: changed(c, "rosh", -1, overall="low")),
    "V8.3": ("V8.3", lambda c: plus(c, record("lic", "licence", {"kind": "determinate", "starts_on": date(2026, 5, 1)}))),
    "V8.4": ("V8.4", lambda c: changed(c, "plan", review_on=Absent.UNKNOWN)),
    "P1": ("P1", lambda c: changed(c, "plan", signoff_author_on=date(2026, 1, 1))),
    "P2": ("P2", lambda c: changed(c, "plan", review_on=date(2026, 1, 1))),
    "V10.1": ("V10.1", lambda c: plus(c, record("s", "scenario", {"name": "Something else"}))),
    "V10.2": ("V10.2", lambda c: plus(c, record("f", "factor", {"name": "Debt"}))),
    "C1": ("C1", lambda c: plus(c, record("s", "scenario", {"name": "Something else"}))),
    "C2": ("C2", lambda c: changed(c, "measure", serves=("gone",))),
    "C3": ("C3", lambda c: plus(c, record("f", "factor", {"name": "Debt", "scenarios": ("gone",)}))),
    "R1": ("R1", lambda c: changed(c, "measure", restricts=True, proportionate=Absent.NOT_ASKED)),
    "R2": ("R2", lambda c: changed(c, "measure", restricts=True, not_less=Absent.UNKNOWN)),
    "R3": ("R3", lambda c: changed(c, "measure", restricts=True, until_when=Absent.UNKNOWN)),
    "R4": ("R4", lambda c: changed(c, "measure", restricts=True, not_less="Necessary and proportionate.")),
    "R5": ("R5", lambda c: changed(c, "measure", 3, restricts=False)),
    "V9.1": ("V9.1", lambda c: changed(c, "action", -1, state="open", what="Regular contact with the school")),
    "V9.2": ("V9.2", lambda c: changed(c, "action", -1, state="open", owner=Absent.UNKNOWN)),
    "V9.3": ("V9.3", lambda c: changed(c, "action", -1, state="open", due_on=Absent.UNKNOWN)),
    "V9.4": ("V9.4", lambda c: changed(c, "action", -1, state="open", agency=Absent.UNKNOWN)),
    "V9.5": ("V9.5", lambda c: changed(c, "action", -1, state="open", serves=())),
    "V9.6": ("V9.6", lambda c: changed(c, "action", -1, state="open", owner="Offender manager")),
    "V13": ("V13", lambda c: changed(c, "disclosure", decision="disclose", undertaking=Absent.UNKNOWN)),
    "V14 none": ("V14", lambda c: without(c, "meeting")),
    "V20": ("V20", lambda c: plus(c, record("b", "breach", {"outcome": "cautioned", "happened": "x"}, "o"))),
    "V22": ("V22", lambda c: plus(c, record("t", "tool", {"tool": "RSR", "band": "Very high", "score": "7.2"}))),
    "V23": ("V23", lambda c: plus(c, record("st", "statement", {"kind": "fact", "words": "A van", "may_go": "person"}))),
    "V25": ("V25", lambda c: changed(
        plus(c, record("a", "address", {"lines": "77 Secret Lane, Marrowby", "type": "proposed", "approved": False})),
        "plan", situation_text="Hopes for 77 secret lane.",
    )),
    "V26": ("V26", lambda c: changed(c, "factor", evidence="Word " * 400)),
    "V27": ("V27", lambda c: changed(
        plus(c, record("v", "victim", {"reference": "Victim Q", "name": "Zeb Canarybird"})), "factor",
        evidence="He wrote to Zeb  Canarybird twice",
    )),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_MET)
def test_what_is_not_met_is_found(case: Case, name: str) -> None:
    code, change = NOT_MET[name]
    told = found(change(case), code)
    assert told
    assert all(one.rule.severity is rules()[code].severity for one in told)
    assert all("{" not in one.says.en for one in told)


def test_each_rule_is_tried_here() -> None:
    elsewhere = {
        "V8.1",
        "V8.2",
        "V11",
        "S1",
        "V16",
        "V17",
        "V28",
        "G1",
        "G2",
        "G3",
        "G4",
        "K1",
        "K2",
        "K3",
        "K4",
        "K5",
        "K6",
    }
    assert {code for code, _ in NOT_MET.values()} | elsewhere == set(rules())


def test_an_empty_pillar_and_no_protection_are_told_once_as_missing(case: Case) -> None:
    bare = without(without(case, "measure"), "protective")
    assert not {"V8.1", "V8.2", "V11"} & set(codes(without(bare, "contingency")))
    plan = bare.one("plan")
    unknown = {"protective_none": "Looked with his sister and at work", "interventions_none": Absent.UNKNOWN}
    reasoned = bare.replaced(
        replace(one, answers={**one.answers, **unknown}) if one.id == plan.id else one for one in bare.records
    )
    assert "V11" not in codes(reasoned)


def test_held_before_release_wants_level_meeting_and_report() -> None:
    assert not {"V16", "V28"} & set(codes(HELD))
    silent = HELD.replaced(one for one in HELD.records if not (one.kind == "action" and "report" in one.words("what")))
    assert {"V16", "V28"} <= set(codes(silent))
    assert "V16" in codes(without(HELD, "meeting"))


def test_the_day_of_handover_is_told_with_its_formula_and_is_nothing_to_mend() -> None:
    (told,) = found(HELD, "V17")
    assert not told.open
    assert "8 months and 14 days before release (standard determinate sentence)" in told.says.en
    assert "on Thu 10 Sep 2026, a day that has passed: " in told.says.en
    assert "Counted from release on Mon 24 May 2027, Level 2" in told.says.en
    assert "15 months before release" in found(changed(HELD, "level", -1, level="3"), "V17")[0].says.en
    assert found(TRAINED["T-00001"], "V17") == ()


def test_a_meeting_later_than_usual_is_told_with_its_weeks(case: Case) -> None:
    late = plus(
        without(case, "meeting"),
        record("m1", "meeting", {"level": "3", "on": TODAY - timedelta(weeks=4)}),
        record("m2", "meeting", {"level": "3", "on": TODAY + timedelta(weeks=4)}),
    )
    level_now = case.current("level", TODAY)
    assert level_now is not None
    weeks = {"2": [], "3": ["comes 8 weeks after the last"]}[str(level_now["level"])]
    assert [words for words in weeks if not any(words in one.says.en for one in found(late, "V14"))] == []
    assert found(late, "V14", {"meeting.warn.3": "8"}) == ()


def test_a_mild_case_is_left_alone() -> None:
    """A Level 1 case with one conviction and no plan yet wants its plan, and no meeting."""
    told = codes(Case("c" * 16, "C-1", (person(), *convicted(), level("l", "1", date(2024, 1, 1)), record(
        "c1", "category", {"category": "1", "basis": "Conviction", "from": date(2023, 1, 9), "decided_by": "By law"},
    ))))  # fmt: skip
    assert [one for one in told if one.startswith(("V1.", "V2", "V3", "V5", "V6", "V14", "V16"))] == []
