"""What happened to an order, at the keyboard: only the legal moves are offered, each asks its own, each can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame

from tests.desktop.pages.hands import Typist, words
from widgets.button import Button
from widgets.disclosure import Disclosed

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def typist() -> Typist:
    return Typist()


@pytest.fixture
def part(opened, qtbot):
    """The orders of a case, with its sexual harm prevention order open."""
    made = opened("orders")
    made.go(made.view.case.of("order")[0].id, "")
    made.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window())
    return made


def changes(case_of) -> list:
    return list(case_of().of("change"))


def test_legal_moves_are_buttons_and_the_others_say_why_not(part, qtbot):
    moves = part.page.moves
    assert list(moves.moves()) == [
        "Record a variation", "Record a renewal", "Record a discharge", "Record an appeal", "Record that it ceased",
        "Record a breach",
    ]  # fmt: skip
    folded = moves.findChild(Disclosed)
    assert folded.button.text().startswith("Not possible now: ")
    folded.button.click()
    qtbot.waitUntil(lambda: "It is in force: vary or renew it." in words(folded))
    assert "Nothing here waits for a decision." in words(folded)


def test_a_breach_opens_its_own_page(part, typist, case_of):
    part.page.moves.moves()["Record a breach"].click()
    assert case_of().of("breach")[-1].parent == part.page.record.id
    assert part._breach.page.record.id == case_of().of("breach")[-1].id


def test_a_variation_is_recorded_from_the_keyboard_and_undone(part, typist, case_of):
    moves, before = part.page.moves, changes(case_of)
    moves.moves()["Record a variation"].setFocus()
    typist.enter().enter("1 oct 26").enter("20 nov 26")
    typist.press(Qt.Key.Key_Return, modifier=CTRL)
    assert "fill in “What was decided and why”" in words(moves.form)
    assert changes(case_of) == before
    assert QApplication.focusWidget() is moves.form.form.editor("reason").buddy()
    typist.text("Condition 3 is made clearer.").press(Qt.Key.Key_Return, modifier=CTRL)
    made = changes(case_of)[-1]
    assert made.answers == {
        "kind": "varied", "applied_on": date(2026, 10, 1), "decided_on": date(2026, 11, 20),
        "reason": "Condition 3 is made clearer.",
    }  # fmt: skip
    line = next(one for one in moves.findChildren(QFrame) if "Recorded a variation." in words(one))
    next(one for one in line.findChildren(Button) if one.text() == "Undo").click()
    assert changes(case_of) == before


def test_a_discharge_inside_the_bar_wants_both_consents_beside_the_field(part, typist, case_of):
    moves = part.page.moves
    moves.choose("discharge")
    assert "only with the consent of both" in words(moves.form)
    typist.enter().enter("20 nov 26").enter()
    moves.form.form.editor("reason").take_focus()
    typist.text("Health.").press(Qt.Key.Key_Return, modifier=CTRL)
    assert "record both consents" in words(moves.form.form.editor("consents"))
    assert moves.form.given()["reason"] == "Health."


def test_dates_that_cannot_be_and_what_the_law_forbids_are_said_beside_the_field(part, typist, case_of):
    moves, before = part.page.moves, changes(case_of)
    moves.choose("vary")
    typist.enter("1 nov 26").enter("20 oct 26").enter()
    moves.form.form.editor("ends").controls()[1].click()
    typist.enter().enter("1 jan 2020").text("Made shorter.").press(Qt.Key.Key_Return, modifier=CTRL)
    assert "is before “Applied for or lodged on” (Sun 1 Nov 2026): put one of them right." in words(
        moves.form.form.editor("decided_on")
    )
    assert changes(case_of) == before
    box = QApplication.focusWidget()
    box.selectAll()
    typist.text("20 nov 26").press(Qt.Key.Key_Return, modifier=CTRL)
    assert "is before “Decided on” (Fri 20 Nov 2026)" in words(moves.form.form.editor("until"))
    assert moves.form.given()["reason"] == "Made shorter."


def test_what_the_law_finds_wrong_is_recorded_only_in_spite(part, typist, case_of):
    moves, before = part.page.moves, changes(case_of)
    moves.choose("vary")
    travel = next(one for one in case_of().of("condition") if one["kind"] == "foreign_travel")
    typist.enter().enter("20 nov 26")
    moves.form.form.editor("item").box.setCurrentIndex(moves.form.form.editor("item").box.findData(travel.id))
    moves.form.form.editor("item")._touched()
    typist.enter()
    moves.form.form.editor("ends").controls()[1].click()
    typist.enter().enter("1 jan 2040").text("Longer.").press(Qt.Key.Key_Return, modifier=CTRL)
    assert "VAL-02" in words(moves.form.form.editor("until"))
    assert moves.form.record_button.text() == "Record it all the same"
    assert changes(case_of) == before
    moves.form.record_button.click()
    assert changes(case_of)[-1]["until"] == date(2040, 1, 1)


def test_what_is_typed_in_a_move_stands_there_when_it_is_chosen_again(part, typist, case_of):
    moves, before = part.page.moves, changes(case_of)
    moves.choose("appeal")
    typist.text("2 nov 26").press(Qt.Key.Key_Escape)
    assert moves.form is None
    assert changes(case_of) == before
    order = part.page.record.id
    part._back()
    part.go(order, "")
    part.page.moves.choose("appeal")
    assert part.page.moves.form.given() == {"applied_on": date(2026, 11, 2)}
    typist.press(Qt.Key.Key_Return, modifier=CTRL)
    assert changes(case_of)[-1]["kind"] == "appealed"
    assert "Record the decision on what was asked: appealed, asked for on Mon 2 Nov 2026" in part.page.moves.moves()
