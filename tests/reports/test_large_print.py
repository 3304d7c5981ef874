"""Large print and the text beside a paper: the same words, headings and numbers in the same order."""

from __future__ import annotations

import re
from io import BytesIO

import page
import pikepdf
import pytest

from reports.documents import first_page, render, render_text
from reports.large_print import LEAST
from reports.seal import BESIDE, seal
from tests.reports.cases import case, pack
from tests.reports.reading import Read, read

TYPED = "1. first\n  - under it 🔪 محمد\n2. second\n# not a heading\nwww.example.org <b>"


def made() -> object:
    return pack(case(plan={"situation_text": TYPED}))


def headings(found: Read) -> list[str]:
    return [line.strip().split(": ", 1)[1] for line in found.tree if re.match(r"\s*H[123]: ", line)]


@pytest.mark.parametrize("document", ["pack", "street_card"])
def test_large_print_says_the_same_in_large_letters(document: str) -> None:
    usual, pdf = read(render(document, made())), render(document, made(), large=True)
    assert not page.validate_pdf_bytes(pdf, profile="ua1").failures
    large = read(pdf)
    assert headings(large) == headings(usual)
    assert words(large) <= words(usual)
    # Headings of columns that are empty, or that hold what has become the heading of its row.
    assert words(usual) - words(large) <= {"No.", "Group", "Law", "As", "High"}
    sizes = [size for one in pikepdf.open(BytesIO(pdf)).pages for size in sizes_within(one)]
    assert min(sizes) >= LEAST


def words(found: Read) -> set[str]:
    """Every word that is read aloud; page numbers are no words."""
    return {one.rstrip(":") for one in found.body().split() if any(map(str.isalpha, one))}


def sizes_within(one: pikepdf.Page) -> list[float]:
    """The sizes of type of what is read aloud; what is drawn in a picture is not text."""
    found, role = [], ""
    for operands, operator in pikepdf.parse_content_stream(one):
        if str(operator) == "BDC":
            role = str(operands[0])
        elif str(operator) == "Tf" and role not in ("/Artifact", "/Figure"):
            found.append(float(operands[1]))
    return found


def test_the_text_has_the_headings_and_what_was_typed_as_it_was_typed() -> None:
    text = render_text("pack", made())
    shown = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    assert shown == headings(read(render("pack", made())))
    assert "1. first\n  - under it 🔪 محمد\n2. second\n # not a heading\nwww.example.org <b>\n" in text
    assert "Copy 2 of 6 for Supt R. Vale" in text.split("\n\n", maxsplit=1)[0]
    assert "9.2.1 What: Visit unannounced every 14 days" in text or "9.2.1 Visit unannounced" in text


def test_the_text_lies_under_the_passphrase_of_the_sealed_file() -> None:
    sealed = seal(render("street_card", made()), "some plain words", b"Sampleton, as text")
    assert b"Sampleton" not in sealed
    with pikepdf.open(BytesIO(sealed), password="some plain words") as opened:
        assert opened.attachments[BESIDE].get_file().read_bytes() == b"Sampleton, as text"


@pytest.mark.parametrize("document", ["pack", "plan", "street_card"])
def test_the_first_page_is_there_before_the_others(document: str) -> None:
    first, whole = read(first_page(document, made())), read(render(document, made()))
    assert len(first.pages) == 1
    shown, wanted = (" ".join(one.pages[0].marked.values()).split() for one in (first, whole))
    assert [one for one in shown if not one.isdigit()] == [one for one in wanted if not one.isdigit()]
    assert "Page 1" in first.pages[0].artifacts
    assert any(one.startswith("Page 1 of ") for one in whole.pages[0].artifacts)
