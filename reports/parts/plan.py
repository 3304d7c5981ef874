"""The plan: its sections under their own numbers, every answer and every row to be found by number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.document import Part
from casework.field import Field, FieldType
from casework.record import Record, is_given, record_kinds
from casework.standing import State, standing
from casework.template import Rows, Section
from reports import phrases
from reports.paper import Paper
from reports.parts.rows import kind_name, records
from reports.setting import facts, group, label, section, typed
from reports.styles import NOTE
from reports.tagged.block import Block
from reports.tagged.prose import Prose

_SHORT_TYPES = (FieldType.DATE, FieldType.MOMENT, FieldType.CHOICE, FieldType.YES_NO, FieldType.NUMBER, FieldType.SPAN)


def plan(paper: Paper, _part: Part) -> list[Block]:
    """Every section of the plan's template."""
    return [block for one in _sections(paper) for block in _section(paper, one)]


def contents(paper: Paper) -> Iterator[tuple[str, str]]:
    """Number and title of each section."""
    for one in _sections(paper):
        yield str(paper.pack.template.number(one)), paper.say(one.title)


def _sections(paper: Paper) -> list[Section]:
    """The sections under their own numbers; where an edition names what it keeps, those that tell more."""
    every = paper.pack.template.section
    if not paper.edition.keeps:
        return list(every)
    told: list[Section] = []
    seen: set[str] = set()
    for one in every:
        rows = {record.id for part in one.rows for record in standing_rows(paper, part)}
        if rows - seen or _answered(paper, one):
            told.append(one)
        seen |= rows
    return told


def _answered(paper: Paper, one: Section) -> bool:
    plan, keys = paper.pack.plan, [f.key for f in one.field]
    return any(is_given(plan[found.key]) for found in paper.asked(plan, keys)) if keys else False


def _section(paper: Paper, one: Section) -> list[Block]:
    number = str(paper.pack.template.number(one))
    blocks = section(number, paper.say(one.title))
    stands = standing(one, paper.pack.case, paper.pack.plan)
    if stands.state is State.NOT_NEEDED and not stands.rows and not paper.edition.keeps:
        return [*blocks, Prose(paper.say(phrases.NOT_NEEDED), NOTE)]
    count = 0
    for run in _runs(paper, one):
        blocks += _answers(paper, run, number, count)
        count += len(run)
    for part in one.rows:
        found = standing_rows(paper, part)
        if found or (part.at_least and not paper.edition.keeps):
            count += 1
            blocks += _group(paper, one, part, found, f"{number}.{count}")
    return [*blocks, *_confirmed(paper, one)]


def _confirmed(paper: Paper, one: Section) -> list[Block]:
    """When what stands in a section as it stood before was last looked at."""
    count, day = paper.pack.confirmed.get(one.key, (0, date.min))
    if not count:
        return []
    phrase = phrases.CONFIRMED if count > 1 else phrases.CONFIRMED_ONE
    return [Prose(paper.say(phrase, day=spoken(day, paper.language), count=count), NOTE)]


def _runs(paper: Paper, one: Section) -> Iterator[list[Field]]:
    """The section's fields that have something to print: short ones that follow each other together."""
    keys = [f.key for f in one.field]
    short: list[Field] = []
    for found in paper.asked(paper.pack.plan, keys) if keys else ():
        if not paper.told(paper.pack.plan, found) or _excused(paper, one, found):
            continue
        if found.type in _SHORT_TYPES or (found.type is FieldType.TEXT and len(paper.pack.plan.words(found.key)) < 90):
            short.append(found)
            continue
        if short:
            yield short
            short = []
        yield [found]
    if short:
        yield short


def _excused(paper: Paper, one: Section, field: Field) -> bool:
    """Whether a field that explains missing rows has nothing to explain."""
    explains = [part for part in one.rows if part.none_reason == field.key]
    return any(part.of(paper.pack.case) for part in explains) and not is_given(paper.pack.plan[field.key])


def _answers(paper: Paper, run: list[Field], number: str, count: int) -> list[Block]:
    plan = paper.pack.plan
    numbered = [(f"{number}.{n}", one, paper.told(plan, one)) for n, one in enumerate(run, count + 1)]
    for own, one, _ in numbered:
        paper.enter(own, plan, [one.key], whole=False)
    if len(run) == 1 and run[0].type not in _SHORT_TYPES:
        own, one, told = numbered[0]
        return [label(own, paper.say(one.label)), *typed(told)]
    return [facts([(own, paper.say(one.label), told) for own, one, told in numbered])]


def standing_rows(paper: Paper, part: Rows) -> tuple[Record, ...]:
    """The records that a section prints: all of them, or the current one where only that counts."""
    found = part.of(paper.pack.case)
    if not part.latest or len(found) < 2:
        return found
    current = paper.pack.case.current(part.kind, paper.pack.today)
    return (current,) if current in found else (max(found, key=_begun),)


def _begun(record: Record) -> date:
    start = record[record_kinds()[record.kind].dated_by]
    return start if isinstance(start, date) else date.min


def _group(paper: Paper, one: Section, part: Rows, found: tuple[Record, ...], number: str) -> list[Block]:
    name = _called(paper, part, len(found))
    if not paper.edition.holds(part.kind):
        return [Prose(paper.say(phrases.LEFT_OUT_HERE, kind=name), NOTE, number=number)]
    if not found:
        return [] if _explained(paper, part) else [Prose(paper.say(phrases.NONE_YET, kind=name), NOTE, number=number)]
    if name.casefold() != paper.say(one.title).casefold():
        return [group(number, name), *records(paper, found, number, part.keys)]
    first = number.endswith(".1")  # nothing stands between the section's heading and these
    return records(paper, found, number, part.keys, "H2" if first else "H3")


def _called(paper: Paper, part: Rows, count: int) -> str:
    """What rows are called here: one by what the section calls it, several by their kind."""
    one = part.latest or count < 2
    words = paper.say(part.name) if one and part.name.en else kind_name(part.kind, paper, single=one)
    return words[:1].upper() + words[1:]


def _explained(paper: Paper, part: Rows) -> bool:
    return bool(part.none_reason) and is_given(paper.pack.plan[part.none_reason])
