"""Risk of serious harm as a matrix of words: a row for each group, very high in reverse."""

from __future__ import annotations

from casework.field import choice_lists
from casework.record import Record, has_value
from reports import phrases
from reports.paper import Paper
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, CENTRED, QUIET
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Align, Box, Run
from reports.tagged.table import GUTTER, Table

GROUPS = ("children", "public", "known_adult", "staff", "prisoners")


def matrix(paper: Paper, rosh: Record, *, gutter: float = GUTTER, indent: float = 0.0) -> Table:
    """Groups down, levels across: the level's own word stands in its column; without one, why there is none."""
    levels = choice_lists()["rosh"]
    rows: list[list[list[Block]]] = []
    for key in (*GROUPS, "overall"):
        one = rosh.shape.get(key)
        if one is None or not paper.edition.holds(rosh.kind, key):
            continue
        words = [Run(paper.say(one.label))]
        cells: list[list[Block]] = [[], *([] for _ in levels)]
        if has_value(rosh[key]):
            place = next((n for n, level in enumerate(levels) if level.code == rosh[key]), 0)
            box = Box.REVERSE if levels[place].code == "very_high" else Box.OUTLINE
            cells[place + 1] = [Prose([Run(paper.say(levels[place].label), box=box)], CENTRED)]
        else:
            told = paper.told(rosh, one) or paper.say(phrases.NOT_ASSESSED)
            words.append(Run(f": {told.lower()}", grey=QUIET))
        cells[0] = [Prose(words, CELL_BOLD if key == "overall" else CELL)]
        rows.append(cells)
    head = [paper.say(phrases.GROUP), *(paper.say(level.label) for level in levels)]
    wide = Column(share=2, align=Align.CENTRE)
    last = Column(align=Align.CENTRE) if gutter < GUTTER else wide  # the longest word whole, in whatever language
    columns = [Column(share=3), *(wide for _ in levels[1:]), last]
    return Table(columns, head, rows, CELL_QUIET, heads=0, gutter=gutter, indent=indent, before=2, after=8)
