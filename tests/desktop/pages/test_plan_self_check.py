"""The self-check in the window: what bears on a question leads to it, and the answer is the officer's own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.self_check import questions
from desktop.operations import cases
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.mend_line import MendButton
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words
from widgets.button import Button

TODAY = date(2026, 11, 25)


@pytest.fixture
def checking(opened):
    """Opens the self-check of a case with one question open, and gives part, view and the question's line."""

    def check(code: str = "contingency"):
        part = opened("plan")
        press(part.tabs.tabs["check"])
        line = part.shown()._lines[code]
        press(line.disclosed.button)
        return part, part.shown(), line

    return check


def test_an_open_question_fits_and_is_reached(checking, page, qtbot):
    _, view, _ = checking()
    settled(qtbot, page)
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []
    assert f"{len(questions())} of {len(questions())} questions are not answered" in words(view)


def test_what_bears_on_a_question_leads_to_where_it_stands(checking, qtbot):
    part, _, line = checking()
    pointed = line.findChildren(Fact)
    assert pointed[0].words.startswith("Contingencies: 6")
    press(next(one for one in pointed if one.words.startswith("Section 14")))
    assert part.shown() is part.writing
    assert part.writing.page.section.key == "contingency"


def test_what_no_section_holds_leads_to_its_own_part(checking, case_of, desk, page, qtbot):
    _, _, line = checking("enforced")
    press(next(one for one in line.findChildren(Fact) if one.words.startswith("Recalls: none")))
    qtbot.waitUntil(lambda: page.shown_part is not None and page._place.part == "notification")


def test_the_answer_is_kept_with_who_and_when_and_words_follow(checking, case_of, vault, qtbot):
    part, view, line = checking()
    line._inside._give("partly", "")
    qtbot.waitUntil(lambda: line._inside._form is not None)
    (kept,) = case_of().of("self_check")
    told = (kept["question"], kept["answer"], kept["by"], kept["on"])
    assert told == ("contingency", "partly", vault.person, TODAY)
    type_into(line._inside._form.form.editor("words"), "The second number was not rung")
    part.flush()
    qtbot.waitUntil(lambda: case_of().of("self_check")[0]["words"] == "The second number was not rung")
    qtbot.waitUntil(lambda: "16 of 17 questions" in words(view))
    qtbot.waitUntil(lambda: line._state.text() == "Partly")


def test_an_answer_of_an_earlier_version_is_asked_again(checking, case_of, desk, qtbot):
    _, _, line = checking()
    earlier = {"question": "contingency", "answer": "no", "words": "No night number", "on": TODAY - timedelta(days=900)}
    desk.worker.write(cases.add(case_of().id, "self_check", {**earlier, "by": "A. Keeper"}), desk)
    qtbot.waitUntil(lambda: "before this version: No. No night number" in words(line))
    assert line.found.stale
    line._inside._give("no", "No night number")
    qtbot.waitUntil(lambda: not line.found.open)
    assert [one["by"] == "A. Keeper" for one in case_of().of("self_check")] == [True, False]


def test_what_is_not_there_is_added_from_its_question_and_one_comes_back(checking, case_of, desk, page, qtbot):
    for one in case_of().of("protective"):
        desk.worker.write(cases.remove(case_of().id, one), desk)
    part, view, line = checking("both")
    qtbot.waitUntil(lambda: "Protective factors: none entered" in words(line))
    press(next(one for one in line.findChildren(MendButton) if one.text() == "Add protective factor"))
    qtbot.waitUntil(lambda: len(case_of().of("protective")) == 1)
    assert part.shown() is part.writing
    assert part.writing.page.section.key == "protective"
    assert part._back.isVisible()
    press(part._back)
    assert part.shown() is view
    qtbot.waitUntil(line.disclosed.button.hasFocus)
    assert "Protective factors: none entered" in words(line)
    line._inside._give("no", "")
    qtbot.waitUntil(lambda: line._inside._form is not None)
    qtbot.waitUntil(lambda: line._inside._form.form.editor("words").buddy().hasFocus())
    press(next(one for one in line.findChildren(Button) if one.text().startswith("Next question")))
    assert line.disclosed.button.isChecked() is False
    assert view._lines["necessary"].disclosed.button.isChecked()
