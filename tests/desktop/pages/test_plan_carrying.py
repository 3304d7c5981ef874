"""Carry forward at the keyboard: one key each, a way back, and a review of an unchanged plan in as many keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.pages.plan.carry_dropped import DroppedLine
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words
from widgets import question

TODAY = date(2026, 11, 25)


@pytest.fixture
def carried(opened, vault, ids):
    """The view of what version 2 of a plan carries over from version 1, with the keyboard in it."""
    with vault.write() as rows:
        rows.agree_plan(ids["T-00002"], TODAY, "DI Marl, chair", b"%PDF")
    part = opened("plan", "T-00002")
    press(part.tabs.tabs["versions"])
    question.answer_next("Review")
    press(part.shown()._start)
    return part, part.shown()


def key(which):
    QTest.keyClick(QApplication.focusWidget(), which)


def test_one_key_keeps_and_leads_on(carried, page, qtbot):
    part, view = carried
    settled(qtbot, page)
    assert QApplication.focusWidget() is view.card
    first, total = view.run.now.item, view.run.total
    assert first.words in words(view.card)
    assert "written today, never confirmed since" in words(view.card)
    key(Qt.Key.Key_K)
    assert (view.run.open, view.run.now.item.digest != first.digest) == (total - 1, True)
    assert f"1 of {total} answered" in words(view)
    assert part.tabs.tabs["carry"].text() == f"Carry forward {total - 1}"
    key(Qt.Key.Key_Left)
    assert view.run.now.item == first
    assert "Kept now" in words(view.card)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Z)
    assert (view.run.open, view.run.now.item) == (total, first)
    assert nameless(page) == []
    assert sideways(page) == []
    assert cut(page) == []
    assert unreached(page) == []


def test_an_unchanged_plan_is_carried_in_as_many_keys_and_can_then_be_agreed(carried, qtbot):
    part, view = carried
    for _ in range(view.run.total):
        key(Qt.Key.Key_K)
    assert view.run.open == 0
    qtbot.waitUntil(lambda: "Everything that was carried over is answered for." in words(view))
    assert QApplication.focusWidget() is view.agree
    press(view.agree)
    agree = part.shown()
    qtbot.waitUntil(lambda: "Every section is ready" in words(agree))
    assert agree.button.isEnabled()


def test_what_is_dropped_is_listed_with_its_reason_and_its_way_back(carried, vault, qtbot):
    _, view = carried
    item, total = view.run.now.item, view.run.total
    key(Qt.Key.Key_D)
    assert view.run.open == total - 1
    (line,) = view.findChildren(DroppedLine)
    question.answer_next("He has moved")
    line._explain()
    qtbot.waitUntil(lambda: "He has moved" in words(view))
    view.findChildren(DroppedLine)[-1]._undo()
    assert view.run.open == total
    assert view.run.now.item.digest == item.digest


def test_changing_opens_the_answer_at_the_sentence(carried, case_of, qtbot):
    _, view = carried
    item, total = view.run.now.item, view.run.total
    key(Qt.Key.Key_C)
    box = QApplication.focusWidget()
    assert box.textCursor().selectedText() == item.place.words
    QTest.keyClicks(box, "He lives with his sister.")
    key(Qt.Key.Key_Z)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.run.open == total - 1)
    assert "He lives with his sister." in case_of().one("plan").words(item.key)
    assert item.words not in case_of().one("plan").words(item.key)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.card)


def test_a_row_is_changed_in_place(carried, case_of, qtbot):
    _, view = carried
    row = next(one for one in view.run.asked if one.item.heading == "Protective factor")
    view.run.go_to(row.item.digest)
    view._tell()
    total = view.run.open
    key(Qt.Key.Key_C)
    type_into(view._form.form.editor("strengthen"), "Rung every Sunday.")
    view._finish()
    qtbot.waitUntil(lambda: view.run.open == total - 1)
    changed = next(one for one in case_of().of("protective") if one.id == row.item.record)
    assert changed.words("strengthen") == "Rung every Sunday."


def test_a_plan_that_carries_nothing_has_no_such_way(opened):
    part = opened("plan", "T-00001")
    assert not part.tabs.tabs["carry"].isVisible()
