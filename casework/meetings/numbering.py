"""The numbers under which lines of minutes are spoken of: the same on the screen and on every paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casework.record import Record


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line of the minutes with the number under which it is spoken of: item and place ("8.2")."""

    number: str
    record: Record = field(repr=False)


def numbered(item: int, lines: Iterable[Record]) -> Iterator[Numbered]:
    """The lines of an item with their numbers; those of the restricted annex are counted apart ("8.R1")."""
    counts = {True: 0, False: 0}
    for one in lines:
        annex = one["annex"] is True
        counts[annex] += 1
        yield Numbered(f"{item}.{'R' if annex else ''}{counts[annex]}", one)
