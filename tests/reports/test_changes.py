"""What changed since the last plan, on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import page
import pytest

from casework.case import Case
from casework.changes import Earlier
from reports.documents import render
from tests.reports.cases import case, pack
from tests.reports.printing import told
from tests.reports.reading import Read, read

THEN = date(2026, 11, 20)


@pytest.fixture
def was() -> Case:
    """The case as it was agreed: another level of risk, one factor less, one sentence that is gone now."""
    now = case()
    first = now.of("factor")[0]
    return now.replaced(
        replace(one, answers={**one.answers, "children": "low"}) if one.kind == "rosh" else one
        for one in now.records
        if one.id != first.id
    )


def printed(was: Case | None, edition: str = "full") -> Read:
    return told(document="changes", edition=edition, earlier=Earlier(was, 3, THEN) if was else None)


def test_a_review_is_told_on_one_page_in_words(was: Case) -> None:
    made = printed(was)
    said = " ".join(made.body().split())
    assert len(made.pages) == 1
    assert "Since version 3, agreed Fri 20 Nov 2026" in said
    assert "Changed Risk of serious harm Children: was Low now" in said
    assert "New" in said
    assert "Nothing changed." in said


def test_a_first_version_says_that_there_is_nothing_to_compare_with() -> None:
    assert "nothing to compare it with" in " ".join(printed(None).body().split())


def test_what_an_edition_leaves_out_is_not_printed_of_the_earlier_version_either(was: Case) -> None:
    name = was.of("victim")[0].words("name")
    earlier = was.replaced(
        replace(one, answers={**one.answers, "situation_text": f"Saw {name} in town."}) if one.kind == "plan" else one
        for one in was.records
    )
    for edition in ("full", "partner"):
        assert name not in printed(earlier, edition).text


def test_it_is_tagged_for_screen_readers(was: Case) -> None:
    pdf = render("changes", replace(pack(), earlier=Earlier(was, 3, THEN)))
    assert page.validate_pdf_bytes(pdf, profile="ua1").is_compliant
    assert read(pdf).pages
