"""Tables: a rule under the head and between rows; over several pages still one table, its head repeated."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

from reports.tagged.block import Block, draw_stacked, split_stacked, stacked
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.columns import Column, widths
from reports.tagged.prose import Prose
from reports.tagged.structure import Element
from reports.tagged.style import Style

PAD = 3.0
GUTTER = 9.0
_LONG = 330.0  # points; about half of what a page holds: a longer row may be split
_SOME = 40.0
_FEW, _PAIR = 2, 100.0  # of so many rows any may stand alone; and those that are higher together than this


class Cell:
    """What stands in one cell. A single paragraph is the cell's own content, several are paragraphs in it.

    ``alone`` says which, for a piece of a cell; where nothing is said it is told by the blocks.
    """

    def __init__(self, blocks: Sequence[Block], element: Element, *, alone: bool | None = None) -> None:
        self.blocks, self.element = tuple(blocks), element
        first = self.blocks[0] if len(self.blocks) == 1 else None
        self._alone = isinstance(first, Prose) if alone is None else alone
        if self._alone and isinstance(first, Prose):
            first.element = element

    def height(self, width: float) -> float:
        """The height of its blocks."""
        return stacked(self.blocks, width)

    def split(self, width: float, room: float) -> tuple[Cell, Cell]:
        """What fits in ``room``, and the rest; both stay the same cell to a reader."""
        first, rest = split_stacked(self.blocks, width, room)
        return Cell(first, self.element, alone=self._alone), Cell(rest, self.element, alone=self._alone)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw its blocks."""
        if self._alone and self.blocks:
            draw_stacked(canvas, self.blocks, x, top, width)
            return
        with canvas.inside(self.element):
            draw_stacked(canvas, self.blocks, x, top, width)


@dataclass(slots=True)
class Row:
    """A row of cells, or the piece of one that stands on a page."""

    cells: tuple[Cell, ...]
    element: Element

    def height(self, columns: Sequence[float]) -> float:
        """As high as its highest cell."""
        return max(one.height(w) for one, w in zip(self.cells, columns, strict=True)) + 2 * PAD

    def split(self, columns: Sequence[float], room: float) -> tuple[Row, Row]:
        """Every cell split at the same height."""
        parts = [one.split(w, room - 2 * PAD) for one, w in zip(self.cells, columns, strict=True)]
        return Row(tuple(a for a, _ in parts), self.element), Row(tuple(b for _, b in parts), self.element)

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(one.blocks for one in self.cells)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, columns: Sequence[float], gutter: float) -> None:
        """Draw its cells from left to right."""
        with canvas.inside(self.element):
            for cell, w in zip(self.cells, columns, strict=True):
                cell.draw(canvas, x, top - PAD, w)
                x += w + gutter


_Measured = Sequence[tuple[Row, float]]


