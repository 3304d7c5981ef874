"""Audits and observations counted: how often each score was given in each half-year, and nothing about anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.field import choice_lists
from casework.record import record_kinds
from casework.text import Text

SCORES = "audit_scores"
KINDS = {"meeting_audit": "audited_on", "observation": "observed_on", "case_audit": "audited_on"}
_JULY = 7


@dataclass(frozen=True, slots=True)
class Half:
    """The scores of one kind in half a year: how many were made, how often each score was given."""

    kind: str
    year: int
    second: bool
    made: int
    scores: tuple[tuple[Text, int], ...]

    @property
    def label(self) -> Text:
        """Which half-year."""
        en, cy = ("July to December", "Gorffennaf i Ragfyr") if self.second else ("January to June", "Ionawr i Fehefin")
        return Text(f"{en} {self.year}", f"{cy} {self.year}")


def scored(case: Case) -> list[tuple[str, date, tuple[str, ...]]]:
    """The audits and observations of a case: kind, day, the scores that were given."""
    found = []
    for kind, dated in KINDS.items():
        keys = [one.key for one in record_kinds()[kind].field if one.list == SCORES]
        for one in case.of(kind):
            on, given = one[dated], tuple(one.words(key) for key in keys if one.words(key))
            if isinstance(on, date) and given:
                found.append((kind, on, given))
    return found


def halves(found: Iterable[tuple[str, date, tuple[str, ...]]]) -> tuple[Half, ...]:
    """Counted by kind and half-year, the latest first."""
    counts: dict[tuple[str, int, bool], Counter[str]] = {}
    made: Counter[tuple[str, int, bool]] = Counter()
    for kind, on, given in found:
        key = (kind, on.year, on.month >= _JULY)
        counts.setdefault(key, Counter()).update(given)
        made[key] += 1
    order = list(KINDS)
    keys = sorted(counts, key=lambda one: (order.index(one[0]), -one[1], not one[2]))
    scores = choice_lists()[SCORES]
    return tuple(
        Half(*key, made[key], tuple((one.label, counts[key][one.code]) for one in scores if counts[key][one.code]))
        for key in keys
    )
