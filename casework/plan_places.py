"""Where things of a plan stand: the section of a field, of a record, of a kind of record to add."""

from __future__ import annotations

from collections.abc import Mapping

from casework.answer import Answer
from casework.case import Case
from casework.template import PlanTemplate, Rows, Section


def section_of_field(template: PlanTemplate, key: str) -> Section | None:
    """The section that asks a question."""
    return next((one for one in template.section if any(f.key == key for f in one.field)), None)


def section_of_record(template: PlanTemplate, case: Case, record: str) -> Section | None:
    """The section that shows a record; the one that needs it before one that only tells of it."""
    found = [
        (not part.at_least, template.number(one), one)
        for one in template.section
        for part in one.rows
        if any(row.id == record for row in part.of(case))
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


def section_for(template: PlanTemplate, kind: str, answers: Mapping[str, Answer]) -> str:
    """The key of the one section whose rows have these answers; empty where none or several do."""
    fits = [
        one.key
        for one, part in sections_for(template, kind)
        if part.where and all(answers.get(key) == value for key, value in part.where.items())
    ]
    return fits[0] if len(fits) == 1 else ""


def sections_for(template: PlanTemplate, kind: str) -> tuple[tuple[Section, Rows], ...]:
    """The sections in which a record of a kind can be added."""
    found = [(one, part) for one in template.section for part in one.rows if part.kind == kind]
    needing = [pair for pair in found if pair[1].at_least]
    return tuple(needing or found)
