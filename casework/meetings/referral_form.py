"""The referral to Level 2 or 3 as a form: what the case holds for each section, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from casework.case import Case
from casework.definition import read
from casework.reckoning import LegalDate, Reckoning
from casework.record import Record, is_given, missing, record_kinds
from casework.text import Text

_ENDS = ("ends", "last_day", "review", "eligible", "expires", "ended_on")


@dataclass(frozen=True, slots=True)
class Shows:
    """Records of a kind with fields of them; ``needed``: the section lacks something without one.

    ``current``: only the one that stands; ``standing``: those that are not over; ``where``: those with these answers.
    """

    kind: str
    keys: tuple[str, ...]
    current: bool = False
    standing: bool = False
    needed: bool = False
    where: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section as declared. ``dates``: it shows the ends that the law gives, too."""

    code: str
    title: Text
    shows: tuple[Shows, ...]
    required: bool = False
    dates: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    section: tuple[FormSection, ...]


@cache
def form_sections() -> tuple[FormSection, ...]:
    """Every section in its order; its number is its place, from 0 (the header) on."""
    return read(_File, files("casework.meetings") / "referral_form.toml").section


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a section lacks: a field of a record, or a record of a kind that is not there."""

    says: Text
    about: str = ""
    key: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A section of one referral: the records that it shows, each with its keys; the dates; what is missing."""

    number: int
    section: FormSection
    rows: tuple[tuple[Record, tuple[str, ...]], ...] = field(repr=False)
    dates: tuple[LegalDate, ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a form is filled from."""

    case: Case = field(repr=False)
    referral: Record = field(repr=False)
    today: date
    reckoning: Reckoning = field(repr=False)


def filled(case: Case, referral: Record, today: date, reckoning: Reckoning) -> tuple[Filled, ...]:
    """The whole form for a referral, as the case stands on a day."""
    ground = Ground(case, referral, today, reckoning)
    return tuple(_section(number, one, ground) for number, one in enumerate(form_sections()))


def _section(number: int, section: FormSection, ground: Ground) -> Filled:
    rows: list[tuple[Record, tuple[str, ...]]] = []
    lacks: list[Lack] = []
    for one in section.shows:
        found = _records(one, ground)
        rows += [(record, one.keys) for record in found]
        lacks += _lacks(one, found, section)
    return Filled(number, section, tuple(rows), _dates(section, ground), tuple(lacks))


def _records(shows: Shows, ground: Ground) -> tuple[Record, ...]:
    case, today = ground.case, ground.today
    if shows.kind == "referral":
        return (ground.referral,)
    if shows.current:
        now = case.current(shows.kind, today)
        return (now,) if now else ()
    return tuple(
        one
        for one in case.of(shows.kind)
        if not (shows.standing and _over(one, today)) and all(one[key] == value for key, value in shows.where.items())
    )


def _lacks(shows: Shows, found: tuple[Record, ...], section: FormSection) -> list[Lack]:
    shape = record_kinds()[shows.kind]
    if not found:
        name = shape.name
        says = Text(f"{name.en}: none entered", f"{name.cy}: dim wedi'i gofnodi")
        return [Lack(says, kind=shows.kind)] if shows.needed or (section.required and shows.current) else []
    if shape.closed:
        return []
    return [
        Lack(one.label, record.id, one.key)
        for record in found
        for one in missing(shape.field, record)
        if one.key in shows.keys
    ] + [
        Lack(one.label, record.id, one.key)
        for record in found
        for one in shape.field
        if (shows.kind, one.key) in _ALSO_NEEDED and one.key in shows.keys and not is_given(record[one.key])
    ]


def _dates(section: FormSection, ground: Ground) -> tuple[LegalDate, ...]:
    if not section.dates:
        return ()
    return tuple(
        one
        for one in ground.reckoning.dates
        if one.working >= ground.today
        and one.limit != "outer"
        and not one.code.startswith("item.")
        and one.code.rpartition(".")[2] in _ENDS
    )


def _over(record: Record, today: date) -> bool:
    end = record["ended_on"]
    return isinstance(end, date) and end <= today


_ALSO_NEEDED = (("referral", "endorsed_on"),)