class Table:
    """Rows of cells under a head (empty: none). ``heads``: the column whose cells are headings of their rows.

    ``indent`` moves it to the right.
    """

    keep_next = False

    def __init__(
        self,
        columns: Sequence[Column],
        head: Sequence[str],
        rows: Sequence[Sequence[Sequence[Block]]],
        style: Style,
        *,
        heads: int | None = None,
        indent: float = 0.0,
        gutter: float = GUTTER,
        before: float = 2.0,
        after: float = 8.0,
    ) -> None:
        self.element = Element("Table")
        self.columns, self.before, self.after = tuple(columns), before, after
        self._indent, self._gutter = indent, gutter
        self.head = _head_row(head, columns, style) if head else None
        self.rows = [_body_row(cells, heads) for cells in rows]
        self._continued = False
        self._set: tuple[float, list[float]] | None = None
        self._heights: list[float] = []

    def _laid(self, width: float) -> list[float]:
        """The widths of the columns; the rows are measured once, their pieces as they come about."""
        if self._set is None or self._set[0] != width:
            everything = ([self.head] if self.head else []) + self.rows
            content = [[row.cells[n].blocks for row in everything] for n in range(len(self.columns))]
            self._set = (
                width,
                widths(self.columns, content, width - self._indent - self._gutter * (len(self.columns) - 1)),
            )
            self._heights = [row.height(self._set[1]) for row in self.rows]
        return self._set[1]

    def _head_height(self, columns: Sequence[float]) -> float:
        return self.head.height(columns) if self.head else 0.0

    def height(self, width: float) -> float:
        """Head and rows."""
        return self._head_height(self._laid(width)) + sum(self._heights)

    def least(self, width: float) -> float:
        """The head and the first row, or the beginning of a long one; of several short rows the first two or three."""
        columns = self._laid(width)
        first = sum(self._heights[: self._bound()])
        return self._head_height(columns) + (first if first <= _LONG else _SOME)

    def split(self, width: float, room: float) -> tuple[Table, Table] | None:
        """Between rows; inside a row only where it is longer than about half a page."""
        columns = self._laid(width)
        room -= self._head_height(columns)
        for n, height in enumerate(self._heights):
            if height > room:
                if height > _LONG and room >= _SOME:
                    first, rest = self.rows[n].split(columns, room)
                    if not first.empty:
                        return self._parts(n, n + 1, [(first, first.height(columns))], [(rest, rest.height(columns))])
                apart = self._apart(n)
                return self._parts(apart, apart) if apart else None
            room -= height
        return None

    def _bound(self) -> int:
        """How many of its first rows stay together: two short ones, and three where there are no more."""
        if len(self.rows) <= _FEW or sum(self._heights[:2]) > _PAIR:
            return 1
        return 3 if len(self.rows) == _FEW + 1 and sum(self._heights[1:]) <= _PAIR else 2

    def _apart(self, end: int) -> int:
        """Where to part: no short row by itself on either page, where there are more than a few."""
        if len(self.rows) <= _FEW:
            return end
        if end < self._bound():
            return 0
        return end - 1 if end == len(self.rows) - 1 and sum(self._heights[-2:]) <= _PAIR else end

    def _parts(self, end: int, begin: int, first: _Measured = (), rest: _Measured = ()) -> tuple[Table, Table]:
        """The rows before ``end`` and those from ``begin`` on, with the pieces of the row that is split."""
        whole = list(zip(self.rows, self._heights, strict=True))
        one, other = copy(self), copy(self)
        one._take([*whole[:end], *first])  # noqa: SLF001 - a piece of itself
        other._take([*rest, *whole[begin:]])  # noqa: SLF001 - a piece of itself
        other._continued, other.before = True, 0.0  # noqa: SLF001 - a piece of itself
        return one, other

    def _take(self, measured: _Measured) -> None:
        self.rows, self._heights = [row for row, _ in measured], [height for _, height in measured]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw head, rows and rules."""
        columns = self._laid(width)
        x, width = x + self._indent, width - self._indent
        with canvas.inside(self.element):
            edges = []
            if self.head:
                if self._continued:
                    with canvas.artifact("Pagination"):
                        self.head.draw(canvas, x, top, columns, self._gutter)
                else:
                    self.head.draw(canvas, x, top, columns, self._gutter)
                top -= self._head_height(columns)
            edges.append(top)
            for row, height in zip(self.rows, self._heights, strict=True):
                row.draw(canvas, x, top, columns, self._gutter)
                top -= height
                edges.append(top)
        with canvas.artifact():
            if self.head:
                canvas.stroke(x, edges[0], x + width, edges[0], weight=0.9)
            for _, edge in pairwise(edges):
                canvas.stroke(x, edge, x + width, edge, weight=0.4, grey=0.55)


def _head_row(head: Sequence[str], columns: Sequence[Column], style: Style) -> Row:
    cells = []
    for words, column in zip(head, columns, strict=True):
        element = Element("TH", scope="Column")
        cells.append(Cell([Prose(words, column.aligned(style))], element))
    return Row(tuple(cells), Element("TR"))


def _body_row(cells: Sequence[Sequence[Block]], heads: int | None) -> Row:
    made = [Cell(blocks, Element("TH", scope="Row") if n == heads else Element("TD")) for n, blocks in enumerate(cells)]
    return Row(tuple(made), Element("TR"))
