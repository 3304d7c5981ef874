"""The conditions that bind or will bind, side by side, and what is said where two records contradict each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from casework.case import Case
from casework.clauses import CONDITIONS, Clause, Source, binding
from casework.clock import Hours, clocks, hours
from casework.reckoning import Reckoning
from casework.record import Record, has_value
from casework.refusal import Refused
from casework.text import Text

ERROR, WARNING, CHECK = "error", "warning", "check"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two records that cannot both be followed, or may not be ("check": the text alone cannot tell).

    ``first`` and ``second`` are their ids; ``mend`` the record and field in which it is put right; ``rule`` why it is
    looked for.
    """

    code: str
    severity: str
    what: Text
    first: str
    second: str
    mend: tuple[str, str]
    rule: str

    @property
    def sides(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Both records, each with the field in which it says what the other does not agree with."""
        told = {self.mend[0]: self.mend[1]}
        other = _FIELDS.get(self.code, "")
        return (self.first, told.get(self.first, other)), (self.second, told.get(self.second, other))


_FIELDS = {
    "time.curfew": "curfew", "time.reporting": "curfew", "place.keep_out": "area", "area.contradicts": "area",
    "contact.differs": "contact_rule", "curfew.differs": "curfew", "residence.two": "area",
    "residence.elsewhere": "area", "condition.twice": "text", "condition.differs": "text", "travel.banned": "countries",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One condition in force or still to begin, with the order or licence that it belongs to."""

    source: Source
    clause: Clause

    @property
    def record(self) -> Record:
        """The condition."""
        return self.clause.record

    @property
    def name(self) -> str:
        """How a sentence speaks of it: "condition 3 of the licence"."""
        return f"condition {self.clause.number} of {source_name(self.source.record, self.source)}"

    def on(self, day: date) -> bool:
        """Whether it binds on a day."""
        return (self.clause.first is None or self.clause.first <= day) and (
            self.clause.last is None or day <= self.clause.last
        )

    def meets(self, first: date, last: date) -> bool:
        """Whether it binds on any day of a stretch, both ends included."""
        return (self.clause.first is None or self.clause.first <= last) and (
            self.clause.last is None or first <= self.clause.last
        )

    def beside(self, other: Term) -> bool:
        """Whether there is a day on which both bind."""
        return self.meets(other.clause.first or date.min, other.clause.last or date.max)

    def keeps_in(self, at: time, day: date | None) -> Hours | None:
        """The hours of its curfew that hold a time, on a day or (None) on any day."""
        chosen = self.record["curfew_days"]
        for one in read_hours(self.record.words("curfew")):
            began = day - timedelta(days=1) if day and one.start > one.end and at < one.end else day
            barred = not isinstance(chosen, tuple) or not chosen or began is None or _DAYS[began.weekday()] in chosen
            if one.hold(at) and barred:
                return one
        return None


def terms(case: Case, reckoning: Reckoning, written: Record | None = None) -> tuple[Term, ...]:
    """Every condition that binds on the day of the reckoning or will bind later, order by order, then licences.

    ``written`` is an order or licence whose conditions count whether or not it binds.
    """
    found = binding(case, reckoning.dates, reckoning.today, ahead=True)
    if written is not None and written.id not in {one.record.id for one in found}:
        listed = enumerate(case.children(written, CONDITIONS[written.kind]), 1)
        found += (Source(written, None, None, tuple(Clause(n, one, None, None) for n, one in listed)),)
    return tuple(Term(source, clause) for source in found for clause in source.clauses)


def source_name(record: Record, source: Source | None = None) -> str:
    """An order or licence in a sentence: "the sexual harm prevention order", "the licence"."""
    found = source or Source(record, None, None)
    if record.kind == "licence":
        return "the licence"
    name = found.kind.name.en if found.kind else "order"
    return f"the {name[0].lower()}{name[1:]}"


def read_hours(words: str) -> tuple[Hours, ...]:
    """Hours as far as they can be read: none where they cannot."""
    try:
        return hours(words) if words.strip() else ()
    except Refused:
        return ()


def read_times(words: str) -> tuple[time, ...]:
    """Times as far as they can be read: none where they cannot."""
    try:
        return clocks(words)
    except Refused:
        return ()


def references(words: str) -> frozenset[str]:
    """The people or groups named in a field: "Victim A and B's mother" as two, without case or articles."""
    parts = re.split(r"[;,/\n]|\band\b|\bor\b|&", words)
    return frozenset(name for part in parts if (name := _plain(part)))


def same_place(area: str, place: str) -> bool:
    """Whether one named place stands in the other, word for word. Places that only a map knows never match."""
    return any(
        _stands_in(_first(one), other)
        for one, other in ((area, place), (place, area))
    )  # fmt: skip


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same in the same words, but for case, spaces and points."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def quoted(record: Record, key: str, most: int = 60) -> str:
    """A record's words in a sentence: “Visit unannounced at home…”."""
    words = " ".join(record.words(key).split())
    return f"“{words if len(words) <= most else words[: most - 1].rstrip() + '…'}”"


def answered(record: Record, *keys: str) -> bool:
    """Whether all these fields have values."""
    return all(has_value(record[key]) for key in keys)


_GENERAL = re.compile(r"^(?:(?:the|a|an|any|whole|area|county|city|town|village|borough|district|parish|of|in|at)\s+)+")


def _first(words: str) -> str:
    return _GENERAL.sub("", _letters(re.split(r"[,;\n]", words)[0]))


def _stands_in(name: str, words: str) -> bool:
    return len(name) >= 4 and re.search(rf"\b{re.escape(name)}\b", _letters(words)) is not None


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|his|her|their)\s+", "", _letters(words))


def _letters(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s'’-]", " ", words.casefold()).split())
