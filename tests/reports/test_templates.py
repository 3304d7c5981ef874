"""Every template on paper, blank and filled: its name, edition and area on each page; the short ones short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import page
import pytest

from casework.case import Case
from casework.record import CaseId, Record, RecordId
from casework.template import Form, know, plan_templates, published
from casework.template_local import local
from casework.text import Language
from casework.training_cases import training_cases
from reports.documents import render
from tests.reports.cases import pack
from tests.reports.level_one import TEMPLATE, level_one
from tests.reports.reading import Read, read

TODAY = date(2026, 11, 25)
PLANS = [one.code for one in published() if one.form is not Form.SHEET]
THEMES = {"release_2026_12": "T-00003", "online_2026_12": "T-00002", TEMPLATE: ""}


def printed(case: Case, code: str, document: str = "plan", language: Language = Language.EN, **also: object) -> Read:
    plan = case.one("plan").answered("template", code)
    case = case.replaced([plan if one.kind == "plan" else one for one in case.records])
    made = replace(pack(case), template=plan_templates()[code], plan=plan, **also)
    pdf = render(document, made, language=language)
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    return read(pdf)


def blank() -> Case:
    person, plan = Record(RecordId("p"), "person", None, {"surname": "Sampleton"}), Record(RecordId("q"), "plan")
    return Case(CaseId("b"), "C-00009", (person, plan))


@pytest.mark.parametrize("code", PLANS)
def test_a_blank_plan_prints_with_the_template_on_every_page(code: str) -> None:
    told = printed(blank(), code)
    template = plan_templates()[code]
    assert all(any(template.told() in words for words in one.artifacts) for one in told.pages)
    assert all(one.title.en in told.text or one.short.en in told.text for one in template.section if not one.needed_if)


@pytest.mark.parametrize("code", THEMES)
def test_a_filled_plan_tells_what_its_own_sections_ask(code: str) -> None:
    cases = {one.case.ref: one.case for one in training_cases(TODAY)}
    case = cases.get(THEMES[code]) or level_one()
    own = plan_templates()[code].section
    key = next(f.key for one in own for f in one.field if f.type.value == "long" and not f.when)
    plan = case.one("plan").answered(key, "An answer that is printed.")
    told = printed(case.replaced([plan if one.kind == "plan" else one for one in case.records]), code)
    assert "An answer that is printed." in told.text


@pytest.mark.parametrize("language", Language)
def test_a_usual_level_1_plan_is_one_page(language: Language) -> None:
    told = printed(level_one(), TEMPLATE, language=language)
    assert len(told.pages) == 1
    assert all(one in told.text for one in ("The yard wasn't my idea", "Duty sergeant goes to the flat"))
    assert ("Categori 1" if language is Language.CY else "Category 1") in told.text


def test_a_level_1_plan_that_is_too_long_says_so_and_loses_nothing() -> None:
    case = level_one()
    plan = case.one("plan").answered("situation_text", "Much is said of him. " * 120 + "This is the end of it.")
    told = printed(case.replaced([plan if one.kind == "plan" else one for one in case.records]), TEMPLATE)
    assert len(told.pages) > 1
    assert "does not fit on one page" in told.text
    assert "This is the end of it." in " ".join(told.text.split())


@pytest.mark.parametrize("ref", ["T-00001", "T-00002", "T-00003"])
def test_the_sheet_for_the_night_prints_from_the_plan_on_two_pages(ref: str) -> None:
    case = next(one.case for one in training_cases(TODAY) if one.case.ref == ref)
    told = printed(case, "community_rmp_2026_11", "out_of_hours")
    assert len(told.pages) <= 2
    text = " ".join(told.text.split())
    assert all(" ".join(one.words("within").split()) in text for one in case.of("contingency"))
    assert "For a duty officer who does not know the case" in text
    assert all(
        "Contingency and out-of-hours sheet, template edition 1" in " ".join(one.artifacts) for one in told.pages
    )


def test_an_area_has_its_own_sheet() -> None:
    words = '''name = "Night sheet"\nversion = "4"\narea = "Wexmere"\nform = "sheet"\n[[section]]\nfrom = "community_rmp_2026_11"
key = "agencies"\ntitle = "Ring these"\nshort = "Ring these"'''
    own = local(words, "night.toml")
    know(own)
    told = printed(level_one(), TEMPLATE, "out_of_hours", sheets=(own,))
    assert "Night sheet, template version 4, Wexmere" in told.text
    assert "Ring these" in told.text
    assert "At once" not in told.text
