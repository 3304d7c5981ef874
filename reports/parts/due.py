"""What is due, late first, and the open actions of each agency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from casework.dates import distance, spoken
from casework.document import Part
from casework.due import Due
from casework.record import Record
from reports import phrases
from reports.paper import Paper
from reports.parts.rows import records
from reports.setting import NUMBERS, group, section, strong
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table


def due(paper: Paper, part: Part) -> list[Block]:
    """A table of everything with a date: when, in how long, what, and why it matters."""
    blocks = section(part.letter, paper.say(part.title))
    if not paper.pack.due:
        return [*blocks, Prose(paper.say(phrases.NOTHING_DUE), NOTE)]
    rows = [_row(paper, f"{part.letter}{n}", one) for n, one in enumerate(paper.pack.due, 1)]
    head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.IN, phrases.WHAT)]
    return [*blocks, Table((NUMBERS, Column(), Column(most=0.2), Column(1)), head, rows, HEAD, heads=0)]


def _row(paper: Paper, number: str, one: Due) -> list[list[Block]]:
    away = paper.say(distance(one.on, paper.pack.today)).replace(" ", "\u00a0")
    what: list[Block] = [Prose(paper.say(one.what), CELL)]
    if paper.say(one.next):
        what.append(Prose(paper.say(one.next), CELL_QUIET))
    basis = " · ".join(words for words in (one.basis, one.rule) if words)
    if basis:
        what.append(Prose(basis, CELL_QUIET))
    return [
        [Prose(number, CELL_BOLD)],
        [Prose(day(paper, one.on), CELL_BOLD if one.late else CELL)],
        [Prose([strong(away) if one.late else Run(away)], CELL)],
        what,
    ]


def day(paper: Paper, on: date) -> str:
    """A date that is not broken between lines."""
    return spoken(on, paper.language).replace(" ", "\u00a0")


def actions(paper: Paper, part: Part) -> list[Block]:
    """A table for each agency with its open actions, the earliest first."""
    blocks = section(part.letter, paper.say(part.title))
    groups = list(_by_agency(paper))
    if not groups:
        return [*blocks, Prose(paper.say(phrases.NO_ACTIONS), NOTE)]
    for n, (agency, found) in enumerate(groups, 1):
        number = f"{part.letter}{n}"
        blocks += [group(number, agency), *records(paper, found, number, _SHOWN)]
    return blocks


_SHOWN = ("what", "owner", "due_on", "serves", "set_on")


def _by_agency(paper: Paper) -> Iterator[tuple[str, list[Record]]]:
    opened = [one for one in paper.pack.case.of("action") if one["state"] not in ("done", "not_done")]

    def named(one: Record) -> str:
        shown = one.shape.get("agency")
        return shown.told(one["agency"], paper.language) if shown else ""

    opened.sort(key=lambda one: (named(one), str(one["due_on"])))
    for agency, found in groupby(opened, key=named):
        yield agency, list(found)
