"""How text is set: sizes, cuts and spaces of the page of paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from reports.typeface import Face


class Align(Enum):
    """Where a line stands in its width."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Box(Enum):
    """What is drawn around a run of text."""

    NONE = "none"
    OUTLINE = "outline"
    REVERSE = "reverse"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. Lengths are points; ``grey`` runs from 0 (black) to 1 (white).

    ``indent`` moves the lines to the right; a paragraph's number hangs in that space.
    """

    size: float = 10.0
    leading: float = 14.0
    face: Face = Face.REGULAR
    grey: float = 0.0
    align: Align = Align.LEFT
    before: float = 0.0
    after: float = 5.0
    keep_next: bool = False
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in a paragraph; what it does not say comes from the paragraph's style."""

    text: str
    face: Face | None = None
    grey: float | None = None
    box: Box = Box.NONE


BOX_PAD = 3.0
