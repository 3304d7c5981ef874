"""What a stranger must know, told from the records of a case."""

from __future__ import annotations

from datetime import date

import pytest

from casework.case import Case
from casework.record import CaseId, Record, RecordId
from casework.summary import (
    at_risk,
    five_lines,
    flat,
    lead_contact,
    meetings,
    open_actions,
    risk_matrix,
)

TODAY = date(2026, 11, 25)


def record(of: str, name: str = "", /, **answers: object) -> Record:
    return Record(RecordId(name or f"{of}-1"), of, None, answers)


def case(*records: Record) -> Case:
    return Case(CaseId("c"), "C-1", records)


PERSON = record("person", surname="Marsh", forenames="Ada", date_of_birth=date(1990, 11, 26))
SCENARIO = record(
    "scenario",
    name="Waits at the door",
    to_whom="The woman next door",
    imminence="now",
    signs="• Flowers\n• A hired car",
)


def lines(*records: Record) -> dict[str, list[str]]:
    return {one.code: [said.words for said in one.says] for one in five_lines(case(*records), TODAY)}


def test_all_five_are_always_there():
    assert list(lines()) == ["who", "why", "harm", "signs", "stops"]
    assert not any(lines().values())


def test_who_tells_name_age_and_place():
    here = record("whereabouts", kind="custody", place="HMP Thornmere", **{"from": date(2026, 1, 1)})
    assert lines(PERSON, here)["who"] == ["Ada Marsh, 35. In custody, HMP Thornmere"]
    assert lines(PERSON)["who"] == ["Ada Marsh, 35"]
    assert lines(record("person", surname="Marsh"))["who"] == ["Marsh"]
    assert lines(here)["who"] == ["In custody, HMP Thornmere"]


def test_why_tells_what_stands_today_with_its_reason():
    old = Record(RecordId("l1"), "level", None, {"level": "2", "criterion": "Old", "from": date(2025, 1, 1)})
    new = Record(RecordId("l2"), "level", None, {"level": "3", "from": date(2026, 1, 1)})
    category = Record(
        RecordId("c1"), "category", None, {"category": "1", "basis": "A\nconviction", "from": date(2025, 1, 1)}
    )
    assert lines(old, new, category)["why"] == ["Category 1: A conviction", "Level 3"]


def test_harm_begins_with_how_soon_and_ends_with_to_whom():
    assert lines(SCENARIO)["harm"] == ["At any time: Waits at the door – the woman next door"]
    assert lines(record("scenario", name="Waits"))["harm"] == ["Waits"]


def test_a_name_keeps_its_capital():
    told = lines(record("scenario", name="Waits", to_whom="Ivy Marl"))["harm"]
    assert told == ["Waits – Ivy Marl"]


def test_signs_are_one_line():
    assert lines(SCENARIO)["signs"] == ["Flowers; A hired car"]
    assert lines(record("scenario", name="Waits"))["signs"] == []


def test_what_stops_it_are_the_measures_against_the_first_scenario_and_its_factors():
    factor = record("factor", scenarios=("scenario-1",))
    against_factor = record("measure", "m1", what="Visit", serves=("factor-1",))
    against_it = record("measure", "m2", what="Ring", serves=("scenario-1",))
    other = record("measure", "m3", what="Other", serves=())
    nameless = record("measure", "m4", serves=("scenario-1",))
    assert lines(SCENARIO, factor, against_factor, against_it, other, nameless)["stops"] == ["Visit", "Ring"]


def test_every_sentence_knows_where_it_stands():
    for line in five_lines(case(PERSON, SCENARIO), TODAY):
        for said in line.says:
            assert said.about in ("person-1", "scenario-1")
            assert said.key


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", ""),
        ("one\ntwo", "one two"),
        ("• one\n• two\n\n- three", "one; two; three"),
        ("Read this:\n• one\n• two", "Read this:; one; two"),
        ("- one", "- one".lstrip("- ")),
    ],
)
def test_flat(words, told):
    assert flat(words) == told


def test_the_matrix_is_of_the_assessment_that_stands():
    old = Record(RecordId("r1"), "rosh", None, {"assessed_on": date(2025, 1, 1), "overall": "low"})
    new = Record(RecordId("r2"), "rosh", None, {"assessed_on": date(2026, 1, 1), "overall": "very_high", "who": "Ivy"})
    found = risk_matrix(case(old, new), TODAY)
    assert [(one.key, one.told) for one in found if one.key in ("overall", "staff")] == [
        ("staff", "Not asked yet"),
        ("overall", "Very high"),
    ]
    assert [one.words for one in at_risk(case(old, new), TODAY)] == ["Ivy"]
    assert risk_matrix(case(), TODAY) == ()
    assert at_risk(case(), TODAY) == ()


def test_open_actions_by_date_those_without_one_last():
    done = record("action", "a1", state="done", due_on=date(2026, 1, 1))
    undated = record("action", "a2")
    later, sooner = (record("action", f"a{n}", due_on=date(2026, 12, n)) for n in (9, 3))
    assert [one.id for one in open_actions(case(done, undated, later, sooner))] == ["a3", "a9", "a2"]


def test_the_meetings_about_today():
    past, today, ahead = (
        record("meeting", f"m{n}", on=day) for n, day in enumerate((date(2026, 11, 1), TODAY, date(2026, 12, 1)))
    )
    assert meetings(case(ahead, past, today, record("meeting", "m9")), TODAY) == (past, today)
    assert meetings(case(), TODAY) == (None, None)


def test_the_lead_answers_the_telephone():
    lead = record("contact", "k2", lead=True, agency="police", name="PC Marl", phone="01632 960000")
    found = lead_contact(case(record("contact", "k1", lead=False), lead))
    assert found is not None
    assert (found.words, found.about) == ("Police, PC Marl, 01632 960000", "k2")
    assert lead_contact(case()) is None
