"""From risk to action: every scenario with what feeds it, what meets it and what is done if it begins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casework.chain import Link, chain
from casework.dates import spoken
from casework.document import Part
from casework.record import Record
from reports import phrases
from reports.paper import Paper
from reports.setting import NUMBERS, section, strong
from reports.styles import CELL, CELL_BOLD, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table


def from_risk_to_action(paper: Paper, part: Part) -> list[Block]:
    """A table with a row for each scenario, and one for what serves none; gaps are said in words."""
    blocks = section(part.letter, paper.say(part.title))
    links = chain(paper.pack.case)
    scenarios = list(dict.fromkeys(one.scenario.id for one in links if one.scenario))
    rows = [_row(paper, f"{part.letter}{n}", [one for one in links if one.scenario and one.scenario.id == found])
            for n, found in enumerate(scenarios, 1)]  # fmt: skip
    loose = [one for one in links if one.scenario is None]
    if loose:
        rows.append(_row(paper, f"{part.letter}{len(rows) + 1}", loose))
    if not rows:
        return [*blocks, Prose(paper.say(phrases.NONE_YET, kind=paper.say(phrases.SCENARIO)), NOTE)]
    words = (phrases.NUMBER, phrases.SCENARIO, phrases.FACTORS, phrases.MEASURES, phrases.CONTINGENCY, phrases.NEXT)
    columns = (NUMBERS, *(Column(share=n) for n in (4, 3, 5, 4)), Column(most=0.16))
    return [
        *blocks,
        Prose(paper.say(phrases.CHAIN_NOTE), NOTE),
        Table(columns, [paper.say(one) for one in words], rows, HEAD, heads=0),
    ]


def _row(paper: Paper, number: str, links: list[Link]) -> list[list[Block]]:
    scenario = links[0].scenario
    measures = _once(one.measure for one in links)
    contingencies = _once(one.contingency for one in links)
    return [
        [Prose(number, CELL_BOLD)],
        [Prose(paper.linked(scenario.id) if scenario else paper.say(phrases.WITHOUT_SCENARIO), CELL)],
        _linked(paper, _once(one.factor for one in links)),
        _linked(paper, measures) or [_gap(paper.say(phrases.NO_MEASURE))],
        _linked(paper, contingencies) or ([_gap(paper.say(phrases.NO_CONTINGENCY))] if scenario else []),
        _next(paper, measures),
    ]


def _linked(paper: Paper, found: list[Record]) -> list[Block]:
    return [Prose(paper.linked(one.id), CELL) for one in found]


def _gap(words: str) -> Prose:
    return Prose([strong(words)], CELL)


def _once(found: Iterable[Record | None]) -> list[Record]:
    return list({one.id: one for one in found if one}.values())


def _next(paper: Paper, measures: list[Record]) -> list[Block]:
    ahead = sorted(day for one in measures if isinstance(day := one["due_on"], date) and day >= paper.pack.today)
    return [Prose(spoken(ahead[0], paper.language).replace(" ", "\u00a0"), CELL)] if ahead else []
