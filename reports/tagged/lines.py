"""Breaking text into lines: at spaces and after hyphens, and inside a word that no line can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from reports.tagged.style import BOX_PAD, Box, Run, Style
from reports.typed import legible
from reports.typeface import Face, width

_SPACES = re.compile(r"(?<!\d{3}) | (?!\d{3})")  # the halves of a telephone number stay together
_IN_ADDRESS = re.compile(r"(?<=[@/-])(?=\w)|(?<=\w)(?=\.\w)")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-–/])(?=[^\W\d_]{2})|(?<=—)(?=\w)")


class _Chance(IntEnum):
    NONE = 0
    HYPHEN = 1
    SPACE = 2


class Piece(NamedTuple):
    """A stretch of one line in one look; ``wide`` in points."""

    run: Run
    text: str
    wide: float


@dataclass(slots=True)
class Line:
    """One line. ``glued``: the next line goes on within the same word."""

    pieces: list[Piece] = field(default_factory=list)
    wide: float = 0.0
    glued: bool = False


class _Word(NamedTuple):
    pieces: tuple[Piece, ...]
    wide: float
    spaced: bool


_SPACE = Run(" ")


def face_of(run: Run, style: Style) -> Face:
    """The cut that a run is set in."""
    return run.face or style.face


def broken(runs: Sequence[Run], style: Style, room: float) -> list[Line]:
    """The runs as lines no wider than ``room`` points, each as full as it goes."""
    lines: list[Line] = []
    for words in _worded(tuple(runs), style.face, style.size):
        lines += _filled(words, style, room)
    return lines or [Line()]


def natural(runs: Sequence[Run], style: Style) -> float:
    """The width at which the text needs no line break of ours."""
    return max((line.wide for line in broken(runs, style, 1e9)), default=0.0)


def longest_word(runs: Sequence[Run], style: Style) -> float:
    """The width of the longest word."""
    return max((word.wide for words in _worded(tuple(runs), style.face, style.size) for word in words), default=0.0)


@lru_cache(maxsize=4096)
def _worded(runs: tuple[Run, ...], face: Face, size: float) -> list[list[_Word]]:
    """The paragraphs of the runs as words: the same whatever room there is, and asked for again at every width."""
    style = Style(size, face=face)
    return [_words(one, style) for one in _paragraphs(runs)]


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    found: list[list[Run]] = [[]]
    for run in runs:
        for n, part in enumerate(legible(run.text).split("\n")):
            if n:
                found.append([])
            if part:
                found[-1].append(Run(part, run.face, run.grey, run.box))
    return found


def _words(runs: Sequence[Run], style: Style) -> list[_Word]:
    words: list[_Word] = []
    chance = _Chance.SPACE
    for run in runs:
        for text, before in _tokens(run):
            piece = _piece(run, text, style)
            chance = max(chance, before)
            if words and chance is _Chance.NONE:
                last = words.pop()
                words.append(_Word((*last.pieces, piece), last.wide + piece.wide, last.spaced))
            else:
                words.append(_Word((piece,), piece.wide, chance is _Chance.SPACE))
            chance = _Chance.NONE
        chance = _Chance.SPACE if run.text.endswith(" ") else _Chance.NONE
    return words


def _tokens(run: Run) -> list[tuple[str, _Chance]]:
    """The unbreakable parts of a run, each with the chance of a break before it."""
    if run.box is not Box.NONE:
        return [(run.text, _Chance.SPACE if run.text.startswith(" ") else _Chance.NONE)]
    found: list[tuple[str, _Chance]] = []
    for n, word in enumerate(_SPACES.split(run.text)):
        if word:
            breaks = _IN_ADDRESS if "@" in word or "://" in word else _AFTER_HYPHEN
            first, *rest = breaks.split(word) if len(word) > 5 else [word]
            found += [(first, _Chance.SPACE if n else _Chance.NONE), *((one, _Chance.HYPHEN) for one in rest)]
    return found


def _piece(run: Run, text: str, style: Style) -> Piece:
    pad = 2 * BOX_PAD if run.box is not Box.NONE else 0.0
    return Piece(run, text, width(face_of(run, style), text) * style.size + pad)


def _filled(words: list[_Word], style: Style, room: float) -> list[Line]:
    line = Line()
    lines = [line]
    run, blank = _SPACE, width(style.face, " ") * style.size
    for word in words:
        if word.pieces[0].run is not run:
            run = word.pieces[0].run
            blank = width(face_of(run, style), " ") * style.size
        space = blank if word.spaced and line.pieces else 0.0
        if line.wide + space + word.wide > room and line.pieces:
            line.glued = not word.spaced
            line = Line()
            lines.append(line)
            space = 0.0
        for piece in word.pieces:
            for n, part in enumerate(_hewn(piece, style, room)):
                if n or (line.pieces and line.wide + space + part.wide > room and word.wide > room):
                    line.glued = True
                    line = Line()
                    lines.append(line)
                _add(line, part, space)
                space = 0.0
    return lines


def _add(line: Line, piece: Piece, space: float) -> None:
    last = line.pieces[-1] if line.pieces else None
    if last and last.run is piece.run and piece.run.box is Box.NONE:
        line.pieces[-1] = Piece(
            last.run, last.text + (" " if space else "") + piece.text, last.wide + space + piece.wide
        )
    else:
        if space and last:
            line.pieces.append(Piece(_SPACE, " ", space))
        line.pieces.append(piece)
    line.wide += space + piece.wide


def _hewn(piece: Piece, style: Style, room: float) -> list[Piece]:
    """A piece in parts that a line can hold."""
    if piece.wide <= room:
        return [piece]
    parts, kept = [], ""
    face = face_of(piece.run, style)
    for one in piece.text:
        if kept and width(face, kept + one) * style.size > room:
            parts.append(_piece(piece.run, kept, style))
            kept = ""
        kept += one
    return [*parts, _piece(piece.run, kept, style)]
