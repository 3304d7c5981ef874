"""The devices sheet: what is on record of every device and account, and room to write during the visit."""

from __future__ import annotations

from datetime import date

from casework.clauses import called
from casework.dates import distance
from casework.devices import allowed_by
from casework.document import Part
from casework.record import Record, title
from reports import phrases_orders as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import PEN, paragraph, to_fill, to_sign
from reports.setting import card, group, section, together
from reports.tagged.block import Block

_TALL = 44.0
_EMPTY, _BEFORE = 3, 4


def device_register(paper: Paper, part: Part) -> list[Block]:
    """Each device and account: what is known, what allows its inspection, boxes for today; then the conditions."""
    found = paper.pack.case.of("device")
    blocks = section(part.letter, paper.say(part.title))
    if not found:
        return [*blocks, paragraph(paper.say(words.NO_DEVICES))]
    powers: dict[str, str] = {}
    for n, one in enumerate(found, 1):
        number = f"{part.letter}{n}"
        paper.enter(number, one, [field.key for field in one.shape.field])
        allowed = _powers(paper, one)
        powers |= allowed
        known = card(_told(paper, one, list(allowed)))
        blocks += together([group(number, title(one, paper.language)), known, _boxes(paper, number)])
    if powers:
        number = f"{part.letter}{len(found) + 1}"
        blocks += [group(number, paper.say(words.POWERS)), card(sorted(powers.items(), key=_by_number))]
    return blocks


def _powers(paper: Paper, one: Record) -> dict[str, str]:
    """The conditions in force that allow an inspection, by their short numbers, word for word."""
    pack = paper.pack
    found = allowed_by(pack.case, one, pack.dates, pack.today)
    return {
        f"{called(each.source.record, paper.language)} {each.clause.number}": each.clause.words
        or paper.missing(each.clause.record, "text", kept=True)
        for each in found
    }


def _by_number(power: tuple[str, str]) -> tuple[str, int]:
    name, _, number = power[0].rpartition(" ")
    return name, int(number)


def _told(paper: Paper, one: Record, allowed: list[str]) -> list[tuple[str, str]]:
    say = paper.say
    rows = [
        (say(field.label), _late(paper, one, paper.told(one, field) or say(words.NOT_RECORDED), field.key))
        for field in paper.asked(one)
        if field.key not in ("description", "condition")
    ]
    if earlier := _inspected_before(paper, one):
        rows.append((say(words.EARLIER_INSPECTIONS), earlier))
    return [*rows, (say(words.ALLOWED_BY), ", ".join(allowed) or say(words.NOTHING_ALLOWS))]


def _inspected_before(paper: Paper, one: Record) -> str:
    """The inspections before the last, the latest first, each with what was found."""
    kept = [(on, each) for each in paper.pack.case.children(one, "inspection") if isinstance(on := each["on"], date)]
    before = sorted((found for found in kept if found[0] != one["inspected_on"]), key=lambda found: found[0])
    lines = []
    for on, each in reversed(before[-_BEFORE:]):
        field = each.shape.get("found")
        lines.append(f"- {day(paper, on)}: {' '.join((paper.told(each, field) if field else '').split())}")
    return "\n".join(lines)


def _late(paper: Paper, one: Record, told: str, key: str) -> str:
    on = one[key]
    if key != "due_on" or not isinstance(on, date):
        return told
    return paper.say(words.LATE_DUE, day=day(paper, on), late=paper.say(distance(on, paper.pack.today)))


def _boxes(paper: Paper, number: str) -> Block:
    asked = ((words.SEEN, PEN), (words.FOUND, _TALL), (words.EXTRACTED, PEN), (words.NEXT, PEN))
    return to_fill([(f"{number}.{n}", paper.say(one), "", room) for n, (one, room) in enumerate(asked, 1)])


def device_visit(paper: Paper, part: Part) -> list[Block]:
    """The visit itself, how others were looked for, empty lines for what was not on the sheet, and the signature."""
    say, letter = paper.say, part.letter
    asked = [
        (say(words.VISIT_ON), PEN),
        (say(words.PRESENT), PEN),
        (say(words.LOOKED_FOR), _TALL),
        *((say(words.NEW_DEVICE, number=n), _TALL) for n in range(1, _EMPTY + 1)),
    ]
    rows = [(f"{letter}{n}", one, "", room) for n, (one, room) in enumerate(asked, 1)]
    signed = to_sign(paper, [(say(words.SIGNED_BY_OFFICER), "")])
    return [*section(letter, say(part.title)), *together([to_fill(rows), signed])]
