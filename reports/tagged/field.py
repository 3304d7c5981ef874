"""Room to be filled in: with a pen on paper, or on a screen, where it is a field of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reports.tagged.canvas import TaggedCanvas
from reports.tagged.prose import Prose
from reports.tagged.style import Style

LINE = 21.0  # points; what a pen needs
_TICKED = 11.0
_EDGE, _RULED = 0.35, 0.75


@dataclass(frozen=True, slots=True)
class Entry:
    """A box of so many ``lines`` for a pen, which is a text field of the file too.

    ``name`` tells it from the others of the document, best the number under which it stands ("3.2.1 what"); ``says``
    is what a screen reader says of it: the whole question. Over the end of a page it goes on as a second field.
    """

    name: str
    says: str
    lines: int = 1
    indent: float = 0.0
    before: float = 2.0
    after: float = 6.0
    keep_next: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as its lines."""
        return self.lines * LINE

    def least(self, width: float) -> float:  # noqa: ARG002
        """Two of its lines."""
        return min(self.lines, 2) * LINE

    def split(self, width: float, room: float) -> tuple[Entry, Entry] | None:  # noqa: ARG002
        """Between lines, two of them on either side."""
        fit = min(int(room / LINE), self.lines - 2)
        if fit < 2:
            return None
        return replace(self, lines=fit), replace(self, lines=self.lines - fit, before=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the box with its lines, and lay the field over it."""
        x, width, high = x + self.indent, width - self.indent, self.height(width)
        with canvas.artifact():
            canvas.frame(x, top - high, width, high, grey=_EDGE)
            for n in range(1, self.lines):
                canvas.stroke(x + 4, top - n * LINE, x + width - 4, top - n * LINE, weight=0.4, grey=_RULED)
        canvas.field((x, top - high, x + width, top), self.name, self.says, lines=self.lines)


class Tick:
    """A box to tick before the words that it stands for; ``says`` is read aloud where the words say too little."""

    keep_next = False

    def __init__(self, name: str, words: str, style: Style, *, says: str = "") -> None:
        self.name, self.words, self.says = name, Prose(words, style), says or words

    @property
    def before(self) -> float:
        """As its style says, with room for a pen."""
        return self.words.style.before + 2.0

    @property
    def after(self) -> float:
        """As its style says, with room for a pen."""
        return self.words.style.after + 2.0

    def height(self, width: float) -> float:
        """As high as its words."""
        return max(self.words.height(width - self._in), self._side)

    def least(self, width: float) -> float:
        """It stands whole."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:  # noqa: ARG002
        """It stands whole."""
        return

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the box, its field over it, and the words beside it."""
        left, style = x + self.words.style.indent, self.words.style
        side = self._side
        foot = top - style.leading / 2 - side / 2
        with canvas.artifact():
            canvas.frame(left, foot, side, side, grey=_EDGE)
        canvas.field((left, foot, left + side, foot + side), self.name, self.says, lines=0)
        self.words.draw(canvas, x + self._in, top, width - self._in)

    @property
    def _side(self) -> float:
        return max(_TICKED, self.words.style.size * 0.9)

    @property
    def _in(self) -> float:
        return self._side + 6.0
