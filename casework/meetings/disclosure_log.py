"""What each household was told: every decision about it in order, what is to be looked at next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.meetings.due_after import household, looked_at_again
from casework.record import Record

TELLS = ("disclose", "self")


@dataclass(frozen=True, slots=True)
class Household:
    """A household, or a person alone, with the decisions about it, the earliest first; ``next_on``: the next look."""

    name: str = field(repr=False)
    decisions: tuple[Record, ...]
    next_on: date | None

    @property
    def told(self) -> tuple[Record, ...]:
        """What it was told: the decisions to disclose that were carried out."""
        return tuple(one for one in self.decisions if is_told(one))


def is_told(decision: Record) -> bool:
    """Whether a decision to disclose was carried out."""
    return decision["decision"] in TELLS and isinstance(decision["done_on"], date)


def households(case: Case) -> tuple[Household, ...]:
    """Every household about which disclosure was considered, in the order in which it first was."""
    found: dict[str, list[Record]] = {}
    for one in case.of("disclosure"):
        found.setdefault(household(one), []).append(one)
    return tuple(_household(case, some) for some in found.values())


def day_of(decision: Record) -> date | None:
    """The day that counts for a decision: when it was carried out, else when it was considered."""
    days = [on for key in ("done_on", "considered_on") if isinstance(on := decision[key], date)]
    return days[0] if days else None


def _household(case: Case, decisions: list[Record]) -> Household:
    in_order = sorted(decisions, key=lambda one: day_of(one) or date.max)
    looks = [on for one in decisions if isinstance(on := one["review_on"], date) and not looked_at_again(case, one, on)]
    first = in_order[0]
    name = first.words("household") or first.words("recipient") or first.shape.name.en
    return Household(name, tuple(in_order), min(looks, default=None))
