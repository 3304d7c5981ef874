"""Conditions are added at the keyboard: a few letters, the gaps, Enter, and the cursor is at the next."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casework.wording import packs
from desktop.desk import Place
from desktop.pages.orders.order_page import OrderPage
from storage.vault import Vault
from tests.desktop.audit import nameless
from tests.desktop.pages.hands import Typist, press, words

ENTER = Qt.Key.Key_Return
TODAY = date(2026, 11, 25)


@pytest.fixture
def hands() -> Typist:
    return Typist()


@pytest.fixture
def order_of(vault: Vault, ids, blank: str, page):
    """Opens a fresh order, or licence, of an empty case with the cursor at its first condition."""

    def made(record_kind: str = "order", /, **answers) -> OrderPage:
        given = answers or {"kind": "shpo", "made_on": date(2026, 10, 1), "court": "Eastholme"}
        with vault.write("collection") as rows:
            record = rows.add(ids[blank], record_kind, given)
        page.open(Place("case", ids[blank], "orders", str(record.id)))
        opened = page.shown_part.page
        opened.conditions.begin()
        return opened

    return made


@pytest.fixture
def stood(case_of, blank: str):
    """The conditions of the only order or licence, as they are kept."""

    def read(kind: str = "condition"):
        case = case_of(blank)
        return case.children(case.of("licence" if kind == "licence_condition" else "order")[0], kind)

    return read


ELEVEN = (
    ("unsup", ["", "18", "children's services"]),
    ("living or", []),
    ("vehicle", []),
    ("keep their h", ["any police officer"]),
    ("devices only if the police", ["the officer who manages the order", "3"]),
    ("deleting", []),
    ("monitoring sof", ["the police"]),
    ("accounts", ["social network"]),
    ("online contact", []),
    ("volunteering", []),
    ("change of name", []),
)


def test_eleven_conditions_cost_few_keys(order_of, hands: Typist, stood):
    order_of()
    for letters, gaps in ELEVEN:
        hands.enter(letters)
        for one in gaps:
            hands.enter(one)
        if not gaps and letters != "deleting":
            assert QApplication.focusWidget().text().startswith("Add as condition")
            hands.press(ENTER)
    made = stood()
    assert len(made) == 11
    assert all(one["wording"] for one in made)
    assert not [one for one in made if "[" in one.words("text")]
    assert "any child under the age of 18" in made[1].words("text")
    assert (made[0]["contact_rule"], made[0]["contact_with"]) == ("supervised", "children")
    assert hands.keys <= 30


def test_arrows_go_through_the_wordings_and_esc_leads_back(order_of, hands: Typist, stood):
    entry = order_of().conditions.entry
    hands.press(Qt.Key.Key_Down)
    first = entry.search.list.current()
    hands.press(Qt.Key.Key_Down)
    assert entry.search.list.current() == entry.search.list.keys()[1] != first
    hands.press(ENTER)
    assert entry.form is not None
    hands.press(Qt.Key.Key_Escape)
    assert entry.form is None
    assert entry.search.box.hasFocus()
    assert stood() == ()


def test_a_gap_that_cannot_stand_is_said_beside_it_and_what_was_typed_stays(order_of, hands: Typist, stood):
    order = order_of()
    hands.enter("volunteering")
    hands.enter("99")
    form = order.conditions.entry.form
    assert "must lie between 1 and 18" in words(form)
    assert form.gaps.editor("age").box.text() == "99"
    form.gaps.editor("age").box.selectAll()
    hands.enter("16")
    assert "under the age of 16" in stood()[0].words("text")


def test_an_open_gap_is_named_when_the_button_is_pressed(order_of, hands: Typist, stood):
    form_page = order_of()
    hands.enter("unsup")
    press(form_page.conditions.entry.form.add_button)
    assert "is not whole yet" in words(form_page.conditions.entry.form)
    assert stood() == ()


def test_own_words_are_checked_quietly_and_added(order_of, hands: Typist, stood):
    entry = order_of().conditions.entry
    hands.text("Entering Wexmere park at any time unless with an adult")
    assert "Not found in it: end date" in words(entry)
    hands.press(ENTER)
    (made,) = stood()
    assert (made["kind"], made["wording"]) == ("prohibition", made["wording"])
    assert made.words("text") == "Entering Wexmere park at any time unless with an adult"
    assert entry.search.box.hasFocus()


def test_a_slip_of_the_letters_is_not_taken_for_a_condition(order_of, hands: Typist, stood):
    entry = order_of().conditions.entry
    hands.enter("unspervised")
    assert "is no wording" in words(entry)
    assert stood() == ()
    hands.press(ENTER)
    assert stood()[0].words("text") == "unspervised"


def test_a_numbered_list_is_pasted_whole(order_of, hands: Typist, stood):
    entry = order_of().conditions.entry
    QApplication.clipboard().setText("The defendant must not:\n1. Enter Wexmere\npark.\n2. Keep pigeons.")
    entry.search.box.paste()
    assert "2 conditions were pasted" in words(entry)
    assert "The defendant must not:" in words(entry)
    hands.press(ENTER)
    assert [one.words("text") for one in stood()] == ["Enter Wexmere park.", "Keep pigeons."]
    assert entry.search.box.toPlainText() == ""


def test_the_wordings_are_those_of_the_day_the_order_was_made(order_of):
    entry = order_of(kind="shpo", made_on=date(2022, 1, 1)).conditions.entry
    assert "requirement" not in {one.kind for one in entry.offered.wordings}


def test_all_standard_conditions_come_at_one_stroke(order_of, hands: Typist, stood):
    page = order_of("licence", kind="determinate", starts_on=date(2026, 10, 1))
    assert page.conditions.standard.isVisible()
    hands.enter("standard")
    made = stood("licence_condition")
    assert [one["type"] for one in made] == ["standard"] * 8
    assert not page.conditions.standard.isVisible()
    hands.enter("no approach to")
    hands.enter("Victim A")
    hands.enter()
    hands.enter()
    hands.enter("She asked for it")
    last = stood("licence_condition")[-1]
    assert last["reason"] == "She asked for it"
    assert last["contact_rule"] == "with_permission"
    assert packs()["licence_4_0"].edition in last.words("wording").replace("_", ".")


def test_conditions_are_moved_and_their_gaps_filled_again(order_of, hands: Typist, stood):
    page = order_of()
    hands.enter("vehicle")
    hands.enter()
    hands.enter("16")
    hands.enter("deleting")
    first, second = stood()
    cards = page.conditions.list.cards()
    press(cards[1]._change)
    hands.press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in stood()] == [second.id, first.id]
    card = next(one for one in page.conditions.list.cards() if one.record.id == first.id)
    press(card._change)
    again = next(
        one for one in card.findChildren(type(page.conditions.standard)) if one.text() == "Fill its gaps again"
    )
    press(again)
    hands.enter()
    box = QApplication.focusWidget()
    assert box.text() == "16"
    box.selectAll()
    hands.enter("18")
    assert "under the age of 18" in stood()[1].words("text")
    assert nameless(page) == []


def test_a_condition_that_was_moved_keeps_the_cursor_and_one_removed_comes_back_in_its_place(order_of, hands, stood):
    page = order_of()
    for letters in ("deleting", "peer"):
        hands.enter(letters)
    hands.press(ENTER)
    hands.enter("volunteering")
    hands.enter("16")
    ids_ = [one.id for one in stood()]
    page.conditions.list.cards()[2]._change.setFocus()
    hands.press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in stood()] == [ids_[0], ids_[2], ids_[1]]
    assert QApplication.focusWidget() is page.conditions.list.cards()[1]._change
    page.conditions.list._remove(ids_[2])
    assert [one.id for one in stood()] == [ids_[0], ids_[1]]
    hands.press(ENTER)
    assert [one.id for one in stood()] == [ids_[0], ids_[2], ids_[1]]
    assert page.conditions.list.cards()[1].accessibleName().startswith("2.")
