"""Actions in the window: closed with what came of it, moved with the reason, refused beside the field."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words


def test_the_part_fits_and_tells_what_each_agency_has_open(opened, page, qtbot):
    part = opened("actions")
    settled(qtbot, page)
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []
    qtbot.waitUntil(lambda: "open" in words(part.agencies))


def test_an_action_is_not_closed_without_the_reason_and_then_is(opened, case_of, qtbot):
    part = opened("actions")
    line = part.lines()[0]
    action = line.told.action.id
    press(line.ways["not_done"])
    QTest.keyClick(line.asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "why it was not done" in words(line))
    assert case_of().get(action)["state"] == "open"
    type_into(line.asked.form.editor("outcome"), "The owner left and nobody took over.")
    QTest.keyClick(line.asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: case_of().get(action)["state"] == "not_done")
    assert case_of().get(action)["done_on"] == date(2026, 11, 25)
    assert action not in [one.told.action.id for one in part.lines()]


def test_a_date_is_moved_with_the_reason_from_the_line_and_asks_for_it_from_the_form(opened, case_of, qtbot):
    part = opened("actions")
    line = part.lines()[0]
    action = line.told.action.id
    press(line.ways["move"])
    type_into(line.asked.form.editor("due_on"), "20 January 2027")
    type_into(line.asked.form.editor("why"), "The laboratory has no slot.")
    QTest.keyClick(line.asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: case_of().get(action)["due_on"] == date(2027, 1, 20))
    (moved,) = case_of().of("action_move")
    assert (moved.parent, moved["to"], moved["why"]) == (action, date(2027, 1, 20), "The laboratory has no slot.")
    qtbot.waitUntil(lambda: "date moved once" in words(part))
    part.go(action, "due_on")
    card = next(one for one in part.lists["action"].cards() if one.is_open)
    type_into(card.form.form.editor("due_on"), "27 January 2027")
    part.flush()
    qtbot.waitUntil(lambda: len(case_of().of("action_move")) == 2)
    assert "why" not in case_of().of("action_move")[-1].answers
