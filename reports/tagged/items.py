"""Lists: each item with its label, split between items or inside one."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from reports.tagged.canvas import TaggedCanvas
from reports.tagged.prose import Prose
from reports.tagged.structure import Element
from reports.tagged.style import Run, Style
from reports.typeface import Face


class Item:
    """One item: its label (empty for the rest of an item from the page before) and its text."""

    def __init__(self, label: str, prose: Prose, element: Element | None = None) -> None:
        self.label, self.prose = label, prose
        self.element = element or Element("LI")
        if element is None:
            prose.element.role = "LBody"


class Items:
    """A list of items, marked with a bullet each or with the labels given."""

    keep_next = False

    def __init__(
        self, texts: Sequence[str | Sequence[Run]], style: Style, labels: Sequence[str] = (), indent: float = 12.0
    ) -> None:
        marks = labels or ["•"] * len(texts)
        self.items = [Item(mark, Prose(text, style)) for mark, text in zip(marks, texts, strict=True)]
        self.element = Element("L", numbering="Decimal" if labels else "Disc")
        self.style, self._indent = style, indent
        self.before = style.before

    @property
    def after(self) -> float:
        """As its style says."""
        return self.style.after

    def height(self, width: float) -> float:
        """Its items, close together."""
        return sum(one.prose.height(width - self._indent) + _GAP for one in self.items) - _GAP

    def least(self, width: float) -> float:
        """What may stand of its first item."""
        return self.items[0].prose.least(width - self._indent)

    def split(self, width: float, room: float) -> tuple[Items, Items] | None:
        """After the last item that fits, or inside the next."""
        inner = width - self._indent
        for n, one in enumerate(self.items):
            height = one.prose.height(inner)
            if height > room:
                parts = one.prose.split(inner, room)
                if parts:
                    first, rest = Item(one.label, parts[0], one.element), Item("", parts[1], one.element)
                    return self._part([*self.items[:n], first]), self._part([rest, *self.items[n + 1 :]])
                return (self._part(self.items[:n]), self._part(self.items[n:])) if n else None
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
                    one.prose.draw(canvas, x + self._indent, top, width - self._indent)
                top -= one.prose.height(width - self._indent) + _GAP


_GAP = 1.5
