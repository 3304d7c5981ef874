"""The smaller controls: what they say, and what they say of themselves."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from casework.standing import State
from casework.text import Language
from widgets.button import Button
from widgets.card import Card
from widgets.chip import Chip, rosh_chip
from widgets.deadline import Deadline, DeadlineRow
from widgets.disclosure import Disclosed
from widgets.empty import Empty
from widgets.label import PlainLabel
from widgets.layout import row
from widgets.notice import Notice
from widgets.passphrase import PassphraseBox
from widgets.progress import Progress
from widgets.saved import Saved
from widgets.shapes import Box, Shape, rosh_box
from widgets.state import due_look, standing_look
from widgets.theme import apply, colour
from widgets.told import Told, ToldList
from widgets.words import how_far

KEY, CLICK = Qt.Key, Qt.MouseButton.LeftButton
TODAY = date(2026, 6, 22)
DEADLINE = Deadline(
    date(2026, 6, 13), "Notify the address", key="n", basis="Sexual Offences Act 2003, s. 84(1)", rule="Three days",
    why=("Moved on 10 Jun", "3 days"), law_row="periods 2004", checked_on=date(2026, 6, 1), next="Record it",
)  # fmt: skip


def words_in(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(PlainLabel) if one.isVisible()]


def test_enter_presses_the_button_that_has_focus(shown, qtbot):
    made = shown(Button("Add & go"))
    assert made.accessibleName() == "Add & go"
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, KEY.Key_Return)


def test_a_disabled_button_takes_no_enter(shown, qtbot):
    made = shown(Button("Add"))
    made.setEnabled(False)
    with qtbot.assertNotEmitted(made.clicked):
        made.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier))


def test_risk_of_serious_harm_is_a_word_in_a_box():
    made = rosh_chip("very_high", group="children")
    assert (made.text(), made.accessibleName()) == ("VERY HIGH", "RoSH children VERY HIGH")
    assert rosh_chip("", Language.CY).text() == "Ddim yn hysbys"
    assert [rosh_box(one) for one in ("low", "high", "very_high")] == [Box.OUTLINE, Box.STRONG, Box.REVERSE]


def test_very_high_is_in_reverse(shown):
    window = QWidget()
    high, low = rosh_chip("very_high"), Chip("Low")
    window.setLayout(row(high, low, None))
    picture = shown(window).grab().toImage()
    for chip, ground in ((high, "ink"), (low, "paper")):
        at = chip.mapTo(window, QPoint(4, chip.height() // 2))
        assert picture.pixelColor(at) == colour(ground)


@pytest.mark.parametrize(
    ("days", "duty", "words", "shape", "role"),
    [(-9, True, "9 days late", Shape.DOT, "late"), (-1, True, "1 day late", Shape.DOT, "late"),
     (-9, False, "9 days ago", Shape.DASH, "quiet"), (0, True, "today", Shape.HALF, "soon"),
     (14, True, "in 14 days", Shape.HALF, "soon"), (15, True, "in 15 days", Shape.RING, "")],
)  # fmt: skip
def test_a_distance_has_words_and_a_shape(days, duty, words, shape, role):
    look = due_look(TODAY + timedelta(days=days), TODAY, duty=duty)
    assert (look.words.en, look.shape, look.role) == (words, shape, role)


def test_states_of_sections_differ_in_shape():
    assert len({standing_look(one).shape for one in State}) == len(State)


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 6, 23), "tomorrow"), (date(2026, 6, 21), "yesterday"), (date(2026, 9, 29), "in 99 days"),
     (date(2027, 6, 21), "in 11 months"), (date(2027, 6, 22), "in 12 months"), (date(2028, 6, 22), "in 2 years"),
     (date(1979, 3, 4), "47 years ago"), (date(1979, 6, 23), "46 years ago")],
)  # fmt: skip
def test_how_far_a_day_is(day, words):
    assert how_far(day, TODAY).en == words


def test_why_opens_the_grounds_by_keyboard(shown):
    made = shown(DeadlineRow(DEADLINE, TODAY))
    assert "Sexual Offences Act 2003, s. 84(1)" not in words_in(made)
    (why,) = made.findChildren(QPushButton)
    assert (why.accessibleName(), why.accessibleDescription()) == ("Why: Notify the address", "closed")
    why.setFocus()
    QTest.keyClick(why, KEY.Key_Space)
    told = words_in(made)
    for said in (
        "Sexual Offences Act 2003, s. 84(1)",
        "Three days",
        "Moved on 10 Jun\n3 days",
        "periods 2004",
        "Mon 1 Jun 2026",
        "Record it",
    ):
        assert said in told
    assert why.accessibleDescription() == "opened"
    QTest.keyClick(why, KEY.Key_Left)
    assert "Three days" not in words_in(made)
    assert made.accessibleName() == "Sat 13 Jun 2026, Notify the address, 9 days late"


def test_a_date_without_grounds_has_nothing_to_open(shown):
    made = shown(DeadlineRow(Deadline(TODAY, "Visit"), TODAY))
    assert made.findChildren(QPushButton) == []


def test_the_next_step_is_a_button(shown, qtbot):
    made = shown(DeadlineRow(DEADLINE, TODAY, action="Record it"))
    (act,) = (one for one in made.findChildren(QPushButton) if one.text() == "Record it")
    with qtbot.waitSignal(made.acted) as heard:
        QTest.mouseClick(act, CLICK)
    assert heard.args == ["n"]


def test_what_is_opened_is_made_when_it_is_opened(shown):
    made = []

    def part() -> QWidget:
        made.append(PlainLabel("inside"))
        return made[0]

    one = shown(Disclosed("Guidance", part))
    assert made == []
    QTest.mouseClick(one.button, CLICK)
    assert words_in(one) == ["inside"]
    QTest.mouseClick(one.button, CLICK)
    QTest.mouseClick(one.button, CLICK)
    assert len(made) == 1


def test_a_long_question_goes_on_in_the_next_line_and_back(shown):
    words = "2  Does it draw on everything there is: past behaviour, other agencies & victims?"
    one = shown(Disclosed(words, QWidget))
    one.resize(240, 200)
    assert one.button.text().replace("\n", " ") == words.replace("&", "&&")
    assert one.button.text().count("\n") > 1
    assert one.button.width() <= 240
    one.resize(1600, 200)
    assert "\n" not in one.button.text()


def test_nothing_to_show_says_one_thing_to_do(shown, qtbot):
    made = shown(Empty("No case yet.", "Add the first case", detail="Or open a practice vault."))
    with qtbot.waitSignal(made.acted):
        QTest.mouseClick(made.button, CLICK)
    assert words_in(made) == ["No case yet.", "Or open a practice vault."]


def test_a_notice_says_something_else(shown):
    made = shown(Notice("Late", role="late"))
    made.tell("Done", "done", "All of it.")
    assert {"Done", "All of it."} <= set(words_in(made))
    assert made.property("wash") == "done"
    made.tell("")
    assert made.isHidden()


def test_a_notice_acts_with_its_key(shown, qtbot):
    made = shown(Notice("The ban ends", action="Open", key="o1"))
    with qtbot.waitSignal(made.acted) as heard:
        QTest.mouseClick(made.findChild(QPushButton), CLICK)
    assert heard.args == ["o1"]


def test_short_work_shows_nothing(shown, qtbot):
    made = shown(Progress())
    made.start("Making the paper")
    assert not made.showing()
    made.stop()
    assert not made._soon.isActive()


def test_longer_work_shows_a_bar_then_words_then_a_way_out(shown, qtbot):
    made = shown(Progress())
    made.start("Making the paper", cancellable=True)
    qtbot.waitUntil(made.showing, timeout=1000)
    assert not made.telling()
    qtbot.waitUntil(made.telling, timeout=4000)
    with qtbot.waitSignal(made.cancelled):
        QTest.mouseClick(made.findChild(QPushButton), CLICK)
    made.reach(0.5)
    picture = made._bar.grab().toImage()
    assert picture.pixelColor(4, 2) == colour("accent")
    assert picture.pixelColor(picture.width() - 4, 2) == colour("rule")
    made.stop()
    assert not made.showing()
    assert not made.telling()


def test_saved_is_told_quietly_and_failure_is_not(shown):
    made = shown(Saved())
    made.saved(time(14, 2, 7))
    assert made.text() == "Saved 14:02:07"
    assert made.palette().windowText().color() == colour("quiet_ink")
    made.failed("the disk is full.")
    assert made.text() == "Not saved: the disk is full."
    assert made.palette().windowText().color() == colour("late")


def test_a_card_is_changed_and_removed_by_its_key(shown, qtbot):
    made = shown(Card("m1", "Visit", ("Police",), findings=("Owner is missing",)))
    with qtbot.waitSignal(made.changed) as changed, qtbot.waitSignal(made.removed) as removed:
        QTest.mouseClick(made.change, CLICK)
        QTest.mouseClick(made.remove, CLICK)
    assert (changed.args, removed.args) == (["m1"], ["m1"])
    assert made.remove.accessibleName() == "Remove: Visit"
    assert words_in(made) == ["Visit", "Police", "Owner is missing"]


def test_answers_told_have_a_change_beside_them(shown, qtbot):
    made = shown(ToldList((Told("Surname", "Sampleton", "name"), Told("Born", "Not known")), changeable=True))
    (change,) = made.findChildren(QPushButton)
    assert change.accessibleName() == "Change: Surname"
    with qtbot.waitSignal(made.changed) as heard:
        QTest.mouseClick(change, CLICK)
    assert heard.args == ["name"]
    made.set_told((Told("Only", "this"),))
    qtbot.waitUntil(lambda: words_in(made) == ["Only", "this"])


def test_a_passphrase_leaves_as_bytes_and_its_box_is_empty(shown, qtbot):
    made = shown(PassphraseBox("Passphrase"))
    with qtbot.waitSignal(made.edited):
        QTest.keyClicks(made.box, "per")
    made.box.setText("pŵer")
    made.reveal(True)
    assert made.box.displayText() == "pŵer"
    taken = made.take()
    assert isinstance(taken, bytearray)
    assert taken.decode() == "pŵer"
    assert made.is_blank()
    QTest.keyClicks(made.box, "x")
    assert made.box.displayText() != "x"
    with qtbot.waitSignal(made.entered):
        QTest.keyClick(made.box, KEY.Key_Return)


def test_every_control_follows_a_change_of_theme(dressed, shown):
    chip, label = Chip("Cat 1"), PlainLabel("words")
    window = QWidget()
    window.setLayout(row(chip, label))
    shown(window)
    apply(dressed, "dark")
    assert label.palette().windowText().color() == colour("ink")
    assert window.grab().toImage().pixelColor(2, 2) == colour("paper")
