"""Meeting mode at the keyboard: attendance, the statement, lines, decisions, and what keeps it from being closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casework.meetings.suggestions import suggestions
from casework.reckoning import reckon
from desktop.desk import Desk, Place
from desktop.pages.meeting.page import MeetingPage
from storage.vault import Vault
from tests.desktop.audit import nameless, unreached
from tests.desktop.conftest import TODAY
from tests.desktop.pages.conftest import HIGH, WIDE
from tests.desktop.pages.hands import Typist, press, words

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def meeting(vault: Vault, ids: dict[str, str]) -> str:
    """The next meeting of the case of domestic abuse, today, with everybody invited who should be."""
    with vault.write() as rows:
        case = rows.case(ids["T-00001"])
        ahead = case.of("meeting")[-1]
        rows.answer(ahead.id, "on", TODAY)
        for one in suggestions(case, ahead, TODAY, reckon(case, TODAY)):
            rows.add(case.id, "invitee", one.answers(TODAY), ahead.id)
    return ahead.id


@pytest.fixture
def page(desk: Desk, shown, ids: dict[str, str], meeting: str) -> MeetingPage:
    made = shown(MeetingPage(desk), WIDE, HIGH)
    made.open(Place("meeting", ids["T-00001"], record=meeting))
    return made


def lines(page: MeetingPage) -> list[str]:
    sitting = page.sitting
    return [one.words("words") for one in sitting.case.children(sitting.meeting, "minute")]


def settle(page: MeetingPage, qtbot) -> None:
    """Wait until new lines are in sight."""
    qtbot.waitUntil(lambda: all(one.isVisible() for one in page.middle.said.rows.values()))


def test_the_way_back_to_a_question_of_the_meeting_leads_to_the_meeting(page: MeetingPage, meeting: str) -> None:
    there = page.place()
    question = page.sitting.case.children(page.sitting.meeting, "invitee")[0]
    page.open(Place("cases"))
    page.open(replace(there, record=question.id, key="attended"))
    assert page.sitting is not None
    assert page.sitting.meeting.id == meeting


def test_attendance_is_a_key_each_and_the_statement_is_kept_with_the_meeting(page: MeetingPage) -> None:
    typist = Typist()
    invited = page.sitting.case.children(page.sitting.meeting, "invitee")
    letters = [KEY.Key_Return, KEY.Key_L, KEY.Key_A, KEY.Key_S, KEY.Key_N]
    for n, _ in enumerate(invited):
        typist.press(letters[n % len(letters)])
    assert typist.keys == len(invited)
    kept = [one["attended"] for one in page.sitting.case.children(page.sitting.meeting, "invitee")]
    assert kept[:5] == ["present", "remote", "apologies", "report", "no_response"]
    typist.press(KEY.Key_Down, modifier=CTRL)
    assert page.statement.isVisible()
    typist.press(KEY.Key_Return)
    sat = page.sitting.meeting
    assert "outweighs the confidentiality" in sat.words("statement")
    assert sat["statement_version"] == page.sitting.statement.version
    assert sat["statement_shown_at"] is not None
    assert (page.item, sat["covered"]) == ("previous", ("welcome", "confidentiality"))


def test_a_line_is_minuted_with_enter_and_asks_in_the_line_for_what_it_lacks(page: MeetingPage) -> None:
    page.go_to("plan")
    typist = Typist().text("/a Ring Ms E every Monday").press(KEY.Key_Return)
    assert "Who does it?" in words(page.middle.line)
    assert page.middle.line.list.isVisible()
    typist.text("eller").press(KEY.Key_Return, KEY.Key_Return)
    assert "By when?" in words(page.middle.line)
    typist.text("fri").press(KEY.Key_Return)
    assert page.middle.line.words() == ""
    (action,) = [one for one in page.sitting.case.of("action") if page.sitting.meeting.id in one.links("meeting")]
    assert (action["agency"], action["due_on"], action["set_on"]) == ("police", date(2026, 11, 27), TODAY)
    assert action["owner"] == "PC Marcus Ellerton, Offender manager, lead"
    typist.text("/d Keep the patrol because he was seen").press(KEY.Key_Return)
    typist.text("/x We would move her #indep").press(KEY.Key_Return, KEY.Key_Return)
    decision, view = page.sitting.lines("plan")[1:]
    assert (view["answers"], view["agency"], decision["reason"]) == (decision.id, "idva", "He was seen")
    assert typist.keys == 7


def test_restricted_words_and_a_victims_name_are_refused_beside_the_box_and_stay(page: MeetingPage) -> None:
    page.go_to("risk")
    name = next(one.words("name") for one in page.sitting.case.of("victim") if one.words("name"))
    typist = Typist().text(f"He has written to {name}").press(KEY.Key_Return)
    assert "whose name is closed" in words(page.middle.line)
    assert page.middle.line.words() == f"He has written to {name}"
    page.middle.line.put("")
    typist.text("/r a source says that he has hired a white van").press(KEY.Key_Return)
    typist.text("Somebody said that he has hired a white van").press(KEY.Key_Return)
    assert "restricted annex" in words(page.middle.line)
    assert lines(page) == ["a source says that he has hired a white van"]


def test_an_earlier_line_is_written_anew_struck_and_brought_back(page: MeetingPage, qtbot) -> None:
    page.go_to("plan")
    typist = Typist().text("First").press(KEY.Key_Return).text("/a Ring her @kenward due fri").press(KEY.Key_Return)
    settle(page, qtbot)
    typist.press(KEY.Key_Up, KEY.Key_Return)
    assert page.middle.line.words().startswith("/a Ring her @DI Farah Kenward")
    page.middle.line.put("/a Ring her twice @DI Farah Kenward due 4 dec", "again")
    typist.press(KEY.Key_Return)
    assert lines(page) == ["First", "Ring her twice"]
    made = [one for one in page.sitting.case.of("action") if page.sitting.meeting.id in one.links("meeting")]
    assert [(one["what"], one["due_on"]) for one in made] == [("Ring her twice", date(2026, 12, 4))]
    settle(page, qtbot)
    typist.press(KEY.Key_Up, KEY.Key_Delete)
    assert lines(page) == ["First"]
    assert not any(page.sitting.meeting.id in one.links("meeting") for one in page.sitting.case.of("action"))
    page.middle._back.click()
    assert lines(page) == ["First", "Ring her twice"]
    assert page.sitting.case.get(made[0].id)


def test_it_is_not_closed_while_something_is_missing_and_says_so_beside_its_place(page: MeetingPage) -> None:
    page.go_to("level")
    typist = Typist().press(KEY.Key_F8)
    box = QApplication.focusWidget()
    assert page.middle.decisions.isAncestorOf(box)
    typist.press(KEY.Key_Space)
    page.flush()
    assert "Category 3" in words(page.middle.decisions)
    assert page.sitting.meeting.words("level_decision") != "1"
    way = page.middle.decisions.forms["level"]._ways["level_decision"]
    assert way.isVisible()
    press(way)
    assert page.sitting.meeting["level_decision"] == "exit"
    assert page.item == "next"
    assert page.middle.decisions.isAncestorOf(QApplication.focusWidget())
    typist.press(KEY.Key_Return, modifier=CTRL)
    assert not page.sitting.closed
    assert page.item == "welcome"
    page.go_to("disclosure")
    assert "Disclosure has not been decided" in words(page.middle.decisions)
    assert "things are missing" in words(page.foot)


def test_a_half_typed_line_comes_back_into_the_box(
    page: MeetingPage, desk: Desk, vault: Vault, shown, meeting: str
) -> None:
    page.go_to("plan")
    Typist().text("/a Ring her every Mon")
    desk.journal.flush()
    with vault.read() as rows:
        (waiting,) = rows.left().waiting
    assert (waiting.spot.record, waiting.typed.words) == (meeting, ("/a Ring her every Mon",))
    page.hide()
    again = shown(MeetingPage(desk), WIDE, HIGH)
    again.open(Place("meeting", page.sitting.case.id, record=meeting))
    assert again.middle.line.words() == "/a Ring her every Mon"
    again.middle.line.setFocus()
    Typist().text("day @ellerton due fri").press(KEY.Key_Return)
    assert lines(again) == ["Ring her every Monday"]
    desk.journal.flush()
    with vault.read() as rows:
        assert rows.left().waiting == ()


def test_another_meeting_leaves_the_half_typed_line_where_it_was(
    page: MeetingPage, ids: dict[str, str], meeting: str
) -> None:
    other = page.sitting.case.of("meeting")[0].id
    page.go_to("plan")
    Typist().text("Half of a li")
    page.open(Place("meeting", ids["T-00001"], record=other))
    assert page.sitting.meeting.id == other
    assert page.middle.line.words() == ""
    page.open(Place("meeting", ids["T-00001"], record=meeting))
    assert page.middle.line.words() == "Half of a li"


def test_corrections_of_earlier_minutes_are_agreed_or_refused_by_keyboard(
    page: MeetingPage, vault: Vault, ids: dict[str, str]
) -> None:
    with vault.write() as rows:
        earlier = next(one for one in rows.case(ids["T-00001"]).of("meeting") if one.id != page.sitting.meeting.id)
        asked = {"asked_by": "PC Ellerton", "asked_on": TODAY}
        made = [rows.add(ids["T-00001"], "correction", asked | {"words": one}, earlier.id).id for one in ("Two", "Six")]
    page._read()
    page.go_to("previous")
    assert QApplication.focusWidget() is page.middle.corrections.rows[0]
    typist = Typist().press("a", "n").press(KEY.Key_Return)
    assert "Say why" in words(page.middle.corrections)
    typist.text("Six were read out").press(KEY.Key_Return)
    case = page.sitting.case
    assert [case.get(one)["outcome"] for one in made] == ["agreed", "not_agreed"]
    assert case.get(made[1])["refused_because"] == "Six were read out"
    assert all(case.get(one).links("decided_at") == (page.sitting.meeting.id,) for one in made)
    assert page.middle.line.isAncestorOf(QApplication.focusWidget()), "after the last one goes on to the box"
    assert unreached(page) == []


def test_without_quorum_the_meeting_goes_on_with_a_reason(page: MeetingPage) -> None:
    for one in page.middle.attendance.rows:
        Typist().press(KEY.Key_A if one.record["agency"] == "probation" else KEY.Key_Return)
    assert page.sitting.asks_quorum
    typist = Typist().press(KEY.Key_F8)
    page.middle.insist(page.sitting)
    assert "nobody is here from" in words(page.middle.decisions)
    typist.text("They are on strike and sent a report")
    page.flush()
    assert page.sitting.meeting["quorum_reason"] == "They are on strike and sent a report"
    assert not any(one.key == "quorum_reason" for one in page.sitting.blocking)


def test_everything_can_be_reached_and_has_a_name(page: MeetingPage) -> None:
    page.go_to("level")
    assert nameless(page) == []
    assert unreached(page) == []
