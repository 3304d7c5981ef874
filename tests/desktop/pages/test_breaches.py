"""A breach is recorded and decided with every earlier one on the screen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casework.answer import Span
from desktop.operations import cases, policy
from desktop.pages.breaches.page import CAME, DECISION, WHAT
from desktop.pages.overview_blocks import Fact
from desktop.pages.removed_line import RemovedLine
from tests.desktop.audit import unreached
from tests.desktop.pages.hands import press, type_into, words

DAY = date(2026, 2, 2)


@pytest.fixture
def warned(vault, ids):
    """Gives a licence so many concerns, every other one a considered recall; the licence's id."""

    def warn(count: int, ref: str = "T-00003") -> str:
        with vault.write() as rows:
            licence = rows.case(ids[ref]).of("licence")[0]
            for n in range(count):
                decision = "recall_considered" if n % 2 else "warning"
                told = {"happened": f"Late {n}", "occurred_on": DAY + timedelta(days=n), "decision": decision}
                rows.add(ids[ref], "licence_breach", told, licence.id)
        return str(licence.id)

    return warn


def begin(part, block=None):
    """Press the button that begins a breach, and give its page."""
    press((block or part.breaches).record_button)
    return part._breach.page


def test_what_happened_is_asked_first_and_kept_with_its_order(opened, page, case_of):
    part = opened("orders")
    before = {one.id for one in case_of().of("breach")}
    made = begin(part)
    assert QApplication.focusWidget() is made.forms[WHAT].form.editor("happened").buddy()
    type_into(made.forms[WHAT].form.editor("happened"), "A second telephone in his hand")
    type_into(made.forms[WHAT].form.editor("occurred_on"), "24.11.26")
    page.flush()
    (new,) = [one for one in case_of().of("breach") if one.id not in before]
    assert new.parent == case_of().of("order")[0].id
    assert (new["happened"], new["occurred_on"]) == ("A second telephone in his hand", date(2026, 11, 24))
    assert new["outcome"] == "suspected"
    press(made, Qt.Key.Key_Escape)
    assert part.breaches.lines()[0].button is QApplication.focusWidget()
    assert "3 breaches" in words(part.breaches)


def test_a_breach_offers_the_conditions_of_its_order_by_number(opened):
    made = begin(opened("orders"))
    offered = made.forms[WHAT]._options(made.record.shape.get("condition"))
    assert len(offered) == 11
    assert offered[1][1].startswith("Condition 2: ")


def test_a_breach_that_was_left_empty_does_not_stay(opened, case_of):
    part = opened("orders")
    before = case_of().of("breach")
    press(begin(part), Qt.Key.Key_Escape)
    assert case_of().of("breach") == before
    assert part.findChild(RemovedLine) is None


def test_the_eighth_is_not_decided_before_the_seven_were_on_the_screen(opened, page, warned, qtbot):
    warned(7)
    part = opened("orders", "T-00003")
    made = begin(part)
    assert len(made.earlier.words()) == 7
    qtbot.waitUntil(lambda: made.earlier.all_seen)
    assert made.forms[DECISION].isVisible()
    press(made, Qt.Key.Key_Escape)
    page.resize(1122, 330)
    low = begin(part)
    qtbot.waitUntil(lambda: low.earlier.left < 7)
    assert not low.forms[DECISION].isVisible()
    assert not low.go("decision")
    bar = low.earlier._list.verticalScrollBar()
    for value in range(0, bar.maximum() + 8, 8):
        bar.setValue(value)
    qtbot.waitUntil(low.forms[DECISION].isVisible)
    assert low.go("decision")


def test_a_manager_is_asked_from_the_number_that_the_area_sets(opened, warned, vault):
    warned(2)
    part = opened("orders", "T-00003")
    assert "a senior manager should look" not in words(part)
    part.desk.worker.write(policy.set_number("breach.review_at", "2"), part)
    made = begin(part)
    assert "2 earlier decisions ended in a warning" in words(made.earlier)
    type_into(made.forms[DECISION].form.editor("reviewed_by"), "Head of unit")
    made.flush()
    assert "2 earlier decisions" not in words(made.earlier)


def test_a_recall_that_was_considered_and_not_done_is_a_record_with_what_was_tried(opened, page, case_of):
    part = opened("orders", "T-00003")
    press(part.breaches.considered_button)
    made = part._breach.page
    assert "Recall considered, not done" in words(made)
    assert "alternatives" in made.forms[DECISION].form.keys()  # noqa: SIM118
    assert CAME not in made.forms
    type_into(made.forms[WHAT].form.editor("happened"), "Back at 20.40, an hour and forty minutes late")
    page.flush()
    (new,) = case_of("T-00003").of("licence_breach")
    assert new["decision"] == "recall_considered"
    press(made, Qt.Key.Key_Escape)
    assert "1 considered recall" in words(part.breaches)


def test_a_breach_is_removed_and_brought_back(opened, case_of):
    part = opened("orders")
    (first, *_) = part.breaches.lines()
    press(first.button)
    part._breach.page.removed.emit()
    assert case_of().get(first.told.id) is None
    line = part.findChild(RemovedLine)
    assert line.isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget())
    assert case_of().get(first.told.id) is not None
    assert first.told.id in [one.told.id for one in part.breaches.lines()]


def test_a_breach_of_a_risk_order_tells_what_the_law_makes_of_it(opened, vault, ids, qtbot):
    with vault.write() as rows:
        made = {
            "kind": "sro",
            "made_on": date(2023, 1, 5),
            "served_on": date(2023, 1, 5),
            "ends": "for",
            "for": Span(years=5),
        }
        order = rows.add(ids["T-00003"], "order", made)
        rows.add(ids["T-00003"], "condition", {"kind": "prohibition", "text": "Contact", "ends": "order"}, order.id)
        told = {"happened": "A message", "outcome": "suspected"}
        breach = rows.add(ids["T-00003"], "breach", told, order.id)
    part = opened("orders", "T-00003", breach.id)
    shown = words(part._breach.page)
    assert "Sexual Offences Act 2003 s.122H" in shown
    assert "full notification under Part 2" in shown
    for key, answer in (("outcome", "convicted"), ("outcome_on", date(2025, 4, 2))):
        part.desk.worker.write(cases.answer(part.view.case.id, breach, key, answer), part)
    qtbot.waitUntil(lambda: "Notification starts" in words(part._breach.page))
    assert "full notification under Part 2" not in words(part._breach.page)


def test_the_overview_counts_and_leads_to_them(opened, page, qtbot):
    part = opened("overview")
    said = "2 breaches, no warnings, no considered recalls, since Tue 17 Jun 2025."
    qtbot.waitUntil(lambda: said in words(part))
    (fact,) = [one for one in part.findChildren(Fact) if one.accessibleName() == said]
    press(fact)
    assert page.shown_part.breaches.isVisible()


def test_the_page_of_a_breach_is_reached_by_the_keyboard(opened, page):
    made = begin(opened("orders"))
    assert unreached(made) == []
