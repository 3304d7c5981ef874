"""The widths of a table's columns: some as wide as their content, the rest shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.tagged.block import Block
from reports.tagged.prose import Prose
from reports.tagged.style import Align, Style


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``fixed`` points wide, or with a ``share`` of the free width.

    With neither it is as wide as what stands first in its cells, but at most ``most`` of the whole table.
    """

    share: float = 0.0
    fixed: float = 0.0
    most: float = 0.25
    align: Align = Align.LEFT

    def aligned(self, style: Style) -> Style:
        """The style with this column's alignment."""
        return replace(style, align=self.align)


def widths(columns: Sequence[Column], content: Sequence[Sequence[Sequence[Block]]], room: float) -> list[float]:
    """The width of each column for content given column by column; together they fill ``room``."""
    fitted = [
        one.fixed or (0.0 if one.share else _natural(blocks, one.most * room))
        for one, blocks in zip(columns, content, strict=True)
    ]
    shares = sum(one.share for one in columns)
    free = room - sum(fitted)
    if not shares:
        fitted[-1] += free
        return fitted
    return [free * one.share / shares if one.share else wide for one, wide in zip(columns, fitted, strict=True)]


def _natural(content: Sequence[Sequence[Block]], most: float) -> float:
    """The longest line that stands first in a cell, and at least the longest word of all."""
    lines = [one.natural() for blocks in content for one in blocks[:1] if isinstance(one, Prose)]
    words = [one.longest_word() for blocks in content for one in blocks if isinstance(one, Prose)]
    return min(max([*lines, *words], default=0.0), most) + 0.01
