"""Writing a plan: typed answers reach the vault, states and gaps follow, the chain breaks and is mended."""

from __future__ import annotations

from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casework.mending import breaks
from casework.standing import State, standing
from casework.template import plan_templates
from desktop.operations import cases
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.mend_line import MendLine, SectionButton
from storage.vault import Vault
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words
from widgets.disclosure import Disclosure

TEMPLATE = plan_templates()["community_rmp_2026_11"]
SECTIONS = [one.key for one in TEMPLATE.section]


@pytest.fixture
def writing(opened):
    """Opens the plan of a case where it is written."""

    def open_plan(section: str = "", ref: str = "T-00002"):
        part = opened("plan", ref)
        if section:
            part.writing.show_section(section)
        return part.writing

    return open_plan


def state_of(writing, key: str) -> State:
    return next(item.state for item in writing.sections._model.items if item.key == key)


def item_of(writing, key: str):
    return next(item for item in writing.sections._model.items if item.key == key)


def test_a_whole_section_typed_is_there_after_the_vault_is_opened_again(writing, page, kept, ids, blank):
    write = writing("situation", blank)
    form = write.page._own
    typed = {
        "situation_text": "Alone in a flat; works nights, from 22.00 & on Sundays <not Mondays>.",
        "situation_sentence": "Licence to 4 March 2028; no other power.",
        "situation_changes": "Missed one appointment on 3 November and rang the next day.",
    }
    for key, said in typed.items():
        type_into(form.form.editor(key), said)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    page.flush()
    page.desk.worker.close()
    with Vault.open(kept.folder, bytearray(kept.passphrase.encode())) as again, again.read() as rows:
        plan = rows.case(ids[blank]).one("plan")
    assert {key: plan[key] for key in typed} == typed


def test_typing_alone_is_enough(writing, case_of, qtbot):
    write = writing("scenarios")
    editor = write.page._own.form.editor("scenarios_first")
    editor.pause_ms = 20
    type_into(editor, "The first, because it is nearest.")
    qtbot.waitUntil(lambda: case_of().one("plan")["scenarios_first"] == "The first, because it is nearest.")
    qtbot.waitUntil(lambda: write._saved.text().startswith("Saved "))
    assert editor.box.hasFocus()
    assert editor.box.toPlainText() == "The first, because it is nearest."


def test_states_follow_what_is_written(writing, case_of, blank, page):
    write = writing("tools", blank)
    assert state_of(write, "tools") is State.NOT_STARTED
    type_into(write.page._own.form.editor("tools_together"), "They agree.")
    page.flush()
    assert state_of(write, "tools") is State.IN_HAND
    press(write.page.lists[0].add_button)
    form = write.page.lists[0].cards()[0].form.form
    for key, said in (("tool", "ARMS 2"), ("band", "High"), ("assessed_on", "6 Oct 2026"), ("assessor", "A. Sessor")):
        type_into(form.editor(key), said)
    page.flush()
    assert state_of(write, "tools") is State.READY
    assert item_of(write, "tools").count == 1
    assert "1 of 19 ready" in words(write.sections) or state_of(write, "tools") is State.READY
    record = case_of(blank).of("tool")[0]
    assert record["band"] == "High"


def test_what_the_law_needs_of_a_fresh_row_is_told_quietly_until_its_field_was_left(writing, qtbot):
    write = writing("situation")
    rows = next(one for one in write.page.lists if one.shown.kind == "whereabouts")
    press(rows.add_button)
    qtbot.waitUntil(lambda: any(one.is_open for one in rows.cards()))
    form = next(one for one in rows.cards() if one.is_open).form
    told = form.form._rows["kind"]._found
    assert told.text().startswith("Where is needed before the dates can be computed")
    form.form.focus_field("place")
    assert told.text().startswith("Error: Where is needed")


def test_a_section_that_is_not_needed_asks_for_nothing_until_something_is_written(writing, blank, page):
    form = writing("digital", blank).page._own.form
    needing = [key for key, line in form._rows.items() if line.field.required]
    assert needing
    assert not any(form._rows[key]._needed.isVisibleTo(form) for key in needing)
    type_into(form.editor(form.keys()[0]), "One telephone, seen on 3 November.")
    page.flush()
    assert any(form._rows[key]._needed.isVisibleTo(form) for key in needing[1:]) or len(needing) == 1


def test_the_list_counts_what_is_ready(writing):
    write = writing()
    assert "19 of 19 ready" in words(write.sections)


def test_what_is_missing_here_leads_to_its_field(writing, blank, qtbot):
    write = writing("review", blank)
    qtbot.waitUntil(write.beside._missing.isVisible)
    facts = write.beside._missing.findChildren(Fact)
    wanted = next(one for one in facts if one.words.startswith("Review by"))
    press(wanted)
    assert write.page._own.form.focused_field().key == "review_on"


def test_a_missing_row_is_added_from_its_line(writing, case_of, blank):
    write = writing("factors", blank)
    line = next(one for one in write.beside._missing.findChildren(Fact) if "risk factor" in one.words)
    press(line)
    assert len(case_of(blank).of("factor")) == 1
    assert write.page.lists[0].cards()[0].is_open


@pytest.mark.parametrize("key", ["supervision", "monitoring", "interventions", "victims"])
def test_a_measure_added_in_a_pillar_belongs_to_it(writing, case_of, key):
    write = writing(key)
    before = {one.id for one in case_of().of("measure")}
    press(write.page.lists[0].add_button)
    (made,) = [one for one in case_of().of("measure") if one.id not in before]
    assert made["pillar"] == TEMPLATE.get(key).pillar
    assert made.id in {one.record.id for one in write.page.lists[0].cards()}


