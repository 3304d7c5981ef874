"""A date with its time of day: two boxes, one answer."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.field import FieldType
from casework.refusal import Refused
from widgets.editors.clock import time_typed

KEY = Qt.Key


def test_a_moment_is_two_boxes_taken_together(bench):
    made = bench(FieldType.MOMENT)
    made.type("4 jul")
    QTest.keyClick(made.focusWidget(), KEY.Key_Tab)
    assert made.focusWidget() is made.editor.time
    assert made.refusals == []
    QTest.keyClicks(made.editor.time, "2.30pm")
    made.leave()
    assert made.said == [datetime(2026, 7, 4, 14, 30)]
    made.editor.set_answer(datetime(2026, 7, 5, 9, 5))
    assert (made.editor.box.text(), made.editor.time.text()) == ("5 Jul 2026", "09:05")


def test_a_moment_without_its_time_asks_for_it(bench):
    made = bench(FieldType.MOMENT)
    made.type("4 jul 2026")
    made.leave()
    assert made.refusals == ["Add the time of day, as 14:30."]
    assert made.editor.box.text() == "4 jul 2026"


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("14:30", time(14, 30)), ("14.30", time(14, 30)), ("1430", time(14, 30)), ("2.30pm", time(14, 30)),
     ("9", time(9)), ("12am", time(0)), ("12 pm", time(12)), ("00:05", time(0, 5))],
)  # fmt: skip
def test_times_of_day_loosely_typed(typed, hour):
    assert time_typed(typed) == hour


@pytest.mark.parametrize("typed", ["25:00", "14:60", "noon", "13pm", "", "1:2:3", "-1"])
def test_no_time_of_day(typed):
    with pytest.raises(Refused):
        time_typed(typed)
