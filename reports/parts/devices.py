"""The devices sheet: what is on record of every device and account, and room to write during the visit."""

from __future__ import annotations

from datetime import date

from casework.answer import Absent
from casework.dates import distance
from casework.document import Part
from casework.record import Record, title
from reports import phrases_orders as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import PEN, paragraph, to_fill, to_sign
from reports.setting import card, group, section
from reports.tagged.block import Block

_TALL = 44.0
_EMPTY = 4


def device_register(paper: Paper, part: Part) -> list[Block]:
    """Each device and account: what is known, the condition that allows it, and boxes for what is found today."""
    found = paper.pack.case.of("device")
    blocks = section(part.letter, paper.say(part.title))
    if not found:
        return [*blocks, paragraph(paper.say(words.NO_DEVICES))]
    for n, one in enumerate(found, 1):
        number = f"{part.letter}{n}"
        paper.enter(number, one, [field.key for field in one.shape.field])
        blocks += [group(number, title(one, paper.language)), card(_told(paper, one)), _boxes(paper, number)]
    return blocks


def _told(paper: Paper, one: Record) -> list[tuple[str, str]]:
    say, rows = paper.say, []
    for field in paper.asked(one):
        answer = paper.told(one, field) or say(Absent.NOT_ASKED.label)
        if field.key == "condition":
            texts = [found.words("text") for link in one.links("condition") if (found := paper.pack.case.get(link))]
            rows.append((say(words.ALLOWED_BY), "\n".join(texts) or answer))
        elif field.key != "description":
            rows.append((say(field.label), _late(paper, one, answer, field.key)))
    return rows


def _late(paper: Paper, one: Record, told: str, key: str) -> str:
    on = one[key]
    if key != "due_on" or not isinstance(on, date):
        return told
    return paper.say(words.LATE_DUE, day=day(paper, on), late=paper.say(distance(on, paper.pack.today)))


def _boxes(paper: Paper, number: str) -> Block:
    asked = ((words.SEEN, PEN), (words.FOUND, _TALL), (words.NEXT, PEN))
    return to_fill([(f"{number}.{n}", paper.say(one), "", room) for n, (one, room) in enumerate(asked, 1)])


def device_visit(paper: Paper, part: Part) -> list[Block]:
    """The visit itself, empty lines for what was not on the sheet, and the signature."""
    say, letter = paper.say, part.letter
    asked = [(words.VISIT_ON, PEN), (words.PRESENT, PEN), *((words.NEW_DEVICES, _TALL) for _ in range(_EMPTY))]
    rows = [(f"{letter}{n}", say(one), "", room) for n, (one, room) in enumerate(asked, 1)]
    return [*section(letter, say(part.title)), to_fill(rows), to_sign(paper, [(say(words.SIGNED_BY_OFFICER), "")])]
