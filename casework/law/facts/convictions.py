"""Convictions, findings and cautions, their counts and disposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.law.facts.record import Record
from casework.period import Period
from casework.refusal import Refused

KINDS = ("conviction", "caution", "insanity_finding", "disability_finding")
SCHEDULE_3 = ("yes", "no", "unsure")
DISPOSALS = (
    "imprisonment", "detention", "dto", "suspended_sentence", "extended_sentence", "life", "ipp", "hospital_order",
    "conditional_discharge", "absolute_discharge", "community_order", "youth_rehabilitation_order", "referral_order",
    "fine", "other",
)  # fmt: skip
_WITH_TERM = ("imprisonment", "detention", "dto", "suspended_sentence", "conditional_discharge")


@dataclass(frozen=True, slots=True)
class Disposal:
    """What the court did for one count. ``term`` is the whole length stated; an extended sentence has two parts."""

    kind: str
    term: Period | None = None
    detention_part: Period | None = None
    custody: Period | None = None
    extension: Period | None = None
    restriction: bool = False


@dataclass(frozen=True, slots=True)
class Combine:
    """How a count's term stands to another's: consecutive, or overlapping for a time."""

    mode: str
    with_: str
    overlap: Period | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """One count of a conviction; ``varied`` replaces the disposal from the day it was decided."""

    id: str
    schedule_3: str
    disposal: Disposal | None = None
    varied: Disposal | None = None
    varied_on: date | None = None
    combine: Combine | None = None

    def disposed(self, today: date) -> Disposal | None:
        """The disposal that stands as known on a day."""
        if self.varied is not None and self.varied_on is not None and self.varied_on <= today:
            return self.varied
        return self.disposal


@dataclass(frozen=True, slots=True)
class Conviction:
    """A conviction, finding or caution with its counts."""

    id: str
    person: str
    kind: str
    relevant_date: date
    counts: tuple[Count, ...]
    sentenced_on: date | None = None
    offence_on: date | None = None
    foreign: bool = False
    caught_on_1997_09_01: bool = False
    trial_ended_on: date | None = None
    quashed_on: date | None = None
    parental_direction: bool = False
    recorded_last_day: date | str | None = None
    override_reason: str = ""

    def quashed(self, today: date) -> bool:
        """Whether it is quashed as known on a day."""
        return self.quashed_on is not None and self.quashed_on <= today


def conviction(value: object, path: str) -> Conviction:
    """Return one entry of ``convictions``; raises Refused."""
    record = Record(value, path)
    kind = record.choice("kind", KINDS)
    read = Conviction(
        record.text("id"),
        record.text("person"),
        kind,
        record.needed_day("relevant_date"),
        record.each("counts", lambda one, at: _count(one, at, caution=kind == "caution"), some=True),
        record.day("sentenced_on"),
        record.day("offence_on"),
        record.flag("foreign"),
        record.flag("caught_on_1997_09_01"),
        record.day("trial_ended_on"),
        record.day("quashed_on"),
        record.flag("parental_direction"),
        record.maybe("recorded_last_day", record.date_or_indefinite),
        record.maybe("override_reason", record.text) or "",
    )
    record.done()
    return read


def _count(value: object, path: str, *, caution: bool) -> Count:
    record = Record(value, path)
    for key in ("disposal", "varied_disposal"):
        if caution and record.has(key):
            raise Refused(f"{record.at(key)}: a caution has no disposal: take it out.", record.at(key))
    has_varied = record.has("varied_disposal")
    varied = Record(record.take("varied_disposal"), record.at("varied_disposal")) if has_varied else None
    read = Count(
        record.text("id"),
        record.choice("schedule_3", SCHEDULE_3),
        _disposal(record.take("disposal"), record.at("disposal")) if record.has("disposal") else None,
        _disposal(varied.take("disposal"), varied.at("disposal")) if varied else None,
        varied.needed_day("decided_on") if varied else None,
        _combine(record.take("combine"), record.at("combine")) if record.has("combine") else None,
    )
    if varied:
        varied.done()
    record.done()
    return read


def _combine(value: object, path: str) -> Combine:
    record = Record(value, path)
    mode = record.choice("mode", ("consecutive", "overlap"))
    other = record.text("with")
    if mode != "overlap" and record.has("overlap"):
        raise Refused(f"{path}: an overlap belongs to the mode overlap alone.", path)
    read = Combine(mode, other, record.period("overlap") if mode == "overlap" else None)
    record.done()
    return read


def _disposal(value: object, path: str) -> Disposal:
    record = Record(value, path)
    kind = record.choice("kind", DISPOSALS)
    extended, dto = kind == "extended_sentence", kind == "dto"
    read = Disposal(
        kind,
        record.period("term") if kind in _WITH_TERM else None,
        record.maybe("detention_part", record.period) if dto else None,
        record.period("custody") if extended else None,
        record.period("extension") if extended else None,
        record.needed_flag("restriction") if kind == "hospital_order" else False,
    )
    record.done()
    return read
