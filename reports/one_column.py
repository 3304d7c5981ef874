"""Blocks one under the other: a table row by row, each answer after its heading; what stood side by side in turn.

The words, their order and their numbers stay; nothing is set anew. Large print and plain text are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.styles import CARD_LABEL, CARD_TEXT
from reports.tagged.block import Block, Rule, Spread
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Cell, Table

NAMED = replace(CARD_LABEL, before=3.0, keep_next=True)
_SHORT = 48
_HEADED = replace(CARD_TEXT, face=CARD_LABEL.face, keep_next=True)


def in_one_column(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, tables and columns taken apart."""
    for one in blocks:
        if isinstance(one, Spread):
            for _, column in one.columns:
                yield from in_one_column(column)
        elif isinstance(one, Table):
            yield from _rows(one)
        else:
            yield one


def _rows(table: Table) -> Iterator[Block]:
    heads = [_words(cell.blocks) for cell in table.head.cells] if table.head else []
    for row in table.rows:
        yield Rule(before=6.0, after=3.0, weight=0.4)
        number, named = "", ""
        for n, cell in enumerate(row.cells):
            blocks = list(in_one_column(cell.blocks))
            words = _words(cell.blocks)
            last = n + 1 == len(row.cells)
            if all(isinstance(one, Prose) for one in blocks) and not words:
                continue
            if n == 0 and not last and _is_number(words):
                number = words
            elif not heads and not last and cell.element.role == "TH" and len(blocks) == 1:
                named = words
            else:
                said = heads[n] if heads and cell.element.role != "TH" else named
                yield from _cell(cell, blocks, "" if said == words else said, number)
                number, named = "", ""
        if number or named:
            yield Prose(named or number, _HEADED, number=number if named else "")


def _cell(cell: Cell, blocks: Sequence[Block], named: str, number: str) -> Iterator[Block]:
    """What a column is called and what stands in it, a short answer in its line; the row's number hangs before."""
    first, *rest = blocks
    if named and not rest and isinstance(first, Prose) and len(first.text) <= _SHORT:
        runs = [Run(f"{named}: ", face=CARD_LABEL.face), *first.runs]
        yield first.again(replace(first.style, keep_next=False), runs=runs, number=number)
        return
    if named:
        yield Prose(named, NAMED, number=number)
    if isinstance(first, Prose):
        style = _HEADED if cell.element.role == "TH" else replace(first.style, keep_next=False)
        yield first.again(style, number=first.number or ("" if named else number))
    else:
        if number and not named:
            yield Prose(number, _HEADED)
        yield first
    yield from rest


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(one.text for one in blocks if isinstance(one, Prose)).strip()


def _is_number(words: str) -> bool:
    """Whether a cell holds no more than the number of its row: "9.2.1", "E2.1", "a)"."""
    return 0 < len(words) <= 10 and " " not in words and any(one.isdigit() for one in words) and words[-1] != "%"
