"""Orders, licence and dates: what the court said, conditions by number, dates with the law they come from."""

from __future__ import annotations

from collections.abc import Container, Sequence

from casework.document import Part
from casework.reckoning import LegalDate, Reckoning
from casework.record import Record, title
from casework.timeline import lanes
from reports import phrases
from reports.paper import Paper
from reports.parts import timeline
from reports.parts.due import day
from reports.parts.rows import kind_name, records
from reports.setting import NUMBERS, card, group, section
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, LABEL, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

_CHILDREN = {"order": ("condition", "change", "breach"), "licence": ("licence_condition",)}


def orders(paper: Paper, part: Part) -> list[Block]:
    """The timeline, then each order and licence, then every other date that the law gives."""
    case, pack = paper.pack.case, paper.pack
    blocks = section(part.letter, paper.say(part.title))
    found = [*case.of("order"), *case.of("licence")]
    drawn = lanes(case, Reckoning(pack.today, pack.dates))
    number = 0
    if drawn:
        number += 1
        blocks += [group(f"{part.letter}{number}", paper.say(phrases.TIMELINE)), *timeline.drawn(paper, drawn)]
        blocks.append(timeline.listed(paper, drawn))
    if not found:
        blocks.append(Prose(paper.say(phrases.NO_ORDERS), NOTE))
    told: set[str] = set()
    for one in found:
        number += 1
        children = [child for kind in _CHILDREN[one.kind] for child in case.children(one, kind)]
        told |= {one.id, *(child.id for child in children)}
        blocks += _order(paper, one, f"{part.letter}{number}")
    others = [one for one in pack.dates if one.about not in told]
    if others:
        number += 1
        blocks += _dates(
            paper, others, group(f"{part.letter}{number}", paper.say(phrases.OTHER_DATES)), f"{part.letter}{number}"
        )
    return blocks


def _order(paper: Paper, order: Record, number: str) -> list[Block]:
    case = paper.pack.case
    fields = list(paper.asked(order))
    paper.enter(number, order, [one.key for one in fields])
    rows = [(paper.say(one.label), told) for one in fields if (told := paper.told(order, one))]
    blocks: list[Block] = [group(number, title(order, paper.language)), card(rows)]
    count = 0
    about = {order.id}
    for kind in _CHILDREN[order.kind]:
        found = case.children(order, kind)
        about |= {one.id for one in found}
        if found:
            count += 1
            inner = f"{number}.{count}"
            blocks += [_heading(inner, kind_name(kind, paper)), *records(paper, found, inner)]
    dates = [one for one in paper.pack.dates if one.about in about]
    if dates:
        count += 1
        inner = f"{number}.{count}"
        blocks += _dates(paper, dates, _heading(inner, paper.say(phrases.DATES)), inner)
    blocks += _findings(paper, f"{number}.{count + 1}", about)
    return blocks


def _heading(number: str, words: str) -> Prose:
    return Prose(words, LABEL, "H3", number=number)


def _dates(paper: Paper, dates: Sequence[LegalDate], heading: Prose, number: str) -> list[Block]:
    rows: list[list[list[Block]]] = []
    for n, one in enumerate(dates, 1):
        subject = paper.number_of(one.about)
        what: list[Block] = [Prose(paper.say(one.label), CELL_BOLD)]
        if subject:
            what.append(Prose(paper.linked(one.about), CELL_QUIET))
        rows.append([[Prose(f"{number}.{n}", CELL_BOLD)], _on(paper, one), what, _why(paper, one)])
    head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.WHAT, phrases.WHY_THIS_DATE)]
    return [heading, Table((NUMBERS, Column(), Column(2), Column(3)), head, rows, HEAD, heads=0)]


def _on(paper: Paper, one: LegalDate) -> list[Block]:
    told: list[Block] = [Prose(day(paper, one.on), CELL_BOLD)]
    if one.at is not None:
        told.append(Prose(f"{one.at:%H:%M}", CELL))
    limits = {"target": phrases.TARGET, "outer": phrases.OUTER}
    if one.limit in limits:
        told.append(Prose(paper.say(limits[one.limit]).replace(" ", "\u00a0"), CELL_QUIET))
    return told


def _why(paper: Paper, one: LegalDate) -> list[Block]:
    checked = paper.say(phrases.CHECKED, day=day(paper, one.checked_on))
    basis = " · ".join(words for words in (one.basis, one.rule, one.law_row, checked) if words)
    return [Prose(one.why, CELL), Prose(basis, CELL_QUIET)] if one.why else [Prose(basis, CELL_QUIET)]


def _findings(paper: Paper, number: str, about: Container[str]) -> list[Block]:
    found = [one for one in paper.pack.findings if one.about in about and one.severity != "info"]
    if not found:
        return []
    rows: list[list[list[Block]]] = [
        [
            [Prose(f"{number}.{n}", CELL_BOLD)],
            [Prose(one.message, CELL), Prose(" · ".join(w for w in (one.basis, one.rule) if w), CELL_QUIET)],
        ]
        for n, one in enumerate(found, 1)
    ]
    return [_heading(number, paper.say(phrases.TO_SETTLE)), Table((NUMBERS, Column(1)), (), rows, HEAD, heads=0)]
