"""What goes out after a meeting to those who were not to have all of it: action slips and the executive summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from casework.document import Part
from casework.meetings.minutes import actions
from casework.meetings.numbering import Numbered
from casework.meetings.people import HERE, agency_name
from casework.meetings.sitting import details
from casework.record import Record, has_value
from reports import phrases
from reports import phrases_minutes as words
from reports.paper import Paper
from reports.parts.meeting import recipient
from reports.parts.minutes import answered
from reports.setting import NUMBERS, facts, section
from reports.styles import BODY, CELL, CELL_BOLD, HEAD, NOTE
from reports.tagged.block import Blank, Block, NewPage
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

_PEN = 30.0
_TOLD = ("rosh", "disclosure_decision", "level_decision", "critical", "next_on", "exit_as")


def slips(paper: Paper, part: Part) -> list[Block]:
    """A page for each agency with its actions; of a copy for somebody invited, that of their agency alone."""
    held, say = paper.pack.meeting, paper.say
    if held is None:
        return [Prose(say(words.NOT_CLOSED), NOTE)]
    found = actions(paper.pack.case, held)
    wanted = recipient(paper.pack.case, held, paper.pack.addressee or paper.pack.recipient)
    agencies = list(dict.fromkeys(one.record.words("agency") for one in found))
    if wanted is not None:
        agencies = [wanted.words("agency")]
    said = paper.pack.recipient.strip().casefold()
    agencies = [one for one in agencies if agency_name(one).casefold() == said] or agencies
    blocks: list[Block] = []
    for n, agency in enumerate(agencies, 1):
        own = [one for one in found if one.record["agency"] == agency]
        blocks += [*([NewPage()] if n > 1 else []), *_slip(paper, part, held, n, agency, own)]
    return blocks or [_whose(paper), Prose(say(words.NO_ACTIONS), NOTE)]


def _whose(paper: Paper) -> Prose:
    return Prose(f"{paper.say(words.PERSON)}: {paper.name}", BODY)


def _slip(  # noqa: PLR0917 - what one page is made of
    paper: Paper, part: Part, held: Record, n: int, agency: str, own: list[Numbered]
) -> Iterator[Block]:
    say = paper.say
    yield from section(f"{part.letter}{n}", say(words.SLIP, agency=agency_name(agency, paper.language)))
    yield _whose(paper)
    on, chair = answered(paper, held, "on"), held.words("chair")
    yield Prose(say(words.SLIP_OF, level=held.words("level"), day=on, chair=chair), BODY)
    if not own:
        yield Prose(say(words.NO_SLIP), NOTE)
        return
    rows: list[list[list[Block]]] = [
        [
            [Prose(one.number, CELL_BOLD)],
            [Prose(one.record.words("what"), CELL)],
            [Prose(one.record.words("owner"), CELL)],
            [Prose(answered(paper, one.record, "due_on").replace(" ", "\u00a0"), CELL_BOLD)],
            [Blank(_PEN)],
        ]
        for one in own
    ]
    head = [say(one) for one in (phrases.NUMBER, phrases.WHAT, phrases.OWNER, phrases.BY, words.DONE)]
    widths = (NUMBERS, Column(share=6), Column(share=4), Column(), Column(share=4))
    yield Table(widths, head, rows, HEAD, heads=0)
    yield Prose(say(words.SLIP_BACK), BODY)


def executive(paper: Paper, part: Part) -> list[Block]:
    """Which meeting, which agencies, what was decided in a word each; set from an extract that holds nothing else."""
    held, say, case = paper.pack.meeting, paper.say, paper.pack.case
    if held is None:
        return [Prose(say(words.NOT_CLOSED), NOTE)]
    people = case.children(held, "invitee")
    present = dict.fromkeys(one.words("agency") for one in people if one["attended"] in HERE)
    absent = dict.fromkeys(one.words("agency") for one in people if one.words("agency") not in present)
    counted = Counter(one.record.words("agency") for one in actions(case, held))
    (label, told), *_ = details(case, held, {})
    rows = [
        (say(words.PERSON), paper.name),
        (say(label), f"{say(told)}, {answered(paper, held, 'on')}"),
        (say(words.AGENCIES_HERE), _agencies(paper, present)),
        (say(words.AGENCIES_NOT), _agencies(paper, absent)),
    ]
    for key in _TOLD:
        shown = held.shape.get(key)
        if shown and has_value(held[key]):
            rows.append((say(shown.label), shown.told(held[key], paper.language)))
    each = [say(words.COUNTED, agency=agency_name(one, paper.language), count=n) for one, n in counted.items()]
    rows.append((say(words.ACTIONS_SET), "; ".join(each) or say(words.NO_ACTIONS)))
    numbered = [(f"{part.letter}{n}", label, said) for n, (label, said) in enumerate(((a, b) for a, b in rows if b), 1)]
    return [*section(part.letter, say(part.title)), facts(numbered), Prose(say(words.DETAIL), NOTE)]


def _agencies(paper: Paper, codes: dict[str, None]) -> str:
    return "; ".join(agency_name(one, paper.language) for one in codes if one)
