"""The list of contents: numbers, titles and pages, each line leading to its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.tagged.canvas import TaggedCanvas
from reports.tagged.structure import Element
from reports.typeface import Face, fitted, width

_SIZE = 9.0
_LEADING = 13.5
_NUMBER = 24.0
_GUTTER = 28.0


@dataclass(frozen=True, slots=True)
class Contents:
    """Entries of number and title, in two columns."""

    entries: tuple[tuple[str, str], ...]
    before: float = 2.0
    after: float = 8.0
    keep_next: bool = False
    _element: Element = field(default_factory=lambda: Element("TOC"), repr=False)

    def _rows(self) -> int:
        return -(-len(self.entries) // 2)

    def height(self, width: float) -> float:  # noqa: ARG002
        """Half as many lines as entries."""
        return self._rows() * _LEADING

    def least(self, width: float) -> float:
        """It stands whole."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Contents, Contents] | None:  # noqa: ARG002
        """After as many lines as fit."""
        fit = int(room / _LEADING)
        if not 0 < fit < self._rows():
            return None
        first, rest = Contents(self.entries[: 2 * fit], _element=self._element), self.entries[2 * fit :]
        return first, Contents(rest, _element=self._element)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the first column, then the second; page numbers come when they are known."""
        wide = (width - _GUTTER) / 2
        with canvas.inside(self._element):
            for n, (number, title) in enumerate(self.entries):
                column, row = divmod(n, self._rows())
                left = x + column * (wide + _GUTTER)
                self._entry(canvas, number, title, (left, top - row * _LEADING, wide))

    def _entry(self, canvas: TaggedCanvas, number: str, title: str, place: tuple[float, float, float]) -> None:
        left, top, wide = place
        base = top - _LEADING + 4
        link = Element("Link")
        with canvas.inside(Element("TOCI")), canvas.inside(Element("Reference")), canvas.marked(link):
            canvas.show(Face.SEMIBOLD, _SIZE, left, base, f"{number} ")
            words = fitted(Face.REGULAR, title, _SIZE, wide - _NUMBER - 24)
            canvas.show(Face.REGULAR, _SIZE, left + _NUMBER, base, f"{words} ")
        canvas.link(link, (left, top - _LEADING, left + wide, top), f"part{number}", f"{number} {title}")

        def page(canvas: TaggedCanvas, pages: int) -> None:  # noqa: ARG001
            told = str(canvas.places.get(f"part{number}", ""))
            with canvas.marked(link):
                right = left + wide - width(Face.REGULAR, told) * _SIZE
                canvas.show(Face.REGULAR, _SIZE, right, base, f"{told} ")

        canvas.later(page)


def entries(found: Sequence[tuple[str, str]]) -> Contents:
    """The contents of a document."""
    return Contents(tuple(found))
