"""Two versions of a plan side by side: what came, what went, what was changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from casework.case import Case
from casework.field import Field
from casework.record import Record, is_given, title
from casework.template import PlanTemplate, Rows, Section, fields_of
from casework.text import Language


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: ``was`` and ``now`` are the told answers, empty where there was or is nothing.

    ``section`` is None for what no section of the plan holds.
    """

    section: Section | None
    record: str
    field: str
    was: str
    now: str

    @property
    def change(self) -> str:
        """What kind of change: "added", "dropped" or "changed"."""
        return "changed" if self.was and self.now else "added" if self.now else "dropped"


def compare(
    template: PlanTemplate,
    earlier: Case,
    later: Case,
    language: Language = Language.EN,
    without: Collection[str] = (),
) -> tuple[Difference, ...]:
    """Every difference between two states of a case as the template's sections show it, in their order.

    Rows of the kinds in ``without`` are not looked at.
    """
    return tuple(one for section in template.section for one in _in_section(section, earlier, later, language, without))


def compare_kind(kind: str, earlier: Case, later: Case, language: Language = Language.EN) -> Iterator[Difference]:
    """Every difference between the records of a kind, whatever section shows them."""
    yield from _of_kind(None, Rows(kind), earlier, later, language)


def compare_records(
    was: tuple[Case, Record], now: tuple[Case, Record], fields: tuple[Field, ...], language: Language
) -> Iterator[Difference]:
    """Every difference in some fields between two records of a kind: the assessment of then and that of now."""
    sides = (_Side(record, case, language) for case, record in (was, now))
    yield from _answers(None, now[1].shape.name.in_(language), fields, *sides)


@dataclass(frozen=True, slots=True)
class _Side:
    record: Record
    case: Case
    language: Language

    def told(self, one: Field) -> str:
        answer = self.record[one.key]
        if not is_given(answer):
            return ""
        return one.told(answer, self.language, lambda linked: self.case.titled(linked, self.language))

    def whole(self) -> str:
        told = ((one.label.in_(self.language), self.told(one)) for one in fields_of(self.record))
        return "\n".join(f"{label}: {words}" for label, words in told if words)


def _in_section(
    section: Section, earlier: Case, later: Case, language: Language, without: Collection[str]
) -> Iterator[Difference]:
    was, now = _Side(earlier.one("plan"), earlier, language), _Side(later.one("plan"), later, language)
    yield from _answers(section, "", section.field, was, now)
    for part in section.rows:
        if part.kind not in without:
            yield from _of_kind(section, part, earlier, later, language)


def _of_kind(
    section: Section | None, part: Rows, earlier: Case, later: Case, language: Language
) -> Iterator[Difference]:
    before = {one.id: _Side(one, earlier, language) for one in part.of(earlier)}
    after = {one.id: _Side(one, later, language) for one in part.of(later)}
    for found in dict.fromkeys([*before, *after]):
        old, new = before.get(found), after.get(found)
        if old and new:
            fields = tuple(f for f in fields_of(new.record) if not part.keys or f.key in part.keys)
            yield from _answers(section, title(new.record, language), fields, old, new)
        elif new:
            yield Difference(section, title(new.record, language), "", "", new.whole())
        elif old:
            yield Difference(section, title(old.record, language), "", old.whole(), "")


def _answers(
    section: Section | None, named: str, fields: tuple[Field, ...], was: _Side, now: _Side
) -> Iterator[Difference]:
    for one in fields:
        before, after = was.told(one), now.told(one)
        if before != after:
            yield Difference(section, named, one.label.in_(now.language), before, after)
