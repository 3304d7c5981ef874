"""Reviews of indefinite notification, recalls, licences and terrorism sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.law.facts.record import Record, choices
from casework.period import Period
from casework.refusal import Refused

SENTENCES = ("determinate", "extended", "serious_terrorism", "life", "ipp")
EXCLUSIONS = ("terrorist", "recalled_on_charge", "schedule_19aa", "other")
LICENCES = ("determinate", "life", "pss")


@dataclass(frozen=True, slots=True)
class Body:
    """A responsible body told of an application for review."""

    id: str
    notified_on: date


@dataclass(frozen=True, slots=True)
class Review:
    """An application for review of indefinite notification."""

    id: str
    person: str
    received_on: date
    bodies: tuple[Body, ...] = ()
    decided_on: date | None = None
    outcome: str = ""
    further_period: Period | None = None
    decision_received_on: date | None = None

    def decided(self, outcome: str, today: date) -> bool:
        """Whether it came out so, as known on a day."""
        return self.outcome == outcome and (self.decided_on is None or self.decided_on <= today)


@dataclass(frozen=True, slots=True)
class Recall:
    """A recall to custody."""

    id: str
    person: str
    returned_on: date
    recalled_on: date
    sentence_kind: str
    sentence_term: Period | None = None
    sentence_days: int | None = None
    under_s250: bool = False
    mappa_level: int = 0
    exclusions: tuple[str, ...] = ()
    type: str = ""
    hdc_point_on: date | None = None
    released_on: date | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a licence."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence or a period of post-sentence supervision (pss)."""

    id: str
    person: str
    kind: str
    starts_on: date
    ends_on: date | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class TerrorismSentence:
    """A sentence with terrorism notification; ``term`` is None for an indeterminate one."""

    id: str
    person: str
    dealt_with_on: date
    convicted_on: date
    term: Period | None


def review(value: object, path: str) -> Review:
    """Return one entry of ``reviews``; raises Refused."""
    record = Record(value, path)
    read = Review(
        record.text("id"),
        record.text("person"),
        record.needed_day("received_on"),
        record.each("bodies", _body),
        record.day("decided_on"),
        record.maybe("outcome", lambda key: record.choice(key, ("allowed", "refused"))) or "",
        record.maybe("further_period", record.period),
        record.day("decision_received_on"),
    )
    record.done()
    return read


def _body(value: object, path: str) -> Body:
    record = Record(value, path)
    read = Body(record.text("id"), record.needed_day("notified_on"))
    record.done()
    return read


def recall(value: object, path: str) -> Recall:
    """Return one entry of ``recalls``; raises Refused."""
    record = Record(value, path)
    returned_on = record.needed_day("returned_on")
    kind = record.choice("sentence_kind", SENTENCES)
    term = record.period("sentence_term") if kind == "determinate" else record.maybe("sentence_term", record.period)
    read = Recall(
        record.text("id"),
        record.text("person"),
        returned_on,
        record.day("recalled_on") or returned_on,
        kind,
        term,
        record.maybe("sentence_days", record.whole),
        record.flag("under_s250"),
        record.maybe("mappa_level", lambda key: _level(record, key)) or 0,
        record.each("exclusions", choices(EXCLUSIONS)),
        record.maybe("type", lambda key: record.choice(key, ("fixed_term", "standard"))) or "",
        record.day("hdc_point_on"),
        record.day("released_on"),
    )
    record.done()
    return read


def _level(record: Record, key: str) -> int:
    level = record.whole(key)
    if level not in (1, 2, 3):
        raise Refused(f"{record.at(key)} must be 1, 2 or 3.", record.at(key))
    return level


def licence(value: object, path: str) -> Licence:
    """Return one entry of ``licences``; raises Refused."""
    record = Record(value, path)
    read = Licence(
        record.text("id"),
        record.text("person"),
        record.choice("kind", LICENCES),
        record.needed_day("starts_on"),
        record.day("ends_on"),
        record.each("conditions", _condition),
    )
    record.done()
    return read


def _condition(value: object, path: str) -> Condition:
    record = Record(value, path)
    read = Condition(record.text("id"), record.text("text"))
    record.done()
    return read


def terrorism_sentence(value: object, path: str) -> TerrorismSentence:
    """Return one entry of ``terrorism_sentences``; raises Refused."""
    record = Record(value, path)
    dealt_with_on = record.needed_day("dealt_with_on")
    read = TerrorismSentence(
        record.text("id"),
        record.text("person"),
        dealt_with_on,
        record.day("convicted_on") or dealt_with_on,
        record.maybe("term", record.period),
    )
    indeterminate = record.mark("indeterminate")
    record.done()
    if indeterminate == (read.term is not None):
        raise Refused(f"{path} needs exactly one of term and indeterminate.", path)
    return read
