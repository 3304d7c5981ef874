"""Arranging that gives way to a narrow window, and to larger type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.pages.flow import TwoSides
from tests.desktop.audit import sideways
from tests.desktop.pages.hands import press, settled
from widgets.button import Button
from widgets.flow import Flow
from widgets.theme import apply


def tops(words: list[Button]) -> list[int]:
    return sorted({one.pos().y() for one in words})


def test_words_flow_on_to_the_next_line(shown, qtbot):
    buttons = [Button(f"One of the words {n}") for n in range(6)]
    flow = Flow()
    for one in buttons:
        flow.addWidget(one)
    holder = QWidget()
    holder.setLayout(flow)
    shown(holder, 1200, 60)
    assert len(tops(buttons)) == 1
    holder.resize(400, 300)
    qtbot.waitUntil(lambda: len(tops(buttons)) > 1)
    assert all(one.geometry().right() <= 400 for one in buttons)
    assert flow.count() == 6
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None


def test_sides_stack_where_there_is_no_room_for_both(shown, qtbot):
    main, other = QWidget(), QWidget()
    main.setMinimumWidth(300)
    sides = shown(TwoSides(main, other, other_px=300, least=800), 1000, 400)
    assert (other.width(), other.pos().x()) == (300, 700)
    sides.resize(500, 400)
    qtbot.waitUntil(lambda: other.pos().x() == 0)
    assert other.mapTo(sides, QPoint(0, 0)).y() >= main.geometry().bottom()


@pytest.fixture
def large(qapp):
    apply(qapp, "light", 1.5)


@pytest.mark.parametrize("part", ["overview", "person", "risk", "victims", "plan", "actions", "history"])
def test_the_largest_type_fits_a_small_laptop_with_the_narrow_rail(large, opened, page, qtbot, part):
    page.resize(1366 - 78, 692)
    opened(part)
    settled(qtbot, page)
    assert page.width() <= 1366 - 78
    assert sideways(page) == []


def test_in_a_narrow_window_guidance_takes_the_place_of_the_section(large, opened, page, qtbot):
    page.resize(1366 - 78, 692)
    write = opened("plan").writing
    qtbot.waitUntil(write.guidance.isVisible)
    assert not write._side.isVisible()
    press(write.guidance)
    qtbot.waitUntil(write._side.isVisible)
    assert not write._stack.isVisible()
    press(write.guidance)
    qtbot.waitUntil(write._stack.isVisible)
