"""Facts, opinions and intelligence in the window: entered one after the other, and beside what rests on them."""

from __future__ import annotations

from datetime import date

from desktop.operations import cases
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.rests import AddStatement, RestsOn
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, words


def test_the_part_fits_and_is_reached(opened, page, qtbot):
    opened("information", "T-00001")
    settled(qtbot, page)
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []


def test_another_from_the_same_source_takes_over_what_stays_the_same(opened, case_of, qtbot):
    part = opened("information", "T-00001")
    before = case_of("T-00001").of("statement")
    press(part.another)
    qtbot.waitUntil(lambda: len(case_of("T-00001").of("statement")) == len(before) + 1)
    last, new = case_of("T-00001").of("statement")[-2:]
    assert dict(new.answers) == {key: last[key] for key in ("agency", "source", "learned_on", "may_go")}
    card = next(one for one in part.lists["statement"].cards() if one.record.id == new.id)
    qtbot.waitUntil(lambda: card.is_open)


def test_a_new_statement_is_not_scolded_while_it_is_typed(opened, qtbot):
    part = opened("information", "T-00001")
    press(part.another)
    card = part.lists["statement"].cards()[-1]
    qtbot.waitUntil(lambda: card.is_open)
    qtbot.waitUntil(lambda: "needed" in words(card))
    assert any(one.rule.code == "V23" for one in part.view.plan_findings)
    assert "V23" not in words(card)


def test_scenarios_show_what_they_rest_on_and_add_to_it(opened, case_of, page, qtbot):
    part = opened("plan", "T-00001")
    part.writing.show_section("scenarios")
    rests = part.writing.beside.findChild(RestsOn)
    told = [one.words for one in rests.findChildren(Fact)]
    assert any(one.startswith("Intelligence · Police, Tue 17 Nov 2026: A man who left HMP Thornmere") for one in told)
    scenario = case_of("T-00001").of("scenario")[0]
    add = next(one for one in rests.findChildren(AddStatement) if one._record.id == scenario.id)
    press(add)
    qtbot.waitUntil(lambda: page._place.part == "information")
    assert case_of("T-00001").of("statement")[-1].links("supports") == (scenario.id,)


def test_a_scenario_that_rests_on_intelligence_alone_is_said_beside_it(opened, case_of, desk, qtbot):
    part = opened("plan", "T-00001")
    part.writing.show_section("scenarios")
    case = case_of("T-00001")
    scenario = case.of("scenario")[1]
    for one in case.of("statement"):
        if scenario.id in one.links("supports") and one["kind"] == "fact":
            desk.worker.write(cases.remove(case.id, one), desk)
    qtbot.waitUntil(lambda: "rests on intelligence alone" in words(part.writing.beside))
    assert part.view.today == date(2026, 11, 25)


def test_sections_without_scenarios_or_factors_show_no_grounds(opened):
    part = opened("plan", "T-00001")
    part.writing.show_section("agencies")
    assert part.writing.beside.findChild(RestsOn).isHidden()
