"""Where things of a plan stand: the section of a field, of a record, of a kind of record to add, of a finding."""

from __future__ import annotations

from casework.case import Case
from casework.plan_rules.check import PlanFinding
from casework.standing import Standing, State
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


def sections_for(template: PlanTemplate, kind: str) -> tuple[tuple[Section, Rows], ...]:
    """The sections in which a record of a kind can be added."""
    found = [(one, part) for one in template.section for part in one.rows if part.kind == kind]
    needing = [pair for pair in found if pair[1].at_least]
    return tuple(needing or found)


def section_of_finding(template: PlanTemplate, case: Case, found: PlanFinding) -> Section | None:
    """The section in which a finding is mended; None where that is outside the plan."""
    if found.about == case.one("plan").id:
        return section_of_field(template, found.key)
    if found.about:
        return section_of_record(template, case, found.about)
    fits = [
        (section, part)
        for section, part in sections_for(template, found.kind)
        if all(found.answers.get(key, value) == value for key, value in part.where.items())
    ]
    return fits[0][0] if len(fits) == 1 else None


def findings_by_section(
    template: PlanTemplate, case: Case, findings: tuple[PlanFinding, ...]
) -> dict[str, tuple[PlanFinding, ...]]:
    """The open findings under the keys of the sections in which they are mended."""
    placed: dict[str, tuple[PlanFinding, ...]] = {}
    for one in findings:
        section = section_of_finding(template, case, one) if one.open else None
        if section is not None:
            placed[section.key] = (*placed.get(section.key, ()), one)
    return placed


def told_state(standing: Standing, findings: dict[str, tuple[PlanFinding, ...]]) -> State:
    """How far a section is: not ready while a rule that must be met is not."""
    held_up = any(one.hard for one in findings.get(standing.section.key, ()))
    return State.IN_HAND if held_up and standing.state is State.READY else standing.state
