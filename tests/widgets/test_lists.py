"""The list of sections and the rail of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from casework.standing import State
from casework.text import Language
from widgets.label import PlainLabel
from widgets.layout import row
from widgets.rail import Place, Rail
from widgets.section_list import SectionItem, SectionList

KEY = Qt.Key


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(PlainLabel) if one.isVisible()]


ITEMS = tuple(SectionItem(f"s{n}", f"Section {n}", n, state) for n, state in enumerate(State, 1))


def test_any_section_may_be_gone_to(shown, qtbot):
    made = shown(SectionList("Sections", ITEMS))
    made.choose("s1")
    made.setFocus()
    with qtbot.waitSignal(made.chosen) as heard:
        QTest.keyClick(made.view, KEY.Key_Down)
    assert heard.args == ["s2"]
    with qtbot.waitSignal(made.chosen) as heard:
        made.step(1)
    assert heard.args == ["s3"]
    assert "2 of 4 ready" in words_in(made)


def test_states_change_without_a_word_and_without_moving(shown, qtbot):
    made = shown(SectionList("Sections", ITEMS))
    made.choose("s3")
    with qtbot.assertNotEmitted(made.chosen):
        made.set_items([SectionItem(one.key, one.title, one.number, State.READY) for one in ITEMS])
    assert made.chosen_key() == "s3"
    assert "4 of 4 ready" in words_in(made)


def test_a_section_tells_its_state_to_screen_readers(shown):
    made = shown(SectionList("Sections", ITEMS))
    told = made.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "1 Section 1, not started"
    locked = SectionItem("v", "Victims", locked=True, count=2)
    assert locked.told(Language.EN) == "Victims, 2, opened with a reason"


PLACES = (
    Place("due", "Due", "calendar-clock"),
    Place("cases", "Cases", "users"),
    Place("set", "Settings", "settings", foot=True),
)


def test_the_rail_is_one_tab_stop_and_arrows_go_along(shown, qtbot):
    after = QPushButton("after")
    rail, window = Rail(PLACES), QWidget()
    rail.choose("due")
    window.setLayout(row(rail, after))
    shown(window)
    rail._buttons["due"].setFocus()
    with qtbot.assertNotEmitted(rail.chosen):
        QTest.keyClick(window.focusWidget(), KEY.Key_Down)
    with qtbot.waitSignal(rail.chosen) as heard:
        QTest.keyClick(window.focusWidget(), KEY.Key_Return)
    assert heard.args == ["cases"]
    QTest.keyClick(window.focusWidget(), KEY.Key_Tab)
    assert window.focusWidget() is after


def test_the_narrow_rail_says_its_words_in_a_tooltip(shown):
    rail = shown(Rail(PLACES))
    wide = rail.sizeHint().width()
    rail.set_narrow(True)
    rail.set_count("due", 4)
    assert rail.sizeHint().width() < wide
    assert rail._buttons["due"].toolTip() == "Due, 4"
    assert rail._buttons["due"].accessibleName() == "Due, 4"
