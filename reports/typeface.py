"""The five cuts of the typeface of the pages, and letters of other scripts: loading, measuring, what they have."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFont

from reports.scripts import has_other


class Face(Enum):
    """A cut of Atkinson Hyperlegible Next."""

    REGULAR = "Regular"
    ITALIC = "Italic"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    BOLD_ITALIC = "BoldItalic"


@cache
def font(face: Face) -> TTFont:
    """The font of a cut, read from the package's own files."""
    name = f"AtkinsonHyperlegibleNext-{face.value}"
    return TTFont(name, BytesIO((files("casework.fonts") / f"{name}.ttf").read_bytes()))


@lru_cache(maxsize=65536)
def width(face: Face, text: str) -> float:
    """How wide a text is at one point of size."""
    inside = font(face).face
    widths, default = inside.charWidths, inside.defaultWidth
    if has_other(text):
        more = other_scripts().face.charWidths
        return float(sum(widths.get(ord(one)) or more.get(ord(one), default) for one in text)) / 1000
    return float(sum([widths.get(ord(one), default) for one in text])) / 1000


@cache
def characters() -> frozenset[int]:
    """The code points that every cut can show."""
    return frozenset.intersection(*(frozenset(font(face).face.charToGlyph) for face in Face))


@cache
def other_scripts() -> TTFont:
    """The letters of other scripts, in one cut: Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic."""
    name = "DejaVuSans-Scripts"
    return TTFont(name, BytesIO((files("casework.fonts") / f"{name}.ttf").read_bytes()))


@cache
def other_characters() -> frozenset[int]:
    """The code points of other scripts that can be shown."""
    return frozenset(other_scripts().face.charToGlyph)


def fitted(face: Face, text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than ``room`` points at ``size``."""
    if width(face, text) * size <= room:
        return text
    kept = text
    while kept and width(face, kept + "…") * size > room:
        kept = kept[: -max(1, len(kept) // 40)]
    return kept.rstrip() + "…"
