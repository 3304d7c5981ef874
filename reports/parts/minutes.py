"""The minutes of a meeting on paper: who was there, what was decided and why, what was said, who does what by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from casework.document import Part
from casework.meetings.minutes import (
    Item,
    actions,
    earlier_actions,
    items,
)
from casework.meetings.numbering import Numbered
from casework.meetings.outcome import NOBODY
from casework.meetings.referral import leads_to
from casework.record import Record, has_value
from reports import phrases
from reports import phrases_minutes as words
from reports.paper import Paper
from reports.parts.due import day
from reports.setting import NUMBERS, facts, group, section, strong, typed
from reports.styles import BODY, CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table

_DECISIONS = (
    ("quorum_lacked", "quorum_reason"),
    ("rosh", "rosh_reason"), ("disclosure_decision", "disclosure_reason"), ("level_decision", "level_reason"),
    ("register_updated", ""), ("critical", ""), ("next_on", ""), ("exit_as", ""), ("exit_reason", ""),
)  # fmt: skip


def minutes_state(paper: Paper, part: Part) -> list[Block]:
    """How far the minutes are: draft, approved, issued; when the meeting sat; the statement shown."""
    held, say = paper.pack.meeting, paper.say
    if held is None:
        return [Prose(say(words.NOT_CLOSED), NOTE)]
    told = [_state(paper, held)]
    opened, closed = held["opened_at"], held["closed_at"]
    if isinstance(opened, datetime) and isinstance(closed, datetime):
        told.append(say(words.SAT, opened=f"{opened:%H:%M}", closed=f"{closed:%H:%M}"))
    shown = held["statement_shown_at"]
    if isinstance(shown, datetime):
        told.append(say(words.STATEMENT, version=held.words("statement_version") or "1", when=f"{shown:%H:%M}"))
    if paper.pack.annexed and not paper.edition.annex:
        told.append(say(words.RESTRICTED))
    return [*section(part.letter, say(part.title)), *(Prose(one, BODY) for one in told)]


def _state(paper: Paper, held: Record) -> str:
    say, on, issued = paper.say, held["approved_on"], held["issued_on"]
    if not isinstance(on, date):
        return say(words.DRAFT)
    told = [say(words.APPROVED, who=held.words("approved_by"), day=day(paper, on))]
    if own := paper.pack.signed:
        told.append(say(words.SIGNED, who=own.name, day=day(paper, own.on), key=own.fingerprint))
    if isinstance(issued, date):
        told.append(say(words.ISSUED, day=day(paper, issued)))
    return " ".join(told)


def attendance(paper: Paper, part: Part) -> list[Block]:
    """Everybody invited or present: agency, name and role, as what, and how they attended."""
    held, say = paper.pack.meeting, paper.say
    people = paper.pack.case.children(held, "invitee") if held else ()
    rows: list[list[list[Block]]] = []
    for n, one in enumerate(people, 1):
        who = ", ".join(told for key in ("name", "role") if (f := one.shape.get(key)) and (told := paper.told(one, f)))
        cells = (answered(paper, one, "agency"), who, answered(paper, one, "as"), answered(paper, one, "attended"))
        rows.append(_row(f"{part.letter}{n}", cells))
    if not rows:
        return []
    from reports import phrases_meetings as before  # noqa: PLC0415 - the same heads as on the agenda

    head = ["", *(say(one) for one in (before.AGENCY, before.WHO, before.INVITED_AS, words.ATTENDED))]
    widths = (NUMBERS, *(Column(share=share) for share in (4, 6, 4, 3)))
    return [*section(part.letter, say(part.title)), Table(widths, head, rows, HEAD, heads=0)]


def decisions(paper: Paper, part: Part) -> list[Block]:
    """What stood on arrival, and every decision with its reason."""
    held, say, case = paper.pack.meeting, paper.say, paper.pack.case
    if held is None:
        return []
    rows: list[tuple[str, str]] = []
    on = held["on"]
    stood = [(case.current(kind, on), kind) for kind in ("category", "level")] if isinstance(on, date) else []
    stood_told = ", ".join(answered(paper, one, kind) for one, kind in stood if one)
    if stood_told:
        rows.append((say(words.ON_ARRIVAL), stood_told))
    if one := leads_to(case, held):
        told = {key: answered(paper, one, key) for key in ("level", "author", "adds")}
        holes = {"level": told["level"], "who": told["author"], "adds": told["adds"]}
        rows.append((say(words.REFERRED), say(words.REFERRED_HOW, day=answered(paper, one, "referred_on"), **holes)))
    for key, why in _DECISIONS:
        shown = held.shape.get(key)
        if shown and has_value(held[key]):
            reason = f"\n{say(words.BECAUSE, why=held.words(why))}" if why and held.words(why) else ""
            rows.append((say(shown.label), f"{shown.told(held[key], paper.language)}{reason}"))
    blocks = [*section(part.letter, say(part.title)), _numbered(part, rows)]
    made = [one for one in case.of("disclosure") if held.id in one.links("meeting")]
    made = [one for one in made if one.words("recipient") != NOBODY.en]
    if made:
        number = f"{part.letter}{len(rows) + 1}"
        blocks.append(group(number, say(words.DISCLOSED)))
        blocks += [block for n, one in enumerate(made, 1) for block in _disclosed(paper, one, f"{number}.{n}")]
    return blocks


def _disclosed(paper: Paper, one: Record, number: str) -> Iterator[Block]:
    keys = ("recipient", "content", "reason", "by_whom", "undertaking", "due_on")
    rows = [(one.shape.get(key), answered(paper, one, key)) for key in keys]
    yield facts(
        [(number if n == 0 else "", paper.say(f.label), told) for n, (f, told) in enumerate(rows) if f and told]
    )


def discussion(paper: Paper, part: Part) -> list[Block]:
    """Every item of the agenda with what was said under it."""
    held, say, case = paper.pack.meeting, paper.say, paper.pack.case
    if held is None:
        return []
    blocks = section(part.letter, say(part.title))
    found = items(case, held)
    numbers = {str(line.record.id): line.number for item in found for line in item.lines}
    acts = {str(one.record.id): one for one in actions(case, held)}
    for item in found:
        if paper.edition.annex and not item.lines:
            continue
        blocks.append(group(f"{part.letter}{item.number}", say(item.title)))
        blocks += _lines(paper, part, item, numbers, acts)
    if paper.edition.annex and len(blocks) <= 2:
        blocks.append(Prose(say(words.NO_ANNEX), NOTE))
    return blocks


def _lines(paper: Paper, part: Part, item: Item, numbers: dict[str, str], acts: dict[str, Numbered]) -> Iterator[Block]:
    if not item.lines:
        yield Prose(paper.say(words.NOTHING_SAID), NOTE)
        return
    rows: list[list[list[Block]]] = []
    for one in item.lines:
        told = _line(paper, one.record, numbers, acts)
        rows.append([[Prose(f"{part.letter}{one.number}", CELL_BOLD)], told])
    yield Table((NUMBERS, Column(1)), (), rows, HEAD, heads=1, before=2, after=6)


def _line(paper: Paper, record: Record, numbers: dict[str, str], acts: dict[str, Numbered]) -> list[Block]:
    say, said = paper.say, record.words("words")
    agency = answered(paper, record, "agency")
    match record["kind"]:
        case "decision":
            why = say(words.BECAUSE, why=record.words("reason"))
            return [Prose([strong(say(words.DECISION)), Run(said)], CELL), Prose(why, CELL_QUIET)]
        case "information":
            return [Prose([strong(say(words.SAYS, agency=agency)), Run(said)], CELL)]
        case "dissent":
            to = numbers.get(record.words("answers"), "")
            head = say(words.DISSENT, agency=agency) + (say(words.DISSENT_TO, number=to) if to else "")
            return [Prose([strong(f"{head}: "), Run(said)], CELL)]
        case "action":
            act = acts.get(record.words("action"))
            if act is None:
                return [Prose(said, CELL)]
            head = say(words.ACTION, number=act.number)
            return [Prose([strong(head), Run(said)], CELL), Prose(owned(paper, act.record), CELL_QUIET)]
        case _:
            return typed(said, CELL)


def owned(paper: Paper, action: Record) -> str:
    """Who does an action, of which agency, by when."""
    due = answered(paper, action, "due_on").replace(" ", "\u00a0")
    return paper.say(words.OWNED, owner=action.words("owner"), agency=answered(paper, action, "agency"), day=due)


def actions_set(paper: Paper, part: Part) -> list[Block]:
    """The actions of the meeting in a table, with the numbers that the slips bear."""
    held, say = paper.pack.meeting, paper.say
    found = actions(paper.pack.case, held) if held else ()
    blocks = section(part.letter, say(part.title))
    if not found:
        return [*blocks, Prose(say(words.NO_ACTIONS), NOTE)]
    rows: list[list[list[Block]]] = [
        [
            [Prose(one.number, CELL_BOLD)],
            [Prose(one.record.words("what"), CELL)],
            [Prose(f"{one.record.words('owner')}, {answered(paper, one.record, 'agency')}", CELL)],
            [Prose(answered(paper, one.record, "due_on").replace(" ", "\u00a0"), CELL_BOLD)],
        ]
        for one in found
    ]
    head = [say(one) for one in (phrases.NUMBER, phrases.WHAT, phrases.OWNER, phrases.BY)]
    return [*blocks, Table((NUMBERS, Column(share=6), Column(share=4), Column()), head, rows, HEAD, heads=0)]


def actions_before(paper: Paper, part: Part) -> list[Block]:
    """The actions of earlier meetings: done, not done and why, still open."""
    held, say = paper.pack.meeting, paper.say
    found = earlier_actions(paper.pack.case, held) if held else ()
    blocks = section(part.letter, say(part.title))
    if not found:
        return [*blocks, Prose(say(words.NO_EARLIER), NOTE)]
    rows: list[list[list[Block]]] = []
    for n, one in enumerate(found, 1):
        state = answered(paper, one, "state") + (f": {one.words('outcome')}" if one.words("outcome") else "")
        who = f"{one.words('owner')}, {answered(paper, one, 'agency')}"
        cells = (one.words("what"), who, answered(paper, one, "due_on"), state)
        rows.append(_row(f"{part.letter}{n}", cells))
    head = [say(one) for one in (phrases.NUMBER, phrases.WHAT, phrases.OWNER, phrases.BY, phrases.STATE)]
    widths = (NUMBERS, *(Column(share=share) for share in (6, 4, 3, 4)))
    return [*blocks, Table(widths, head, rows, HEAD, heads=0)]


def answered(paper: Paper, record: Record, key: str) -> str:
    """An answer in words, empty where there is none."""
    shown = record.shape.get(key)
    return shown.told(record[key], paper.language) if shown and has_value(record[key]) else ""


def _row(number: str, cells: Sequence[str]) -> list[list[Block]]:
    told: list[list[Block]] = [[Prose(" ".join(cell.split()), CELL)] for cell in cells]
    return [[Prose(number, CELL_BOLD)], *told]


def _numbered(part: Part, rows: list[tuple[str, str]]) -> Block:
    return facts([(f"{part.letter}{n}", label, told) for n, (label, told) in enumerate(rows, 1)])
