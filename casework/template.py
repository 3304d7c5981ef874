"""A plan template: the sections of a plan as a definition file declares them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache

from casework.case import Case
from casework.circumstances import CIRCUMSTANCES
from casework.definition import ReadWhenAsked, from_table
from casework.field import Field
from casework.record import Record, record_kinds
from casework.template_file import published_tables, whole
from casework.text import NOTHING, Language, Text


@dataclass(frozen=True, slots=True)
class Rows:
    """Records of a case that a section holds: those of ``kind`` whose answers are as ``where`` says.

    ``at_least`` how many make the section ready; ``none_reason`` the key of the section's field in which their
    absence may be explained instead; ``latest`` that only the current one counts on paper; ``keys`` the fields that
    the section shows (all, where empty), beside which it asks what the law needs; ``name`` what one row is called
    here, where its kind's name says too little.
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
    """One section: what it asks, why, an example each way, its own fields and its rows.

    ``unconfirmed`` says what of it rests on memory and has to be checked against local policy.
    """

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
    unconfirmed: Text = NOTHING


class Form(Enum):
    """What is made of a template: a plan, a plan on one page, or a sheet that stands beside a plan."""

    PLAN = "plan"
    ONE_PAGE = "one_page"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Suits:
    """When a template suggests itself, and the reason that is then given.

    ``when`` are circumstances that must all hold; ``words`` words of which one must stand in an index offence (the
    reason's ``{word}``); ``under`` the age that the person has not reached.
    """

    because: Text
    when: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    under: int = 0


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """An edition of a template. Published editions are never edited; a change is a new file.

    ``follows`` is the code of the edition that this one replaces for new plans. A local template has a ``version`` of
    its area's own in place of an edition.
    """

    code: str
    name: Text
    area: Text
    section: tuple[Section, ...]
    edition: int = 0
    version: str = ""
    about: Text = NOTHING
    form: Form = Form.PLAN
    follows: str = ""
    suits: tuple[Suits, ...] = ()

    def get(self, key: str) -> Section:
        """The section with this key."""
        return next(one for one in self.section if one.key == key)

    def number(self, section: Section) -> int:
        """The number under which the section is printed and spoken of, from 1."""
        return self.section.index(section) + 1

    @property
    def local(self) -> bool:
        """Whether an area made it."""
        return bool(self.version)

    @property
    def named(self) -> tuple[bool, str, str]:
        """What its editions or versions have in common: whether it is local, name and area."""
        return self.local, self.name.en, self.area.en

    def fields(self) -> tuple[Field, ...]:
        """The fields of all its sections."""
        return tuple(one for section in self.section for one in section.field)

    def told(self, language: Language = Language.EN) -> str:
        """Name, edition or version, and area, as they stand on paper."""
        told = _VERSIONED if self.local else _PUBLISHED
        return told.in_(language).format(
            name=self.name.in_(language),
            number=self.version or self.edition,
            area=self.area.in_(language),
        )


_PUBLISHED = Text("{name}, template edition {number}, {area}", "{name}, argraffiad {number}, {area}")
_VERSIONED = Text("{name}, template version {number}, {area}", "{name}, fersiwn {number}, {area}")


class _Templates(ReadWhenAsked[PlanTemplate]):
    """Those of the program, read when they are asked for, and those that became known."""

    def know(self, template: PlanTemplate) -> None:
        if template.code not in self:
            self._codes[template.code] = None
            self._made[template.code] = template


@cache
def _known() -> _Templates:
    return _Templates(published_tables(), lambda code: _with_followers(_read(code)))


def plan_templates() -> Mapping[str, PlanTemplate]:
    """Every template edition by its code: those of the program, and after them those that a vault brought along.

    Each with the questions that every plan asks where it asks another.
    """
    return _known()


def _read(code: str) -> PlanTemplate:
    where = f"{code}.toml"
    return from_table(PlanTemplate, {**whole(published_tables()[code], where), "code": code}, where)


def published() -> tuple[PlanTemplate, ...]:
    """The editions of the program alone."""
    return tuple(plan_templates()[code] for code in published_tables())


def know(template: PlanTemplate) -> None:
    """Make a local template known. Its code stands for its content, so that what a code means never changes."""
    _known().know(_with_followers(template))


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
    return own + template.fields() if template else own


def field_of(record: Record, key: str) -> Field | None:
    """The field of a record that an answer belongs to; for a plan, of whichever template asks it."""
    found = next((one for one in fields_of(record) if one.key == key), None)
    if found or record.kind != "plan":
        return found
    return next((one for template in plan_templates().values() for one in template.fields() if one.key == key), None)


def needed(section: Section, case: Case) -> bool:
    """Whether the section must be filled for this case; an unneeded one may still be."""
    return CIRCUMSTANCES[section.needed_if](case) if section.needed_if else True
