"""Whether a referral may go: its criteria against the level sought and against the case, its state, its deadline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from casework.case import Case
from casework.meetings.figures import figure, working_days_after
from casework.meetings.referral_form import Filled
from casework.record import Record, has_value
from casework.summary import risk_matrix
from casework.text import Text

VALUE, HIGH, WAS_3 = "value", "high", "was_3"
_SECOND = {"2": (HIGH, "co_ordination", WAS_3), "3": (HIGH, "co_ordination", WAS_3, "public")}
_THIRD = ("senior", "public")


class Stage(Enum):
    """How far a referral is."""

    WRITTEN = Text("Being written", "Wrthi'n cael ei ysgrifennu")
    ENDORSED = Text("With the co-ordinator", "Gyda'r cydlynydd")
    ACCEPTED = Text("Accepted", "Derbyniwyd")
    DECLINED = Text("Declined", "Gwrthodwyd")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about the criteria: ``hard`` keeps the referral from being ready (V5)."""

    says: Text
    hard: bool


def stage(referral: Record) -> Stage:
    """How far a referral is, by what is answered of it."""
    if referral["decision"] == "accepted":
        return Stage.ACCEPTED
    if referral["decision"] == "declined":
        return Stage.DECLINED
    return Stage.ENDORSED if has_value(referral["endorsed_on"]) else Stage.WRITTEN


def leads_to(case: Case, meeting: Record) -> Record | None:
    """The last referral that was accepted before a meeting; None where none was."""
    on = meeting["on"]
    accepted = [one for one in case.of("referral") if stage(one) is Stage.ACCEPTED]
    dated = [(day, n, one) for n, one in enumerate(accepted) if isinstance(day := one["decided_on"], date)]
    known = [one for one in dated if not isinstance(on, date) or one[0] <= on]
    return max(known, key=lambda each: each[:2])[2] if known else None


def doubts(case: Case, referral: Record, today: date) -> tuple[Doubt, ...]:
    """What is wrong with the criteria for the level sought, and where they say other than the case does."""
    return (*_wanting(referral), *_otherwise(case, referral, today))


def _wanting(referral: Record) -> Iterator[Doubt]:
    given, level = referral.links("criteria"), referral.words("level")
    if not level or not given:
        return
    if VALUE not in given:
        yield Doubt(_NO_VALUE, hard=True)
    if not set(_SECOND[level]) & set(given):
        yield Doubt(_NO_SECOND, hard=True)
    if level == "3" and not set(_THIRD) & set(given):
        yield Doubt(_NO_THIRD, hard=True)


def _otherwise(case: Case, referral: Record, today: date) -> Iterator[Doubt]:
    given = referral.links("criteria")
    matrix = risk_matrix(case, today)
    overall = matrix[-1] if matrix else None
    high = overall is not None and overall.level in ("high", "very_high")
    if HIGH in given and not high:
        yield Doubt(_NOT_HIGH.filled(told=overall.told.lower()) if overall else _NOT_ASSESSED, hard=False)
    if HIGH not in given and high and given:
        yield Doubt(_IS_HIGH.filled(told=overall.told.lower() if overall else ""), hard=False)
    if WAS_3 in given and not any(one["level"] == "3" for one in case.of("level")):
        yield Doubt(_NEVER_3, hard=False)


def ready(form: tuple[Filled, ...], found: tuple[Doubt, ...]) -> bool:
    """Whether nothing required is missing and the criteria hold, so that a manager can endorse it."""
    open_ = [lack for one in form if one.section.required for lack in one.lacks if lack.key != "endorsed_on"]
    return not open_ and not any(one.hard for one in found)


def decide_by(endorsed_on: date, settings: Mapping[str, str]) -> date:
    """The day by which the co-ordinator decides on a referral endorsed on a day, as the area sets it."""
    return working_days_after(endorsed_on, figure("meeting.decision", settings))


_NO_VALUE = Text(
    "V5: Level 2 and 3 need the first criterion: formal multi-agency meetings add value. Tick it, or stay at Level 1.",
    "V5: mae angen y maen prawf cyntaf ar Lefel 2 a 3: cyfarfodydd yn ychwanegu gwerth.",
)
_NO_SECOND = Text(
    "V5: one more criterion is needed: risk high or very high, co-ordination needed, or Level 3 before.",
    "V5: mae angen un maen prawf arall: risg uchel neu uchel iawn, angen cydlynu, neu Lefel 3 gynt.",
)
_NO_THIRD = Text(
    "V5: Level 3 needs a Level 3 criterion as well: senior representation, or media and public interest.",
    "V5: mae angen maen prawf Lefel 3 hefyd ar Lefel 3: cynrychiolaeth uwch, neu'r cyfryngau a'r cyhoedd.",
)
_NOT_HIGH = Text(
    "“High or very high” is ticked; the case assesses the risk of serious harm as {told}.",
    "Ticiwyd “uchel neu uchel iawn”; mae'r achos yn asesu'r risg fel {told}.",
)
_NOT_ASSESSED = Text(
    "“High or very high” is ticked; no assessment of the risk of serious harm stands in the case.",
    "Ticiwyd “uchel neu uchel iawn”; nid oes asesiad o risg niwed difrifol yn yr achos.",
)
_IS_HIGH = Text(
    "The case assesses the risk of serious harm as {told}; that criterion is not ticked.",
    "Mae'r achos yn asesu'r risg fel {told}; ni thiciwyd y maen prawf hwnnw.",
)
_NEVER_3 = Text(
    "“Was at Level 3” is ticked; the level history of the case has no Level 3.",
    "Ticiwyd “bu ar Lefel 3”; nid oes Lefel 3 yn hanes y lefel.",
)
