"""Figures: drawings with a text that stands for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reports.tagged.canvas import TaggedCanvas
from reports.tagged.structure import Element

Drawing = Callable[[TaggedCanvas, float, float, float], None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of a fixed height. ``drawing`` is given the canvas, the left edge, the top and the width."""

    alt: str
    high: float
    drawing: Drawing = field(repr=False)
    before: float = 4.0
    after: float = 8.0
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
        """Draw it as one piece of marked content with its box."""
        element = Element("Figure", alt=self.alt, box=(x, top - self.high, x + width, top))
        with canvas.marked(element):
            self.drawing(canvas, x, top, width)
