"""What the law finds wrong in an order stands beside its field, in words with the rule; what was typed stays."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from casework.answer import Span
from storage.vault import Vault
from tests.desktop.pages.hands import press, type_into, words

MADE = {"court": "Wexmere", "made_on": date(2024, 3, 1), "served_on": date(2024, 3, 1)}
ON_APPLICATION = {**MADE, "kind": "shpo", "route": "application", "applied_on": date(2024, 1, 2)}


@pytest.fixture
def order_with(vault: Vault, ids, opened):
    """Opens an order of a case, with a change of it where one is given; gives its page and the change's id."""

    def made(answers, change=None):
        with vault.write("collection") as rows:
            order = rows.add(ids["T-00003"], "order", answers).id
            inner = rows.add(ids["T-00003"], "change", change, order).id if change else ""
        part = opened("orders", ref="T-00003")
        part.go(inner or order, "")
        return part.page, inner

    return made


def beside(form, key: str) -> str:
    """What is said beside a field."""
    return words(form.form.editor(key).parentWidget())


@pytest.mark.parametrize(
    ("answers", "key", "says"),
    [
        ({**ON_APPLICATION, "ends": "for", "for": Span(years=3)}, "for", "the earliest that the law permits. (VAL-01"),
        ({**MADE, "kind": "dvpo"}, "ends", "needs a fixed last day: none is given. (VAL-06"),
        ({**MADE, "kind": "interim_spo"}, "main_application", "No main application was open"),
        (
            {**ON_APPLICATION, "served_on": date(2024, 2, 1), "ends": "until_further_order"},
            "served_on",
            "before it was made on Fri 1 Mar 2024. (VAL-13",
        ),
        ({**ON_APPLICATION, "made_on": date(2027, 3, 1)}, "made_on", "Mon 1 Mar 2027 is in the future. (VAL-26"),
    ],
)
def test_it_stands_beside_the_field(order_with, qtbot, answers, key: str, says: str):
    page, _ = order_with(answers)
    qtbot.waitUntil(lambda: says in beside(page.form, key))
    assert beside(page.form, key).splitlines()[-1].startswith(("Error: ", "Check: "))


def test_a_change_out_of_sequence_is_said_beside_its_day(order_with, qtbot):
    page, change = order_with(
        {**MADE, "kind": "spo", "ends": "until", "until": date(2026, 4, 1)},
        {"kind": "renewed", "decided_on": date(2026, 5, 1), "ends": "until", "until": date(2031, 1, 1)},
    )
    card = next(one for one in page.lists["change"].cards() if one.record.id == change)
    qtbot.waitUntil(lambda: card.form is not None)
    qtbot.waitUntil(lambda: "came after the order had ended on Wed 1 Apr 2026" in beside(card.form, "decided_on"))
    assert "(VAL-17" in beside(card.form, "decided_on")


def test_a_date_that_cannot_be_stays_as_it_was_typed_and_nothing_is_kept(order_with, vault, ids, qtbot):
    page, _ = order_with({**MADE, "kind": "dvpo"})
    editor = page.form.form.editor("made_on")
    type_into(editor, "31 june 2026")
    press(editor.box, Qt.Key.Key_Return)
    assert "“31 june 2026” is not a real date: Jun 2026 has no day 31." in words(editor)
    with vault.read() as rows:
        assert rows.case(ids["T-00003"]).get(page.record.id)["made_on"] == date(2024, 3, 1)
    assert editor.box.text() == "31 june 2026"
