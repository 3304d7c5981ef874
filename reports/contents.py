"""The list of contents: numbers, titles and pages, each line leading to its part."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reports.tagged.canvas import TaggedCanvas
from reports.tagged.structure import Element
from reports.typeface import Face, fitted, width

_SIZE = 9.0
_LEADING, _NUMBER, _PAGE = 1.5, 2.67, 2.67  # times the size of type
_GUTTER = 28.0


@dataclass(frozen=True, slots=True)
class Contents:
    """Entries of number and title, in columns side by side."""

    entries: tuple[tuple[str, str], ...]
    size: float = _SIZE
    columns: int = 2
    before: float = 2.0
    after: float = 8.0
    keep_next: bool = False
    _element: Element = field(default_factory=lambda: Element("TOC"), repr=False)

    def enlarged(self, size: float) -> Contents:
        """The same in one column of larger type."""
        return replace(self, size=size, columns=1)

    @property
    def _leading(self) -> float:
        return self.size * _LEADING

    def _rows(self) -> int:
        return -(-len(self.entries) // self.columns)

    def height(self, width: float) -> float:  # noqa: ARG002
        """As many lines as its columns need."""
        return self._rows() * self._leading

    def least(self, width: float) -> float:
        """In one column two lines; in several it stands whole."""
        return self.height(width) if self.columns > 1 else 2 * self._leading

    def split(self, width: float, room: float) -> tuple[Contents, Contents] | None:  # noqa: ARG002
        """After as many lines as fit."""
        fit = int(room / self._leading)
        if not 0 < fit < self._rows():
            return None
        at = self.columns * fit
        return replace(self, entries=self.entries[:at]), replace(self, entries=self.entries[at:])

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw column after column; page numbers come when they are known."""
        wide = (width - _GUTTER * (self.columns - 1)) / self.columns
        with canvas.inside(self._element):
            for n, (number, title) in enumerate(self.entries):
                column, row = divmod(n, self._rows())
                left = x + column * (wide + _GUTTER)
                self._entry(canvas, number, title, (left, top - row * self._leading, wide))

    def _entry(self, canvas: TaggedCanvas, number: str, title: str, place: tuple[float, float, float]) -> None:
        left, top, wide = place
        size, base = self.size, top - self._leading + self.size * 0.45
        link = Element("Link")
        with canvas.inside(Element("TOCI")), canvas.inside(Element("Reference")), canvas.marked(link):
            canvas.show(Face.SEMIBOLD, size, left, base, f"{number} ")
            words = fitted(Face.REGULAR, title, size, wide - (_NUMBER + _PAGE) * size)
            canvas.show(Face.REGULAR, size, left + _NUMBER * size, base, f"{words} ")
        canvas.link(link, (left, top - self._leading, left + wide, top), f"part{number}", f"{number} {title}")

        def page(canvas: TaggedCanvas, pages: int) -> None:  # noqa: ARG001
            told = str(canvas.places.get(f"part{number}", ""))
            with canvas.marked(link):
                right = left + wide - width(Face.REGULAR, told) * size
                canvas.show(Face.REGULAR, size, right, base, f"{told} ")

        canvas.later(page)
