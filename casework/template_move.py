"""Carrying a plan from one template to another: what stays in its place, and what has none in the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from casework.case import Case
from casework.record import Record, has_value, is_given, record_kinds
from casework.template import PlanTemplate, Section, field_of, plan_templates
from casework.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An answer, or records of a kind, that no section of a template shows. Both stay in the case.

    ``label`` is the question or the kind; ``said`` the answer in words, empty for records, which ``count`` counts.
    ``section`` is where it stood.
    """

    label: Text
    said: str = field(repr=False)
    section: Text = NOTHING
    key: str = ""
    kind: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """What happens to a plan under a template: how many answers stand in it, what has no place, what is new."""

    kept: int
    unplaced: tuple[Unplaced, ...]
    new: tuple[Section, ...]


def move(case: Case, template: PlanTemplate) -> Move:
    """What a case's plan would be under a template."""
    plan = case.one("plan")
    keys = {one.key for one in template.fields()}
    kept = sum(is_given(answer) for key, answer in plan.answers.items() if key in keys)
    before = plan_templates().get(plan.words("template"))
    known = {one.key for one in before.section} if before else set()
    new = tuple(one for one in template.section if one.key not in known)
    return Move(kept, (*unplaced_answers(plan, template), *_unplaced_rows(case, template, before)), new)


def unplaced_answers(plan: Record, template: PlanTemplate) -> tuple[Unplaced, ...]:
    """The answers of a plan for which a template has no field, with the question they were given to."""
    own = {one.key for one in (*template.fields(), *record_kinds()["plan"].field)}
    return tuple(_unplaced(plan, own))


def _unplaced(plan: Record, own: set[str]) -> Iterator[Unplaced]:
    for key, answer in plan.answers.items():
        asked = field_of(plan, key)
        if key not in own and asked is not None and has_value(answer):
            yield Unplaced(asked.label, asked.told(answer), _where(key), key=key)


def _where(key: str) -> Text:
    for template in plan_templates().values():
        for section in template.section:
            if any(one.key == key for one in section.field):
                return section.title
    return NOTHING


def _unplaced_rows(case: Case, template: PlanTemplate, before: PlanTemplate | None) -> Iterator[Unplaced]:
    shown = {part.kind for section in template.section for part in section.rows}
    for section in before.section if before else ():
        for part in section.rows:
            count = len(case.of(part.kind))
            if count and part.kind not in shown:
                shown.add(part.kind)
                yield Unplaced(record_kinds()[part.kind].plural, "", section.title, kind=part.kind, count=count)
