"""Records that the plan does not hold: the person, other names, numbers, history."""

from __future__ import annotations

from casework.document import Part
from casework.outline import NOTHING_HERE
from reports import phrases
from reports.paper import Paper
from reports.parts.rows import kind_name, records
from reports.setting import facts, group, section
from reports.styles import NOTE
from reports.tagged.block import Block
from reports.tagged.prose import Prose

_ALWAYS_GIVEN = "person"


def listed(paper: Paper, part: Part) -> list[Block]:
    """The part's kinds of record, each record that stands nowhere else in the document."""
    blocks = section(part.letter, paper.say(part.title))
    count = 0
    for kind in part.kinds:
        if kind == _ALWAYS_GIVEN:
            found = _person(paper, part, count)
            blocks += [facts(found)] if found else []
            count += len(found)
            continue
        rows = [one for one in paper.pack.case.of(kind) if not paper.stands_elsewhere(one.id, part.letter)]
        if rows:
            count += 1
            number = f"{part.letter}{count}"
            name = kind_name(kind, paper)
            told = name.casefold() == paper.say(part.title).casefold()  # by the heading of the part
            blocks += (
                records(paper, rows, number, (), "H2") if told else [group(number, name), *records(paper, rows, number)]
            )
    if count:
        return blocks
    every = all(paper.edition.holds_all(kind) for kind in part.kinds)
    return [*blocks, Prose(paper.say(NOTHING_HERE if every else phrases.NOTHING_OF_IT), NOTE)]


def _person(paper: Paper, part: Part, count: int) -> list[tuple[str, str, str]]:
    person = paper.pack.case.one(_ALWAYS_GIVEN)
    told = [(one, words) for one in paper.asked(person, part.keys) if (words := paper.told(person, one))]
    found = [(f"{part.letter}{n}", paper.say(one.label), words) for n, (one, words) in enumerate(told, count + 1)]
    for (number, _, _), (one, _) in zip(found, told, strict=True):
        paper.enter(number, person, [one.key], whole=False)
    return found
