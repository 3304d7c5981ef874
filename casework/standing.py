"""How far a plan is: the honest state of each section, and what is missing, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from casework.answer import Absent
from casework.case import Case
from casework.record import Record, has_value, is_given, missing, title
from casework.template import PlanTemplate, Rows, Section, needed
from casework.text import Language, Text, inside


class State(Enum):
    """How far a section is."""

    NOT_STARTED = "not_started"
    IN_HAND = "in_hand"
    READY = "ready"
    NOT_NEEDED = "not_needed"


STATE_WORDS = {
    State.NOT_STARTED: Text("not started", "heb ei ddechrau"),
    State.IN_HAND: Text("in hand", "ar y gweill"),
    State.READY: Text("ready", "yn barod"),
    State.NOT_NEEDED: Text("not needed", "dim angen"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, where to mend it: the record and field, or the kind of record to add."""

    what: Text
    record: str = ""
    key: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One section's state with its gaps and the number of rows in it."""

    section: Section
    state: State
    gaps: tuple[Gap, ...]
    rows: int


def standing(section: Section, case: Case, plan: Record) -> Standing:
    """How far one section of a plan is."""
    rows = [one for part in section.rows for one in part.of(case)]
    wanted = needed(section, case)
    written = any(wanted or one.shape.carried for one in rows)  # an address is entered for other reasons, too
    begun = written or any(is_given(plan[f.key]) for f in section.field)
    gaps = (*_own_gaps(section, plan), *(gap for part in section.rows for gap in _row_gaps(part, case, plan)))
    if not begun:
        state = State.NOT_STARTED if wanted and gaps else State.NOT_NEEDED
        return Standing(section, state, gaps if state is State.NOT_STARTED else (), len(rows))
    return Standing(section, State.IN_HAND if gaps else State.READY, gaps, len(rows))


def standings(template: PlanTemplate, case: Case, plan: Record) -> tuple[Standing, ...]:
    """Every section's state, in the template's order."""
    return tuple(standing(section, case, plan) for section in template.section)


def _own_gaps(section: Section, plan: Record) -> tuple[Gap, ...]:
    excused = {part.none_reason for part in section.rows if part.none_reason}
    fields = tuple(f for f in section.field if f.key not in excused)
    return tuple(
        Gap(Text(f"{one.label.en}: not answered", f"{one.label.in_(Language.CY)}: heb ei ateb"), plan.id, one.key)
        for one in missing(fields, plan)
    )


def _row_gaps(part: Rows, case: Case, plan: Record) -> tuple[Gap, ...]:
    rows = part.of(case)
    shape = rows[0].shape if rows else Record(plan.id, part.kind).shape
    found: list[Gap] = []
    if len(rows) < part.at_least and not (part.none_reason and _explained(plan, part.none_reason)):
        wanted = f"at least {part.at_least}" if part.at_least > 1 else "one"
        or_why = ", or say why there is none" if part.none_reason else ""
        name = part.name.en or shape.name.en.lower()
        found.append(Gap(Text(f"Add {wanted}: {name}{or_why}"), kind=part.kind))
    for row in rows:
        found += [
            Gap(Text(f"{_short(title(row))}: {inside(one.label.en)} is missing"), row.id, one.key)
            for one in missing(shape.asked(part.keys), row)
        ]
    return tuple(found)


def _explained(plan: Record, key: str) -> bool:
    return has_value(plan[key]) or plan[key] is Absent.NONE


def _short(words: str, most: int = 48) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
