"""The breach file: every breach with its condition, service, evidence and what went before; a statement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.breaches import CONSIDERED, beside, happened_on, in_a_line
from casework.clauses import CONDITIONS, Source
from casework.document import Part
from casework.record import Record, title
from reports import phrases_orders as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import PEN, paragraph, to_fill, to_sign
from reports.setting import card, group, section
from reports.tagged.block import Block, NewPage

_KINDS = ("breach", "licence_breach")
_TOLD_ABOVE = ("condition", "occurred_on")
_WRITING = 380.0


def breaches(paper: Paper, part: Part) -> list[Block]:
    """A card for each breach of an order or licence, the earliest first; those without a day last."""
    found = sorted((one for kind in _KINDS for one in paper.pack.case.of(kind)), key=_when)
    blocks = section(part.letter, paper.say(part.title))
    if not found:
        return [*blocks, paragraph(paper.say(words.NO_BREACHES))]
    numbers = {str(one.id): f"{part.letter}{n}" for n, one in enumerate(found, 1)}
    for one in found:
        number = numbers[one.id]
        paper.enter(number, one, [field.key for field in one.shape.field])
        broken = paper.pack.case.get(one.parent or "")
        what = title(broken, paper.language) if broken else paper.say(one.shape.name)
        rows = [
            *_order(paper, broken, one),
            *_told(paper, one),
            (paper.say(words.EARLIER), _earlier(paper, one, numbers)),
        ]
        considered = one["decision"] == CONSIDERED and not one.links("condition")
        heading = words.CONSIDERED_ON if considered else words.BREACH_OF
        blocks += [group(number, paper.say(heading, what=what)), card(rows)]
    return blocks


def _when(one: Record) -> date:
    return happened_on(one) or date.max


def _order(paper: Paper, order: Record | None, breach: Record) -> list[tuple[str, str]]:
    """The order's side: the condition, the days in force, service with room for its proof, the offence."""
    say, rows = paper.say, [(paper.say(words.CONDITION), _condition(paper, order, breach))]
    if order is None:
        return rows
    asked = {one.key for one in order.shape.field}
    for key in ("court", "reference", "made_on", "served_on", "starts_on", "ends_on", "officer"):
        one = order.shape.get(key)
        if one and key in asked and paper.edition.holds(order.kind, key):
            rows.append((say(one.label), paper.told(order, one) or say(words.NOT_RECORDED)))
    if order.kind == "order":
        made = order["made_on"]
        source = Source(order, made if isinstance(made, date) else None, None)
        told = " ".join(part for part in (say(source.breach), say(source.maximum_penalty)) if part)
        rows += [
            (say(words.SERVICE_PROOF), "\u00a0\n\u00a0"),
            (say(words.OFFENCE), told or paper.missing(order, "kind")),
        ]
    return rows


def _condition(paper: Paper, order: Record | None, breach: Record) -> str:
    found = paper.pack.case.get(next(iter(breach.links("condition")), ""))
    if found is None or order is None:
        return paper.missing(breach, "condition", words.CONDITION_UNKNOWN)
    every = [one.id for one in paper.pack.case.children(order, CONDITIONS[order.kind])]
    number = f"{every.index(found.id) + 1}. " if found.id in every else ""
    return f"{number}{found.words('text') or paper.missing(found, 'text', kept=True)}"


def _told(paper: Paper, one: Record) -> list[tuple[str, str]]:
    """Everything that the record of the breach says, what is not known as such."""
    say, occurred = paper.say, one.shape.get("occurred_on")
    rows = [(say(occurred.label), paper.told(one, occurred) or say(words.NOT_RECORDED))] if occurred else []
    fields = (each for each in paper.asked(one) if each.key not in _TOLD_ABOVE)
    return [*rows, *((say(each.label), told) for each in fields if (told := paper.told(one, each)))]


def _earlier(paper: Paper, breach: Record, numbers: Mapping[str, str]) -> str:
    """Each earlier one in a line: number, day, condition, what was decided and what came of it; then the count."""
    before = beside(paper.pack.case, breach).person
    if not before.entries:
        return paper.say(words.NO_EARLIER)
    lines = [
        f"- {numbers[one.record.id]}: {day(paper, one.on) if one.on else _no_day(paper, one.record)}, "
        f"{in_a_line(paper.pack.case, one.record, paper.language)}"
        for one in before.entries
    ]
    return "\n".join([*lines, paper.say(words.ALL_TOLD, count=_inner(paper.say(before.said)))])


def _no_day(paper: Paper, breach: Record) -> str:
    return paper.missing(breach, "occurred_on", words.DAY_NOT_KNOWN, kept=True)


def _inner(told: str) -> str:
    return told[:1].lower() + told[1:]


def statement(paper: Paper, part: Part) -> list[Block]:
    """A page to write a statement on, with the declaration of truth and the lines to sign."""
    say, letter = paper.say, part.letter
    asked = (
        (words.STATEMENT_OF, PEN),
        (words.OCCUPATION, PEN),
        (words.ABOUT_BREACH, PEN),
        (words.STATEMENT_WORDS, _WRITING),
    )
    return [
        NewPage(),
        *section(letter, say(part.title)),
        to_fill([(f"{letter}{n}", say(one), "", room) for n, (one, room) in enumerate(asked, 1)]),
        paragraph(say(words.TRUTH)),
        to_sign(paper, [(say(words.MAKER), ""), (say(words.WITNESSED_BY), "")]),
    ]
