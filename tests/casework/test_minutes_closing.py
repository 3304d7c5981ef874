"""What keeps a meeting from being closed, what must not stand in the open minutes, and what closing writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from casework.answer import Answer
from casework.case import Case
from casework.meetings.closing import blocking, lacking
from casework.meetings.corrections import before_it, decided_at
from casework.meetings.outcome import outcome
from casework.meetings.quorum import authority, short_of
from casework.meetings.restricted import refuses
from casework.record import Record
from tests.casework.made_case import TODAY, record
from tests.casework.trained import TRAINED, plus

MEETING: dict[str, Answer] = {
    "level": "3", "number": 4, "on": TODAY, "place": "Room 1", "chair": "Superintendent Adaeze Morland",
    "chair_agency": "police", "statement_shown_at": datetime(2026, 11, 25, 10, 2), "rosh": "very_high",
    "rosh_reason": "Grievance unchanged", "disclosure_decision": "no", "disclosure_reason": "Ms E knows already",
    "level_decision": "3", "level_reason": "Two counties must act", "critical": False, "register_updated": "PC Ellerton",
    "next_on": date(2026, 12, 30),
}  # fmt: skip
HERE: dict[str, Answer] = {"agency": "police", "name": "PC Marcus Ellerton", "as": "core", "attended": "present"}
ACTION: dict[str, Answer] = {
    "what": "Ring Ms E", "owner": "PC Marcus Ellerton", "agency": "police", "due_on": TODAY, "state": "open",
}  # fmt: skip


def sat(ref: str = "T-00001", *also: Record, **changed: Answer) -> tuple[Case, Record]:
    meeting = record("sat", "meeting", MEETING | changed)
    came = [record(f"here-{one}", "invitee", HERE | {"agency": one}, "sat") for one in ("police", "probation", "idva")]
    return plus(TRAINED[ref], meeting, *came, *also), meeting


def said(case: Case, meeting: Record) -> list[tuple[str, str, str]]:
    return [(one.rule, one.item, one.key) for one in blocking(lacking(case, meeting, {}))]


def test_a_whole_meeting_can_be_closed() -> None:
    assert said(*sat()) == []


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({"disclosure_decision": ""}, ("V12", "disclosure", "disclosure_decision")),
        ({"disclosure_reason": "  "}, ("V12", "disclosure", "disclosure_reason")),
        ({"disclosure_decision": "yes"}, ("V13", "disclosure", "disclosure_decision")),
        ({"level_decision": ""}, ("V12", "level", "level_decision")),
        ({"level_reason": ""}, ("V12", "level", "level_reason")),
        ({"rosh": ""}, ("V12", "risk", "rosh")),
        ({"rosh_reason": ""}, ("V12", "risk", "rosh_reason")),
        ({"statement_shown_at": ""}, ("V12", "confidentiality", "statement_shown_at")),
        ({"next_on": ""}, ("V12", "next", "next_on")),
        ({"next_on": TODAY}, ("V12", "next", "next_on")),
        ({"critical": ""}, ("V12", "level", "critical")),
        ({"register_updated": ""}, ("V12", "level", "register_updated")),
        ({"level_decision": "exit"}, ("V12", "next", "exit_as")),
    ],
)
def test_what_is_not_decided_is_said_beside_its_item(changed: dict[str, Answer], lacks: tuple[str, str, str]) -> None:
    assert lacks in said(*sat(**changed))


def test_a_meeting_without_its_quorum_is_closed_with_the_reason_alone() -> None:
    case, meeting = sat()
    alone = case.replaced(one for one in case.records if one.id != record("here-probation", "invitee", {}).id)
    assert said(alone, meeting) == [("V12", "welcome", "quorum_reason")]
    told = short_of(alone, meeting, {})
    assert told
    assert "nobody is here from Probation" in told.en
    assert "Check your area's policy" in blocking(lacking(alone, meeting, {}))[0].says.en
    assert short_of(alone, meeting, {"meeting.quorum.authority": "1", "meeting.quorum": "2"}) is None
    assert short_of(case, meeting, {"meeting.quorum": "4"})
    why = replace(meeting, answers={**meeting.answers, "quorum_reason": "Strike; they sent a report"})
    assert said(plus(alone.replaced(one for one in alone.records if one.id != meeting.id), why), why) == []
    held = plus(case, record("in", "whereabouts", {"kind": "custody", "from": TODAY}))
    assert authority(held, meeting) == ("police", "probation", "prison")


def test_a_correction_of_earlier_minutes_is_before_the_meeting_until_it_is_decided() -> None:
    line: dict[str, Answer] = {"item": "plan", "kind": "note", "words": "It read one plate"}
    asked: dict[str, Answer] = {"minute": record("line", "minute", {}).id, "words": "It read two", "asked_by": "PC E."}
    earlier = record("earlier", "meeting", {"level": "3", "on": date(2026, 11, 11)})
    case, meeting = sat(
        "T-00001", earlier, record("line", "minute", line, "earlier"), record("asked", "correction", asked, "earlier")
    )
    (one,) = before_it(case, meeting)
    assert (one.number, one.stood, one.decided) == ("9.1", "It read one plate", False)
    assert ("V12", "previous") in [(each.rule, each.item) for each in lacking(case, meeting, {}) if each.soft]
    assert said(case, meeting) == []
    settled = one.record.answered("outcome", "agreed").answered("decided_at", meeting.id)
    after = case.replaced(settled if each.id == settled.id else each for each in case.records)
    assert [each.record.id for each in decided_at(after, meeting)] == [settled.id]
    assert before_it(after, earlier) == ()


def test_category_3_does_not_go_to_level_1() -> None:
    case, meeting = sat(level_decision="1", exit_reason="Enough")
    assert said(case, meeting) == [("V2", "level", "level_decision")]
    other, theirs = sat("T-00002", level_decision="1", exit_reason="Enough")
    assert said(other, theirs) == []


def test_actions_decisions_and_attendance_are_whole() -> None:
    meeting = "".join(record("sat", "meeting", {}).id)
    bare: dict[str, Answer] = {**ACTION, "owner": "", "due_on": "", "meeting": meeting}
    case, now = sat(
        "T-00001",
        record("act", "action", bare),
        record("line", "minute", {"item": "plan", "kind": "decision", "words": "Keep it"}, "sat"),
        record("other", "invitee", {"agency": "idva", "name": "Marta"}, "sat"),
    )
    assert said(case, now) == [
        ("V12", "welcome", "attended"), ("V12", "plan", "reason"), ("V9", "actions", "owner"), ("V9", "actions", "due_on"),
    ]  # fmt: skip
    assert ("V12", "welcome", "attended") in said(case.replaced(o for o in case.records if o.kind != "invitee"), now)


def test_a_disclosure_agreed_on_is_whole() -> None:
    meeting = record("sat", "meeting", {}).id
    told: dict[str, Answer] = {"decision": "disclose", "recipient": "Ms E", "meeting": meeting, "reason": "Her safety"}
    case, now = sat("T-00001", record("told", "disclosure", told), disclosure_decision="yes")
    assert said(case, now) == [("V13", "disclosure", key) for key in ("content", "by_whom", "due_on", "undertaking")]


def test_restricted_words_do_not_stand_in_the_open_minutes() -> None:
    secret = record(
        "secret",
        "minute",
        {"kind": "note", "words": "A source says that he has hired a white van", "annex": True},
        "sat",
    )
    victim = record("closed", "victim", {"reference": "Victim Q", "name": "Ottoline Marchbank"})
    case, now = sat("T-00001", secret, victim)
    assert said(case, now) == []
    assert refuses("It was said that he has hired a white van", case, now)
    assert refuses("A white van was seen", case, now) is None
    assert "Victim Q" in str(refuses("Ottoline  marchbank has moved", case, now))
    assert "Ottoline" not in str(refuses("Ottoline Marchbank has moved", case, now))
    line = record("open", "minute", {"item": "risk", "kind": "note", "words": "Ottoline Marchbank has moved"}, "sat")
    why = replace(now, answers={**now.answers, "level_reason": "A source says that he has hired a van of his own"})
    leaking = plus(case.replaced(one for one in case.records if one.id != now.id), why, line)
    assert said(leaking, why) == [("V27", "risk", "words"), ("V27", "level", "level_reason")]


def test_what_the_chair_should_see_does_not_keep_it_open() -> None:
    case, meeting = sat(next_on=date(2027, 3, 1), rosh="medium")
    soft = [(one.rule, one.item) for one in lacking(case, meeting, {}) if one.soft]
    assert ("V14", "next") in soft
    assert ("V7", "risk") in soft
    assert said(case, meeting) == []
    covered = {one for rule, one in soft if rule == "V12"}
    assert covered >= {"media", "plan"}


def test_closing_writes_level_disclosure_and_next_meeting_once() -> None:
    case, meeting = sat(level_decision="2")
    made = {one.kind: one for one in outcome(case, meeting) if not one.about}
    assert made["level"].answers["criterion"] == "Two counties must act"
    assert made["level"].answers["decided_by"] == "Level 3 meeting, chaired by Superintendent Adaeze Morland, Police"
    assert [one.answers for one in outcome(case, meeting) if one.about] == [{"ended_on": TODAY}]
    assert made["disclosure"].answers["decision"] == "none"
    assert (made["meeting"].answers["on"], made["meeting"].answers["number"]) == (date(2026, 12, 30), 5)
    assert made["meeting"].answers["level"] == "2"
    after = plus(case, *(record(kind, kind, one.answers) for kind, one in made.items()))
    after = after.replaced(
        one.answered("ended_on", TODAY) if one.kind == "level" and one.id != record("level", "level", {}).id else one
        for one in after.records
    )
    assert outcome(after, meeting) == ()


def test_leaving_mappa_ends_the_level_and_writes_the_exit() -> None:
    case, meeting = sat("T-00002", level_decision="exit", exit_as="risk_reduced", exit_reason="Nothing for two years")
    kinds = [(one.kind, bool(one.about)) for one in outcome(case, meeting)]
    assert kinds == [("level", True), ("exit", False), ("disclosure", False)]
    assert said(case, meeting) == []
