"""Closed information: set whole on numbered copies alone, with the list of those who were given one."""

from __future__ import annotations

from casework.copy_register import Copy
from casework.dates import spoken
from casework.document import Part
from casework.outline import NOTHING_HERE
from casework.record import Record, title
from reports import phrases
from reports import phrases_editions as words
from reports.paper import Paper
from reports.parts.rows import kind_name, records
from reports.setting import NUMBERS, answers, group, is_short, section
from reports.styles import CELL, CELL_BOLD, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table


def closed(paper: Paper, part: Part) -> list[Block]:
    """The part's kinds: each closed record as a card, others as on any paper; where it is but looked at, none of it."""
    blocks = section(part.letter, paper.say(part.title))
    if not paper.pack.copy_number:
        return [*blocks, Prose(paper.say(words.ON_COPIES), NOTE)]
    count = 0
    for kind in part.kinds:
        found = paper.pack.case.of(kind)
        if not found:
            continue
        count += 1
        number = f"{part.letter}{count}"
        if found[0].shape.closed:
            blocks += [block for n, one in enumerate(found, 1) for block in _card(paper, one, f"{part.letter}{n}")]
        else:
            blocks += [group(number, kind_name(kind, paper)), *records(paper, found, number)]
    return blocks if count else [*blocks, Prose(NOTHING_HERE.in_(paper.language), NOTE)]


def _card(paper: Paper, one: Record, number: str) -> list[Block]:
    fields = [each for each in paper.asked(one) if each.key not in one.shape.title]
    paper.enter(number, one, [each.key for each in fields])
    told = [(each, said) for each in fields if (said := paper.told(one, each))]
    rows = [(paper.say(each.label), said, is_short(each, said)) for each, said in told]
    return [group(number, title(one, paper.language)), *answers(rows)]


def holders(paper: Paper, part: Part) -> list[Block]:
    """Every copy of this document with its recipient, its day and where it is; and what stands apart from it."""
    say, pack = paper.say, paper.pack
    blocks = section(part.letter, say(part.title))
    if pack.holders:
        rows = [_holder(paper, one, f"{part.letter}{n}") for n, one in enumerate(pack.holders, 1)]
        head = [say(one) for one in (phrases.NUMBER, words.RECIPIENT, words.GIVEN_ON, words.WHERE_NOW)]
        blocks.append(Table((NUMBERS, Column(1), Column(), Column(most=0.3)), head, rows, HEAD, heads=0))
    else:
        blocks.append(Prose(say(words.NO_HOLDERS), NOTE))
    return [*blocks, *([Prose(say(words.MINUTES_APART), NOTE)] if pack.annexed and not paper.edition.annex else [])]


def _holder(paper: Paper, one: Copy, number: str) -> list[list[Block]]:
    copy = paper.say(phrases.COPY, number=one.number, of=one.of)
    day = spoken(one.made_at.astimezone().date(), paper.language).replace(" ", "\u00a0")
    told = paper.say(one.told(paper.pack.today))
    return [
        [Prose(number, CELL_BOLD)], [Prose(f"{one.recipient}, {copy}", CELL)], [Prose(day, CELL)], [Prose(told, CELL)],
    ]  # fmt: skip
