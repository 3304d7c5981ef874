"""A plan template: the sections of a plan as a definition file declares them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from casework.case import Case
from casework.definition import read_all
from casework.field import Field
from casework.record import Record, record_kinds
from casework.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Rows:
    """Records of a case that a section holds: those of ``kind`` whose answers are as ``where`` says.

    ``at_least`` how many make the section ready; ``none_reason`` the key of the section's field in which their
    absence may be explained instead; ``latest`` that only the current one counts on paper; ``keys`` the fields that
    the section shows (all, where empty); ``name`` what one row is called here, where its kind's name says too little.
    """

    kind: str
    where: dict[str, str | bool] = field(default_factory=dict)
    at_least: int = 0
    none_reason: str = ""
    latest: bool = False
    keys: tuple[str, ...] = ()
    name: Text = NOTHING

    def of(self, case: Case) -> tuple[Record, ...]:
        """The case's records that belong here."""
        return tuple(one for one in case.of(self.kind) if all(one[k] == v for k, v in self.where.items()))


@dataclass(frozen=True, slots=True)
class Example:
    """An invented example of how the section is filled, and what makes it good or poor."""

    text: Text
    because: Text


@dataclass(frozen=True, slots=True)
class Section:
    """One section: what it asks, why, an example each way, its own fields and its rows."""

    key: str
    title: Text
    asks: Text
    why: Text
    good: Example
    poor: Example
    pillar: str = ""
    needed_if: str = ""
    field: tuple[Field, ...] = ()
    rows: tuple[Rows, ...] = ()
    short: Text = NOTHING


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """An edition of a template. Published editions are never edited; a change is a new file."""

    code: str
    name: Text
    edition: int
    area: Text
    section: tuple[Section, ...]

    def get(self, key: str) -> Section:
        """The section with this key."""
        return next(one for one in self.section if one.key == key)

    def number(self, section: Section) -> int:
        """The number under which the section is printed and spoken of, from 1."""
        return self.section.index(section) + 1


@cache
def plan_templates() -> dict[str, PlanTemplate]:
    """Every template edition by its code, with the questions that every plan asks where it asks another."""
    return {one.code: _with_followers(one) for one in read_all(PlanTemplate, "casework.plans")}


def _with_followers(template: PlanTemplate) -> PlanTemplate:
    """The template with the plan kind's own questions behind the questions that they follow."""
    return replace(template, section=tuple(replace(one, field=tuple(_followed(one))) for one in template.section))


def _followed(section: Section) -> Iterator[Field]:
    for one in section.field:
        yield one
        yield from (own for own in record_kinds()["plan"].field if own.after == one.key)


def fields_of(record: Record) -> tuple[Field, ...]:
    """The fields of a record: its kind's, and for a plan those of its template's sections too."""
    own = tuple(one for one in record_kinds()[record.kind].field if not one.after)
    template = plan_templates().get(record.words("template")) if record.kind == "plan" else None
    return own + tuple(f for section in template.section for f in section.field) if template else own


Condition = Callable[[Case], bool]


def _in_custody(case: Case) -> bool:
    return any(
        one["kind"] in ("custody", "remand") and not one.answers.get("ended_on") for one in case.of("whereabouts")
    )


def _on_licence(case: Case) -> bool:
    return bool(case.of("licence"))


def _category_1(case: Case) -> bool:
    return any(one["category"] == "1" and not one.answers.get("ended_on") for one in case.of("category"))


_NEEDED: dict[str, Condition] = {"in_custody": _in_custody, "on_licence": _on_licence, "category_1": _category_1}


def needed(section: Section, case: Case) -> bool:
    """Whether the section must be filled for this case; an unneeded one may still be."""
    return _NEEDED[section.needed_if](case) if section.needed_if else True
