"""The emergency sheet is always one page; blank forms ask what the screen asks, under its numbers."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import page
import pikepdf
import pytest

from casework.document import documents
from casework.field import FieldType
from casework.record import record_kinds
from casework.template import plan_templates
from reports.documents import render, render_text
from tests.reports.cases import case, pack
from tests.reports.planted import plant, planted_pack
from tests.reports.printing import told
from tests.reports.test_torture import TORTURE


@pytest.mark.parametrize("typed", TORTURE.values(), ids=TORTURE)
def test_the_emergency_sheet_is_one_page_whatever_is_typed(typed: str) -> None:
    found = told(
        case(
            person={"surname": typed[:300], "description": typed, "vehicles": typed}, scenario={"name": typed, "signs": typed},
            contingency=dict.fromkeys(("trigger", "action", "owner", "within", "out_of_hours"), typed),
            rosh={"who": typed}, item={"text": typed, "area": typed, "area_rule": "keep_out"}, where={"place": typed},
            contact={"name": typed, "phone": typed, "out_of_hours": typed},
        ),
        document="emergency",
    )  # fmt: skip
    assert len(found.pages) == 1
    assert "Whom to ring" in found.body()


def test_the_emergency_sheet_says_what_is_done_first_and_by_when_it_is_destroyed() -> None:
    body = told(document="emergency").body().replace("\u00a0", " ")
    assert "Destroy by Wed 2 Dec 2026." in body
    assert documents()["emergency"].destroyed_by(date(2026, 11, 25)) == date(2026, 12, 2)
    assert documents()["pack"].destroyed_by(date(2026, 11, 25)) is None
    for words in ("1 Who is at risk", "2 Do first", "2.1", "Girls of 10 to 13.", "PC Hannah Threlby", "01632 960114"):
        assert words in body
    full = planted_pack(plant(), plant("zv"))
    assert "zq0" not in render_text("blank", full)
    assert len(pikepdf.open(BytesIO(render("emergency", full))).pages) == 1


def test_a_blank_form_asks_every_question_of_every_template_and_kind_under_its_number() -> None:
    plain = pack()
    for made in documents()["blank"].edition:
        text = render_text("blank", plain, made.code)
        assert "sampleton" not in text.lower()
        if kind := record_kinds().get(made.form):
            fields = [one for one in kind.field if not one.internal]
            numbered = [(f"1.{n}", one) for n, one in enumerate(fields, 1)]
            assert all(f"{number} {one.label.en}" in text for number, one in numbered), made.code
            continue
        template = plan_templates().get(made.form, plain.template)
        for section in template.section:
            assert f"{template.number(section)} {section.title.en}" in text
            assert all(one.label.en in text for one in section.field)


def test_a_blank_form_can_be_filled_in_on_a_screen() -> None:
    pdf = render("blank", pack(), "rosh")
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    with pikepdf.open(BytesIO(pdf)) as opened:
        fields = list(opened.Root.AcroForm.Fields)
        said = {str(one.TU) for one in fields}
    asked = [one for one in record_kinds()["rosh"].field if not one.internal]
    assert all(one.label.en in said for one in asked if one.type is FieldType.LONG)
    assert "Overall: Very high" in said
    assert len(fields) == len({str(one.T) for one in fields})


def test_an_annex_of_closed_information_lists_who_has_one() -> None:
    body = told(document="closed_annex").body()
    assert "Zebedee Canarybird" in body
    assert "77 Secret Lane, Marrowby" in body
    assert "No copy has been given out." in body
    assert "Victims appear by reference" not in body
    seen = told(document="closed_annex", copy_number=0, copies=0)
    assert "canary" not in (seen.text + seen.raw.decode("latin-1")).lower()
