"""The tagged layer: text, lists, tables and figures, alone and over pages."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.finish import finished
from reports.setting import typed
from reports.tagged.block import Blank, Block, NewPage, Rule, Spread
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.columns import Column
from reports.tagged.field import Entry, Tick
from reports.tagged.figure import Figure
from reports.tagged.flow import Area, fits, pour
from reports.tagged.items import Items
from reports.tagged.lines import broken
from reports.tagged.prose import Prose
from reports.tagged.style import Box, Run, Style
from reports.tagged.table import Table
from reports.tagged.tongue import other_language
from reports.typed import legible
from reports.typeface import Face, width
from tests.reports.reading import Read, read

SIZE = (300.0, 400.0)
AREA = Area(20, 40, 260, 370)
TEXT = Style(10, 14, after=4)
HEAD = Style(9, 12, Face.SEMIBOLD)
HEADING = Style(14, 18, Face.BOLD, before=10, after=2, keep_next=True)
WORDS = "Seen three times near the school – twice in uniform – and once at the pool. "


def made(blocks: Sequence[Block]) -> bytes:
    canvas = TaggedCanvas(SIZE, title="A test", language="en-GB")
    pour(canvas, blocks, AREA)

    def foot(canvas: TaggedCanvas, pages: int) -> None:
        with canvas.artifact("Pagination"):
            canvas.show(Face.REGULAR, 8, 20, 20, f"Page {canvas.page} of {pages}")

    return finished(canvas.finish(lambda _canvas, _pages: None, foot))


def told(blocks: Sequence[Block]) -> Read:
    pdf = made(blocks)
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    return read(pdf)


def table(rows: Sequence[Sequence[str]], head: Sequence[str] = ("No.", "What")) -> Table:
    cells = [[[Prose(words, Style(9, 12))] for words in row] for row in rows]
    return Table([Column(), Column(1)], head, cells, HEAD, heads=0)


def test_a_paragraph_over_three_pages_is_one_paragraph_with_every_word() -> None:
    words = " ".join(f"word{n}" for n in range(700))
    found = told([Prose(words, TEXT)])
    assert len(found.pages) >= 3
    assert found.tree == ["Document", f"  P: {words}"]


def test_lines_are_no_wider_than_their_room_and_lose_nothing() -> None:
    words = WORDS + "x" * 300 + " ppu.eastholme@wexmere-police.example.org 01632 960114"
    lines = broken([Run(words)], TEXT, 120)
    assert max(line.wide for line in lines) <= 120
    joined = "".join("".join(piece.text for piece in line.pieces) + ("" if line.glued else " ") for line in lines)
    assert joined.split() == words.split()
    assert any("01632 960114" in piece.text for line in lines for piece in line.pieces)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])), max_size=6), st.floats(30, 400))
def test_any_runs_break_into_lines_that_fit(texts: list[str], room: float) -> None:
    runs = [Run(words) for words in texts]
    lines = broken(runs, TEXT, room)
    assert all(line.wide <= room + 0.01 or len(line.pieces) == 1 for line in lines)
    shown = "".join(piece.text for line in lines for piece in line.pieces)
    assert "".join(shown.split()) == "".join("".join(legible(words) for words in texts).split())


def test_words_of_two_lines_do_not_run_together() -> None:
    found = told([Prose(WORDS * 4, TEXT)])
    assert found.body() == (WORDS * 4).strip()


def test_boxed_runs_keep_the_space_beside_them_outside() -> None:
    found = told([Prose([Run("RoSH VERY HIGH", box=Box.REVERSE), Run(" and "), Run("Level 3", box=Box.OUTLINE)], TEXT)])
    assert found.body() == "RoSH VERY HIGH and Level 3"


def test_a_list_over_pages_stays_one_list_and_an_item_one_item() -> None:
    found = told([Items([WORDS * 3, WORDS * 20, WORDS], TEXT)])
    assert len(found.pages) > 1
    assert [line.strip().split(":")[0] for line in found.tree].count("L") == 1
    assert [line.strip() for line in found.tree].count("LI") == 3
    assert found.body().count("twice in uniform") == 24


def test_a_table_over_pages_is_one_table_and_its_repeated_head_is_not_read_again() -> None:
    found = told([table([(f"{n}", WORDS) for n in range(40)])])
    assert len(found.pages) > 2
    assert [line.strip() for line in found.tree].count("Table") == 1
    assert sum("TH Column: No." in line for line in found.tree) == 1
    assert all("No. " in "".join(one.artifacts) for one in found.pages[1:])
    assert [line.split(": ")[1] for line in found.tree if "TH Row" in line] == [str(n) for n in range(40)]


def test_no_short_row_stands_by_itself_where_a_table_is_parted() -> None:
    rows = [[[Prose(f"Row {n}", Style())]] for n in range(6)]
    each = Table([Column(1)], (), rows[:1], Style()).height(300)
    first, rest = Table([Column(1)], (), rows, Style()).split(300, each * 5.5) or pytest.fail("it is not parted")
    assert (len(first.rows), len(rest.rows)) == (4, 2)
    assert Table([Column(1)], (), rows, Style()).split(300, each * 1.5) is None
    assert Table([Column(1)], (), rows, Style()).least(300) == pytest.approx(2 * each)


def test_a_row_longer_than_a_page_is_split_and_stays_one_row() -> None:
    words = " ".join(f"word{n}" for n in range(900))
    found = told([table([("1", "short"), ("2", words), ("3", "after")])])
    assert len(found.pages) > 3
    assert [line.strip() for line in found.tree].count("TR") == 4
    assert words in found.body()


def test_a_row_that_fits_on_a_page_is_not_split() -> None:
    rows = [(f"{n}", " ".join([f"row{n}"] * 60)) for n in range(8)]
    found = told([table(rows)])
    for n in range(8):
        assert sum(f"row{n}" in one.text for one in found.pages) == 1


def test_a_heading_never_stands_last_on_a_page() -> None:
    for lines in range(18, 26):
        found = told(
            [Prose("\n".join(["x"] * lines), TEXT), Prose("The heading", HEADING, "H1"), Prose(WORDS * 3, TEXT)]
        )
        on = next(one for one in found.pages if "The heading" in one.text)
        assert "twice in uniform" in on.text


def test_what_must_stand_whole_takes_a_page_of_its_own_rather_than_vanish() -> None:
    found = told(
        [Prose(WORDS, TEXT), Figure("A picture", 2000, lambda c, x, t, w: c.frame(x, t - 50, w, 50)), Rule(), Blank(9)]
    )
    assert "  Figure [A picture]" in found.tree


def test_columns_are_read_one_after_the_other() -> None:
    found = told([Spread(((1, (Prose("left one", TEXT), Prose("left two", TEXT))), (1, (Prose("right", TEXT),))))])
    assert found.body() == "left one\nleft two\nright"


def test_new_pages_do_not_pile_up() -> None:
    found = told([NewPage(), Prose("a", TEXT), NewPage(), NewPage(), Prose("b", TEXT), NewPage()])
    assert [list(one.marked.values()) for one in found.pages] == [["a "], ["b "]]


def test_measured_height_is_what_is_poured() -> None:
    blocks = [Prose(WORDS, TEXT), table([("1", WORDS)]), Items([WORDS], TEXT)]
    assert fits(blocks, AREA.width, AREA.height)
    assert not fits(blocks, AREA.width, sum(one.height(AREA.width) for one in blocks) - 1)
    assert len(told(blocks).pages) == 1


def test_the_same_blocks_give_the_same_bytes() -> None:
    def once() -> bytes:
        return made([Prose(WORDS * 5, TEXT, place="a"), table([("1", WORDS)])])

    assert once() == once()


def test_markup_is_text() -> None:
    typed = '<b>bold</b> <img src="/etc/passwd"/> <a href="http://x">x</a> &amp; <para>'
    found = told([Prose(typed, TEXT), Items([typed], TEXT), table([(typed, typed)], (typed, "b"))])
    assert found.body().count(typed) == 5
    assert not found.links
    assert not found.images


@pytest.mark.parametrize("face", list(Face))
def test_width_is_the_sum_of_its_letters(face: Face) -> None:
    assert width(face, "ŵŷ") == pytest.approx(width(face, "ŵ") + width(face, "ŷ"))


def test_a_list_under_an_item_is_in_it_also_over_pages() -> None:
    lines = ["1. first", *(f"  - under it {n}, {WORDS}" for n in range(30)), "2. second"]
    found = told(typed("\n".join(lines), TEXT))
    assert len(found.pages) > 1
    assert found.tree[:7] == [
        "Document", "  L", "    LI", "      Lbl: 1.", "      LBody", "        P: first", "        L",
    ]  # fmt: skip
    assert found.tree[-3:] == ["    LI", "      Lbl: 2.", "      LBody: second"]
    assert found.body().count("under it") == 30


def test_a_second_language_is_told_to_a_reader() -> None:
    welsh = "Mae wedi dweud nad oes neb yn y dref."
    pdf = made([Prose(WORDS, TEXT), Prose(welsh, TEXT), Prose([Run("He was told, and said: "), Run(welsh)], TEXT)])
    with pikepdf.open(BytesIO(pdf)) as opened:
        said = [str(one.get("/Lang", "")) for one in opened.Root.StructTreeRoot.K[0].K]
        assert said == ["", "cy-GB", ""]
        assert opened.pages[0].Contents.read_bytes().count(b"/Span <</Lang (cy-GB)>> BDC") == 1
    assert other_language("The order is in force until it ends.", "cy-GB") == "en-GB"
    assert not other_language("SHPO Eastholme", "cy-GB")


def test_names_in_other_scripts_are_read_as_they_were_typed() -> None:
    names = ["محمد بن عبد الله", "Name: דוד (1886) כהן, and Mohammed (محمد)", "Иван Петрович, Ελένη"]
    found = told([Prose(one, TEXT) for one in names])
    assert found.body().split("\n") == names
    assert "\ufee3".encode("utf-16-be").hex().encode() in found.raw.lower()


def test_fields_are_named_once_each_read_aloud_and_within_the_form() -> None:
    pdf = made([
        Entry("1.1 what", "What happened", lines=30), Tick("1.2", "Yes", TEXT), Tick("1.2", "No", TEXT), Entry("1.3", "Ŵyn"),
    ])  # fmt: skip
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(pdf, profile=profile)
        assert result.is_compliant, [one.message for one in result.failures]
    found = read(pdf)
    assert [line for line in found.tree if "Form" in line] == [
        "  Form [What happened]", "  Form [What happened]", "  Form [Yes]", "  Form [No]", "  Form [Ŵyn]",
    ]  # fmt: skip
    with pikepdf.open(BytesIO(pdf)) as opened:
        fields = list(opened.Root.AcroForm.Fields)
        assert [str(one["/T"]) for one in fields] == ["1-1 what", "1-1 what (2)", "1-2", "1-2 (2)", "1-3"]
        assert str(fields[-1]["/TU"]) == "Ŵyn"
        assert all("/N" in one["/AP"] and one["/F"] == 4 for one in fields)
        assert opened.Root.AcroForm.DR.Font.Form.FontDescriptor.FontFile2.read_bytes()
