"""Blank forms: the questions of a template or of a kind of record, numbered as on the screen, with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casework.document import Part
from casework.field import Field, FieldType
from casework.outline import rows_lead
from casework.record import RecordKind, record_kinds
from casework.template import PlanTemplate, Rows, Section, plan_templates
from reports import phrases_editions as words
from reports.paper import Paper
from reports.setting import NUMBERS, group, section
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE
from reports.tagged.block import Block, Spread
from reports.tagged.columns import Column
from reports.tagged.field import Entry, Tick
from reports.tagged.prose import Prose
from reports.tagged.table import Table
from reports.typeface import width

_ASKED = 150
_MOST_TICKS, _COLUMNS = 24, ((4, 9), (3, 20), (2, 44))
_OF_FOUR = 38.0  # points for the words of a tick that has a quarter of the room
_KEPT_AS_IT_IS = (FieldType.LINK, FieldType.LINKS)


def form(paper: Paper, _part: Part) -> list[Block]:
    """The form that the edition names; without one, that of the case's own plan."""
    code = paper.edition.form
    kind = record_kinds().get(code)
    if kind:
        return [*section("1", paper.say(kind.name)), _table(paper, kind, kind.field, "1")]
    template = plan_templates().get(code, paper.pack.template)
    return [
        Prose(template.told(paper.language), CELL_BOLD),
        *(block for one in template.section for block in _section(paper, template, one)),
    ]


def _section(paper: Paper, template: PlanTemplate, one: Section) -> Iterator[Block]:
    number = str(template.number(one))
    yield from section(number, paper.say(one.title))
    yield Prose(" ".join(paper.say(one.asks).split()), replace(NOTE, keep_next=True))
    excused = {part.none_reason for part in one.rows if part.none_reason}
    own = [each for each in one.field if each.key not in excused]
    groups: list[Sequence[Field] | Rows] = [own, *one.rows] if not rows_lead(one) else [*one.rows, own]
    groups.append([each for each in one.field if each.key in excused])
    count = 0
    for part in groups:
        if isinstance(part, Rows):
            count += 1
            yield from _rows(paper, part, f"{number}.{count}")
        elif part:
            yield _questions(paper, part, number, count)
            count += len(part)


def _rows(paper: Paper, part: Rows, number: str) -> Iterator[Block]:
    """The questions of one row; there are further sheets for further rows."""
    kind = record_kinds()[part.kind]
    name = paper.say(part.name) if part.name.en else paper.say(kind.name)
    yield group(number, name[:1].upper() + name[1:])
    yield _table(paper, kind, kind.asked(part.keys), number, answered=dict(part.where))
    if not part.latest:
        yield Prose(paper.say(words.FURTHER, kind=paper.say(kind.plural).lower()), NOTE)


def _table(
    paper: Paper, kind: RecordKind, fields: Sequence[Field], number: str, answered: dict[str, str | bool] | None = None
) -> Table:
    asked = [one for one in fields if not one.internal and one.key not in (answered or {})]
    return _questions(paper, asked, number, 0, kind.field)


def _questions(paper: Paper, asked: Sequence[Field], number: str, count: int, known: Sequence[Field] = ()) -> Table:
    rows: list[list[list[Block]]] = []
    for n, one in enumerate(asked, count + 1):
        own = f"{number}.{n}"
        about: list[Block] = [Prose(paper.say(one.label), CELL)]
        if when := _when(paper, one, known or asked):
            about.append(Prose(when, CELL_QUIET))
        rows.append([[Prose(own, CELL_BOLD)], about, _room(paper, one, own)])
    return Table((NUMBERS, Column(fixed=_ASKED), Column(1)), (), rows, HEAD, heads=1, before=4, after=8)


def _when(paper: Paper, one: Field, known: Sequence[Field]) -> str:
    """Under which answers it is asked at all."""
    told = []
    for key, codes in one.when.items():
        other = next((each for each in known if each.key == key), None)
        if other:
            answers = [other.told(_answer(code), paper.language) for code in codes]
            told.append(paper.say(words.ONLY_IF, question=paper.say(other.label), answer=", ".join(answers)))
    return " ".join(told)


def _answer(code: str) -> str | bool:
    return code == "true" if code in ("true", "false") else code


def _room(paper: Paper, one: Field, number: str) -> list[Block]:
    """Boxes to tick where there are a few answers, else lines to write on."""
    says = paper.say(one.label)
    if one.type is FieldType.YES_NO:
        answers = [one.told(given, paper.language) for given in (True, False)]
    else:
        answers = [paper.say(each.label) for each in one.options()]
    if answers and len(answers) <= _MOST_TICKS:
        return [_ticks(answers, number, says)]
    if one.type in _KEPT_AS_IT_IS:
        kinds = ", ".join(paper.say(record_kinds()[kind].name).lower() for kind in one.links)
        return [Prose(paper.say(words.BY_NUMBER, kinds=kinds), CELL_QUIET), Entry(number, says)]
    lines = max(2, one.lines + 1) if one.type is FieldType.LONG else 1
    return [Entry(number, says, lines=lines)]


def _ticks(answers: Sequence[str], number: str, says: str) -> Block:
    longest = max(map(len, answers))
    narrow = max(width(CELL.face, one) for one in answers) * CELL.size <= _OF_FOUR
    columns = min(len(answers), next((n for n, most in _COLUMNS if longest <= most and (n < 4 or narrow)), 1))
    each = -(-len(answers) // columns)
    ticks = [Tick(f"{number} {n}", one, CELL, says=f"{says}: {one}") for n, one in enumerate(answers, 1)]
    return Spread(tuple((1.0, tuple(ticks[at : at + each])) for at in range(0, len(ticks), each)))
