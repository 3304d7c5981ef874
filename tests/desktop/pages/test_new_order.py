"""A new order at the keyboard: one question at a time, in the order of the sealed document."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casework.answer import Absent, Span
from tests.desktop.pages.hands import Typist, words
from tests.desktop.pages.test_condition_entry import ELEVEN
from widgets.label import Paragraph
from widgets.told import ToldList

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def typist(qtbot) -> Typist:
    return Typist()


@pytest.fixture
def part(opened, qtbot):
    """The orders of a case, active, with the cursor in the box for a new one."""
    made = opened("orders")
    made.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window())
    made.new_order.setFocus()
    return made


def begun(part, typist: Typist, kind: str = "shpo"):
    typist.enter(kind)
    assert part.entry is not None
    return part.entry


def answered(entry) -> set[str]:
    """What stands above the question, as it is read out."""
    told = entry.findChild(ToldList)
    return {one.accessibleName() for one in told.findChildren(Paragraph)}


def kept(case_of):
    return case_of().of("order")[-1]


def test_the_facts_of_an_order_go_in_with_few_keys(part, typist, case_of):
    entry = begun(part, typist)
    typist.press("1").enter()
    for answer in ("Wexmere Crown Court", "T20269999", "3 mar 25", "26 jul 26"):
        typist.enter(answer)
    typist.press("1").enter()
    typist.enter("4 aug 26").enter()
    typist.press("2").enter()
    for answer in ("5 years", "5.8.26"):
        typist.enter(answer)
    while entry.key:
        typist.enter()
    assert "The facts are entered." in words(entry)
    typist.enter()
    assert kept(case_of).answers == {
        "kind": "shpo", "route": "conviction", "court": "Wexmere Crown Court", "reference": "T20269999",
        "offence_on": date(2025, 3, 3), "convicted_on": date(2026, 7, 26), "statute": "sentencing_code",
        "made_on": date(2026, 8, 4), "ends": "for", "for": Span(years=5), "served_on": date(2026, 8, 5),
    }  # fmt: skip
    assert part.entry is None
    assert part.page.isAncestorOf(QApplication.focusWidget()), "ready for the conditions"
    assert typist.keys <= 20


def test_what_cannot_be_stays_with_the_reason_and_enter_goes_on_once_it_can(part, typist, case_of):
    entry = begun(part, typist)
    typist.press("1").enter().enter("Wexmere").enter()
    typist.enter("jul 26")
    assert entry.key == "offence_on"
    assert "“jul 26” may be 26 Jul or Jul 2026" in words(entry)
    box = QApplication.focusWidget()
    assert box.text() == "jul 26"
    box.selectAll()
    typist.text("26 jul")
    assert "Sun 26 Jul 2026" in words(entry)
    typist.enter()
    assert entry.key == "convicted_on"
    assert "VAL-" not in words(entry.form()), "it is not told what it lacks while it is asked"
    assert "Date of the offence: Sun 26 Jul 2026" in answered(entry)
    assert kept(case_of)["offence_on"] == date(2026, 7, 26)


def test_what_the_law_finds_stands_beside_the_answer_with_its_rule(part, typist, case_of):
    entry = begun(part, typist)
    typist.press("2").enter().enter("Wexmere").enter()
    typist.press("1").enter().enter("1 jun 26").enter("4 aug 26").enter()
    typist.press("2").enter().enter("3 years").enter("1 aug 26")
    assert {
        "Error: The last day Fri 3 Aug 2029 is before Sun 3 Aug 2031, the earliest that the law permits. (VAL-01)",
        "Check: The order is recorded as served on Sat 1 Aug 2026, before it was made on Tue 4 Aug 2026. (VAL-13)",
    } <= answered(entry)
    entry.ask("for")
    assert "(VAL-01" in words(entry.form())
    assert kept(case_of)["for"] == Span(years=3)


def test_not_known_is_one_key_and_goes_on(part, typist, case_of):
    entry = begun(part, typist)
    for question in ("route", "court", "reference", "applicant"):
        assert entry.key == question
        typist.press("?")
    assert entry.key == "applied_on"
    assert [kept(case_of)[one] for one in ("route", "court", "reference")] == [Absent.UNKNOWN] * 3
    typist.press(Qt.Key.Key_Return, modifier=SHIFT).press(Qt.Key.Key_Return, modifier=SHIFT)
    assert entry.key == "reference"
    typist.enter()
    assert entry.key == "applicant", "Enter goes on from what is not known"


def test_back_change_and_leaving_keep_everything(part, typist, case_of):
    entry = begun(part, typist)
    typist.press("1").enter().enter("Wexmere").text("half a ref")
    typist.press(Qt.Key.Key_Return, modifier=SHIFT)
    assert entry.key == "court"
    typist.press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    assert entry.key == "route"
    entry.ask("reference")
    assert QApplication.focusWidget().text() == "half a ref"
    typist.text("erence").press(Qt.Key.Key_Escape)
    assert part.entry is None
    assert part.page.record["reference"] == "half a reference"
    part.page.entry_wanted.emit()
    assert part.entry.key == "offence_on", "goes on where it was left"


def test_a_licence_is_entered_the_same_way(part, typist, case_of):
    part.add_licence.click()
    typist.press("2").enter().enter("4 jan 27").enter().enter("P. Officer").enter()
    assert case_of().of("licence")[-1].answers == {
        "kind": "life", "starts_on": date(2027, 1, 4), "officer": "P. Officer",
    }  # fmt: skip


def test_a_new_order_with_eleven_conditions_costs_under_sixty_keys_beyond_its_text(part, typist, case_of):
    entry = begun(part, typist)
    typist.press("1").enter()
    for answer in ("Wexmere Crown Court", "T20269999", "3 mar 25", "26 jul 26"):
        typist.enter(answer)
    typist.press("1").enter().enter("4 aug 26").enter()
    typist.press("2").enter().enter("10 years").enter("5.8.26")
    while entry.key:
        typist.enter()
    typist.enter()
    for letters, gaps in ELEVEN:
        typist.enter(letters)
        for one in gaps:
            typist.enter(one)
        if not gaps and letters != "deleting":
            typist.enter()
    order = kept(case_of)
    conditions = case_of().children(order, "condition")
    assert len(conditions) == 11
    assert not [one for one in conditions if "[" in one.words("text")]
    assert part.page.conditions.isAncestorOf(QApplication.focusWidget())
    assert typist.keys < 60, typist.keys
