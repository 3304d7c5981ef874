"""From risk to action: the scenarios across, and down what feeds them, what stands against them, what is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from casework.chain import gaps
from casework.document import Part
from casework.record import Record, title
from casework.text import Text
from reports import phrases
from reports.paper import Paper, in_order
from reports.parts.brief import cut
from reports.parts.due import day
from reports.setting import NUMBERS, group, section
from reports.styles import BODY, CELL, CELL_BOLD, CELL_QUIET, CENTRED, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Align
from reports.tagged.table import Table

_ACROSS = 6
_NARROW, _WHEN = 32.0, 78.0
_WORDS, _WHO = 76, 200

Meets = Callable[[Record, Record], list[str]]


def from_risk_to_action(paper: Paper, part: Part) -> list[Block]:
    """Gaps in words, then factors, measures and contingencies against the scenarios."""
    case = paper.pack.case
    blocks = section(part.letter, paper.say(part.title))
    missing = gaps(case)
    said = Items(missing, BODY) if missing else Prose(paper.say(phrases.NO_GAPS), BODY)
    blocks += [group(f"{part.letter}1", paper.say(phrases.GAPS)), said]
    scenarios = case.of("scenario")
    for first in range(0, len(scenarios), _ACROSS):
        some = scenarios[first : first + _ACROSS]
        grids = (
            (phrases.FEEDS_IT, _linked, case.of("factor"), None),
            (phrases.STANDS_AGAINST_IT, _serving(paper), case.of("measure"), ("due_on", phrases.BY)),
            (phrases.IF_IT_BEGINS, _linked, case.of("contingency"), ("within", phrases.WITHIN)),
        )
        for n, (words, meets, rows, when) in enumerate(grids, 2 + first // _ACROSS * 3):
            if rows:
                blocks.append(group(f"{part.letter}{n}", paper.say(words)))
                blocks += [Prose(paper.say(phrases.CHAIN_NOTE), replace(NOTE, keep_next=True))] if n == 3 else []
                blocks.append(_grid(paper, some, rows, meets, when))
    return blocks


def _grid(
    paper: Paper, across: Sequence[Record], down: Sequence[Record], meets: Meets, when: tuple[str, Text] | None
) -> Table:
    """Rows against the scenarios; with ``when``, the field and its heading, also who does it and by when."""
    head = [paper.say(phrases.NUMBER), paper.say(phrases.WHAT)]
    columns = [NUMBERS, Column(1)]
    if when:
        head += [paper.say(phrases.OWNER), paper.say(when[1])]
        columns += [Column(fixed=84), Column(fixed=_WHEN)]
    head += [paper.number_of(one.id) for one in across]
    columns += [Column(fixed=_NARROW, align=Align.CENTRE) for _ in across]
    rows: list[list[list[Block]]] = []
    for one in sorted(down, key=lambda found: in_order(paper.number_of(found.id))):
        words: list[list[Block]] = [
            [Prose(paper.number_of(one.id), CELL_BOLD)],
            [Prose(cut(title(one, paper.language), _WORDS), CELL), *_done(one)],
        ]
        if when:
            due = one[when[0]]
            told = day(paper, due) if isinstance(due, date) else cut(one.words(when[0]), _WHO)
            words += [[Prose(cut(one.words("owner"), _WHO), CELL)], [Prose(told, CELL)] if told else []]
        for scenario in across:
            words.append([Prose(mark, CENTRED) for mark in meets(one, scenario)])
        rows.append(words)
    return Table(columns, head, rows, HEAD, heads=0, gutter=7.0)


def _done(one: Record) -> list[Block]:
    """What is done at once where a contingency begins."""
    words = " ".join(one.words("action").split())
    return [Prose(cut(words, _WORDS), CELL_QUIET)] if words else []


def _serving(paper: Paper) -> Meets:
    feeding: dict[str, tuple[str, ...]] = {one.id: one.links("scenarios") for one in paper.pack.case.of("factor")}

    def meets(measure: Record, scenario: Record) -> list[str]:
        served = measure.links("serves")
        if scenario.id in served:
            return ["•"]
        through = (paper.number_of(one) for one in served if scenario.id in feeding.get(one, ()))
        return sorted(through, key=in_order)

    return meets


def _linked(record: Record, scenario: Record) -> list[str]:
    return ["•"] if scenario.id in record.links("scenarios") else []
