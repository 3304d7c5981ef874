"""Copies out over all cases: listed the oldest first, marked for one or many at the keyboard, printed as a list."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import clock
from desktop.desk import Place
from desktop.operations import copies
from desktop.pages.copies import CopiesPage
from desktop.pages.due_copies import DueCopies
from tests.desktop.pages.hands import type_into
from widgets.button import Button


@pytest.fixture
def given(vault, case_id):
    """Three copies of one case, of which the third was to be back long ago, and one of another case."""
    with vault.write() as rows:
        other = rows.find("T-00001").id
        rows.disclose(case_id, "pack", "full", ("Wexmere Police", "Housing"), "mappa")
        rows.disclose(case_id, "pack", "partner", "Probation", "mappa", back_by=date(2026, 11, 1))
        rows.disclose(other, "pack", "full", "Prison", "mappa")


@pytest.fixture
def page(given, desk, caseload, shown):
    desk.today = clock.today()  # a vault enters copies by the real clock
    made = shown(CopiesPage(desk, caseload))
    made.open(Place("copies"))
    return made


def choose(page, *at):
    page.table.setFocus()
    page.table.choose_first()
    for _ in at[1:]:
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def answer(page, what, by="A. Clerk", how="", on=""):
    editor = page.pane.form.editor("what")
    editor._group.button(editor._answers.index(what)).click()
    form = page.pane.form
    for key, typed in (("on", on), ("by_whom", by), ("how", how)):
        if typed:
            type_into(form.editor(key), typed)


def states(vault):
    return [one.state for one in copies.copies()(vault)]


def test_what_is_not_back_is_listed_the_oldest_first(page):
    assert [one.recipient for one in page.table.rows()] == ["Wexmere Police", "Housing", "Probation", "Prison"]
    assert page.told.text().startswith("4 of 4 copies given out shown: not back.")
    page.state.setCurrentIndex(1)
    assert [one.recipient for one in page.table.rows()] == ["Probation"]
    assert page.told.text().startswith("1 of 4 copies given out shown: past their day.")


def test_due_tells_of_what_is_not_back_and_leads_to_the_copy(given, desk, caseload, shown, vault):
    desk.today, wanted = clock.today(), []
    due = shown(DueCopies(desk, caseload.line))
    due.wanted.connect(wanted.append)
    due.read()
    (line,) = due.rows()
    assert line.accessibleName().endswith("late, Copy 3 of 3, Meeting pack, for Probation, OSSLEBY, Martin Rowan")
    line.findChild(Button).click()
    assert wanted == [Place("copies", record=line.copy.id, section="late")]
    page = shown(CopiesPage(desk, caseload))
    page.open(wanted[0])
    assert page.table.chosen_row().id == line.copy.id
    assert page.pane.heading.text() == "Copy 3 of 3"
    answer(page, "returned")
    page.pane.record.click()
    assert (due.rows(), due.isVisible()) == ((), False)


def test_several_are_marked_at_the_keyboard(page, vault):
    choose(page, 0, 1)
    assert page.pane.heading.text() == "2 copies chosen"
    answer(page, "returned")
    page.pane.record.click()
    assert states(vault) == ["returned", "returned", "out", "out"]
    assert page.notice._words.text() == "2 copies: returned."
    assert [one.recipient for one in page.table.rows()] == ["Probation", "Prison"]


def test_how_it_was_destroyed_is_asked_for_beside_its_field(page, vault):
    choose(page, 0)
    answer(page, "destroyed")
    page.pane.record.click()
    assert "How it was destroyed" in page.pane.form.editor("how")._wrong
    assert states(vault) == ["out"] * 4
    type_into(page.pane.form.editor("how"), "Cross-cut shredder")
    page.pane.record.click()
    assert states(vault)[0] == "destroyed"


def test_a_lost_copy_says_what_to_do(page, vault):
    choose(page, 0)
    answer(page, "lost", how="Left on a train")
    page.pane.flush()
    assert "72 hours" in page.pane._advice._words.text()
    page.pane.record.click()
    assert states(vault)[0] == "lost"
    page.state.setCurrentIndex(2)
    assert len(page.table.rows()) == 1
    page.table.choose_first()
    assert "returned" in page.pane._offered


def test_one_case_alone_says_so_and_leads_back(page, case_id):
    page.open(Place("copies", case_id))
    assert len(page.table.rows()) == 3
    assert "of case T-00002" in page.told.text()
    page.every.click()
    assert len(page.table.rows()) == 4


def test_the_list_on_paper_is_logged_first_and_names_nobody(page, vault, desk, monkeypatch):
    sent = []
    monkeypatch.setattr("desktop.pages.copies.send", lambda _d, _o, pages, *_: sent.extend(pages))
    page.print_list(None)
    with vault.read() as rows:
        assert rows.log(1)[0].object_kind == "register"
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=sent[0], capture_output=True, check=True).stdout
    told = told.decode()
    assert "Wexmere Police" in told
    assert "T-00002" in told
    assert "OFFICIAL-SENSITIVE" in told
    assert "ossleby" not in told.lower()
