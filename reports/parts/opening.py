"""The head of a short document: what it is, of what day, whose copy, how to handle it; and boxes for a pen."""

from __future__ import annotations

from collections.abc import Sequence

from casework.document import Part
from casework.left_out import told
from reports import phrases
from reports.page import Furniture
from reports.paper import Paper
from reports.parts.cover import edition_words
from reports.parts.due import day
from reports.setting import NUMBERS
from reports.styles import CARD_LABEL, CARD_TEXT, CELL, CELL_BOLD, HEAD, PLAIN, REFERENCE, TITLE
from reports.tagged.block import Blank, Block
from reports.tagged.columns import Column
from reports.tagged.field import LINE, Entry, Tick
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.table import Table

PEN, BOX = 24.0, "☐ "


def opening(paper: Paper, _part: Part) -> list[Block]:
    """Title, reference and day; whose copy it is and why; how to handle it."""
    pack, say = paper.pack, paper.say
    words = f"{pack.case.ref} · {say(phrases.AS_AT, day=day(paper, pack.today))}"
    edition = edition_words(paper) if told(paper.edition) else ""
    rows = [
        (say(phrases.THIS_COPY), Furniture(paper).copy(), CARD_TEXT),
        (say(phrases.REASON), pack.reason, CARD_TEXT),
        (say(phrases.EDITION), edition, CELL),
    ]
    cells = [([Prose(label, CARD_LABEL)], [Prose(words, style)]) for label, words, style in rows if words]
    blocks: list[Block] = [
        Prose(say(paper.document.title), TITLE, "H1"),
        Prose(words, REFERENCE),
        Table((Column(fixed=118), Column(1)), (), cells, HEAD, heads=0),
    ]
    if paper.handling:
        blocks.append(Items([say(one) for one in paper.handling], CELL))
    return blocks


def to_fill(rows: Sequence[tuple[str, str, str, float]]) -> Table:
    """A row for each question: number, question, what is known (empty: room of about this height, to be filled in)."""
    cells: list[list[list[Block]]] = [
        [[Prose(number, CELL_BOLD)], [Prose(asked, CELL)], _known(number, asked, known, room)]
        for number, asked, known, room in rows
    ]
    return Table((NUMBERS, Column(fixed=150), Column(1)), (), cells, HEAD, heads=1, before=4, after=8)


def _known(number: str, asked: str, known: str, room: float) -> list[Block]:
    """What is known, with a box before each line that is to be ticked; else lines to write on."""
    if not known:
        return [Entry(number, asked, lines=max(1, round(room / LINE)))]
    return [
        Tick(f"{number} {n}", line.removeprefix(BOX), CELL, says=f"{asked}: {line.removeprefix(BOX)}")
        if line.startswith(BOX)
        else Prose(line, CELL)
        for n, line in enumerate(known.split("\n"), 1)
    ]


def to_sign(paper: Paper, signers: Sequence[tuple[str, str]]) -> Table:
    """A row for each who signs: as what, name, signature, day."""
    rows: list[list[list[Block]]] = [
        [[Prose(role, CELL_BOLD)], [Prose(name, CELL)] if name else [Blank(PEN)], [Blank(PEN)], [Blank(PEN)]]
        for role, name in signers
    ]
    head = [paper.say(one) for one in (phrases.ROLE, phrases.NAME, phrases.SIGNATURE, phrases.DATE)]
    return Table([Column(share=n) for n in (4, 4, 5, 3)], head, rows, HEAD, heads=0, before=8)


def paragraph(words: str) -> Prose:
    """A paragraph of the program's own words over the whole width."""
    return Prose(words, PLAIN)
