"""How an order came to be: its steps with who entered them, each version as it stood that day."""

from __future__ import annotations

from tests.desktop.pages.hands import words
from widgets.disclosure import Disclosed


def test_each_step_says_who_entered_it_and_each_version_how_it_stood(opened, qtbot):
    part = opened("orders")
    part.go(part.view.case.of("order")[0].id, "")
    came = part.page.came
    qtbot.waitUntil(lambda: "Varied" in words(came))
    told = words(came)
    assert "Served on the person" in told
    assert "Added: condition 11" in told
    assert told.count("by T. Trainer") == 3
    first, second = came.findChildren(Disclosed)
    first.button.click()
    qtbot.waitUntil(lambda: "Not in force that day: condition 11" in words(first))
    assert "\n10. " in words(first)
    assert "In force. Last day: " in words(first)
    second.button.click()
    qtbot.waitUntil(lambda: "\n11. " in words(second))
    assert "Not in force" not in words(second)


def test_a_new_order_has_no_history_yet(opened, qtbot, blank):
    part = opened("orders", ref=blank)
    part.new_order.chosen.emit("spo")
    part.entry.closed.emit()
    qtbot.waitUntil(lambda: "Nothing with a day is entered yet." in words(part.page.came))
