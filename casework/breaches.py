"""Breaches, warnings and considered recalls added up, so that none is decided as if it were the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from casework.case import Case
from casework.clauses import called, numbered
from casework.dates import spoken
from casework.record import Record, has_value
from casework.refusal import Refused
from casework.text import NOTHING, Language, Text

KINDS = ("breach", "licence_breach")
WARNINGS = ("warning", "warning_letter")
CONSIDERED = "recall_considered"
REVIEW_AT = "breach.review_at"
REVIEW_AT_FIRST = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier breach or concern: its record, the day it counts from, and what it counts as."""

    record: Record
    on: date | None
    breach: bool
    warning: bool
    considered: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Earlier breaches, warnings and considered recalls, oldest first; one record may be two of them."""

    entries: tuple[Earlier, ...]

    @property
    def breaches(self) -> int:
        """How many were breaches, whether or not proved; an acquittal is none."""
        return sum(one.breach for one in self.entries)

    @property
    def warnings(self) -> int:
        """How many ended in a warning."""
        return sum(one.warning for one in self.entries)

    @property
    def considered(self) -> int:
        """How often recall, or return to court, was considered and not done."""
        return sum(one.considered for one in self.entries)

    @property
    def said(self) -> Text:
        """The counts in one line, with the day of the first."""
        if not self.entries:
            return Text("None before.", "Dim o'r blaen.")
        first = next((one.on for one in self.entries if one.on), None)
        en = ", ".join(
            _counted(*part)
            for part in (
                (self.breaches, "breach", "breaches"),
                (self.warnings, "warning", "warnings"),
                (self.considered, "considered recall", "considered recalls"),
            )
        )
        cy = f"Torri amod: {self.breaches}; rhybuddion: {self.warnings}; ystyried adalw: {self.considered}"
        return Text(f"{en}{f', since {spoken(first)}' if first else ''}.", f"{cy}.")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a new decision: the count for the person, and the count for the same condition."""

    person: Tally
    condition: Tally
    review: Text

    @property
    def wants_review(self) -> bool:
        """Whether a senior manager is asked to look at the whole count."""
        return bool(self.review.en)


def beside(case: Case, breach: Record | None, settings: Mapping[str, str] | None = None) -> Beside:
    """The earlier ones beside a decision; ``breach`` None: one that is not recorded yet, with no condition named.

    Settings may give the number at which a senior manager is asked ("breach.review_at", 3 unless given).
    """
    before = _before(case, breach)
    condition = breach.words("condition") if breach else ""
    same = tuple(one for one in before if condition and one.record.words("condition") == condition)
    person = Tally(before)
    return Beside(person, Tally(same), _review(person, breach, review_at(settings or {})))


def review_at(settings: Mapping[str, str]) -> int:
    """From how many earlier warnings and considered recalls on a manager is asked. Raises Refused for no number."""
    typed = settings.get(REVIEW_AT, "").strip()
    if typed and not (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= 99):
        raise Refused("Write a whole number from 1 to 99: after how many warnings a manager looks.", REVIEW_AT)
    return int(typed) if typed else REVIEW_AT_FIRST


def counts(case: Case) -> Tally:
    """Every breach, warning and considered recall of the person."""
    return Tally(_before(case, None))


def of_order(case: Case, order: Record) -> Tally:
    """Every one against one order or licence."""
    return Tally(tuple(one for one in _before(case, None) if one.record.parent == order.id))


def of_condition(case: Case, condition: Record) -> Tally:
    """Every one against one condition."""
    return Tally(tuple(one for one in _before(case, None) if one.record.words("condition") == condition.id))


def in_a_line(case: Case, record: Record, language: Language = Language.EN, *, short: bool = False) -> str:
    """A breach or considered recall in a line without its day: condition, what was decided, what came of it."""
    condition = case.get(next(iter(record.links("condition")), ""))
    order = case.get(record.parent or "")
    told = [numbered(case, condition, language, short=short) if condition else called(order, language) if order else ""]
    for key in ("decision", "outcome"):
        field = record.shape.get(key)
        if field and has_value(record[key]):
            told.append(_inner(field.told(record[key], language)))
    return "; ".join(part for part in told if part)


def is_decided(record: Record) -> bool:
    """Whether something was decided about it, or came of it."""
    return has_value(record["decision"]) or (has_value(record["outcome"]) and record["outcome"] != "suspected")


def _inner(words: str) -> str:
    return words[:1].lower() + words[1:]


def happened_on(breach: Record) -> date | None:
    """The day a breach counts from: that it happened, else that it was decided or came out."""
    for key in ("occurred_on", "decided_on", "outcome_on", "arrested_at"):
        found = breach[key]
        if isinstance(found, date):
            return found.date() if isinstance(found, datetime) else found
    return None


def _before(case: Case, breach: Record | None) -> tuple[Earlier, ...]:
    """All that do not lie later than a breach; one without a day counts, as nobody can say that it lies later."""
    until = happened_on(breach) if breach else None
    found = [
        _earlier(one)
        for one in case.records
        if one.kind in KINDS and (breach is None or one.id != breach.id) and not _later(one, until)
    ]
    counted = [one for one in found if one.breach or one.warning or one.considered]
    return tuple(sorted(counted, key=lambda one: one.on or date.min))


def _later(one: Record, until: date | None) -> bool:
    on = happened_on(one)
    return on is not None and until is not None and on > until


def _earlier(one: Record) -> Earlier:
    broken = one.kind == "breach" or bool(one.links("condition"))
    return Earlier(
        one,
        happened_on(one),
        breach=broken and one["outcome"] != "acquitted",
        warning=one["decision"] in WARNINGS,
        considered=one["decision"] == CONSIDERED,
    )


def _review(person: Tally, breach: Record | None, at: int) -> Text:
    near_misses = sum(one.warning or one.considered for one in person.entries)
    reviewed = breach is not None and bool(breach.words("reviewed_by").strip())
    if near_misses < at or reviewed:
        return NOTHING
    return Text(
        f"{near_misses} earlier decisions ended in a warning or a considered recall: a senior manager should look at "
        "all of them together before this one is closed.",
        f"Daeth {near_misses} penderfyniad cynharach i ben gyda rhybudd neu ystyried adalw: dylai uwch reolwr edrych "
        "arnynt gyda'i gilydd.",
    )
