"""The law in this program as paper: every line that is computed with, and every one that is not, with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from casework.dates import spoken
from casework.law.listing import LawRow
from reports.finish import finished
from reports.page import A4, AREA, MARGIN
from reports.setting import section
from reports.styles import BODY, CELL, CELL_BOLD, CELL_QUIET, HEAD, PLAIN, SECTION
from reports.tagged.block import Block
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.columns import Column
from reports.tagged.flow import pour
from reports.tagged.prose import Prose
from reports.tagged.table import Table
from reports.typeface import Face, width

TITLE = "The law in this program"
_MARKING = "OFFICIAL"
_WARNING = (
    "A qualified person must check these entries before they are relied on for a real case. This is not legal advice."
)
_KINDS = {
    "switch": "Changes of the law",
    "order": "Orders",
    "length": "Lengths of notification",
    "date": "Dates",
    "check": "Checks",
    "doubt": "Doubtful law: shown, never computed with",
}
_SMALL, _BOLD = 8.0, 9.0


def law_list(rows: Sequence[LawRow], today: date) -> bytes:
    """Every line of the law as tagged PDF/UA-1: what it says, Act and section, since when, checked on what day."""
    blocks: list[Block] = [*section("", TITLE), Prose(_WARNING, BODY)]
    for number, (kind, some) in enumerate(groupby(rows, key=lambda one: one.kind), 1):
        blocks += section(str(number), _KINDS.get(kind, kind))
        head = ("No.", "What it says", "Act and section", "In force", "Checked on")
        columns = (Column(fixed=42), Column(1), Column(most=0.24), Column(), Column())
        blocks.append(Table(columns, head, [_row(one) for one in some], HEAD, heads=0))
    return set_list(blocks, TITLE, _MARKING, today)


def _row(one: LawRow) -> list[list[Block]]:
    since = spoken(one.since) if one.since else "start not known" if one.dormant else "always, here"
    force = f"{since} to {spoken(one.to)}" if one.to else since
    title = [] if one.says.startswith(one.title.rstrip(".")) else [Prose(one.title, CELL_BOLD)]
    return [
        [Prose(one.id, CELL_QUIET)],
        [*title, Prose(one.says + (" Not computed with." if one.dormant else ""), CELL)],
        [Prose(one.basis, CELL)],
        [Prose(force, CELL)],
        [Prose(spoken(one.checked_on), CELL)],
    ]


def list_head(title: str, told: str = "") -> list[Block]:
    """The heading of a list without numbered sections, in line with its table, and what the list tells."""
    said = [Prose(told, PLAIN)] if told else []
    return [Prose(title, replace(SECTION, indent=0.0), "H1", place="part"), *said]


def set_list(blocks: Sequence[Block], title: str, marking: str, today: date) -> bytes:
    """A list that is of no one case as tagged PDF/UA-1, with its marking, title and page numbers on every page."""
    canvas = TaggedCanvas(A4, title=title, language="en-GB")
    pour(canvas, blocks, AREA)
    return finished(canvas.finish(_nothing, _Pages(title, marking, today).over))


def _nothing(_canvas: TaggedCanvas, _pages: int) -> None:
    """Nothing stands under the text."""


class _Pages:
    """Marking, title and page numbers."""

    def __init__(self, title: str, marking: str, today: date) -> None:
        self._title, self._marking, self._today = title, marking, today

    def over(self, canvas: TaggedCanvas, pages: int) -> None:
        """Draw the furniture of one page."""
        right = A4[0] - MARGIN
        middle = A4[0] / 2 - width(Face.BOLD, self._marking) * _BOLD / 2
        with canvas.artifact("Pagination"):
            for y in (A4[1] - 28.0, 17.0):
                canvas.show(Face.BOLD, _BOLD, middle, y, self._marking)
            canvas.show(Face.SEMIBOLD, _SMALL, MARGIN, A4[1] - 44.0, self._title)
            canvas.stroke(MARGIN, A4[1] - 50.0, right, A4[1] - 50.0)
            page = f"Page {canvas.page} of {pages}"
            canvas.stroke(MARGIN, 52.0, right, 52.0)
            canvas.show(Face.REGULAR, _SMALL, MARGIN, 41.0, f"Printed {spoken(self._today)}")
            canvas.show(Face.SEMIBOLD, _SMALL, right - width(Face.SEMIBOLD, page) * _SMALL, 41.0, page)
