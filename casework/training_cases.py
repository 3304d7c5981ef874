"""The invented cases that newcomers practise on, moved in time so that their stories are of today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b

from casework.answer import Absent, Answer, span
from casework.case import Case
from casework.dates import spoken
from casework.definition import read_all
from casework.field import Field, FieldType
from casework.record import CaseId, Record, RecordId, checked, record_kinds
from casework.refusal import Refused
from casework.template import fields_of


@dataclass(frozen=True, slots=True)
class TrainingCase:
    """An invented case. Its records stand parents first, and a link points at a record above it."""

    ref: str
    about: str
    records: tuple[Record, ...]

    @property
    def case(self) -> Case:
        """The same as a case; its id and those of its records are the same at every reading."""
        return Case(CaseId(_id(self.ref, "")), self.ref, self.records)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as a file writes it: ``id`` a readable name, ``parent`` the name of another."""

    id: str
    kind: str
    answers: dict[str, object] = field(default_factory=dict)
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A file: written as on ``as_at``; its law is right when told on a day from ``holds_from`` to ``holds_to``."""

    code: str
    ref: str
    about: str
    as_at: date
    holds_from: date
    holds_to: date
    record: tuple[Entry, ...]


def training_cases(today: date) -> tuple[TrainingCase, ...]:
    """Every training case as it stands on ``today``.

    All dates move together by whole weeks, so that distances and weekdays stay as written and nothing that is told
    as past lies ahead. Beyond the days between which the file's law holds the story stays where it is. Raises
    Refused naming the file, the record and the field when a file says something that is not declared.
    """
    return tuple(told(one, today) for one in _stories())


@cache
def _stories() -> tuple[Story, ...]:
    return read_all(Story, "casework.training")


def told(story: Story, today: date) -> TrainingCase:
    """One story as it stands on ``today``; raises Refused as ``training_cases`` does."""
    held = min(max(today, story.holds_from), story.holds_to)
    moved = timedelta(weeks=(held - story.as_at).days // 7)
    known: dict[str, Record] = {}
    for entry in story.record:
        where = f"{story.code}.toml: {entry.id}"
        if entry.id in known:
            raise Refused("This name is used twice: give each record its own.", where)
        known[entry.id] = _record(story, entry, moved, known, where)
    return TrainingCase(story.ref, story.about, tuple(known.values()))


def _record(story: Story, entry: Entry, moved: timedelta, above: Mapping[str, Record], where: str) -> Record:
    kind = record_kinds().get(entry.kind)
    if kind is None:
        raise Refused(f"There is no kind of record called {entry.kind}.", where)
    parent = above.get(entry.parent)
    if (parent.kind if parent else "case") != kind.parent or bool(entry.parent) != bool(parent):
        raise Refused(f"“{entry.parent}” is not a {kind.parent} that stands above it.", f"{where}.parent")
    bare = Record(
        RecordId(_id(story.ref, entry.id)), kind.code, parent.id if parent else None,
        {"template": str(entry.answers["template"])} if "template" in entry.answers else {},
    )  # fmt: skip
    fields = {one.key: one for one in fields_of(bare)}
    answers: dict[str, Answer] = {}
    for key, raw in entry.answers.items():
        if key not in fields:
            raise Refused(f"{kind.name.en} has no field called {key}.", f"{where}.{key}")
        try:
            answers[key] = checked(kind.code, key, _answer(fields[key], raw, moved, above), tuple(fields.values()))
        except Refused as refusal:
            raise Refused(refusal.why, f"{where}.{key}") from None
    return Record(bare.id, bare.kind, bare.parent, answers)


def _answer(asked: Field, raw: object, moved: timedelta, above: Mapping[str, Record]) -> Answer:
    match asked.type, raw:
        case _, {"absent": str(word), **rest} if not rest:
            return _absent(word)
        case ((FieldType.TEXT | FieldType.LONG), str()):
            return _HOLE.sub(lambda found: _in_words(found[1], moved), raw)
        case FieldType.SPAN, str():
            return span(raw)
        case FieldType.LINK, str():
            return _linked(asked, raw, above)
        case FieldType.LINKS, list():
            return tuple(_linked(asked, str(one), above) for one in raw)
        case FieldType.CHOICES, list():
            return tuple(str(one) for one in raw)
        case _, date():
            return raw + moved
        case _, str() | int():
            return raw
    raise Refused(f"{asked.label.en} cannot be read from {type(raw).__name__}.")


def _in_words(written: str, moved: timedelta) -> str:
    """Tell a day as 27 Oct 2026, and a month written without its day by its name; both move with the story."""
    if len(written) == len("2026-10"):
        return _MONTHS[(date.fromisoformat(f"{written}-15") + moved).month - 1]
    return spoken(date.fromisoformat(written) + moved).partition(" ")[2]


def _absent(word: str) -> Absent:
    if word not in ("unknown", "none"):
        raise Refused(f"“{word}” is no way of having no answer: write unknown or none.")
    return Absent(word)


def _linked(asked: Field, name: str, above: Mapping[str, Record]) -> str:
    found = above.get(name)
    if found is None:
        raise Refused(f"There is no record called {name} above it.")
    if found.kind not in asked.links:
        raise Refused(f"{name} is a {found.kind}: {asked.label.en} links {' or '.join(asked.links)}.")
    return found.id


def _id(ref: str, name: str) -> str:
    return blake2b(f"{ref}/{name}".encode(), digest_size=8).hexdigest()


_HOLE = re.compile(r"\{(\d{4}-\d{2}(?:-\d{2})?)\}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
