"""The custodial term that counts for a count: terms of Schedule 3 offences that are linked are added.

Sexual Offences Act 2003 s.82(3)-(4): consecutive terms X and Y make X + Y, terms overlapping for Z make X + Y - Z.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casework.law.facts.convictions import Conviction, Count, Disposal
from casework.period import Period, last_day

CUSTODIAL = ("imprisonment", "detention", "dto", "suspended_sentence", "extended_sentence")
NOTHING = Period()


@dataclass(frozen=True, slots=True)
class Total:
    """A total term and the terms it was made of, in words."""

    period: Period
    parts: tuple[str, ...]

    @property
    def words(self) -> str:
        """The sum in words."""
        if len(self.parts) == 1:
            return self.parts[0]
        return f"{' '.join(self.parts)} make {self.period}"


def term(disposal: Disposal | None) -> Period:
    """The length of a custodial disposal that counts towards s.82; nothing for any other."""
    if disposal is None:
        return NOTHING
    if disposal.kind == "extended_sentence":
        return (disposal.custody or NOTHING) + (disposal.extension or NOTHING)
    if disposal.kind == "dto":
        return disposal.detention_part or (disposal.term or NOTHING).half()
    return disposal.term or NOTHING if disposal.kind in CUSTODIAL else NOTHING


def counting_term(count: Count, today: date) -> Period:
    """The term a count adds to a total; nothing outside Schedule 3 (R-LEN-4)."""
    return NOTHING if count.schedule_3 == "no" else term(count.disposed(today))


def totals(convictions: Iterable[Conviction], today: date) -> dict[str, Total]:
    """The total for every custodial Schedule 3 count of a person, by the count's id; linked counts share it."""
    counts = {count.id: count for one in convictions if not one.quashed(today) for count in one.counts}
    chained = {identity: _chain(identity, counts, today) for identity in counts}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    roots = _groups(counts)
    for identity in counts:
        groups[roots[identity]].append(identity)
    found = {}
    for members in groups.values():
        longest = max((chained[one] for one in members), key=lambda one: _length(one.period))
        for one in members:
            if counting_term(counts[one], today) != NOTHING:
                found[one] = longest
    return found


def _chain(identity: str, counts: Mapping[str, Count], today: date) -> Total:
    """The term of a count laid after the one it is linked to, and so on back to the first."""
    period = NOTHING
    parts: list[str] = []
    seen: set[str] = set()
    step: str | None = identity
    while step is not None and step in counts and step not in seen:
        seen.add(step)
        count = counts[step]
        mine = counting_term(count, today)
        if mine != NOTHING:
            period += mine
            parts.append(f"{mine}" if not parts else f"and {mine}")
        step = None
        if count.combine:
            step = count.combine.with_
            overlap = count.combine.overlap
            other = counts.get(step)
            if overlap and mine != NOTHING and other and counting_term(other, today) != NOTHING and step not in seen:
                period -= overlap
                parts.append(f"less {overlap} together")
    return Total(period, tuple(parts))


def _groups(counts: Mapping[str, Count]) -> dict[str, str]:
    """The linked group of every count, named by one of its members."""
    parent = {identity: identity for identity in counts}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for identity, count in counts.items():
        if count.combine and count.combine.with_ in counts:
            parent[root(identity)] = root(count.combine.with_)
    return {identity: root(identity) for identity in counts}


_ANY_DAY = date(2025, 1, 1)


def _length(period: Period) -> int:
    return last_day(_ANY_DAY, period).toordinal()
