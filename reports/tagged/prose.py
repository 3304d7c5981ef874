"""Paragraphs and headings."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from reports.tagged.canvas import TaggedCanvas
from reports.tagged.lines import Line, Piece, broken, face_of, longest_word, natural
from reports.tagged.structure import Element
from reports.tagged.style import BOX_PAD, Box, Run, Style
from reports.tagged.tongue import other_language

_FEWEST = 2
_OF_TABLES = ("TD", "TH", "LBody")


class Prose:
    """A paragraph of runs. Split over pages it stays one element of the structure.

    ``number`` hangs before its first line. ``place`` is a key that links lead to, entered in the outline at ``level``
    under the paragraph's own words.
    """

    def __init__(
        self,
        runs: Sequence[Run] | str,
        style: Style,
        role: str = "P",
        *,
        number: str = "",
        place: str = "",
        level: int = 0,
    ) -> None:
        self.runs = (Run(runs),) if isinstance(runs, str) else tuple(runs)
        self.style = style
        self.element = Element(role)
        self.number, self.place, self.level = number, place, level
        self._lines: list[Line] | None = None
        self._room = 0.0

    @property
    def before(self) -> float:
        """As its style says."""
        return self.style.before

    @property
    def after(self) -> float:
        """As its style says."""
        return self.style.after

    @property
    def keep_next(self) -> bool:
        """As its style says."""
        return self.style.keep_next

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    def again(self, style: Style, *, runs: Sequence[Run] = (), number: str = "") -> Prose:
        """The same words in another style, as an element of its own."""
        role = "P" if self.element.role in _OF_TABLES else self.element.role
        return Prose(
            runs or self.runs, style, role, number=number or self.number, place=self.place, level=self.level
        )  # fmt: skip

    def natural(self) -> float:
        """The width at which no line need be broken."""
        return natural(self.runs, self.style) + self.style.indent

    def longest_word(self) -> float:
        """The width of its longest word."""
        return longest_word(self.runs, self.style)

    def lines(self, width: float) -> list[Line]:
        """Its lines at this width."""
        if self._lines is None or self._room != width:
            self._lines, self._room = broken(self.runs, self.style, width - self.style.indent), width
        return self._lines

    def height(self, width: float) -> float:
        """As many leadings as lines."""
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Two lines, or the whole where a split would leave one alone."""
        count = len(self.lines(width))
        return (count if count < 2 * _FEWEST else _FEWEST) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Prose, Prose] | None:
        """At a line's end, leaving at least two lines on both sides."""
        lines = self.lines(width)
        fit = min(int(room / self.style.leading + 1e-6), len(lines) - _FEWEST)
        if fit < _FEWEST:
            return None
        return self._part(lines[:fit], width, first=True), self._part(lines[fit:], width, first=False)

    def _part(self, lines: list[Line], width: float, *, first: bool) -> Prose:
        part = copy(self)
        part._take(lines, width, first=first)  # noqa: SLF001 - a piece of itself
        return part

    def _take(self, lines: list[Line], width: float, *, first: bool) -> None:
        self._lines, self._room = lines, width
        if not first:
            self.style, self.number, self.place = replace(self.style, before=0.0), "", ""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw every line; a line that does not end the paragraph ends in a space, so that words stay apart aloud."""
        style = self.style
        base = top - (style.leading - style.size) / 2 - style.size * 0.8
        if self.place:
            canvas.arrive(self.place, top + 12, f"{self.number} {self.text}".strip(), self.level)
        room = width - style.indent
        mixed = len(self.runs) > 1
        if not mixed:
            self.element.language = other_language(self.text, canvas.language)
        with canvas.marked(self.element):
            if self.number:
                canvas.show(style.face, style.size, x, base, self.number + " ", grey=style.grey)
            for n, line in enumerate(self.lines(width)):
                at = x + style.indent + (room - line.wide) * style.align.value
                for k, piece in enumerate(line.pieces):
                    ends = k == len(line.pieces) - 1 and not line.glued
                    with canvas.spoken(other_language(piece.text, canvas.language) if mixed else ""):
                        self._show(canvas, at, base - n * style.leading, piece, " " if ends else "")
                    at += piece.wide

    def _show(self, canvas: TaggedCanvas, x: float, y: float, piece: Piece, ending: str) -> None:
        style, run = self.style, piece.run
        grey = style.grey if run.grey is None else run.grey
        if run.box is not Box.NONE:
            fill = 0.0 if run.box is Box.REVERSE else None
            canvas.frame(x, y - style.size * 0.3, piece.wide, style.size * 1.3, fill=fill)
            x, grey = x + BOX_PAD, 1.0 if run.box is Box.REVERSE else grey
        canvas.show(face_of(run, style), style.size, x, y, piece.text + ending, grey=grey)
