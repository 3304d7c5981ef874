"""A contradiction is said where somebody works: beside both records, on the overview, while a condition is written."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from casework.record import CaseId
from casework.wording import condition_answers, wording
from desktop.desk import Place
from desktop.pages.clashes import Clashes
from storage.vault import Vault
from tests.desktop.audit import cut, nameless
from tests.desktop.pages.hands import press, words
from widgets.button import Button


@pytest.fixture
def clashing(vault: Vault, ids, blank: str) -> dict[str, str]:
    """A licence with a curfew, and a measure for which the person must be out."""
    case = CaseId(ids[blank])
    licence = {"kind": "determinate", "starts_on": date(2026, 1, 5), "ends_on": date(2027, 6, 1)}
    curfew = condition_answers(wording("licence_4_0/curfew"), {"hours": "19:00 to 07:00"})
    evening = {"what": "Group work", "attend_at": "20:00", "due_on": date(2026, 12, 1), "pillar": "interventions"}
    with vault.write("collection") as rows:
        held = rows.add(case, "licence", licence)
        kept = rows.add(case, "licence_condition", curfew, held.id)
        wanted = rows.add(case, "measure", evening)
    return {"licence": held.id, "curfew": kept.id, "measure": wanted.id}


def lead(widget, begins: str):
    return next(one for one in widget.findChildren(Button) if one.text().startswith(begins) and one.isVisible())


def test_both_sides_are_named_beside_the_condition_and_each_field_is_a_key_away(
    page, ids, blank: str, clashing: dict[str, str], qtbot
):
    page.open(Place("case", ids[blank], "orders", clashing["licence"]))
    card = page.shown_part.page.conditions.list.cards()[0]
    said = card.findChild(Clashes)
    assert "wants the person at 20:00; condition 1 of the licence keeps the person in" in words(said)
    assert "must not break what the person is bound by" in words(said)
    press(lead(said, "Show the measure"))
    measure = next(one for one in page.shown_part.findChildren(Clashes) if "wants the person at 20:00" in words(one))
    assert QApplication.focusWidget().accessibleName().startswith("Time at which the person must attend")
    press(lead(measure, "Show condition 1 of the licence"))
    assert QApplication.focusWidget().accessibleName().startswith("Curfew hours")
    page.open(Place("case", ids[blank], "overview"))
    overview = page.shown_part
    qtbot.waitUntil(lambda: "keeps the person in from 19:00 to 07:00" in words(overview))
    assert nameless(overview) == []
    assert not [one for one in cut(overview) if "keeps the person" in one]


def test_what_a_condition_contradicts_is_said_while_it_is_written(page, ids, blank: str, vault: Vault, qtbot):
    with vault.write("collection") as rows:
        order = rows.add(CaseId(ids[blank]), "order", {"kind": "shpo", "made_on": date(2026, 10, 1)})
        first = condition_answers(wording("court_orders_2026/no_child_in_vehicle"), {"child": "child", "age": 16})
        rows.add(CaseId(ids[blank]), "condition", first, order.id)
    page.open(Place("case", ids[blank], "orders", order.id))
    entry = page.shown_part.page.conditions.entry
    entry.begin()
    entry.search.box.setPlainText("vehicle")
    press(entry.search.box)
    form = entry.form
    press(form.gaps.editor("child").buddy())
    form.gaps.editor("age").box.setText("18")
    form.gaps.editor("age").box.textEdited.emit("18")
    qtbot.waitUntil(lambda: "set “16” and “18”" in entry._clash.text())
    assert form.gaps.editor("age").box.text() == "18"
    press(form.gaps.editor("age").box)
    case = page.case_view().case
    assert len(case.children(case.get(order.id), "condition")) == 2
