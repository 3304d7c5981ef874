"""A document as text: the words of its pages in the same order, its headings and numbers, for a reader's own tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reports.contents import Contents
from reports.one_column import NAMED, in_one_column
from reports.tagged.block import Block
from reports.tagged.field import Entry, Tick
from reports.tagged.figure import Figure
from reports.tagged.items import Items
from reports.tagged.prose import Prose

_MARKS = {"H1": "# ", "H2": "## ", "H3": "### "}


def as_text(head: Iterable[str], blocks: Iterable[Block]) -> str:
    """The lines of ``head``, then the blocks: headings behind #, items of a list behind their mark.

    Characters stand as they were typed, also those that the paper's typeface lacks. A typed line that begins with #
    is set in by a space, so that it is not taken for a heading.
    """
    lines = [*head, ""]
    named = ""
    for one in in_one_column(blocks):
        if isinstance(one, Prose) and one.style is NAMED:
            lines += [named] if named else []
            named = f"{_prose(one)}:"
            continue
        said = list(_block(one))
        heading = isinstance(one, Prose) and one.element.role in _MARKS
        if named and heading:
            lines, named = [*lines, named], ""
        if named and said:
            said[0] = f"{named} {said[0].strip()}"
            named = ""
        if said and heading and lines[-1]:
            lines.append("")
        lines += said
    return "\n".join([*lines, named] if named else lines).rstrip() + "\n"


def _block(one: Block) -> Iterator[str]:
    match one:
        case Prose():
            if words := _prose(one):
                yield words
        case Items():
            yield from _items(one, "")
        case Contents(entries=entries):
            yield from (f"{number} {title}" for number, title in entries)
        case Figure(alt=alt):
            yield f"[{alt}]"
        case Tick():
            yield f"[ ] {one.words.text}"
        case Entry(says=says):
            yield f"{says}: ____"


def _prose(one: Prose) -> str:
    words = " ".join(part for part in (one.number, one.text.strip()) if part)
    mark = _MARKS.get(one.element.role, "")
    return f"{mark}{' '.join(words.split())}" if mark else f" {words}" if words.startswith("#") else words


def _items(one: Items, inset: str) -> Iterator[str]:
    for item in one.items:
        label = item.label if one.counted else "-"
        yield f"{inset}{label} {item.prose.text if item.prose else ''}"
        for below in item.blocks[1:]:
            if isinstance(below, Items):
                yield from _items(below, f"{inset}  ")
