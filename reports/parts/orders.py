"""Orders, licence and dates: what the court said, conditions by number, dates with the law they come from."""

from __future__ import annotations

from casework.document import Part
from casework.order_life import steps
from casework.reckoning import Reckoning
from casework.record import Record, has_value, title
from casework.timeline import lanes
from reports import phrases
from reports.paper import Paper
from reports.parts import timeline
from reports.parts.due import day
from reports.parts.law import dates, past, settle
from reports.parts.rows import kind_name, records
from reports.setting import NUMBERS, answers, group, is_short, section
from reports.styles import CELL, CELL_BOLD, HEAD, LABEL, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

_CHILDREN = {
    "order": ("condition", "change", "breach"),
    "licence": ("licence_condition", "licence_change", "licence_breach"),
}
_TOLD_IN_ITS_LIFE = ("change", "licence_change")


def orders(paper: Paper, part: Part) -> list[Block]:
    """The timeline, then each order and licence, then every other date that the law gives."""
    case, pack = paper.pack.case, paper.pack
    blocks = section(part.letter, paper.say(part.title))
    found = [*case.of("order"), *case.of("licence")]
    number = 0
    drawn = lanes(case, Reckoning(pack.today, pack.dates))
    if drawn:
        number += 1
        blocks += [group(f"{part.letter}{number}", paper.say(phrases.TIMELINE)), *timeline.drawn(paper, drawn)]
        blocks.append(timeline.listed(paper, drawn))
    if not found:
        blocks.append(Prose(paper.say(phrases.NO_ORDERS), NOTE))
    told: set[str] = set()
    for one in found:
        number += 1
        told |= _family(paper, one)
        blocks += _order(paper, one, f"{part.letter}{number}")
    others = [one for one in pack.dates if one.about not in told]
    ahead = [one for one in others if one.working >= pack.today]
    if ahead:
        number += 1
        heading = f"{part.letter}{number}"
        blocks += [group(heading, paper.say(phrases.OTHER_DATES)), *dates(paper, ahead, heading)]
    over = [one for one in others if one.working < pack.today]
    if over:
        heading = f"{part.letter}{number + 1}"
        blocks += [group(heading, paper.say(phrases.PAST_DATES)), past(paper, over, heading)]
    return blocks


def _family(paper: Paper, order: Record) -> set[str]:
    """The ids of an order and everything that hangs on it."""
    return {order.id} | {
        one.id for kind in _CHILDREN[order.kind] for one in paper.pack.case.children(order, kind)
    }  # fmt: skip


def _order(paper: Paper, order: Record, number: str) -> list[Block]:
    blocks: list[Block] = [group(number, title(order, paper.language)), *_facts(paper, order, number)]
    count = 0
    for kind in _CHILDREN[order.kind]:
        found = paper.pack.case.children(order, kind)
        if kind in _TOLD_IN_ITS_LIFE:
            lived = _life(paper, order, f"{number}.{count + 1}")
            count += bool(lived)
            blocks += lived
        elif found:
            count += 1
            inner = f"{number}.{count}"
            blocks += [_heading(inner, kind_name(kind, paper)), *records(paper, found, inner)]
    family = _family(paper, order)
    given = [one for one in paper.pack.dates if one.about in family]
    if given:
        count += 1
        inner = f"{number}.{count}"
        blocks += [_heading(inner, paper.say(phrases.DATES)), *dates(paper, given, inner)]
    doubtful = [one for one in paper.pack.findings if one.about in family and one.severity != "info"]
    if doubtful:
        inner = f"{number}.{count + 1}"
        blocks += [_heading(inner, paper.say(phrases.TO_SETTLE)), settle(paper, doubtful, inner)]
    return blocks


def _life(paper: Paper, order: Record, number: str) -> list[Block]:
    """How it came to be, each step with its day and what it brought; nothing while the facts above tell it all."""
    pack = paper.pack
    found = steps(pack.case, order, Reckoning(pack.today, pack.dates))
    if all(one.said_by[0] == order.id for one in found):
        return []
    rows: list[list[list[Block]]] = []
    for n, one in enumerate(found, 1):
        record = pack.case.get(one.said_by[0])
        if record and record.kind in _TOLD_IN_ITS_LIFE:
            paper.enter(f"{number}.{n}", record, [each.key for each in paper.asked(record)])
        when = day(paper, one.on) if one.on else _no_day(paper, record or order, one.said_by[1])
        above = one.said_by[0] == order.id
        told = "" if above else " · ".join(paper.say(each) for each in one.told)
        what: list[Block] = [Prose(paper.say(one.what), CELL_BOLD if one.version else CELL)]
        rows.append([
            [Prose(f"{number}.{n}", CELL_BOLD)], [Prose(when, CELL)], [*what, *([Prose(told, CELL)] if told else [])],
        ])  # fmt: skip
    head = [paper.say(one) for one in (phrases.NUMBER, phrases.DATE, phrases.WHAT)]
    table = Table((NUMBERS, Column(), Column(1)), head, rows, HEAD, heads=0)
    return [_heading(number, paper.say(phrases.CAME_TO_BE)), table]


def _no_day(paper: Paper, record: Record, key: str) -> str:
    return paper.missing(record, key, phrases.DAY_NOT_KNOWN)


def _facts(paper: Paper, order: Record, number: str) -> list[Block]:
    """What is not in the title."""
    fields = list(paper.asked(order))
    paper.enter(number, order, [one.key for one in fields])
    titled = {key for key in order.shape.title if has_value(order[key])}
    told = [(one, words) for one in fields if one.key not in titled and (words := paper.told(order, one))]
    return answers([(paper.say(one.label), words, is_short(one, words)) for one, words in told])


def _heading(number: str, words: str) -> Prose:
    return Prose(words, LABEL, "H3", number=number)
