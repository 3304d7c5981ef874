"""What is due, late first, and the open actions of each agency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from casework.dated import Due
from casework.dates import distance, spoken
from casework.document import Part
from casework.record import Record
from reports import phrases
from reports.paper import Paper, in_order
from reports.parts.brief import cut
from reports.parts.rows import records
from reports.setting import NUMBERS, group, section, strong
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table

_WORDS = 100
_YEAR = timedelta(days=366)
_SHOWN = ("what", "owner", "due_on", "serves", "set_on")


def due(paper: Paper, part: Part) -> list[Block]:
    """A table of everything with a date: when, in how long, what and the next step; what is far off in a line each."""
    blocks = section(part.letter, paper.say(part.title))
    if not paper.pack.due:
        none = phrases.NOTHING_OF_IT if paper.edition.keeps else phrases.NOTHING_DUE
        return [*blocks, Prose(paper.say(none), NOTE)]
    together = list(_together(paper.pack.due))
    edge = paper.pack.today + _YEAR
    near = [found for found in together if found[0].on <= edge]
    far = [found for found in together if found[0].on > edge]
    if near:
        rows = [_row(paper, f"{part.letter}{n}", found) for n, found in enumerate(near, 1)]
        head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.IN, phrases.WHAT)]
        blocks.append(Table((NUMBERS, Column(), Column(most=0.2), Column(1)), head, rows, HEAD, heads=0))
    if far:
        number = f"{part.letter}{len(near) + 1}"
        lines = [_line(paper, f"{number}.{n}", found) for n, found in enumerate(far, 1)]
        head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.WHAT)]
        blocks.append(group(number, paper.say(phrases.LATER)))
        blocks.append(Table((NUMBERS, Column(), Column(1)), head, lines, HEAD, heads=0))
    return blocks


def _together(found: Sequence[Due]) -> Iterator[list[Due]]:
    """The same date of the law for several records as one; everything else by itself."""

    def same(one: Due) -> tuple[date, str, str]:
        return one.on, one.code, "" if one.kind == "law" else one.about

    for _, some in groupby(sorted(found, key=same), key=same):
        yield list(some)


def _row(paper: Paper, number: str, found: Sequence[Due]) -> list[list[Block]]:
    one = found[0]
    away = paper.say(distance(one.on, paper.pack.today)).replace(" ", "\u00a0")
    what: list[Block] = [Prose(_what(paper, found), CELL)]
    why = paper.number_of(one.about, f"date {one.code}")
    step = paper.say(one.next)
    told = [step] if step else []
    told += [paper.say(phrases.AND_SEE, number=why)] if why else [words for words in (one.basis, one.rule) if words]
    if told:
        what.append(Prose(" · ".join(told), CELL_QUIET))
    return [
        [Prose(number, CELL_BOLD)],
        [Prose(day(paper, one.on), CELL_BOLD if one.late else CELL)],
        [Prose([strong(away) if one.late else Run(away)], CELL)],
        what,
    ]


def _line(paper: Paper, number: str, found: Sequence[Due]) -> list[list[Block]]:
    return [[Prose(number, CELL_BOLD)], [Prose(day(paper, found[0].on), CELL)], [Prose(_what(paper, found), CELL)]]


def _what(paper: Paper, found: Sequence[Due]) -> str:
    template = paper.pack.template
    words = cut(paper.say(found[0].what).replace(template.code, paper.say(template.name)), _WORDS)
    if len(found) == 1:
        number = paper.number_of(found[0].about)
        return f"{words} ({number})" if number and found[0].kind != "law" else words
    about = sorted({paper.number_of(one.about) for one in found} - {""}, key=in_order)
    return f"{words.split(' · ')[0]}: {', '.join(about)}" if about else words


def day(paper: Paper, on: date) -> str:
    """A date that is not broken between lines."""
    return spoken(on, paper.language).replace(" ", "\u00a0")


def actions(paper: Paper, part: Part) -> list[Block]:
    """A table for each agency with its open actions, the earliest first."""
    blocks = section(part.letter, paper.say(part.title))
    groups = list(_by_agency(paper))
    if not groups:
        none = phrases.NO_ACTIONS if paper.edition.holds_all("action") else phrases.NOTHING_OF_IT
        return [*blocks, Prose(paper.say(none), NOTE)]
    for n, (agency, found) in enumerate(groups, 1):
        number = f"{part.letter}{n}"
        blocks += [group(number, agency), *records(paper, found, number, _SHOWN)]
    return blocks


def _by_agency(paper: Paper) -> Iterator[tuple[str, list[Record]]]:
    opened = [one for one in paper.pack.case.of("action") if one["state"] not in ("done", "not_done")]

    def named(one: Record) -> str:
        return paper.word(one, "agency") or paper.missing(one, "agency", kept=True)

    opened.sort(key=lambda one: (named(one), str(one["due_on"])))
    for agency, found in groupby(opened, key=named):
        yield agency, list(found)
