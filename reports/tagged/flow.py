"""Pouring blocks on to pages."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

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


def pour(canvas: TaggedCanvas, blocks: Sequence[Block], area: Area, *, pages: float = inf) -> None:
    """Draw blocks one after the other, turning pages as they fill, and no more than so many ``pages``.

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
        drawn, rest = _parted(one, queue, area.width, top - area.bottom - space, fresh=fresh)
        if drawn:
            drawn.draw(canvas, area.left, top - space, area.width)
            top, gap, fresh = top - space - drawn.height(area.width), drawn.after, False
        if rest:
            queue.appendleft(rest)
        if (rest or isinstance(one, NewPage)) and not fresh and _more(queue):
            if canvas.page >= pages:
                return
            canvas.turn()
            top, gap, fresh = area.top, 0.0, True


def _parted(
    one: Block, queue: deque[Block], width: float, room: float, *, fresh: bool
) -> tuple[Block | None, Block | None]:
    """What of a block is drawn in the room there is, and what is left for the next page."""
    if isinstance(one, NewPage):
        return None, None
    if one.height(width) <= room and (fresh or _needed(one, queue, width) <= room):
        return one, None
    if not one.keep_next and (fresh or one.least(width) <= room):
        parts = one.split(width, room)
        if parts:
            return parts
    return (one, None) if fresh else (None, one)


def _more(queue: deque[Block]) -> bool:
    return not all(isinstance(one, NewPage) for one in queue)


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


def fits(blocks: Iterable[Block], width: float, room: float) -> bool:
    """Whether blocks one under the other are no higher than the room; what comes after it is full is not set."""
    total, gap = 0.0, 0.0
    for n, one in enumerate(blocks):
        total += (max(gap, one.before) if n else 0.0) + one.height(width)
        gap = one.after
        if total > room:
            return False
    return True
