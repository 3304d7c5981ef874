"""Lists: each item with its label and what is listed under it, split between items or inside one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace

from reports.tagged.block import Block, draw_stacked, split_stacked, stacked
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.prose import Prose
from reports.tagged.structure import Element
from reports.tagged.style import Run, Style
from reports.typeface import Face

_GAP = 1.5


class Item:
    """One item: its label (empty for the rest of an item from the page before), its text, and lists under it.

    Where text and lists stand in it the text is a paragraph of its body; alone it is the body.
    """

    def __init__(self, label: str, blocks: Sequence[Block], element: Element, body: Element | None) -> None:
        self.label, self.blocks, self.element, self.body = label, tuple(blocks), element, body

    @property
    def prose(self) -> Prose | None:
        """Its text; None in the rest of an item whose text stood on the page before."""
        return self.blocks[0] if isinstance(self.blocks[0], Prose) else None

    def split(self, width: float, room: float) -> tuple[Item, Item] | None:
        """What fits in ``room`` and the rest; both stay the same item to a reader."""
        first, rest = split_stacked(self.blocks, width, room)
        if not first or not rest:
            return None
        return Item(self.label, first, self.element, self.body), Item("", rest, self.element, self.body)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw what stands in it."""
        if self.body is None:
            draw_stacked(canvas, self.blocks, x, top, width)
            return
        with canvas.inside(self.body):
            draw_stacked(canvas, self.blocks, x, top, width)


class Items:
    """A list of items, marked with a bullet each or with the labels given; ``under`` are lists under single items."""

    keep_next = False

    def __init__(
        self,
        texts: Sequence[str | Sequence[Run]],
        style: Style,
        labels: Sequence[str] = (),
        indent: float = 12.0,
        under: Mapping[int, Sequence[Block]] | None = None,
    ) -> None:
        marks = labels or ["•"] * len(texts)
        below = under or {}
        self.items = [
            _item(mark, text, style, below.get(n, ())) for n, (mark, text) in enumerate(zip(marks, texts, strict=True))
        ]
        self.element = Element("L", numbering="Decimal" if labels else "Disc")
        self.style, self.indent, self.counted = style, indent, bool(labels)
        self.before = style.before

    @property
    def after(self) -> float:
        """As its style says."""
        return self.style.after

    def height(self, width: float) -> float:
        """Its items, close together."""
        return sum(stacked(one.blocks, width - self.indent) + _GAP for one in self.items) - _GAP

    def least(self, width: float) -> float:
        """What may stand of its first item."""
        return self.items[0].blocks[0].least(width - self.indent)

    def split(self, width: float, room: float) -> tuple[Items, Items] | None:
        """After the last item that fits, or inside the next."""
        inner = width - self.indent
        for n, one in enumerate(self.items):
            height = stacked(one.blocks, inner)
            if height > room:
                parts = one.split(inner, room)
                if parts:
                    return self._part([*self.items[:n], parts[0]]), self._part([parts[1], *self.items[n + 1 :]])
                alone = n == len(self.items) - 1 and n > 1 and height <= self.style.leading * 2
                at = n - 1 if alone else n  # a short last item does not stand alone over the next page
                return (self._part(self.items[:at]), self._part(self.items[at:])) if n else None
            room -= height + _GAP
        return None

    def _part(self, items: list[Item]) -> Items:
        part = copy(self)
        part.items, part.before = items, 0.0
        return part

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw label and text of every item."""
        style = self.style
        with canvas.inside(self.element):
            for one in self.items:
                with canvas.inside(one.element):
                    if one.label:
                        with canvas.marked(Element("Lbl")):
                            base = top - (style.leading - style.size) / 2 - style.size * 0.8
                            canvas.show(
                                Face.REGULAR, style.size, x + style.indent + 1, base, one.label + " ", grey=style.grey
                            )
                    one.draw(canvas, x + self.indent, top, width - self.indent)
                top -= stacked(one.blocks, width - self.indent) + _GAP


def _item(label: str, text: str | Sequence[Run], style: Style, under: Sequence[Block]) -> Item:
    if not under:
        return Item(label, (Prose(text, style, "LBody"),), Element("LI"), None)
    said = Prose(text, replace(style, before=0.0, after=_GAP))
    return Item(label, (said, *under), Element("LI"), Element("LBody"))
