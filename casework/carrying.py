"""What a new version of a plan carries over from the one agreed before: each sentence and row, to be kept or not."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from casework.answer import Absent, Answer, encode
from casework.case import Case
from casework.field import Field, FieldType
from casework.record import Record, asked, is_given, record_kinds, title
from casework.sentences import Sentence, sentences
from casework.template import PlanTemplate, Section
from casework.text import Language, Text

KEEP, CHANGE, DROP = "keep", "change", "drop"


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence of one of the plan's long answers, or a row of it.

    ``digest`` is the same as long as the words are the same in the same place of the same record. ``key`` is empty for
    a row, whose ``says`` are its questions and answers; ``place`` is where a sentence stands in its answer.
    """

    section: Section
    digest: str
    record: str
    key: str
    heading: str
    words: str = field(repr=False)
    says: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    place: Sentence | None = field(default=None, repr=False)


def items(template: PlanTemplate, case: Case, language: Language = Language.EN) -> tuple[Item, ...]:
    """Every sentence and every row that a plan says, section by section."""
    found: dict[str, Item] = {}
    for digest, tell in _all(template, case, language):
        if digest not in found:
            found[digest] = tell()
    return tuple(found.values())


def digests(template: PlanTemplate, case: Case) -> tuple[str, ...]:
    """The digests of ``items`` in the same order; quicker, because nothing is put into words."""
    return tuple(dict.fromkeys(digest for digest, _ in _all(template, case, Language.EN)))


def age(written: date | None, keeps: int, today: date) -> Text:
    """How old a sentence is and how often it was kept: "written 14 months ago, kept twice"."""
    parts_en, parts_cy = [], []
    if written is not None:
        en, cy = _ago(written, today)
        parts_en.append(f"written {en}")
        parts_cy.append(f"ysgrifennwyd {cy}")
    if keeps:
        times = {1: ("once", "unwaith"), 2: ("twice", "ddwywaith")}.get(keeps, (f"{keeps} times", f"{keeps} gwaith"))
        parts_en.append(f"kept {times[0]}")
        parts_cy.append(f"cadwyd {times[1]}")
    else:
        parts_en.append("never confirmed since")
        parts_cy.append("heb ei gadarnhau ers hynny")
    return Text(", ".join(parts_en), ", ".join(parts_cy))


def _ago(day: date, today: date) -> tuple[str, str]:
    days = (today - day).days
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if days <= 0:
        return "today", "heddiw"
    if months < 2:
        return (f"{days} days ago" if days > 1 else "yesterday"), f"{days} diwrnod yn ôl"
    if months < 24:
        return f"{months} months ago", f"{months} mis yn ôl"
    return f"{months // 12} years ago", f"{months // 12} blynedd yn ôl"


Found = tuple[str, Callable[[], Item]]


def _all(template: PlanTemplate, case: Case, language: Language) -> Iterator[Found]:
    plan = case.one("plan")
    for section in template.section:
        for one in asked(section.field, plan):
            if one.type is FieldType.LONG and is_given(plan[one.key]):
                yield from _sentences(section, plan, one, language)
        for part in section.rows:
            for row in part.of(case) if record_kinds()[part.kind].carried else ():
                yield _row_digest(row), partial(_row, section, row, case, language)


def _sentences(section: Section, plan: Record, one: Field, language: Language) -> Iterator[Found]:
    answer, heading = plan[one.key], one.label.in_(language)

    def told(digest: str, words: str, place: Sentence | None) -> Item:
        return Item(section, digest, plan.id, one.key, heading, words, place=place)

    if isinstance(answer, Absent):
        digest = _digest(plan.id, one.key, answer.value, "absent")
        yield digest, partial(told, digest, answer.label.in_(language), None)
        return
    seen: Counter[str] = Counter()
    for found in sentences(str(answer)):
        plain = " ".join(found.words.split())
        seen[plain] += 1
        digest = _digest(plan.id, one.key, plain, str(seen[plain]))
        yield digest, partial(told, digest, plain, found)


def _given(row: Record) -> dict[str, Answer]:
    return {one.key: row[one.key] for one in row.shape.field if is_given(row[one.key])}


def _row_digest(row: Record) -> str:
    return _digest(row.id, "", *(f"{key}={encode(answer)}" for key, answer in sorted(_given(row).items())))


def _row(section: Section, row: Record, case: Case, language: Language) -> Item:
    def linked(target: str) -> str:
        return case.titled(target, language)

    given = _given(row)
    says = tuple(
        (one.label.in_(language), one.told(given[one.key], language, linked))
        for one in asked(row.shape.field, row)
        if one.key in given
    )
    return Item(section, _row_digest(row), row.id, "", row.shape.name.in_(language), title(row, language, linked), says)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()
