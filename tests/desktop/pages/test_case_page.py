"""The page of a case: its bar, its parts, and what happens when the case changes under it."""

from __future__ import annotations

import gc
import weakref
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from shiboken6 import isValid

from casework.record import record_kinds
from casework.refusal import Refused
from desktop.desk import Place
from desktop.operations import cases
from desktop.pages.case import CasePage
from desktop.pages.field_help import show_help
from desktop.pages.identity import PressingLine
from desktop.pages.parts import part_of_kind, sides
from desktop.pages.plan.tabs import VIEWS
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words

PARTS = [one.code for one in sides()]


def test_opening_a_case_is_logged_before_it_is_shown(page, vault, ids):
    page.open(Place("case", ids["T-00002"]))
    with vault.read() as rows:
        entry = rows.log(1, ids["T-00002"])[0]
    assert entry.op == "consultation"
    assert page.case_view() is not None


def test_a_case_that_is_not_logged_is_not_shown(page, vault, ids, qtbot):
    with qtbot.waitSignal(page.desk.worker.failed):
        page.open(Place("case", "0" * 16))
    assert page.case_view() is None
    assert page.shown_part is None


def test_the_bar_says_whose_case_it_is_and_what_presses(opened, page):
    opened("overview")
    told = words(page.identity)
    for part in (
        "OSSLEBY, Martin Rowan",
        "born 17 Mar 1974 (52)",
        "ref T-00002",
        "Cat 1",
        "Level 3",
        "VERY HIGH",
        "In the community",
    ):
        assert part in told
    pressing = page.identity.findChildren(PressingLine)
    assert len(pressing) == 2
    assert "late" in words(pressing[0])


def test_the_bar_says_what_is_not_known(opened, page, blank):
    opened("overview", blank)
    told = words(page.identity)
    for part in (
        "BLANKLEY",
        "date of birth not known",
        "Category not known",
        "Level not known",
        "Whereabouts not known",
    ):
        assert part in told


def test_the_reference_can_be_copied(opened, page):
    opened("overview")
    press(page.identity._copy)
    assert QGuiApplication.clipboard().text() == "T-00002"


