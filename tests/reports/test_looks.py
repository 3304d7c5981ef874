"""What was found by looking at every page: nothing cut in the middle, nothing told in full where a number will do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from casework.case import Case
from casework.text import Language
from reports.documents import render
from reports.paper import in_order
from reports.phrases_own_copy import DUTIES, OWN_DATES
from reports.styles import CELL, HEAD
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table
from tests.reports.cases import case, pack
from tests.reports.printing import told
from tests.reports.reading import read


def flat(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


def shown(pdf: bytes, page: int) -> str:
    """The text of a page as it lies there, line by line."""
    held = QBuffer()
    held.setData(QByteArray(pdf))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(held)
    return document.getAllText(page).text()


@pytest.mark.parametrize("recipient", ["Supt R. Vale, Wexmere Police", "Detective Superintendent " * 12])
def test_the_mark_under_a_page_keeps_the_number_of_the_copy(recipient: str) -> None:
    for copies in (6, 60, 61, 103):
        made = render("street_card", replace(pack(), recipient=recipient, copies=copies))
        assert f"· 2/{copies}" in read(made).text


def test_a_condition_that_stands_on_no_page_is_told_by_its_short_name() -> None:
    body = flat(told(document="plan").body())
    assert "Power: SHPO 1" in body
    assert "Condition that allows it: SHPO 1" in body
    assert "Having any device" not in body
    assert sorted(("SHPO 11", "SHPO 2", "5.2.10", "5.2.9"), key=in_order) == ["5.2.9", "5.2.10", "SHPO 2", "SHPO 11"]


def test_no_word_of_a_form_or_of_the_matrix_is_broken() -> None:
    assert "Wednesday" in shown(render("blank", pack(), "condition"), 1)
    welsh = render("plan", pack(), "full", Language.CY)
    assert shown(welsh, 1).count("Uchel iawn") == 3
    assert "O fewn wythnosau" in flat(shown(welsh, 1))
    assert "This copy" not in shown(welsh, 0)


def test_duties_and_dates_of_the_own_copy_are_said_in_welsh_too() -> None:
    said = [*OWN_DATES.values(), *(text for duty in DUTIES for text in duty)]
    assert not [text.en for text in said if not text.cy]


def test_of_three_short_rows_none_stands_alone() -> None:
    def table(count: int) -> Table:
        rows = [[[Prose(str(n), CELL)]] for n in range(count)]
        return Table((Column(1),), (), rows, HEAD)

    three, four = table(3), table(4)
    assert three.least(200.0) == three.height(200.0)
    assert three.split(200.0, three.height(200.0) - 1.0) is None
    parts = four.split(200.0, four.height(200.0) - 1.0)
    assert parts
    assert [len(one.rows) for one in parts] == [2, 2]


def test_a_decision_to_disclose_says_whether_it_was_carried_out() -> None:
    def decided(**answers: object) -> str:
        return flat(told(disclosing(**answers), document="disclosure_record").body())

    assert "Decided, not carried out; by Tue 1 Dec 2026" in decided(due_on=date(2026, 12, 1))
    assert "Carried out" in decided(done_on=date(2026, 11, 20))
    assert "carried out" not in flat(told(document="disclosure_record").body()).lower()


def disclosing(**answers: object) -> Case:
    return case(disclosure={"decision": "disclose", **answers})
