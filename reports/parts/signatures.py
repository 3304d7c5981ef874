"""The last page: what was decided and who signed, with room for a pen."""

from __future__ import annotations

from dataclasses import replace

from casework.dates import spoken
from casework.document import Part
from casework.pack import Countersigner
from reports import phrases
from reports.paper import Paper
from reports.setting import group, section
from reports.styles import CELL, CELL_BOLD, HEAD, NUMBER
from reports.tagged.block import Blank, Block, NewPage
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

_LINE = 26.0
_TALL = 36.0
_SECOND = replace(CELL_BOLD, indent=NUMBER)


def signatures(paper: Paper, part: Part) -> list[Block]:
    """Two tables to be written in: decisions, signatures."""
    decisions: list[list[list[Block]]] = [
        [[Prose(paper.say(one), CELL_BOLD)], [Blank(_TALL)]] for one in phrases.DECISIONS
    ]
    signed: list[list[list[Block]]] = [
        [[Prose(paper.say(role), CELL_BOLD)], [Prose(name, CELL)], [Blank(_LINE)], [Blank(_LINE)]]
        for role, name in zip(phrases.SIGNERS, _names(paper), strict=True)
    ]
    head = [paper.say(one) for one in (phrases.ROLE, phrases.NAME, phrases.SIGNATURE, phrases.DATE)]
    return [
        NewPage(),
        *section(part.letter, paper.say(part.title)),
        group(f"{part.letter}1", paper.say(phrases.DECIDED)),
        Table((Column(share=1), Column(share=2)), (), decisions, HEAD, heads=0, indent=NUMBER),
        group(f"{part.letter}2", paper.say(phrases.SIGNATURES)),
        Table([Column(share=n) for n in (4, 4, 5, 3)], head, signed, HEAD, heads=0, indent=NUMBER),
        *(_second(paper, one) for one in paper.pack.countersigned),
    ]


def _second(paper: Paper, one: Countersigner) -> Block:
    day = spoken(one.on, paper.language)
    return Prose(paper.say(phrases.COUNTERSIGNED, name=one.name, day=day, key=one.fingerprint), _SECOND)


def _names(paper: Paper) -> tuple[str, str, str, str]:
    plan, meeting = paper.pack.plan, paper.pack.meeting
    author = ", ".join(words for words in (plan.words("author"), plan.words("author_role")) if words)
    chair = meeting.words("chair") if meeting else ""
    return (
        author or paper.missing(plan, "author"),
        plan.words("manager") or paper.missing(plan, "manager"),
        chair or (paper.missing(meeting, "chair") if meeting else ""),
        paper.pack.recipient,
    )