@pytest.mark.parametrize("ref", ["T-00001", "T-00002", "T-00003"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_every_training_case_fits_and_has_its_names(opened, page, part, ref, qtbot):
    shown = opened(part, ref)
    settled(qtbot, page)
    assert shown.isVisible()
    assert page.width() <= 1230
    assert nameless(page) == []
    assert sideways(page) == []
    assert cut(page) == []


@pytest.mark.parametrize("part", ["overview", "actions", "victims", "history"])
def test_every_control_is_reached_with_tab(opened, page, part):
    opened(part)
    assert unreached(page) == []


def test_the_navigation_goes_by_arrow_keys(opened, page):
    opened("overview")
    view = page.navigation.view
    view.setFocus()
    press(view, Qt.Key.Key_Down)
    assert page.navigation.chosen_key() == "person"
    assert page.shown_part is not None
    assert page.shown_part.page == "person"


def test_counts_follow_what_is_written(opened, page, case_of, desk):
    part = opened("contacts")
    before = len(case_of().of("contact"))
    part.lists["contact"].add()
    shown = {item.key: item.count for item in page.navigation._model.items}
    assert shown["contacts"] == before + 1


def test_every_kind_of_record_has_a_part():
    own = {one.code for one in sides()}
    assert {part_of_kind(kind) for kind in record_kinds()} <= own


def test_a_place_leads_to_its_record_and_field(opened, page, case_of):
    action = case_of().of("action")[0]
    part = opened("", record=action.id, key="owner")
    assert page.navigation.chosen_key() == "actions"
    card = next(one for one in part.lists["action"].cards() if one.record.id == action.id)
    assert card.is_open
    assert card.form.form.focused_field().key == "owner"


def test_what_somebody_else_writes_is_shown(opened, page, desk, case_of, qtbot):
    part = opened("actions")
    action = case_of().of("action")[0]
    desk.worker.write(cases.answer(case_of().id, action, "owner", "Inspector Marl"), desk)
    card = next(one for one in part.lists["action"].cards() if one.record.id == action.id)
    qtbot.waitUntil(lambda: "Inspector Marl" in words(card))


def test_what_is_typed_is_kept_when_another_case_is_opened(opened, page, case_of):
    part = opened("person")
    editor = part._singles["person"].form.form.editor("nationality")
    type_into(editor, "British and Irish")
    opened("overview", "T-00001")
    assert case_of().one("person")["nationality"] == "British and Irish"


def test_what_is_typed_is_kept_when_another_part_is_opened(opened, page, case_of):
    part = opened("person")
    type_into(part._singles["person"].form.form.editor("ethnicity"), "Cornish")
    opened("overview")
    assert case_of().one("person")["ethnicity"] == "Cornish"


def test_what_is_typed_is_kept_by_flush(opened, page, case_of):
    part = opened("person")
    type_into(part._singles["person"].form.form.editor("ethnicity"), "Manx")
    page.flush()
    assert case_of().one("person")["ethnicity"] == "Manx"


def test_a_reading_does_not_touch_what_is_being_typed(opened, page, case_of, desk):
    part = opened("person")
    editor = part._singles["person"].form.form.editor("ethnicity")
    type_into(editor, "White Br")
    person = case_of().one("person")
    desk.worker.write(cases.answer(case_of().id, person, "nationality", "Irish"), desk)
    assert editor.box.text() == "White Br"
    QTest.keyClicks(editor.box, "itish")
    page.flush()
    assert case_of().one("person")["ethnicity"] == "White British"
    assert case_of().one("person")["nationality"] == "Irish"


def test_a_refused_answer_stays_typed_with_the_reason_beside_it(opened, page, case_of, desk):
    part = opened("person")
    form = part._singles["person"].form
    born = form.form.editor("date_of_birth")
    type_into(born, "31 feb 1974")
    page.flush()
    assert "date_of_birth" in form.form.unfinished()
    person = case_of().one("person")
    desk.worker.write(cases.answer(case_of().id, person, "nationality", "Irish"), desk)
    assert born.box.text() == "31 feb 1974"
    assert case_of().one("person")["date_of_birth"] == person["date_of_birth"]


def test_an_answer_that_the_vault_refuses_stays_typed(opened, page, case_of, monkeypatch, desk):
    part = opened("person")
    form = part._singles["person"].form
    heard = []
    form.not_saved.connect(heard.append)

    def refusing(*_given):
        def write(_vault):
            raise Refused("The disk of the test says no.", "ethnicity")

        return write

    monkeypatch.setattr(cases, "answer", refusing)
    type_into(form.form.editor("ethnicity"), "Cornish")
    page.flush()
    monkeypatch.undo()
    assert heard == ["The disk of the test says no."]
    desk.worker.write(cases.answer(case_of().id, case_of().one("person"), "nationality", "Irish"), desk)
    assert form.form.editor("ethnicity").box.text() == "Cornish"
    type_into(form.form.editor("ethnicity"), "Cornish man")
    page.flush()
    assert case_of().one("person")["ethnicity"] == "Cornish man"


def test_f1_tells_what_the_field_asks(opened, page, qtbot):
    part = opened("person")
    part.go(page.case_view().case.one("person").id, "date_of_birth")
    assert show_help(QApplication.focusWidget())
    qtbot.waitUntil(lambda: "Date of birth" in QToolTip.text())
    assert "Type a date as 4 7 26" in QToolTip.text()
    QToolTip.hideText()
    assert not show_help(page.navigation.view)


def test_parts_are_let_go_with_their_case(opened, page, ids):
    first = opened("person")
    opened("overview", "T-00001")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(first)


def test_a_case_opens_within_the_time_of_a_glance(page, ids, desk):
    page.open(Place("case", ids["T-00001"]))
    start = perf_counter()
    page.open(Place("case", ids["T-00002"]))
    assert perf_counter() - start < 1


@pytest.mark.parametrize("part", ["overview", "person", "victims", "plan", "history"])
def test_a_part_is_freed_with_its_case(opened, page, part, qtbot):
    known = weakref.ref(opened(part))
    if part == "plan":
        for code in VIEWS:
            known().look(code)
    opened("overview", "T-00001")

    def gone() -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return known() is None

    qtbot.waitUntil(gone)


def test_a_page_that_is_gone_hears_of_no_change(desk, ids, case_of):
    page = CasePage(desk)
    page.open(Place("case", ids["T-00002"], "plan"))
    page.show()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(page)
    case = case_of()
    desk.worker.write(cases.answer(case.id, case.one("person"), "nationality", "Irish"), desk)
    assert case_of().one("person")["nationality"] == "Irish"
