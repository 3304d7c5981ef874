"""Where the labels of bars go in the lanes of a timeline, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Reach = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the label of a bar goes: its left edge, the room it has there, and whether it stands in the bar."""

    left: float
    room: float
    inside: bool


@dataclass(frozen=True, slots=True)
class Room:
    """The lane in which labels are placed: its edges and today's line; in the unit of the drawing.

    ``clear`` stays between a label and what is beside it, ``near`` is how far from its bar it may begin, ``shortest``
    the least room in which one may be cut. With ``beside`` a place outside the bar is taken before one in it, and that
    in it is at its end.
    """

    edges: Reach
    today: float
    clear: float = 5.0
    near: float = 90.0
    shortest: float = 48.0
    beside: bool = False


def placed(
    wide: float, bar: Reach, room: Room, others: Sequence[Reach] = (), labels: Sequence[Reach] = ()
) -> Place | None:
    """A place for a label as wide as this: in its bar, else right of it, else left; never across today's line,
    another bar or another label of the lane. Where it fits nowhere, the longest room in which it may be cut, if any.
    """
    clear, line = room.clear, (room.today, room.today)
    taken = [line, *labels, *others]
    inside = [(one, True) for one in _free((bar[0] + clear, bar[1] - clear), [line, *labels], clear)]
    right = [
        (one, False) for one in _free((bar[1] + clear, room.edges[1]), taken, clear) if one[0] < bar[1] + room.near
    ]
    left = [(one, False) for one in _free((room.edges[0], bar[0] - clear), taken, clear) if one[1] > bar[0] - room.near]
    first = (*right[:1], *inside[::-1]) if room.beside else (*inside, *right[:1])
    for (start, end), within in first:
        if end - start >= wide:
            return Place(end - wide if within and room.beside else start, wide, within)
    for (start, end), _ in reversed(left):
        if end - start >= wide:
            return Place(end - wide, wide, inside=False)
    for (start, end), _ in right[1:]:
        if end - start >= wide:
            return Place(start, wide, inside=False)
    longest = max([*inside, *right], key=_length, default=None)
    if longest is None or _length(longest) < room.shortest:
        return None
    return Place(longest[0][0], _length(longest), longest[1])


def _length(one: tuple[Reach, bool]) -> float:
    return one[0][1] - one[0][0]


def _free(span: Reach, taken: Sequence[Reach], clear: float) -> list[Reach]:
    """What is left of a span between what is taken, with some room about it, from left to right."""
    found, start = [], span[0]
    for left, right in sorted((left - clear, right + clear) for left, right in taken):
        if right <= start:
            continue
        if left >= span[1]:
            break
        if left > start:
            found.append((start, left))
        start = max(start, right)
    if start < span[1]:
        found.append((start, span[1]))
    return found