def test_a_break_in_the_chain_appears_and_is_mended(writing, case_of, desk, page):
    write = writing("contingency")
    assert breaks(case_of()) == ()
    scenario = case_of().of("scenario")[0]
    for one in case_of().of("contingency"):
        if scenario.id in one.links("scenarios"):
            desk.worker.write(cases.remove(case_of().id, one), desk)
    lines = write.beside.findChildren(MendLine)
    mine = [one for one in lines if one.found.about.id == scenario.id]
    assert [one.found.lacks.en for one in mine] == ["no contingency"]
    assert page.shown_part.tabs.tabs["chain"].text() == f"Chain {len(breaks(case_of()))}"
    press(mine[0]._button)
    made = case_of().of("contingency")[-1]
    assert made.links("scenarios") == (scenario.id,)
    assert not [one for one in breaks(case_of()) if one.about.id == scenario.id]
    open_card = next(one for one in write.page.lists[0].cards() if one.is_open)
    assert open_card.record.id == made.id
    assert open_card.isAncestorOf(QApplication.focusWidget())


def test_a_measure_that_is_wanting_is_added_under_the_pillar_that_is_chosen(writing, case_of, page, blank):
    write = writing("scenarios", blank)
    press(write.page.lists[0].add_button)
    type_into(write.page.lists[0].cards()[0].form.form.editor("name"), "He waits at her door")
    page.flush()
    line = next(one for one in write.beside.findChildren(MendLine) if one.found.kind == "measure")
    press(line._button)
    choices = line.findChildren(SectionButton)
    assert [one.text() for one in choices] == [
        "Under Supervision", "Under Monitoring", "Under Interventions", "Under Victims",
    ]  # fmt: skip
    press(choices[1])
    made = case_of(blank).of("measure")[0]
    assert made["pillar"] == "monitoring"
    assert made.links("serves") == (case_of(blank).of("scenario")[0].id,)
    assert write.sections.chosen_key() == "monitoring"


def test_a_record_that_serves_nothing_is_led_to(writing, case_of, desk, page):
    write = writing("supervision")
    desk.worker.write(cases.add(case_of().id, "measure", {"pillar": "supervision", "what": "Ring weekly"}), desk)
    line = next(one for one in write.beside.findChildren(MendLine) if one.found.key == "serves")
    press(line._button)
    card = next(one for one in write.page.lists[0].cards() if one.is_open)
    assert card.record["what"] == "Ring weekly"
    assert card.form.form.focused_field().key == "serves"


def test_sections_are_gone_through_in_any_order_by_keyboard(writing):
    write = writing()
    view = write.sections.view
    view.setFocus()
    press(view, Qt.Key.Key_End)
    assert write.page.section.key == SECTIONS[-1]
    QTest.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert write.page.section.key == SECTIONS[-2]
    press(write.before)
    assert write.page.section.key == SECTIONS[-3]
    press(write.after)
    assert write.page.section.key == SECTIONS[-2]
    assert write.page.isAncestorOf(QApplication.focusWidget())


def test_the_ends_are_ends(writing):
    write = writing(SECTIONS[0])
    assert not write.before.isEnabled()
    write.show_section(SECTIONS[-1])
    assert not write.after.isEnabled()


def test_what_is_typed_is_kept_when_another_section_is_shown(writing, case_of):
    write = writing("view")
    type_into(write.page._own.form.editor("view_words"), "It is all unjust.")
    write.show_section("review")
    assert case_of().one("plan")["view_words"] == "It is all unjust."


def test_why_nothing_is_there_is_asked_only_where_nothing_is(writing, blank):
    assert writing("protective").page._excuse.isHidden()
    write = writing("protective", blank)
    assert not write.page._excuse.isHidden()


@pytest.mark.parametrize("key", SECTIONS)
def test_every_section_fits_and_has_its_names(writing, page, qtbot, key):
    writing(key)
    settled(qtbot, page)
    assert page.width() <= 1230
    assert nameless(page) == []
    assert sideways(page) == []
    assert cut(page) == []


def test_every_control_of_a_section_is_reached_with_tab(writing, page):
    write = writing("supervision")
    press(write.page.lists[0].cards()[0]._change)
    assert unreached(page) == []


def test_examples_are_told_with_what_makes_them_so(writing, qtbot):
    write = writing("scenarios")
    section = TEMPLATE.get("scenarios")
    for button in write.beside.findChildren(Disclosure):
        button.setChecked(True)
    qtbot.waitUntil(lambda: section.good.text.en in words(write.beside))
    told = words(write.beside)
    for part in (section.why, section.good.because, section.poor.text, section.poor.because):
        assert part.en in told


def test_a_section_made_before_is_shown_within_the_time_allowed(writing, page, qtbot):
    write = writing()
    qtbot.waitUntil(lambda: len(write._pages) == len(SECTIONS), timeout=20_000)
    for key in SECTIONS:
        write.show_section(key)
    spent = []
    for key in SECTIONS:
        start = thread_time()
        write.show_section(key)
        page.grab()
        spent.append((thread_time() - start) * 1000)
    assert sorted(spent)[len(spent) // 2] < 50, spent


def test_a_letter_costs_no_new_layout_of_the_section(writing, page):
    write = writing("situation")
    page.grab()
    editor = write.page._own.form.editor("situation_text")
    editor.box.setFocus()
    spent = []
    for letter in "He was seen at the door of the shop in the afternoon":
        start = thread_time()
        QTest.keyClicks(editor.box, letter)
        editor.box.grab()
        spent.append((thread_time() - start) * 1000)
    assert sorted(spent)[int(len(spent) * 0.95)] < 50, spent


def test_states_are_what_standing_says(writing, case_of):
    write = writing()
    case = case_of()
    for section in TEMPLATE.section:
        assert state_of(write, section.key) is standing(section, case, case.one("plan")).state
