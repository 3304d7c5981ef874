"""Answers that are offered: a few, many, several, and links to records."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.answer import Absent
from casework.field import FieldType
from tests.widgets.bench import LEVELS, button, records

KEY = Qt.Key


def test_a_few_choices_are_radio_buttons_and_arrows_go_along(bench, qtbot):
    made = bench(FieldType.CHOICE, choices=LEVELS)
    made.editor.take_focus()
    with qtbot.waitSignal(made.editor.answered):
        QTest.keyClick(made.focusWidget(), KEY.Key_Space)
    with qtbot.waitSignal(made.editor.answered):
        QTest.keyClick(made.focusWidget(), KEY.Key_Down)
        QTest.keyClick(made.focusWidget(), KEY.Key_Down)
    assert made.said == ["1", "3"]
    assert made.focusWidget().accessibleName() == "Level 3, Surname"


def test_a_choice_can_be_cleared(bench):
    made = bench(FieldType.CHOICE, choices=LEVELS)
    made.editor.set_answer("2")
    QTest.mouseClick(button(made, "Clear"), Qt.MouseButton.LeftButton)
    assert made.said == [Absent.NOT_ASKED]


def test_yes_and_no_are_not_one_and_nought(bench):
    made = bench(FieldType.YES_NO)
    for words, answer in (("Yes", True), ("No", False), ("Not known", Absent.UNKNOWN)):
        radio = next(one for one in made.editor._controls if one.text() == words)
        QTest.mouseClick(radio, Qt.MouseButton.LeftButton)
        made.editor.flush()
        assert made.said[-1] is answer


def test_none_and_not_known_exclude_ticked_answers(bench):
    made = bench(FieldType.CHOICES, choices=LEVELS, may_be_none=True)
    ticks = {one.text(): one for one in made.editor._controls}
    for words in ("Level 1", "Level 3"):
        QTest.mouseClick(ticks[words], Qt.MouseButton.LeftButton)
    made.editor.flush()
    QTest.mouseClick(ticks["None"], Qt.MouseButton.LeftButton)
    made.editor.flush()
    QTest.mouseClick(ticks["Level 2"], Qt.MouseButton.LeftButton)
    made.editor.flush()
    assert made.said == [("1", "3"), Absent.NONE, ("2",)]


def test_many_choices_are_found_by_typing(bench):
    made = bench(FieldType.CHOICE, list="agencies")
    made.editor.take_focus()
    QTest.keyClicks(made.editor.box.lineEdit(), "trust")
    QTest.keyClick(made.editor.box.completer().popup(), KEY.Key_Tab)
    assert made.said == ["mental_health"]
    assert made.editor.box.currentText() == "Mental health trust"


def test_words_that_are_no_choice_are_refused_and_kept(bench):
    made = bench(FieldType.CHOICE, list="agencies")
    made.editor.take_focus()
    QTest.keyClicks(made.editor.box.lineEdit(), "zebra")
    made.leave()
    assert made.said == []
    assert "zebra" in made.refusals[0]
    assert made.editor.box.currentText() == "zebra"


def test_a_link_offers_the_records_given(bench):
    made = bench(FieldType.LINK, links=("factor",), options=records)
    made.editor.take_focus()
    QTest.keyClicks(made.editor.box.lineEdit(), "drugs")
    QTest.keyClick(made.editor.box.completer().popup(), KEY.Key_Tab)
    assert made.said == ["f2"]


def test_a_link_to_a_removed_record_is_shown_as_such(bench):
    one = bench(FieldType.LINK, links=("factor",), options=records)
    one.editor.set_answer("gone")
    assert one.editor.box.currentText() == "A record that was removed"
    many = bench(FieldType.LINKS, links=("factor",), options=records)
    many.editor.set_answer(("f1", "gone"))
    assert many.editor._read() == ("f1", "gone")
    gone = many.editor._ticks[-1][1]
    QTest.mouseClick(gone, Qt.MouseButton.LeftButton)
    many.editor.flush()
    assert many.said == [("f1",)]


def test_links_without_records_say_so(bench):
    made = bench(FieldType.LINKS, links=("factor",), options=lambda _f: [])
    assert made.editor._empty.isVisible()


def test_many_links_can_be_narrowed(bench):
    made = bench(FieldType.LINKS, links=("factor",), options=lambda _f: [(f"f{n}", f"Factor {n}") for n in range(20)])
    QTest.keyClicks(made.editor._find, "factor 1")
    shown = [title.text() for _, title in made.editor._ticks if title.isVisible()]
    assert shown == ["Factor 1", *[f"Factor {n}" for n in range(10, 20)]]
    assert made.editor._read() is Absent.NOT_ASKED
