"""The pieces that parts are set from: numbered headings, typed text, facts after their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casework.field import Field, FieldType
from reports.page import AREA
from reports.styles import BODY, CARD_LABEL, CARD_TEXT, CELL, CELL_QUIET, GROUP, HEAD, LABEL, NUMBER, SECTION
from reports.tagged.block import Block, Rule, Spread
from reports.tagged.columns import Column
from reports.tagged.flow import fits
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Run, Style
from reports.tagged.table import GUTTER, Table
from reports.typeface import Face

_BULLET = re.compile(r"[-•*–·]\s+(?=\S)")
_COUNTED = re.compile(r"(\d{1,2}[.)])\s+(?=\S)")
_SHORT, _FEW = 60, 3
NUMBERS = Column(fixed=NUMBER - GUTTER)
CARD_NAMES = 118.0
_BULLET_WIDE, _COUNTED_WIDE = 12.0, 15.0
_INSET, _DEEPEST = 2, 3


def section(number: str, words: str) -> list[Block]:
    """The heading of a part or section: a rule, its number and title; the outline and the contents lead to it."""
    return [Rule(before=20.0), Prose(words, SECTION, "H1", number=number, place=f"part{number}")]


def group(number: str, words: str, runs: Sequence[Run] = ()) -> Prose:
    """The heading of a group of rows, with what stands beside it."""
    return Prose([Run(words), *runs], GROUP, "H2", number=number)


def card_heading(number: str, words: str, runs: Sequence[Run] = (), level: str = "H3") -> Prose:
    """The heading of one record that is set as a card."""
    return Prose([Run(words), *runs], LABEL, level, number=number)


def label(number: str, words: str) -> Prose:
    """The heading of one answer."""
    return Prose(words, LABEL, "H2", number=number)


def typed(words: str, style: Style = BODY) -> list[Block]:
    """Typed text as it was typed: a paragraph for each line, a list where lines begin with a bullet or a number.

    Lines of a list that are typed further in are a list under the line before them.
    """
    return _typed([line for line in words.splitlines() if line.strip()], style, 0) or [Prose("", style)]


def _typed(lines: Sequence[str], style: Style, depth: int) -> list[Block]:
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        kind = _listed(lines[at].strip())
        if not kind:
            blocks.append(Prose(lines[at].strip(), style))
            at += 1
            continue
        first, end = _inset(lines[at]), at + 1
        while end < len(lines) and (found := _listed(lines[end].strip())):
            if found != kind and not _under(lines[end], first, depth):
                break
            end += 1
        blocks.append(_list(lines[at:end], kind, style, depth))
        at = end
    return blocks


def _list(lines: Sequence[str], kind: str, style: Style, depth: int) -> Items:
    own: list[str] = []
    under: dict[int, list[str]] = {}
    for line in lines:
        if own and _under(line, _inset(lines[0]), depth):
            under.setdefault(len(own) - 1, []).append(line)
        else:
            own.append(line.strip())
    texts = [unlisted(line)[0] for line in own]
    marks = [line.split(maxsplit=1)[0] for line in own] if kind == "1" else ()
    below = {n: _typed(some, replace(style, before=0.0, after=0.0), depth + 1) for n, some in under.items()}
    return Items(texts, style, marks, indent=_COUNTED_WIDE if marks else _BULLET_WIDE, under=below)


def _under(line: str, first: int, depth: int) -> bool:
    """Whether a line of a list stands under another line of it."""
    return depth < _DEEPEST and _inset(line) >= first + _INSET


def _inset(line: str) -> int:
    """How far in a line is typed, in characters."""
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())


def unlisted(line: str) -> tuple[str, float]:
    """A typed line without the mark that makes it an item of a list, and how far it is then moved in (points)."""
    match _listed(line):
        case "•":
            return _BULLET.sub("", line, count=1), _BULLET_WIDE
        case "1":
            return _COUNTED.sub("", line, count=1), _COUNTED_WIDE
    return line, 0.0


def _listed(line: str) -> str:
    return "•" if _BULLET.match(line) else "1" if _COUNTED.match(line) else ""


def labelled(words: str, told: str) -> Prose:
    """An answer in a cell, after its label."""
    return Prose([Run(f"{words}: ", grey=CELL_QUIET.grey), Run(told.replace("\n", " "))], CELL)


def facts(rows: Sequence[tuple[str, str, str]]) -> Table:
    """Short answers under each other: number, label, answer."""
    cells = [
        (
            Prose(number, CELL),
            Prose(words, CELL_QUIET),
            *((Prose(told, CELL),) if "\n" not in told else typed(told, CELL)),
        )
        for number, words, told in rows
    ]
    columns = (NUMBERS, Column(most=0.36), Column(1))
    return Table(columns, (), [([a], [b], list(c)) for a, b, *c in cells], HEAD, heads=1, before=4, after=8)


def card(rows: Sequence[tuple[str, str]]) -> Table:
    """The longer answers of one record, each after its label."""
    cells = [([Prose(words, CARD_LABEL)], typed(told, CARD_TEXT)) for words, told in rows]
    return Table((Column(fixed=CARD_NAMES), Column(1)), (), cells, HEAD, heads=0, indent=NUMBER, before=2, after=10)


def together(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that stand on one page, where one page can hold them."""
    if not fits(blocks, AREA.width, AREA.height):
        return list(blocks)
    return [Spread(((1.0, tuple(blocks)),), before=blocks[0].before, after=blocks[-1].after)]


def is_short(one: Field, told: str) -> bool:
    """Whether an answer may stand in half a line."""
    return one.type is not FieldType.LONG and len(told) <= _SHORT


def answers(rows: Sequence[tuple[str, str, bool]]) -> list[Block]:
    """Labels with their answers: the short ones side by side where there are a few, the long ones below."""
    short = [(words, told) for words, told, brief in rows if brief]
    if len(short) < _FEW:
        return [card([(words, told) for words, told, _ in rows])] if rows else []
    long = [(words, told) for words, told, brief in rows if not brief]
    return [pairs(short), *([card(long)] if long else [])]


def pairs(rows: Sequence[tuple[str, str]]) -> Spread:
    """Short answers after their labels in two columns, read down the first and then down the second."""
    half = -(-len(rows) // 2)
    tables: list[tuple[float, tuple[Block, ...]]] = [
        (
            1.0,
            (
                Table(
                    (Column(fixed=92), Column(1)), (), [_pair(*one) for one in some], HEAD, heads=0, before=0, after=0
                ),
            ),
        )
        for some in (rows[:half], rows[half:])
        if some
    ]
    return Spread(tuple(tables), indent=NUMBER, before=2, after=8)


def _pair(words: str, told: str) -> list[list[Block]]:
    return [[Prose(words, CELL_QUIET)], [Prose(told, CELL)]]


def strong(words: str) -> Run:
    """A run that stands out."""
    return Run(words, face=Face.SEMIBOLD)
