"""Findings about a plan: what rests on no fact, bands of tools, a victim's name, warnings set aside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.answer import Absent, Answer
from casework.case import Case
from casework.plan_rules.check import blocking, waiver_for
from casework.plan_rules.table import Weight
from casework.plan_rules.tools import tool_of
from casework.record import Record
from tests.casework.made_case import TODAY, record
from tests.casework.trained import TRAINED, changed, codes, found, plus, without


@pytest.fixture
def case() -> Case:
    return TRAINED["T-00002"]


# facts, opinions, intelligence


def statement(name: str, kind: str, about: Record) -> Record:
    told: dict[str, Answer] = {
        "kind": kind, "words": "Seen at the gate", "agency": "police", "source": "Log", "learned_on": TODAY,
        "may_go": "agencies", "supports": (about.id,), "source_grade": "2", "information_grade": "c", "handling": "p",
    }  # fmt: skip
    return record(name, "statement", told)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["opinion"], "opinion alone"),
        (["intelligence"], "intelligence alone"),
        (["opinion", "intelligence"], "opinion and intelligence alone"),
        (["opinion", "fact"], ""),
        ([], ""),
    ],
)
def test_a_scenario_that_rests_on_no_fact_is_said(case: Case, kinds: list[str], said: str) -> None:
    bare = without(case, "statement")
    about = bare.of("scenario")[0]
    told = found(plus(bare, *(statement(f"st{n}", kind, about) for n, kind in enumerate(kinds))), "S1")
    assert [said in one.says.en for one in told] == ([True] if said else [])
    assert all(one.answers == {"supports": (about.id,)} for one in told)


# tools


@pytest.mark.parametrize(
    ("tool", "score", "band", "amiss"),
    [
        ("OVP", "64 %", "High", False),
        ("OVP", "64 %", "Medium", True),
        ("OVP version 2", "120", "High", True),
        ("RSR", "2.4", "Very high", True),
        ("CSRP", "7.2", "Very high", False),
        ("OSP/DC", "31 points", "High: contact", False),
        ("DASH", "19 of 24", "High", False),
        ("DASH", "19 of 24", "Severe", True),
        ("Structured judgement of our own", "9", "Purple", False),
        ("SARA version 3", Absent.NONE, "High: case priority", False),
        ("Ovprime", "900", "Purple", False),
    ],
)
def test_a_band_belongs_to_its_tool(case: Case, tool: str, score: Answer, band: str, amiss: bool) -> None:
    told = found(plus(case, record("t", "tool", {"tool": tool, "score": score, "band": band})), "V22")
    assert bool(told) is amiss


def test_bands_from_memory_say_so(case: Case) -> None:
    told = found(plus(case, record("t", "tool", {"tool": "ARMS", "band": "Severe"})), "V22")
    assert "from memory" in told[0].says.en
    assert tool_of("ARMS 2") is not None
    assert tool_of("") is None


# a victim's name


def test_the_sentence_about_a_victims_name_does_not_repeat_it(case: Case) -> None:
    victim = record("v", "victim", {"reference": "Victim Q", "name": "Zeb Canarybird"})
    told = found(changed(plus(case, victim), "factor", evidence="He wrote to Zeb  Canarybird twice"), "V27")
    assert [one.hard for one in told] == [True]
    assert "Canarybird" not in told[0].says.en
    assert "Victim Q" in told[0].says.en


# set aside


def test_a_warning_set_aside_stays_so_until_what_stood_there_changes(case: Case) -> None:
    vague = changed(case, "action", -1, state="open", owner="Offender manager")
    (warned,) = found(vague, "V9.6")
    assert warned.open
    waiver = record("w", "waiver", waiver_for(warned, vague, "He is the only one in the team", "PC Threlby", TODAY))
    (told,) = found(plus(vague, waiver), "V9.6")
    assert not told.open
    assert told.waiver == waiver
    (again,) = found(changed(plus(vague, waiver), "action", -1, owner="The COM"), "V9.6")
    assert again.open


def test_a_hard_rule_cannot_be_set_aside(case: Case) -> None:
    unknown = changed(case, "contingency", out_of_hours=Absent.UNKNOWN)
    (blocked,) = found(unknown, "K6")
    waiver = record("w", "waiver", waiver_for(blocked, unknown, "No", "PC Threlby", TODAY))
    (told,) = found(plus(unknown, waiver), "K6")
    assert told.open
    assert blocking(found(plus(unknown, waiver))) == (told,)


def test_the_hard_ones_come_first(case: Case) -> None:
    both = changed(changed(case, "contingency", within="ASAP"), "contingency", 1, owner=Absent.UNKNOWN)
    assert [one.hard for one in found(both)] == [True, False]
    assert {one.rule.severity for one in found(both)} == {Weight.HARD, Weight.SOFT}


def test_what_a_section_tells_as_missing_is_not_told_twice(case: Case) -> None:
    gone = case.of("measure")[0]
    bare = replace(gone, answers={key: one for key, one in gone.answers.items() if key != "owner"})
    assert "V9.2" not in codes(case.replaced(bare if one.id == gone.id else one for one in case.records))
    assert "V9.2" in codes(changed(case, "measure", owner=Absent.UNKNOWN))


def test_a_finding_names_the_section_in_which_it_is_mended(case: Case) -> None:
    spoiled = changed(changed(case, "contingency", within="ASAP"), "plan", contingency_night="Monitor risk")
    assert {(one.rule.code, one.section) for one in found(spoiled)} == {("K4", "contingency"), ("G1", "contingency")}
    assert [one.section for one in found(without(case, "meeting"), "V14")] == [""]
    person_away = changed(case, "action", -1, state="open", owner="Offender manager")
    assert [one.section for one in found(person_away, "V9.6")] == [""]
