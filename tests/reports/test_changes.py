"""What changed since the last plan, on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import page
import pytest

from casework.case import Case
from casework.changes import Earlier
from casework.record import RecordId
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


def test_of_a_large_change_the_first_page_says_what_weighs_most_and_the_rest_follows(was: Case) -> None:
    now = case()
    factor = now.of("factor")[0]
    many = [replace(factor, id=RecordId(f"f{n}"), answers={**factor.answers, "name": f"Factor {n}"}) for n in range(60)]
    later = now.replaced((*now.records, *many))
    made = told(later, document="changes", earlier=Earlier(was, 3, THEN))
    first, *rest = (" ".join(one.marked.values()) for one in made.pages)
    for one in ("Risk and level", "The plan", "Actions since then", "61 new", "all of them stand under B3"):
        assert one in first
    assert rest[0].startswith("Part B in full")
    assert "Factor 59" in " ".join(rest)


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
