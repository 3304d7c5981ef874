"""The rules of a plan in the window: beside their field, gathered, set aside with a reason, in the way of agreeing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest

from casework.answer import Absent, Answer
from desktop.operations import agreeing, cases, plans, waiving
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.finding_line import FindingLine, WaivedLine
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, words

TODAY = date(2026, 11, 25)


@pytest.fixture
def spoiled(opened, case_of, desk, qtbot):
    """Opens the plan with answers of the first contingency spoiled, and looks at it in one way."""

    def spoil(code: str, **answers: Answer):
        part = opened("plan")
        one = case_of().of("contingency")[0]
        for key, answer in answers.items():
            desk.worker.write(cases.answer(case_of().id, one, key, answer), desk)
        qtbot.waitUntil(lambda: len(part.view.plan_findings) >= len(answers))
        press(part.tabs.tabs[code])
        return part, part.shown(), one

    return spoil


def lines(view) -> list[FindingLine]:
    return view.findChildren(FindingLine)


def test_what_keeps_the_plan_from_being_agreed_comes_before_warnings(spoiled, page, qtbot):
    _, view, _ = spoiled("missing", owner=Absent.UNKNOWN, within="As soon as possible")
    settled(qtbot, page)
    assert [(one.found.rule.code, one.found.hard) for one in lines(view)] == [("K6", True), ("K4", False)]
    qtbot.waitUntil(lambda: "1 thing keeps" in words(view))
    told = words(view)
    assert "1 thing keeps the plan from being agreed. 1 warning." in told
    assert "K6 · Contingency with a part not known" in told
    assert "MAPPA Guidance ch.12" in told
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []


def test_a_finding_leads_to_its_field_where_it_is_said_too(spoiled, qtbot):
    part, view, one = spoiled("missing", action="monitor and recall if needed")
    assert [line.found.rule.code for line in lines(view)] == ["G1", "G2", "G3"]
    press(lines(view)[1].mend)
    assert part.shown() is part.writing
    form = next(card.form for card in part.writing.page.lists[0].cards() if card.record.id == one.id)
    assert form.form.focused_field().key == "action"
    row = form.form.editor("action").parentWidget()
    qtbot.waitUntil(lambda: "“if needed” leaves the decision" in words(row))
    assert "(G2)" in words(row)
    assert any(fact.words.startswith("G2") for fact in part.writing.beside.findChildren(Fact))


def test_a_section_with_a_hard_rule_not_met_is_not_ready(spoiled):
    part, _, _ = spoiled("write", owner=Absent.UNKNOWN)
    items = {one.key: one.state.value for one in part.writing.sections._model.items}
    assert items["contingency"] == "in_hand"
    assert items["scenarios"] == "ready"


def test_setting_aside_wants_a_reason_and_keeps_who_and_when(spoiled, case_of, vault, qtbot):
    part, view, _ = spoiled("missing", within="As soon as possible")
    (line,) = lines(view)
    press(line.aside)
    line._waive()
    assert "Say why the plan stands as it is" in line._asked.refusal()
    QTest.keyClicks(line._asked.box, "The desk answers at once and keeps its own clock")
    line._waive()
    qtbot.waitUntil(lambda: not lines(view))
    (waiver,) = case_of().of("waiver")
    assert (waiver["rule"], waiver["by"], waiver["on"]) == ("K4 No time limit", vault.person, TODAY)
    (kept,) = view.findChildren(WaivedLine)
    qtbot.waitUntil(lambda: "The desk answers at once" in words(kept))
    assert "Nothing is missing" in words(view)
    kept._take_up()
    qtbot.waitUntil(lambda: [one.found.rule.code for one in lines(view)] == ["K4"])
    assert part.shown() is view


def test_a_hard_rule_is_never_set_aside(spoiled, desk, case_of):
    part, view, _ = spoiled("missing", owner=Absent.UNKNOWN)
    (line,) = lines(view)
    assert not hasattr(line, "aside")
    refused = []
    write = waiving.set_aside(case_of().id, part.view.plan_findings[0], "No", TODAY)
    desk.worker.write(write, desk, otherwise=refused.append)
    assert "cannot be set aside" in refused[0].why.en


def test_agreeing_is_refused_in_words_while_a_hard_rule_stands(spoiled, desk, case_of, qtbot):
    part, view, _ = spoiled("agree", owner=Absent.UNKNOWN, within="As soon as possible")
    qtbot.waitUntil(lambda: "1 rule is not met" in words(view))
    assert not view.button.isEnabled()
    assert [one.words[:3] for one in view.findChildren(Fact)] == ["K6 ", "1 w"]
    refused = []
    desk.worker.write(plans.agree(case_of().id, "DI Marl", TODAY, b"%PDF"), desk, otherwise=refused.append)
    assert "K6: The contingency" in refused[0].why.en
    press(view.findChildren(Fact)[0])
    assert part.shown() is part._views["missing"]


def test_a_warning_alone_does_not_keep_the_plan_from_being_agreed(spoiled, vault, ids):
    spoiled("write", within="As soon as possible")
    with vault.read() as rows:
        agreeing.refuse_unready(rows, rows.case(ids["T-00002"]), TODAY)


def test_a_record_that_the_plan_does_not_hold_is_added_where_it_is_kept(spoiled, case_of, desk, page, qtbot):
    part, view, _ = spoiled("missing")
    for one in case_of().of("meeting"):
        desk.worker.write(cases.remove(case_of().id, one), desk)
    qtbot.waitUntil(lambda: [one.found.rule.code for one in lines(view)] == ["V14"])
    press(lines(view)[0].mend)
    qtbot.waitUntil(lambda: page.shown_part is not part)
    assert [one["level"] for one in case_of().of("meeting")] == ["3"]
