"""Pouring blocks on to pages."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from reports.tagged.block import Block, NewPage, Rule
from reports.tagged.canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a page that text is poured into, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    top: float

    @property
    def height(self) -> float:
        """How much stands on one page."""
        return self.top - self.bottom


def pour(canvas: TaggedCanvas, blocks: Sequence[Block], area: Area) -> None:
    """Draw blocks one after the other, turning pages as they fill.

    A block that keeps with the next takes that one's beginning with it. A block that can neither fit nor be split is
    drawn on a page of its own.
    """
    queue = deque(blocks)
    top, gap, fresh = area.top, 0.0, True
    while queue:
        one = queue.popleft()
        if fresh and isinstance(one, Rule):
            continue
        space = 0.0 if fresh else max(gap, one.before)
        room = top - area.bottom - space
        if isinstance(one, NewPage):
            turn, drawn = not fresh, None
        elif one.height(area.width) <= room and (fresh or _needed(one, queue, area.width) <= room):
            turn, drawn = False, one
        else:
            parts = (
                None if one.keep_next or (one.least(area.width) > room and not fresh) else one.split(area.width, room)
            )
            turn, drawn = True, parts[0] if parts else (one if fresh else None)
            if parts:
                queue.appendleft(parts[1])
            elif drawn is None:
                queue.appendleft(one)
        if drawn:
            drawn.draw(canvas, area.left, top - space, area.width)
            top, gap, fresh = top - space - drawn.height(area.width), drawn.after, False
        if turn and (queue or drawn is None):
            canvas.turn()
            top, gap, fresh = area.top, 0.0, True


def _needed(one: Block, queue: deque[Block], width: float) -> float:
    """The room that a block takes with what it must not be parted from."""
    total = one.height(width)
    last = one
    for following in queue:
        if not last.keep_next or isinstance(following, NewPage):
            break
        total += max(last.after, following.before)
        total += following.height(width) if following.keep_next else following.least(width)
        last = following
    return total


def measured(blocks: Sequence[Block], width: float) -> float:
    """The height of blocks poured into one endless page."""
    total, gap = 0.0, 0.0
    for n, one in enumerate(blocks):
        total += (max(gap, one.before) if n else 0.0) + one.height(width)
        gap = one.after
    return total
