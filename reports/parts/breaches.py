"""The breach file: every breach with its condition, service, evidence and what went before; a statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.answer import Absent
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
    for n, one in enumerate(found, 1):
        number = f"{part.letter}{n}"
        paper.enter(number, one, [field.key for field in one.shape.field])
        broken = paper.pack.case.get(one.parent or "")
        what = title(broken, paper.language) if broken else paper.say(Absent.UNKNOWN.label)
        earlier = [(f"{part.letter}{k}", each) for k, each in enumerate(found[: n - 1], 1)]
        rows = [*_order(paper, broken, one), *_told(paper, one), (paper.say(words.EARLIER), _earlier(paper, earlier))]
        blocks += [group(number, paper.say(words.BREACH_OF, what=what)), card(rows)]
    return blocks


def _when(one: Record) -> date:
    days = (one[key] for key in ("occurred_on", "outcome_on", "decided_on"))
    return next((found for found in days if isinstance(found, date)), date.max)


def _order(paper: Paper, order: Record | None, breach: Record) -> list[tuple[str, str]]:
    """The order's side: the condition, the days in force, service with room for its proof, the offence."""
    say, rows = paper.say, [(paper.say(words.CONDITION), _condition(paper, order, breach))]
    if order is None:
        return rows
    asked = {one.key for one in order.shape.field}
    for key in ("court", "reference", "made_on", "served_on", "starts_on", "ends_on", "officer"):
        one = order.shape.get(key)
        if one and key in asked:
            rows.append((say(one.label), paper.told(order, one) or say(Absent.NOT_ASKED.label)))
    if order.kind == "order":
        made = order["made_on"]
        source = Source(order, made if isinstance(made, date) else None, None)
        told = " ".join(part for part in (say(source.breach), say(source.maximum_penalty)) if part)
        rows += [(say(words.SERVICE_PROOF), "\u00a0\n\u00a0"), (say(words.OFFENCE), told or say(Absent.UNKNOWN.label))]
    return rows


def _condition(paper: Paper, order: Record | None, breach: Record) -> str:
    found = paper.pack.case.get(next(iter(breach.links("condition")), ""))
    if found is None or order is None:
        return paper.say(words.CONDITION_UNKNOWN)
    every = [one.id for one in paper.pack.case.children(order, CONDITIONS[order.kind])]
    number = f"{every.index(found.id) + 1}. " if found.id in every else ""
    return f"{number}{found.words('text') or paper.say(Absent.UNKNOWN.label)}"


def _told(paper: Paper, one: Record) -> list[tuple[str, str]]:
    """Everything that the record of the breach says, what is not known as such."""
    say, occurred = paper.say, one.shape.get("occurred_on")
    rows = [(say(occurred.label), paper.told(one, occurred) or say(Absent.NOT_ASKED.label))] if occurred else []
    fields = (each for each in paper.asked(one) if each.key not in _TOLD_ABOVE)
    return [*rows, *((say(each.label), told) for each in fields if (told := paper.told(one, each)))]


def _earlier(paper: Paper, found: Sequence[tuple[str, Record]]) -> str:
    """Each earlier breach in a line: its number, its day, what was decided and what came of it."""
    if not found:
        return paper.say(words.NO_EARLIER)
    lines = []
    for number, one in found:
        when = _when(one)
        told = [day(paper, when) if when < date.max else paper.say(words.DAY_NOT_KNOWN)]
        for key in ("decision", "outcome"):
            field = one.shape.get(key)
            told.append(paper.told(one, field) if field else "")
        lines.append(f"- {number}: {', '.join(part for part in told if part)}")
    return "\n".join(lines)


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
