"""What is typed where no record is yet waits as well: gaps of a wording, the paper form, words asked for in a dialog."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from casework.text import Text
from casework.typed import Spot
from desktop.desk import Desk, Place
from desktop.operations import cases
from desktop.pages.asked_words import ask_words
from desktop.pages.plan.countersign import Countersign
from desktop.pages.plan.finding_line import FindingLine
from storage.vault import Vault
from tests.desktop.pages.hands import press, type_into
from widgets.question import Question


@pytest.fixture
def waits(desk: Desk, vault: Vault):
    """What waits in the vault, by the words."""

    def read() -> list[str]:
        desk.journal.flush()
        with vault.read() as rows:
            return [" ".join(one.typed.words) for one in rows.left().waiting]

    return read


@pytest.fixture
def order(vault: Vault, ids: dict[str, str], blank: str) -> Place:
    """A new order without conditions."""
    with vault.write("collection") as rows:
        made = rows.add(ids[blank], "order", {"kind": "shpo", "made_on": date(2026, 10, 1), "court": "Eastholme"})
    return Place("case", ids[blank], "orders", str(made.id))


def test_the_gap_of_a_wording_comes_back_and_is_let_go_of_with_its_condition(page, order, waits, started):
    def gap(page):
        """The gap of a wording that is found by its letters; they come back themselves."""
        page.conditions.begin()
        box = page.conditions.entry.search.box
        box.setFocus()
        QTest.keyClicks(box, "" if box.words() else "keep their h")
        press(box)
        return page.conditions.entry.form.gaps.editors()[0]

    page.open(order)
    type_into(gap(page.shown_part.page), "any police off")
    assert "any police off" in waits()
    again = started(page.desk, order).shown_part.page
    editor = gap(again)
    assert editor.box.text() == "any police off"
    QTest.keyClicks(editor.box, "icer")
    press(editor.box)
    again._desk.journal.flush()
    assert waits() == []


def test_for_whom_paper_is_comes_back(opened, desk, ids, waits, started):
    part = opened("paper")
    type_into(part.form().editor("recipient"), "Threlby, Larkshire Pol")
    assert waits() == ["Threlby, Larkshire Pol"]
    again = started(desk, Place("case", ids["T-00002"], "paper")).shown_part
    assert again.form().editor("recipient").box.toPlainText() == "Threlby, Larkshire Pol"
    again.asking.forget()
    again.desk.journal.flush()
    assert waits() == []


def test_words_of_a_dialog_come_back_when_the_same_is_asked_again(desk, waits, monkeypatch, shown):
    found: list[str] = []

    def answers(*, key: str, words: str = ""):
        def answer(self: Question) -> str:
            found.append(self._box.text())
            QTest.keyClicks(self._box, words)
            return key

        monkeypatch.setattr(Question, "answer", answer)

    parent, spot = shown(QWidget()), Spot("", "", "why")
    answers(key="", words=" is near")
    assert ask_words(parent, desk, spot, "Why?", Text("Begin"), given="Release") == ""
    assert waits() == ["Release is near"]
    answers(key="ok")
    assert ask_words(parent, desk, spot, "Why?", Text("Begin"), given="Release") == "Release is near"
    assert found == ["Release", "Release is near"]
    assert waits() == []


def test_what_is_wanted_first_and_why_a_warning_stands_wait_too(opened, case_of, waits, qtbot):
    part = opened("plan")
    desk, version = part.desk, part.view.versions[0]
    for one in case_of().of("meeting"):
        desk.worker.write(cases.remove(case_of().id, one), desk)
    asked = Countersign(part, desk, version)
    qtbot.addWidget(asked)
    QTest.keyClicks(asked.words, "Say who rings")
    part.look("missing")
    line = next(one for one in part.shown().findChildren(FindingLine) if not one.found.hard)
    press(line.aside, Qt.Key.Key_Space)
    QTest.keyClicks(line._asked.box, "Agreed by pho")
    assert sorted(waits()) == ["Agreed by pho", "Say who rings"]
    QTest.keyClicks(line._asked.box, "ne")
    press(line._asked.box)
    assert waits() == ["Say who rings"]
    again = Countersign(part, desk, version)
    qtbot.addWidget(again)
    assert again.words.toPlainText() == "Say who rings"
