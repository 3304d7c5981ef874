"""The emergency sheet: always one page: who, who is at risk, what first, where not, whom to ring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casework.document import Part
from casework.record import Record
from reports import phrases
from reports import phrases_editions as words
from reports.paper import Paper
from reports.parts.cover import left_out_line
from reports.parts.due import day
from reports.parts.portrait import beside_portrait
from reports.parts.street_card import Card, answer, fullest, heading, labelled, ring, short_names, who
from reports.parts.street_room import Room
from reports.setting import strong
from reports.styles import HEAD
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table
from reports.typeface import Face

_FIRST = 3
_WHERE = ("contact", "places")
_ROOMS = (
    Room(12, 30, 900, 6, 4, 10.0),
    Room(12, 30, 700, 6, 4),
    Room(12, 24, 520, 5, 3),
    Room(12, 20, 420, 5, 3, 8.0),
    *(Room(10, 16, text, 4, 3, 8.0) for text in (340, 280, 230, 190, 160)),
    *(Room(8, clauses, 120, 3, 2, 8.0) for clauses in (12, 8, 6)),
    Room(4, 4, 90, 2, 1, 8.0),
    Room(2, 3, 60, 2, 1, 8.0),
)


def emergency(paper: Paper, _part: Part) -> list[Block]:
    """The fullest page that fits, in the largest type; the last attempt is the least and always fits."""
    return fullest(paper, _ROOMS, _page)


def _page(card: Card) -> list[Block]:
    paper = card.paper
    by = paper.document.destroyed_by(paper.pack.today)
    blocks: list[Block] = beside_portrait(paper, tuple(who(card)))
    if by:
        large = replace(card.room.style, size=card.room.size + 1, leading=card.room.size + 4, before=2, face=Face.BOLD)
        blocks.append(Prose(paper.say(words.DESTROY_BY, day=day(paper, by)), large))
    parts = (
        (words.AT_RISK, tuple(_at_risk(card))),
        (words.DO_FIRST, tuple(_first(card))),
        (words.KEEP_OUT, tuple(_keep_out(card))),
    )
    for n, (title, told) in enumerate(parts, 1):
        blocks += [heading(card, f"{n}  {paper.say(title)}"), *told]
    called, *rest = ring(card, _acting(card))
    blocks += [heading(card, f"{len(parts) + 1}  {called.text}") if isinstance(called, Prose) else called, *rest]
    if card.short:
        blocks.append(Prose(paper.say(words.SHORT), replace(card.room.style, face=Face.SEMIBOLD)))
    return [*blocks, *left_out_line(paper)]


def _said(card: Card, told: str, most: int | None = None) -> str:
    """Words in one line, cut to the room there is; that they were is told at the foot of the page."""
    kept = card.said(told, most)
    card.short = card.short or kept != " ".join(told.split())
    return kept


def _acting(card: Card) -> list[Record]:
    """Of each agency that does one of the first things, whom to ring."""
    case = card.paper.pack.case
    agencies = dict.fromkeys(one.words("agency") for one in case.of("contingency")[:_FIRST])
    firsts = (next((one for one in case.of("contact") if one["agency"] == agency), None) for agency in agencies)
    return [one for one in firsts if one]


def _at_risk(card: Card) -> Iterator[Block]:
    """Who the last assessment says, and the scenarios by name."""
    paper, style = card.paper, card.room.style
    rosh = paper.pack.case.current("rosh", paper.pack.today)
    told = [line.strip(" -•*\t") for line in rosh.words("who").splitlines()] if rosh else []
    lines = [_said(card, line, min(card.room.text, 240)) for line in told if line][: card.room.signs]
    if lines:
        yield Items(lines, style)
    else:
        nobody = paper.missing(rosh, "who", kept=True) if rosh else paper.say(phrases.ROSH_NOT_ASSESSED)
        yield Prose(nobody, style)
    names = [_said(card, one.words("name"), 90) for one in paper.pack.case.of("scenario") if one.words("name")]
    if names:
        yield labelled(card, paper.say(words.FEARED), "; ".join(names[: card.room.signs]))


def _first(card: Card) -> Iterator[Block]:
    """What is done at once if one of the first three contingencies is seen."""
    paper, found = card.paper, card.paper.pack.case.of("contingency")
    if not found:
        yield Prose(paper.say(words.NO_CONTINGENCY), replace(card.room.style, face=Face.SEMIBOLD))
        return
    rows = [_contingency(card, one, f"2.{n}") for n, one in enumerate(found[:_FIRST], 1)]
    head = ["", *(paper.say(one) for one in (words.IF_SEEN, words.DO, words.RING_AT_NIGHT))]
    style = replace(HEAD, size=card.room.size, leading=card.room.size + 3)
    yield Table((Column(fixed=20), Column(5), Column(10), Column(5)), head, rows, style, heads=0, before=0, after=2)
    if (more := len(found) - _FIRST) > 0:
        yield Prose(paper.say(words.MORE_CONTINGENCIES, count=more), card.room.style)


def _contingency(card: Card, one: Record, number: str) -> list[list[Block]]:
    paper, style = card.paper, card.room.style
    lines = [line.strip() for line in one.words("action").splitlines() if line.strip()]
    most, done = min(card.room.text, 420), []
    for line in lines:
        if most > 0:
            done.append(_said(card, line, most))
            most -= len(line)
        else:
            card.short = True
    told = {"who": _said(card, one.words("owner"), 80), "within": _said(card, one.words("within"), 60)}
    return [
        [Prose(number, replace(style, face=Face.SEMIBOLD))],
        [Prose(_said(card, one.words("trigger"), min(card.room.text, 200)), style)],
        [*(Prose(line, style) for line in done), Prose([strong(paper.say(words.BY_WITHIN, **told))], style)],
        [Prose(_said(card, one.words("out_of_hours"), 120) or paper.missing(one, "out_of_hours", kept=True), style)],
    ]


def _keep_out(card: Card) -> Iterator[Block]:
    """The conditions in force about people and places, word for word where there is room."""
    paper, called = card.paper, short_names(card)
    found = [
        (f"{called[one.record.id]} {clause.number}", clause)
        for one in card.sources
        for clause in one.clauses
        if card.headings[clause.record.id].code in _WHERE
    ]
    if not found:
        yield Prose(paper.say(words.NO_KEEP_OUT), card.room.style)
        return
    shown = found[: card.room.clauses]
    for name, clause in shown:
        said = _said(card, clause.words, min(card.room.text, 320))
        said = said or paper.missing(clause.record, "text", kept=True)
        area = answer(paper, clause.record, "area")
        also = f" ({_said(card, area, 120)})" if area and area not in clause.words else ""
        yield Prose([Run(f"{name}: ", face=Face.SEMIBOLD), Run(f"{said}{also}")], card.room.style)
    if more := len(found) - len(shown):
        yield Prose(paper.say(words.MORE_PLACES, count=more), replace(card.room.style, face=Face.SEMIBOLD))
