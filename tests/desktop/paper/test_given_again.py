"""The same paper for the same person, those whom the case knows, and what cannot be logged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.operations import papers
from desktop.pages import paper_fields
from storage.problems import DiskFull
from tests.desktop.pages.hands import type_into
from widgets.question import answer_next


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of a few pages: what is tried here holds for each."""
    monkeypatch.setattr(paper_fields, "_USUAL", "orders")


def test_the_same_again_for_the_same_person_is_asked_about_once(part, for_whom, register, tmp_path):
    for_whom("Supt R. Vale\nHousing")
    for answers in ((tmp_path / "one.pdf",), (tmp_path / "two.pdf", ""), (tmp_path / "two.pdf", "again")):
        answer_next(*answers)
        part.save_plain()
        if answers[1:] == ("",):
            assert "the copy that was given before stands" in part.outcome.text()
            assert len(register.copies) == 2
        part.copies.forget()
    assert [one.recipient for one in register.copies] == ["Supt R. Vale", "Housing"] * 2
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == ["one-1.pdf", "one-2.pdf", "two-3.pdf", "two-4.pdf"]
    type_into(part.form().editor("recipient"), "Probation")
    answer_next(tmp_path / "other.pdf")
    part.save_plain()
    assert len(register.copies) == 5


def test_what_cannot_be_logged_is_not_made(part, for_whom, register, tmp_path, monkeypatch):
    for_whom()
    made = []
    monkeypatch.setattr(papers, "made", lambda *given: made.append(given))

    def full(*_args, **_named):
        raise DiskFull

    monkeypatch.setattr("storage.log.Log.append", full)
    answer_next(tmp_path / "out.pdf")
    part.save_sealed()
    assert part.outcome.text()
    assert not part.outcome.text().startswith("Saved")
    assert made == []
    assert list(tmp_path.glob("*.pdf")) == []
    monkeypatch.undo()
    assert register.is_blank


def test_those_whom_the_case_knows_are_ticked_and_not_typed(part, for_whom):
    part.asking.picker.opened.button.click()
    first, second = list(part.asking.picker.ticks.values())[:2]
    for tick in (first, second):
        QTest.keyClick(tick, Qt.Key.Key_Space)
    lines = list(part.asking.picker.ticks)[:2]
    assert part.form().editor("recipient").buddy().toPlainText().splitlines() == lines
    assert part._order().recipients == tuple(lines)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert part._order().recipients == (lines[1],)
    type_into(part.form().editor("recipient"), lines[0])
    part.flush()
    assert (first.isChecked(), second.isChecked()) == (True, False)
