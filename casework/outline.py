"""A plan as running text: its sections with every answer and row in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.field import Field
from casework.record import Record, asked, is_given, title
from casework.template import PlanTemplate, Rows, Section, needed
from casework.text import Language, Text


@dataclass(frozen=True, slots=True)
class Block:
    """Something that is read, and changed, as one: an answer of the plan, or a row with its answers.

    ``heading`` is a question or the row's title; ``says`` the answer's words, or (question, words) pairs of a row.
    """

    heading: str
    says: tuple[tuple[str, str], ...] = field(repr=False)
    record: str = ""
    key: str = ""
    given: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """One section as text."""

    section: Section
    number: int
    blocks: tuple[Block, ...]


NOTHING_HERE = Text("None entered", "Dim wedi'i gofnodi")


def rows_lead(section: Section) -> bool:
    """Whether a section is about its rows, so that they come before its own questions."""
    excused = {part.none_reason for part in section.rows if part.none_reason}
    return any(part.at_least for part in section.rows) and sum(f.key not in excused for f in section.field) <= 1


def outline(template: PlanTemplate, case: Case, today: date, language: Language = Language.EN) -> tuple[Told, ...]:
    """The whole plan as it stands on ``today``; a section that is not needed and holds nothing is left out."""
    told = (Told(one, template.number(one), tuple(_blocks(one, case, today, language))) for one in template.section)
    return tuple(one for one in told if needed(one.section, case) or any(block.given for block in one.blocks))


def _blocks(section: Section, case: Case, today: date, language: Language) -> Iterator[Block]:
    plan = case.one("plan")
    excused = {part.none_reason for part in section.rows if part.none_reason}
    own = [_own(plan, one, case, language) for one in asked(section.field, plan) if one.key not in excused]
    rows = [block for part in section.rows for block in _of_part(part, case, today, language)]
    yield from (*rows, *own) if rows_lead(section) else (*own, *rows)
    for one in section.field:
        if one.key in excused and is_given(plan[one.key]):
            yield _own(plan, one, case, language)


def _own(plan: Record, one: Field, case: Case, language: Language) -> Block:
    return Block(
        one.label.in_(language), (("", _words(plan, one, case, language)),), plan.id, one.key, is_given(plan[one.key])
    )


def _of_part(part: Rows, case: Case, today: date, language: Language) -> Iterator[Block]:
    current = case.current(part.kind, today) if part.latest else None
    for row in (current,) if current else part.of(case):
        shown = tuple(f for f in row.shape.field if not part.keys or f.key in part.keys)
        pairs = tuple(
            (one.label.in_(language), _words(row, one, case, language))
            for one in asked(shown, row)
            if is_given(row[one.key]) or one.required
        )
        yield Block(title(row, language, lambda linked: case.titled(linked, language)), pairs, row.id)


def _words(record: Record, one: Field, case: Case, language: Language) -> str:
    return one.told(record[one.key], language, lambda linked: case.titled(linked, language))
