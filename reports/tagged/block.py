"""What a page is poured from: blocks that know their height, can be split, and draw themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reports.tagged.canvas import TaggedCanvas


class Block(Protocol):
    """A piece of a page. Lengths are points; ``top`` is measured from the foot of the page."""

    @property
    def before(self) -> float:
        """The least space above it; between two blocks the larger of their wishes counts."""

    @property
    def after(self) -> float:
        """The least space below it."""

    @property
    def keep_next(self) -> bool:
        """Whether it may not stand last on a page."""

    def height(self, width: float) -> float:
        """How high it is when set to this width."""

    def least(self, width: float) -> float:
        """The height of the smallest first piece that may stand alone at the foot of a page."""

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """A first piece no higher than ``room`` and the rest, or None where it cannot be split there."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at ``x`` and ``top``."""


def stacked(blocks: Sequence[Block], width: float) -> float:
    """The height of blocks one under the other."""
    total, gap = 0.0, 0.0
    for n, one in enumerate(blocks):
        total += (max(gap, one.before) if n else 0.0) + one.height(width)
        gap = one.after
    return total


def draw_stacked(canvas: TaggedCanvas, blocks: Sequence[Block], x: float, top: float, width: float) -> None:
    """Draw blocks one under the other."""
    gap = 0.0
    for n, one in enumerate(blocks):
        top -= max(gap, one.before) if n else 0.0
        one.draw(canvas, x, top, width)
        top -= one.height(width)
        gap = one.after


def split_stacked(blocks: Sequence[Block], width: float, room: float) -> tuple[list[Block], list[Block]]:
    """The blocks that fit in ``room``, the one at the edge split if it can be, and the rest."""
    gap = 0.0
    for n, one in enumerate(blocks):
        space = max(gap, one.before) if n else 0.0
        height = one.height(width)
        if space + height > room:
            parts = one.split(width, room - space)
            if parts:
                return [*blocks[:n], parts[0]], [parts[1], *blocks[n + 1 :]]
            return list(blocks[:n]), list(blocks[n:])
        room -= space + height
        gap = one.after
    return list(blocks), []


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a fresh page."""

    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """It takes no room."""
        return 0.0

    def least(self, width: float) -> float:  # noqa: ARG002
        """It takes no room."""
        return 0.0

    def split(self, width: float, room: float) -> None:  # noqa: ARG002
        """It has nothing to split."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """It shows nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page over what follows; at the top of a page there is none."""

    before: float = 0.0
    after: float = 5.0
    keep_next: bool = True
    weight: float = 0.9

    def height(self, width: float) -> float:  # noqa: ARG002
        """As thick as it is."""
        return self.weight

    def least(self, width: float) -> float:  # noqa: ARG002
        """As thick as it is."""
        return self.weight

    def split(self, width: float, room: float) -> None:  # noqa: ARG002
        """It stands whole."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw it; a reader does not hear it."""
        with canvas.artifact():
            canvas.stroke(x, top, x + width, top, weight=self.weight)


@dataclass(frozen=True, slots=True)
class Blank:
    """Room, as for a pen."""

    high: float
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """Its own height at any width."""
        return self.high

    def least(self, width: float) -> float:  # noqa: ARG002
        """It stands whole."""
        return self.high

    def split(self, width: float, room: float) -> None:  # noqa: ARG002
        """It stands whole."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """It shows nothing."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Columns side by side, each a stack of blocks with its share of the width; read one column after the other."""

    columns: tuple[tuple[float, tuple[Block, ...]], ...]
    gutter: float = 18.0
    indent: float = 0.0
    before: float = 6.0
    after: float = 6.0
    keep_next: bool = False

    def height(self, width: float) -> float:
        """As high as its highest column."""
        return max(stacked(blocks, w) for w, blocks in self._set(width))

    def least(self, width: float) -> float:
        """It stands whole."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:  # noqa: ARG002
        """It stands whole."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the columns from left to right."""
        x += self.indent
        for w, blocks in self._set(width):
            draw_stacked(canvas, blocks, x, top, w)
            x += w + self.gutter

    def _set(self, width: float) -> list[tuple[float, tuple[Block, ...]]]:
        free = width - self.indent - self.gutter * (len(self.columns) - 1)
        shares = sum(share for share, _ in self.columns)
        return [(free * share / shares, blocks) for share, blocks in self.columns]
