"""The timeline: where bars lie, what they say, and how one goes along them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from widgets.theme import colour
from widgets.timeline import Bar, Lane, Pattern, Timeline
from widgets.timeline_scale import Scale, described, fitted

TODAY = date(2026, 6, 22)
LANES = (
    Lane("SHPO", (Bar(date(2021, 3, 1), date(2031, 2, 28), "10 years", Pattern.SOLID, "o1"),)),
    Lane("Nothing yet", ()),
    Lane("Custody", (
        Bar(date(2021, 3, 1), date(2023, 1, 31), "HMP Sample", Pattern.CROSS, "c1"),
        Bar(date(2024, 4, 1), None, "Recall", Pattern.HATCH, "c2"),
    )),
)  # fmt: skip
KEY = Qt.Key


def test_a_bar_takes_in_its_last_day():
    scale = Scale(date(2026, 1, 1), date(2026, 1, 11), 100, 1000)
    assert scale.x(date(2026, 1, 2)) == 200
    assert scale.end_x(date(2026, 1, 1)) == 200
    assert scale.end_x(None) == 1100
    assert scale.x(date(2020, 1, 1)) == 100


@pytest.mark.parametrize(("width", "every"), [(900, 1), (250, 2), (100, 5)])
def test_years_are_lettered_as_far_as_there_is_room(width, every):
    years = [int(name) for _, name in Scale(date(2021, 1, 1), date(2031, 12, 31), 0, width).years()]
    assert all(year % every == 0 for year in years)
    assert len(years) == sum(year % every == 0 for year in range(2021, 2032))


def test_the_scale_holds_every_bar_and_today():
    scale = fitted(LANES, TODAY, 0, 800)
    assert scale.first < date(2021, 3, 1)
    assert scale.last > date(2031, 2, 28)
    assert fitted((), TODAY, 0, 800).first < TODAY < fitted((), TODAY, 0, 800).last


def test_the_whole_is_told_in_words(shown):
    made = shown(Timeline(LANES, TODAY))
    assert made.accessibleDescription() == described(LANES)
    assert (
        "Custody: HMP Sample, Mon 1 Mar 2021 to Tue 31 Jan 2023; Recall, from Mon 1 Apr 2024 with no end set."
        in described(LANES)
    )
    assert QAccessible.queryAccessibleInterface(made).text(QAccessible.Text.Name) == "Timeline"


def test_arrow_keys_go_from_bar_to_bar_and_enter_opens(shown, qtbot):
    made = shown(Timeline(LANES, TODAY))
    assert made.chosen() is None
    made.clearFocus()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert made.chosen().key == "o1"
    QTest.keyClick(made, KEY.Key_Down)
    assert made.chosen().key == "c1"
    QTest.keyClick(made, KEY.Key_Right)
    QTest.keyClick(made, KEY.Key_Right)
    assert made.chosen().key == "c2"
    assert made.accessibleDescription().startswith("Recall, from Mon 1 Apr 2024")
    with qtbot.waitSignal(made.opened) as heard:
        QTest.keyClick(made, KEY.Key_Return)
    assert heard.args == ["c2"]
    QTest.keyClick(made, KEY.Key_Up)
    assert made.chosen().key == "o1"


def test_a_click_chooses_the_bar_under_it(shown, qtbot):
    made = shown(Timeline(LANES, TODAY), width=900)
    area = made._area(made._scale(), 2, LANES[2].bars[0])
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert made.chosen().key == "c1"
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert made.chosen() is None


def test_bars_are_where_their_days_are(shown):
    made = shown(Timeline(LANES, TODAY), width=900)
    picture = made.grab().toImage()
    area = made._area(made._scale(), 0, LANES[0].bars[0])
    y = int(area.bottom()) - 3
    assert picture.pixelColor(int(area.right()) - 8, y) == colour("accent")
    assert picture.pixelColor(int(area.right()) + 8, y) == colour("paper")
    today = int(made._scale().x(TODAY))
    column = {picture.pixelColor(x, int(area.bottom()) + 5).name() for x in range(today - 2, today + 3)}
    assert colour("ink").name() in column


def test_patterns_differ_without_colour(shown):
    textures = set()
    for pattern in Pattern:
        lane = Lane("x", (Bar(date(2024, 1, 1), date(2026, 1, 1), "", pattern),))
        made = shown(Timeline((lane,), TODAY), width=900)
        area = made._area(made._scale(), 0, lane.bars[0]).toRect().adjusted(3, 3, -3, -3)
        grey = made.grab(area).toImage().convertToFormat(made.grab(area).toImage().Format.Format_Grayscale8)
        textures.add(bytes(grey.constBits())[:4000])
    assert len(textures) == len(Pattern)


def test_no_lanes_are_no_trouble(shown):
    made = shown(Timeline((), TODAY))
    made.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(made, KEY.Key_Down)
    assert made.chosen() is None
    made.set_lanes(LANES)
    assert made.sizeHint().height() > 100


def test_a_bar_is_told_with_its_name_and_an_end_that_is_not_known():
    assert (
        Bar(TODAY, None, "to …", name="SHPO", ends="end not known").told() == "SHPO, Mon 22 Jun 2026 to end not known"
    )


def test_a_bar_that_is_reached_asks_to_be_brought_into_sight(shown, qtbot):
    made = shown(Timeline(LANES, TODAY), width=900)
    with qtbot.waitSignal(made.reached) as heard:
        QTest.keyClick(made, KEY.Key_Down)
    assert heard.args[0].top() >= 28
