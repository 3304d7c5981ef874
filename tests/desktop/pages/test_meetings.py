"""Meetings are set up, people asked and cases referred on one page of the case, from the keyboard."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casework.answer import Absent
from casework.recipients import whom
from casework.record import Record
from desktop.operations import cases
from desktop.pages.meetings.exit_page import ExitPage
from desktop.pages.meetings.meeting_page import MeetingPage
from desktop.pages.meetings.part import MeetingsPart
from desktop.pages.meetings.referral_page import ReferralPage
from desktop.pages.removed_line import RemovedLine
from tests.desktop.audit import unreached
from tests.desktop.pages.hands import press, type_into, words
from widgets.button import Button

REASONS = ("behaviour", "pattern", "others_say", "adds", "barriers", "author", "manager")


@pytest.fixture
def part(opened) -> MeetingsPart:
    return opened("meetings")


@pytest.fixture
def fresh(part: MeetingsPart) -> MeetingPage:
    """A meeting that was set up just now."""
    press(part.set_up)
    assert isinstance(part.page, MeetingPage)
    return part.page


def seen(widget) -> str:
    """Every word in sight, once what was put there is shown."""
    QApplication.processEvents()
    return words(widget)


def cursor() -> str:
    """The field in which the cursor is, by what is read out of it."""
    at = QApplication.focusWidget()
    return at.accessibleName() if at else ""


def answer(page, key: str, value, desk) -> None:
    desk.worker.write(cases.answer(page.view.case.id, page.record, key, value), desk)


def test_meetings_stand_with_the_next_first_and_open_in_place(part):
    names = [one.told.name for one in part.lines("meeting")]
    assert names[0].startswith("Level 3 meeting 2")
    line = part.lines("meeting")[0]
    line.take_focus()
    press(QApplication.focusWidget())
    assert isinstance(part.page, MeetingPage)
    assert "Superintendent Adaeze Morland" in part.page.form.form.editor("chair").buddy().text()
    press(part.page, Qt.Key.Key_Escape)
    assert part.page is None
    assert part.lines("meeting")[0].isAncestorOf(QApplication.focusWidget())


def test_a_new_meeting_knows_level_number_chair_and_place(fresh, case_of):
    made = case_of().of("meeting")[-1]
    assert made["level"] == "3"
    assert made["number"] == 3
    assert made["sitting"] == "review"
    assert made["chair"] == "Superintendent Adaeze Morland"
    assert cursor().startswith("Level")


def test_a_meeting_too_long_after_the_last_is_warned_of(fresh, desk):
    last = max(one["on"] for one in fresh.view.case.of("meeting") if isinstance(one["on"], date))
    answer(fresh, "on", last + timedelta(weeks=9), desk)
    assert "at the latest within 8 weeks. Check your area's policy." in seen(fresh.spacing)
    answer(fresh, "on", last + timedelta(weeks=6), desk)
    assert not fresh.spacing.isVisible()


def test_people_are_asked_one_by_one_and_all_together(fresh, case_of):
    first = fresh.suggested.found[0]
    fresh.suggested.buttons[0].setFocus()
    press(fresh.suggested.buttons[0])
    (asked,) = case_of().children(fresh.record, "invitee")
    assert asked["name"] == first.contact["name"]
    assert asked["why"] == first.why.en
    assert isinstance(asked["report_asked_on"], date)
    assert fresh.suggested.buttons[0].hasFocus(), "the next one is at hand"
    rest = len(fresh.suggested.found)
    press(fresh.suggested.all_button)
    invited = case_of().children(fresh.record, "invitee")
    assert len(invited) == rest + 1
    assert not fresh.suggested.isVisible()
    assert [one["as"] for one in invited].count("lay_adviser") == 1


def test_a_report_is_entered_from_where_it_is_awaited(fresh, case_of, desk):
    answer(fresh, "on", fresh.view.today + timedelta(days=30), desk)
    press(fresh.suggested.all_button)
    enter = next(
        one
        for one in fresh.findChildren(type(fresh.suggested.all_button))
        if "Enter the report of" in one.accessibleName()
    )
    agency = enter.accessibleName().removeprefix("Enter the report of ")
    press(enter)
    (report,) = case_of().children(fresh.record, "agency_report")
    assert report.shape.get("agency").told(report["agency"]) == agency
    assert f"Awaited: {agency}" not in seen(fresh)
    sent = [one for one in case_of().children(fresh.record, "invitee") if one["agency"] == report["agency"]]
    assert sent
    assert all(one["report_received_on"] == fresh.view.today for one in sent)
    answer_report = cases.answer(fresh.view.case.id, report, "agency", "dwp", fresh.view.today)
    desk.worker.write(answer_report, desk)
    again = [case_of().get(one.id)["report_received_on"] for one in sent]
    assert all(one is Absent.NOT_ASKED for one in again), "the report was another agency's"


def test_paper_for_everybody_invited_is_asked_for_in_one_go(fresh, page, desk):
    press(fresh.suggested.all_button)
    invited = fresh.view.case.children(fresh.record, "invitee")
    (each,) = [one for one in fresh.findChildren(Button) if one.text() == "An invitation for each"]
    press(each)
    order = page.shown_part._order()
    assert (order.document, order.meeting, order.copies) == ("invitation", fresh.record.id, 1)
    assert order.recipients == tuple(dict.fromkeys(whom(one) for one in invited))


def test_attendance_of_a_closed_meeting_is_mended_with_its_minutes(fresh, part, desk, qtbot):
    press(fresh.suggested.all_button)
    assert "attended" in [one.key for one in fresh.invited.shown.fields()]
    answer(fresh, "closed_at", datetime(2026, 11, 25, 15, 0), desk)
    qtbot.waitUntil(lambda: part.page is None)
    part._open(fresh.record.id)
    assert "attended" not in [one.key for one in part.page.invited.shown.fields()]
    places = []
    desk.wanted.connect(places.append)
    line = cases.add(part.view.case.id, "minute", {"item": "risk", "kind": "note", "words": "Said"}, fresh.record.id)
    desk.worker.write(line, desk)
    part.go(part.view.case.children(part.page.record, "minute")[0].id, "words")
    assert (places[-1].page, places[-1].record) == ("meeting", fresh.record.id)


def test_the_agenda_shows_what_is_open_and_leads_there(part, desk):
    part.go(part.view.case.of("meeting")[-1].id, "")
    told = seen(part.page)
    assert "3  Previous minutes and actions" in told
    action = next(one for one in part.view.case.of("action") if one["state"] == "open")
    assert action.words("what")[:40] in told
    led = []
    part.page.elsewhere.connect(lambda record, key: led.append((record, key)))
    part.page.go_to(action.id, "state", "")
    assert led == [(action.id, "state")]


def test_the_page_leads_down_to_its_parts_and_on_to_the_sitting(part, desk):
    part.lines("meeting")[0]._open()
    leap = next(one for one in part.page.findChildren(Button) if one.accessibleName() == "Go to Agency reports")
    press(leap)
    assert part.page.reports.isAncestorOf(QApplication.focusWidget())
    led = []
    desk.wanted.connect(led.append)
    press(next(one for one in part.page.findChildren(Button) if one.accessibleName() == "Hold the meeting"))
    assert (led[-1].page, led[-1].record) == ("meeting", part.page.record.id)


def test_a_referral_asks_for_reasons_alone_and_lists_what_is_missing(part, case_of, desk):
    press(part.refer)
    page = part.page
    assert isinstance(page, ReferralPage)
    assert "6 Behaviour and attitudes now" in seen(page.state)
    assert "Wounding" not in seen(page.state)
    type_into(page.form.form.editor("behaviour"), "Angry since the letter")
    page.flush()
    assert "Behaviour and attitudes" not in seen(page.state)
    for key in REASONS[1:]:
        answer(page, key, "Said here", desk)
    answer(page, "level", "3", desk)
    answer(page, "criteria", ("value", "high"), desk)
    assert "Level 3 needs a Level 3 criterion" in seen(page)
    answer(page, "criteria", ("value", "high", "senior"), desk)
    assert "a manager can endorse it" in seen(page.state)
    answer(page, "endorsed_on", page.view.today, desk)
    made = case_of().of("referral")[-1]
    assert isinstance(made["decide_by"], date)
    assert "With the co-ordinator" in seen(page.state)
    answer(page, "decision", "accepted", desk)
    press(page._meeting)
    assert isinstance(part.page, MeetingPage)


def test_what_the_case_holds_for_a_referral_leads_to_its_place(part, desk):
    press(part.refer)
    told = seen(part.page)
    conviction = part.view.case.of("conviction")[0]
    assert conviction.words("summary")[:30] in told
    assert "Victim A" in told
    places = []
    desk.wanted.connect(places.append)
    part.page.go_to(conviction.id, "", "")
    assert places[-1].record == conviction.id


def test_category_3_is_refused_level_1_beside_its_field(opened, case_of):
    part = opened("meetings", "T-00001")
    press(part.decide)
    made = case_of("T-00001").of("level")[-1]
    assert made["rosh"] == "very_high"
    card = next(one for one in part.lists["level"].cards() if one.record.id == made.id)
    card.form.form.answered.emit("level", "1")
    assert "leaving MAPPA instead" in seen(card)
    assert case_of("T-00001").get(made.id)["level"] != "1"
    card.form.form.answered.emit("criterion", "The risk is managed without meetings")
    card.form.form.answered.emit("level", "1")
    press(card.form._ways["level"])
    case = case_of("T-00001")
    (left,) = case.of("exit")
    assert case.get(made.id) is None, "the decision has become the exit"
    assert (left["why"], left["on"]) == ("The risk is managed without meetings", part.view.today)
    assert isinstance(part.page, ExitPage)
    assert "Missing: Reason" in seen(part.page)
    assert "Category 3 stands on after this day" in seen(part.page)
    press(part.page.told_button)
    assert "told on" in case_of("T-00001").get(left.id)["told"]
    press(part.page.end_button)
    ended = case_of("T-00001")
    assert ended.current("level", part.view.today) is None
    assert ended.current("category", part.view.today) is None
    assert unreached(part.page) == []


def test_a_removed_meeting_can_be_brought_back(part, case_of):
    count = len(case_of().of("meeting"))
    part.lines("meeting")[0]._open()
    press(part.page._remove)
    assert len(case_of().of("meeting")) == count - 1
    (line,) = part.findChildren(RemovedLine)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(case_of().of("meeting")) == count
    assert line.isHidden()


@pytest.mark.parametrize("kind", ["meeting", "referral"])
def test_everything_is_reached_with_tab(part, page, kind):
    press(part.set_up if kind == "meeting" else part.refer)
    assert unreached(page) == []


def test_a_case_of_which_nothing_is_known_says_so(blank, opened):
    part = opened("meetings", blank)
    assert "No meeting is entered" in seen(part)
    press(part.refer)
    assert "Category: none entered" in seen(part.page)
    assert isinstance(part.page.record, Record)
