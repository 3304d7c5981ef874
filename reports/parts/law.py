"""Dates that the law gives: the day, what it is, the sum, and under the table the statutes they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from string import ascii_lowercase

from casework.reckoning import Finding, LegalDate
from reports import phrases
from reports.paper import Paper, in_order
from reports.parts.due import day
from reports.setting import NUMBERS, together
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, NUMBER
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

_PLAIN = ("person", "order", "licence")
_FEW = 4
_LIMITS = {"target": phrases.TARGET, "outer": phrases.OUTER}


def dates(paper: Paper, found: Sequence[LegalDate], number: str) -> list[Block]:
    """A row for each date; the same date of several conditions is one row that names them."""
    letters = {law: ascii_lowercase[n % 26] for n, law in enumerate(sorted({_law(one) for one in found}))}
    rows: list[list[list[Block]]] = []
    for n, some in enumerate(_together(found), 1):
        one = some[0]
        for each in some:
            paper.found.answers.setdefault((each.about, f"date {each.code}"), f"{number}.{n}")
        why = _why(paper, one, letters[_law(one)])
        rows.append([[Prose(f"{number}.{n}", CELL_BOLD)], _on(paper, one), _what(paper, some), why])
    head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.WHAT, phrases.WHY_THIS_DATE)]
    table = Table((NUMBERS, Column(), Column(2), Column(3)), head, rows, HEAD, heads=0)
    return [table, *_statutes(paper, letters)]


def past(paper: Paper, found: Sequence[LegalDate], number: str) -> Table:
    """Dates that are over, in a line each."""
    rows: list[list[list[Block]]] = []
    for n, some in enumerate(_together(found), 1):
        one = some[0]
        when, what = Prose(day(paper, one.working), CELL), Prose(_words(_what(paper, some)), CELL)
        rows.append([[Prose(f"{number}.{n}", CELL_BOLD)], [when], [what, *_by_hand(paper, one)]])
    head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.WHAT)]
    return Table((NUMBERS, Column(), Column(1)), head, rows, HEAD, heads=0)


def _words(blocks: Sequence[Block]) -> str:
    return " · ".join(one.text for one in blocks if isinstance(one, Prose))


def _together(found: Sequence[LegalDate]) -> Iterator[list[LegalDate]]:
    def same(one: LegalDate) -> tuple[date, str, str, str, str, str]:
        return one.working, one.code, one.limit, one.rule, one.why, one.about if one.override else ""

    for _, some in groupby(sorted(found, key=same), key=same):
        yield list(some)


def _on(paper: Paper, one: LegalDate) -> list[Block]:
    told: list[Block] = [Prose(day(paper, one.working), CELL_BOLD)]
    if one.override:
        told.append(Prose(paper.say(phrases.SET_BY_HAND), CELL_QUIET))
    elif one.at is not None:
        told.append(Prose(f"{one.at:%H:%M}", CELL))
    if one.limit in _LIMITS:
        told.append(Prose(paper.say(_LIMITS[one.limit]), CELL_QUIET))
    return told


def _what(paper: Paper, some: Sequence[LegalDate]) -> list[Block]:
    label = Prose(paper.say(some[0].label), CELL_BOLD)
    if len(some) == 1:
        subject = paper.pack.case.get(some[0].about)
        about = paper.linked(some[0].about) if subject and subject.kind not in _PLAIN else ""
    else:
        about = ", ".join(sorted({paper.number_of(one.about) for one in some} - {""}, key=in_order))
    return [label, Prose(about, CELL_QUIET)] if about else [label]


def _why(paper: Paper, one: LegalDate, letter: str) -> list[Block]:
    if not one.why:
        return [*_by_hand(paper, one), Prose(paper.say(phrases.AS_THE_LAW_SAYS, letter=letter), CELL)]
    rule = one.rule if one.rule.startswith("R-") else ""
    source = " · ".join(words for words in (paper.say(phrases.LAW, letter=letter), rule, one.law_row) if words)
    return [*_by_hand(paper, one), Prose(one.why, CELL), Prose(source, CELL_QUIET)]


def _by_hand(paper: Paper, one: LegalDate) -> list[Block]:
    """Who set a date instead of the computed one, and why."""
    if one.override is None:
        return []
    told = paper.say(phrases.SET_BY, who=one.override_by, why=one.override_reason, day=day(paper, one.on))
    return [Prose(told, CELL_BOLD)]


def _law(one: LegalDate) -> tuple[str, date]:
    return one.basis, one.checked_on


def _statutes(paper: Paper, letters: Mapping[tuple[str, date], str]) -> list[Block]:
    """Each statute once, under its letter."""
    rows: list[list[list[Block]]] = [
        [
            [Prose(letter, CELL_BOLD)],
            [Prose(paper.say(phrases.CHECKED, basis=basis, day=day(paper, checked)), CELL_QUIET)],
        ]
        for (basis, checked), letter in letters.items()
    ]
    head = [paper.say(phrases.LAW_HEAD), paper.say(phrases.THE_LAW)]
    table = Table((Column(), Column(1)), head, rows, HEAD, heads=0, indent=NUMBER)
    return together([table]) if len(rows) <= _FEW else [table]


def settle(paper: Paper, found: Sequence[Finding], number: str) -> Table:
    """What the law finds wrong or doubtful, a row each."""
    rows: list[list[list[Block]]] = [
        [[Prose(f"{number}.{n}", CELL_BOLD)], [Prose(one.message, CELL), *_source(one)]]
        for n, one in enumerate(found, 1)
    ]
    return Table((NUMBERS, Column(1)), [paper.say(phrases.NUMBER), paper.say(phrases.WHAT)], rows, HEAD, heads=0)


def _source(one: Finding) -> list[Block]:
    words = " · ".join(part for part in (one.basis, one.rule) if part)
    return [Prose(words, CELL_QUIET)] if words else []
