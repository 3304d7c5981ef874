"""What editors take, what they refuse, and what they never lose."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from casework.answer import Absent, Span
from casework.field import FieldType
from casework.text import Language
from tests.widgets.bench import LEVELS, button, records
from widgets.editors.long import printed_lines

KEY = Qt.Key
TYPED = {
    FieldType.TEXT: ("Sampleton", "Sampleton"),
    FieldType.DATE: ("4 jul 2026", date(2026, 7, 4)),
    FieldType.SPAN: ("5 years", Span(5)),
    FieldType.NUMBER: ("1,200", 1200),
}


@pytest.mark.parametrize("type_", TYPED)
def test_an_answer_comes_when_focus_leaves(bench, type_):
    typed, answer = TYPED[type_]
    made = bench(type_)
    made.type(typed)
    made.leave()
    assert made.said == [answer]
    assert made.editor.answer() == answer


@pytest.mark.parametrize("type_", TYPED)
def test_an_answer_comes_once_when_typing_pauses(bench, qtbot, type_):
    typed, answer = TYPED[type_]
    made = bench(type_)
    with qtbot.waitSignal(made.editor.answered, timeout=3000):
        made.type(typed)
    made.leave()
    assert made.said == [answer]


def test_the_pause_begins_anew_with_every_letter(bench, qtbot):
    made = bench(FieldType.TEXT)
    for letter in "Sample":
        made.type(letter)
        qtbot.waitUntil(lambda: made.editor._pause.remainingTime() < 580)
    assert made.said == []
    made.editor.flush()
    assert made.said == ["Sample"]


def test_a_short_date_waits_for_focus_to_leave(bench, qtbot):
    made = bench(FieldType.DATE)
    made.type("4 jul")
    qtbot.waitUntil(lambda: not made.editor._pause.isActive(), timeout=3000)
    assert made.said == []
    made.leave()
    assert made.said == [date(2026, 7, 4)]


def test_enter_takes_a_short_date(bench):
    made = bench(FieldType.DATE)
    made.type("fri")
    QTest.keyClick(made.editor.buddy(), KEY.Key_Return)
    assert made.said == [date(2026, 6, 26)]


def test_a_date_is_told_back_while_it_is_typed(bench):
    made = bench(FieldType.DATE)
    made.type("4 jul")
    assert made.editor.echo.text() == "Sat 4 Jul 2026 · in 12 days"


def test_an_empty_date_says_how_it_may_be_written_while_the_cursor_is_in_it(bench):
    made = bench(FieldType.DATE)
    made.leave()
    assert made.editor.echo.text() == ""
    made.editor.take_focus()
    assert "4 jul" in made.editor.echo.text()


@pytest.mark.parametrize(
    ("type_", "typed"),
    [
        (FieldType.DATE, "31 feb 2026"),
        (FieldType.SPAN, "a while"),
        (FieldType.NUMBER, "two"),
        (FieldType.NUMBER, "1.5"),
    ],
)
def test_what_cannot_stand_is_refused_beside_the_field_and_kept(bench, type_, typed):
    made = bench(type_)
    made.editor.set_answer(Absent.NOT_ASKED)
    made.type(typed)
    made.leave()
    assert made.said == []
    assert len(made.refusals) == 1
    assert typed in made.refusals[0]
    assert made.editor.buddy().text() == typed
    assert made.editor.unfinished()
    assert made.refusals[0] in made.editor._remark.text()
    made.editor.set_answer(Absent.NOT_ASKED)
    assert made.editor.buddy().text() == typed


def test_a_refusal_goes_when_what_is_typed_is_mended(bench):
    made = bench(FieldType.DATE)
    made.type("31 feb 2026")
    made.leave()
    made.editor.buddy().selectAll()
    made.type("28 feb 2026")
    made.leave()
    assert made.said == [date(2026, 2, 28)]
    assert not made.editor.unfinished()
    assert made.editor._remark.isHidden()


def test_setting_the_same_answer_leaves_the_cursor(bench):
    made = bench(FieldType.TEXT)
    made.editor.set_answer("Sampleton")
    made.editor.take_focus()
    made.editor.buddy().setCursorPosition(3)
    made.editor.set_answer("Sampleton")
    assert made.editor.buddy().cursorPosition() == 3


def test_setting_the_same_date_leaves_it_as_it_was_typed(bench):
    made = bench(FieldType.DATE)
    made.type("4.7.26")
    made.leave()
    made.editor.set_answer(date(2026, 7, 4))
    assert made.editor.buddy().text() == "4.7.26"


@pytest.mark.parametrize("type_", [FieldType.TEXT, FieldType.LONG])
def test_an_answer_that_arrives_does_not_take_away_words_being_typed(bench, type_):
    made = bench(type_)
    made.type("half a sent")
    made.editor.set_answer("what the store had")
    made.editor.flush()
    assert made.said == ["half a sent"]


def test_emptying_takes_the_answer_back(bench):
    made = bench(FieldType.TEXT)
    made.editor.set_answer("Sampleton")
    made.editor.buddy().selectAll()
    QTest.keyClick(made.editor.buddy(), KEY.Key_Delete)
    made.leave()
    assert made.said == [Absent.NOT_ASKED]


def test_going_through_a_field_says_nothing(bench):
    made = bench(FieldType.TEXT)
    made.editor.set_answer("Sampleton")
    made.editor.take_focus()
    made.leave()
    assert made.said == []


def test_hiding_an_editor_takes_what_is_typed(bench):
    made = bench(FieldType.TEXT)
    made.type("Sample")
    made.editor.hide()
    assert made.said == ["Sample"]


@pytest.mark.parametrize("type_", [*TYPED, FieldType.LONG, FieldType.MOMENT, FieldType.LINK, FieldType.LINKS])
def test_not_known_is_said_by_keyboard_and_taken_back(bench, type_):
    made = bench(type_)
    made.editor.take_focus()
    boxes = 0 if type_ is FieldType.LINKS else 2 if type_ is FieldType.MOMENT else 1
    for _ in range(boxes):
        QTest.keyClick(made.focusWidget(), KEY.Key_Tab)
    assert made.focusWidget().text() == "Not known"
    QTest.keyClick(made.focusWidget(), KEY.Key_Space)
    assert made.said == [Absent.UNKNOWN]
    back = made.focusWidget()
    assert back.text() == "Answer instead"
    assert back.accessibleName() == "Surname: Not known. Answer instead"
    QTest.keyClick(back, KEY.Key_Return)
    assert made.said == [Absent.UNKNOWN, Absent.NOT_ASKED]
    assert made.editor.isAncestorOf(made.focusWidget())


def test_none_is_offered_only_where_it_may_be(bench):
    made = bench(FieldType.NUMBER, may_be_none=True)
    QTest.mouseClick(button(made, "None"), Qt.MouseButton.LeftButton)
    assert made.said == [Absent.NONE]
    made.leave()
    plain = bench(FieldType.NUMBER)
    assert "None" not in {one.text() for one in plain.editor.findChildren(QPushButton)}


def test_ways_of_having_no_value_go_when_there_is_one(bench):
    made = bench(FieldType.TEXT)
    assert button(made, "Not known")
    made.type("S")
    assert not made.editor._ways.isVisible()


def test_not_known_may_be_typed_where_words_are_no_answer(bench):
    made = bench(FieldType.DATE)
    made.type("not known")
    made.leave()
    assert made.said == [Absent.UNKNOWN]
    words = bench(FieldType.TEXT)
    words.type("not known")
    words.leave()
    assert words.said == ["not known"]


@pytest.mark.parametrize("absent", [Absent.UNKNOWN, Absent.NONE])
def test_an_absence_that_is_set_is_shown_in_words(bench, absent):
    made = bench(FieldType.TEXT, may_be_none=True)
    made.editor.set_answer(absent)
    assert not made.editor.buddy().isVisible()
    assert made.editor._absence._words.text() == absent.label.en
    made.editor.set_answer("Sampleton")
    assert made.editor.buddy().isVisible()
    assert made.said == []


def test_long_text_grows_and_tab_moves_on(bench):
    made = bench(FieldType.LONG, lines=3)
    before = made.editor.box.height()
    made.type("line one")
    for _ in range(8):
        QTest.keyClick(made.editor.box, KEY.Key_Return)
    assert made.editor.box.height() > before
    QTest.keyClick(made.editor.box, KEY.Key_Tab)
    assert made.focusWidget() is made.after
    assert made.said == ["line one"]


def test_long_text_can_be_undone(bench):
    made = bench(FieldType.LONG, lines=3)
    made.editor.set_answer("as it was")
    made.type("x")
    made.editor.box.undo()
    assert made.editor.box.toPlainText() == "as it was"
    made.editor.box.undo()
    assert made.editor.box.toPlainText() == "as it was"


def test_long_text_counts_printed_lines(bench):
    made = bench(FieldType.LONG, lines=6)
    made.editor.set_answer("a line\nanother\n" + "word " * 20)
    assert made.editor.count.text() == "4 of about 6 printed lines"
    assert printed_lines("") == 0
    assert printed_lines("x" * 89) == 2


def test_words_of_controls_are_in_welsh(bench):
    made = bench(FieldType.TEXT, language=Language.CY)
    assert button(made, "Ddim yn hysbys")


@pytest.mark.parametrize("type_", list(FieldType))
def test_every_type_shows_every_way_of_having_no_value(bench, type_):
    more = {"choices": LEVELS} if type_ in (FieldType.CHOICE, FieldType.CHOICES) else {}
    made = bench(type_, options=records, may_be_none=True, **more)
    for absent in Absent:
        made.editor.set_answer(absent)
        assert made.editor.answer() is absent
    assert made.said == []
