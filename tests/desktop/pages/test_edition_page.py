"""A later edition changes nothing by itself: each clause is looked at, accepted or kept, and can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casework.record import CaseId
from casework.wording import condition_answers, packs
from desktop.desk import Place
from storage.vault import Vault
from tests.casework.test_wording import answers_to
from tests.desktop.audit import nameless
from tests.desktop.pages.hands import press, words


@pytest.fixture
def licence_of(vault: Vault, ids, blank: str, page):
    """Opens a licence with conditions of an edition, and gives its conditions."""

    def made(edition: str, *codes: str):
        pack = packs()[edition]
        wordings = [pack.get(code) for code in codes] or list(pack.wording)
        with vault.write("collection") as rows:
            licence = rows.add(CaseId(ids[blank]), "licence", {"kind": "determinate", "starts_on": date(2026, 10, 1)})
            for one in wordings:
                rows.add(
                    CaseId(ids[blank]),
                    "licence_condition",
                    condition_answers(one, answers_to(one, whole=True)),
                    licence.id,
                )
        page.open(Place("case", ids[blank], "orders", str(licence.id)))
        return page.shown_part.page.conditions

    return made


@pytest.fixture
def stood(case_of, blank: str):
    """The conditions of the licence, as they are kept."""
    return lambda: case_of(blank).children(case_of(blank).of("licence")[0], "licence_condition")


def button(clause, begins: str):
    return next(one for one in clause.buttons if one.text().startswith(begins))


def test_each_clause_is_accepted_kept_and_taken_back(licence_of, stood):
    conditions = licence_of("licence_4_0", "work", "no_contact_victim", "no_unsupervised_children")
    before = [one.answers for one in stood()]
    assert "Edition 4.1 differs in 2 conditions." in words(conditions)
    conditions.open_edition()
    first, second = conditions.edition.clauses()
    assert "As it stands" in words(first)
    assert "Taken out: “and / or Wexmere social_services”" in words(first)
    assert [one.answers for one in stood()] == before
    assert QApplication.focusWidget() is button(first, "Accept")
    press(button(first, "Accept"))
    assert "social_services" not in stood()[1].words("text")
    assert stood()[1].words("wording") == "licence_4_1/no_contact_victim"
    press(button(second, "Keep"))
    assert stood()[2].answers == {**before[2], "wording_kept": "licence_4_1"}
    assert conditions.edition.clauses() == ()
    assert "Every clause is decided." in words(conditions.edition)
    assert nameless(conditions) == []
    for line in conditions.edition.decided():
        line.undone.emit()
    assert [dict(one.answers) for one in stood()] == before
    assert len(conditions.edition.clauses()) == 2
    press(conditions.edition, Qt.Key.Key_Escape)
    assert conditions.edition.isHidden()
    assert "differs in 2" in words(conditions)


def test_what_was_added_and_deleted_says_what_to_do(licence_of, stood):
    conditions = licence_of("licence_2015")
    was = len(stood())
    conditions.open_edition()
    by_title = {one.title: one for one in conditions.edition.clauses()}
    gone = next(one for title, one in by_title.items() if title.endswith("No offence"))
    assert "think about what protects instead" in words(gone)
    assert button(gone, "Write one in own words")
    press(button(by_title["Other names"], "Add it"))
    assert len(stood()) == was + 1
    (line,) = conditions.edition.decided()
    line.undone.emit()
    assert len(stood()) == was
    press(button(next(one for one in conditions.edition.clauses() if one.title == "Other names"), "Do without"))
    assert not [one for one in conditions.edition.clauses() if one.proposal.condition is None]


def test_a_clause_changed_by_hand_asks_for_its_gaps(licence_of, stood, vault, page):
    conditions = licence_of("licence_4_0", "no_contact_victim")
    (one,) = stood()
    with vault.write() as rows:
        rows.answer(one.id, "text", "Leave her alone.")
    page._read()
    conditions.open_edition()
    (clause,) = conditions.edition.clauses()
    press(button(clause, "Fill the gaps"))
    QApplication.focusWidget().setText("Victim A")
    QApplication.focusWidget().textEdited.emit("Victim A")
    press(QApplication.focusWidget())
    assert stood()[0].words("text").startswith("You must not seek to approach or communicate with Victim A")


def test_a_plan_that_was_agreed_keeps_the_words_it_was_agreed_in(licence_of, stood, vault, page):
    conditions = licence_of("licence_4_0", "no_contact_victim")
    with vault.write() as rows:
        agreed = rows.agree_plan(page.case_view().case.id, date(2026, 11, 25), "A. Chair", b"%PDF-1.7 paper")
    page._read()
    conditions.open_edition()
    press(button(conditions.edition.clauses()[0], "Accept"))
    (now,) = stood()
    with vault.read() as rows:
        frozen = rows.snapshot(agreed.id).get(now.id)
        paper = rows.paper(agreed.id)
    assert frozen.words("wording") == "licence_4_0/no_contact_victim"
    assert "social_services" in frozen.words("text")
    assert "social_services" not in now.words("text")
    assert paper == b"%PDF-1.7 paper"
