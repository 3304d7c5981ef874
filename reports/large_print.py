"""Large print: the same words in the same order, no letter of them under 18 points, in black and one under the other.

Pictures stay as they are, for what they show stands in words beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.contents import Contents
from reports.one_column import in_one_column
from reports.tagged.block import Blank, Block
from reports.tagged.field import Entry, Tick
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Align, Box, Run, Style
from reports.typeface import Face, width

LEAST, _MOST = 18.0, 30.0
_TIMES = 1.75
_HANG = 10.0
_UPRIGHT = {Face.ITALIC: Face.REGULAR, Face.BOLD_ITALIC: Face.BOLD}


def enlarged(blocks: Iterable[Block]) -> list[Block]:
    """The blocks for pages in large print."""
    return list(_enlarged(in_one_column(blocks)))


def _enlarged(blocks: Iterable[Block]) -> Iterator[Block]:
    for one in blocks:
        match one:
            case Prose():
                yield _prose(one)
            case Items():
                yield _items(one)
            case Contents():
                yield one.enlarged(LEAST)
            case Tick():
                yield Tick(one.name, one.words.text, _large(one.words.style), says=one.says)
            case Entry():
                yield replace(one, indent=0.0, lines=-(-one.lines * 3 // 2))
            case Blank():
                yield replace(one, high=one.high * 1.3)
            case _:
                yield one


def _large(style: Style, hang: float = 0.0) -> Style:
    size = max(LEAST, min(style.size * _TIMES, _MOST))
    return replace(
        style, size=size, leading=size * 1.32, face=_UPRIGHT.get(style.face, style.face), grey=0.0, align=Align.LEFT,
        before=style.before * 1.3, after=max(style.after, 2.0) * 1.4, indent=hang,
    )  # fmt: skip


def _runs(runs: Iterable[Run]) -> list[Run]:
    return [
        replace(one, face=_UPRIGHT.get(one.face, one.face) if one.face else None, grey=None)
        if one.box is Box.NONE
        else one
        for one in runs
    ]


def _prose(one: Prose) -> Prose:
    large = _large(one.style)
    hang = width(large.face, one.number) * large.size + _HANG if one.number else 0.0
    return one.again(replace(large, indent=hang), runs=_runs(one.runs))


def _items(one: Items) -> Items:
    style = _large(one.style)
    labels = [item.label for item in one.items]
    texts = [_runs(item.prose.runs) if item.prose else [] for item in one.items]
    under = {n: list(_enlarged(item.blocks[1:])) for n, item in enumerate(one.items) if len(item.blocks) > 1}
    indent = max(width(Face.REGULAR, label) for label in labels) * style.size + _HANG
    return Items(texts, style, labels if one.counted else (), indent, under)
