"""Two versions of a plan side by side: what came, what went, what was changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casework.case import Case
from casework.field import Field
from casework.record import Record, is_given, title
from casework.template import PlanTemplate, Section, fields_of
from casework.text import Language


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: ``was`` and ``now`` are the told answers, empty where there was or is nothing."""

    section: Section
    record: str
    field: str
    was: str
    now: str

    @property
    def change(self) -> str:
        """What kind of change: "added", "dropped" or "changed"."""
        return "changed" if self.was and self.now else "added" if self.now else "dropped"


def compare(
    template: PlanTemplate, earlier: Case, later: Case, language: Language = Language.EN
) -> tuple[Difference, ...]:
    """Every difference between two states of a case as the template's sections show it, in their order."""
    return tuple(one for section in template.section for one in _in_section(section, earlier, later, language))


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


def _in_section(section: Section, earlier: Case, later: Case, language: Language) -> Iterator[Difference]:
    was, now = _Side(earlier.one("plan"), earlier, language), _Side(later.one("plan"), later, language)
    yield from _answers(section, "", section.field, was, now)
    for part in section.rows:
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


def _answers(section: Section, named: str, fields: tuple[Field, ...], was: _Side, now: _Side) -> Iterator[Difference]:
    for one in fields:
        before, after = was.told(one), now.told(one)
        if before != after:
            yield Difference(section, named, one.label.in_(now.language), before, after)
