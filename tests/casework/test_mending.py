"""Where the chain breaks, and what mends it."""

from __future__ import annotations

from datetime import date

import pytest

from casework.case import Case
from casework.mending import breaks, loose, owner_and_day, strands
from casework.record import CaseId, Record, RecordId
from casework.training_cases import training_cases

TODAY = date(2026, 11, 25)


def record(name: str, kind: str, /, **answers: object) -> Record:
    return Record(RecordId(name), kind, None, answers)


def case(*records: Record) -> Case:
    return Case(CaseId("c"), "C-1", records)


SCENARIO = record("s", "scenario", name="Waits")
FACTOR = record("f", "factor", name="Alone", scenarios=("s",))
MEASURE = record("m", "measure", what="Visit", serves=("f",))
ANSWER = record("k", "contingency", trigger="Seen", scenarios=("s",))


def told(found) -> list[tuple[str, str, str, str]]:
    return [(one.about.id, one.lacks.en, one.kind, one.key) for one in found]


def test_a_chain_that_holds_has_no_breaks():
    assert breaks(case(SCENARIO, FACTOR, MEASURE, ANSWER)) == ()


def test_a_scenario_alone_wants_both():
    assert told(breaks(case(SCENARIO))) == [
        ("s", "no measure", "measure", ""),
        ("s", "no contingency", "contingency", ""),
    ]


def test_what_mends_answers_the_break():
    for one in breaks(case(SCENARIO)):
        made = Record(RecordId("new"), one.kind, None, one.answers)
        assert one not in breaks(case(SCENARIO, made))


def test_a_factor_wants_a_measure_and_a_scenario():
    alone = record("f", "factor", name="Alone")
    assert told(breaks(case(alone))) == [
        ("f", "feeds no scenario", "", "scenarios"),
        ("f", "no measure", "measure", ""),
    ]


def test_a_measure_serves_something_that_is_there():
    lost = record("m", "measure", what="Visit", serves=("gone",))
    assert told(breaks(case(lost))) == [("m", "serves no factor or scenario", "", "serves")]


def test_who_carries_a_measure_and_by_when():
    assert owner_and_day(MEASURE) == ("", None)
    assert owner_and_day(record("m", "measure", owner="PC Marl", due_on=TODAY)) == ("PC Marl", TODAY)


def test_a_strand_holds_everything_of_its_scenario():
    (strand,) = strands(case(SCENARIO, FACTOR, MEASURE, ANSWER))
    assert strand.records == {"s", "f", "m", "k"}
    assert strand.breaks == ()


def test_a_strand_tells_the_breaks_of_its_factors_and_loose_the_rest():
    other = record("g", "factor", name="Apart")
    whole = case(SCENARIO, FACTOR, ANSWER, other)
    (strand,) = strands(whole)
    assert told(strand.breaks) == [("s", "no measure", "measure", ""), ("f", "no measure", "measure", "")]
    assert told(loose(whole)) == [("g", "feeds no scenario", "", "scenarios"), ("g", "no measure", "measure", "")]
    assert len(breaks(whole)) == len(strand.breaks) + len(loose(whole))


@pytest.mark.parametrize("training", training_cases(TODAY), ids=lambda one: one.ref)
def test_the_training_plans_hold(training):
    assert breaks(training.case) == ()
