"""A Level 1 review: when the next one is due and why, what came in since the last, what is known before it begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casework.answer import Absent, Answer
from casework.case import Case
from casework.dates import spoken
from casework.meetings.figures import CHECK_POLICY
from casework.meetings.rhythm import Rhythm
from casework.period import Period, day_after
from casework.record import Record, title
from casework.refusal import Refused
from casework.text import Language, Text

RHYTHM = Rhythm(
    "review.level_1",
    Text(
        f"Every {{months}} months at {{risk}} risk. {CHECK_POLICY.en}",
        f"Bob {{months}} mis ar risg {{risk}}. {CHECK_POLICY.cy}",
    ),
    Text(
        f"The risk is not assessed, so the shortest rhythm holds: every {{months}} months. {CHECK_POLICY.en}",
        f"Nid yw'r risg wedi'i hasesu, felly'r rhythm byrraf sy'n dal: bob {{months}} mis. {CHECK_POLICY.cy}",
    ),
)
NOTHING_NEW: Mapping[str, Answer] = {"new": Absent.NONE, "rosh_changed": False, "plan_changed": False}
_CAME_IN = {
    "statement": "learned_on",
    "event": "on",
    "breach": "occurred_on",
    "licence_breach": "occurred_on",
    "inspection": "on",
    "visit": "on",
    "address": "from",
    "whereabouts": "from",
    "rosh": "assessed_on",
    "disclosure": "considered_on",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """The day of the next review, and why that day; ``said``: the last review named it."""

    on: date
    why: Text
    said: bool = False


def at_level_1(case: Case, today: date) -> Record | None:
    """The decision by which a case is managed at Level 1 today; None at another level or without one."""
    now = case.current("level", today)
    return now if now is not None and now["level"] == "1" else None


def last_review(case: Case, today: date) -> Record | None:
    """The latest review, where it is of the time since the case came to Level 1."""
    level, last = at_level_1(case, today), case.current("level_review", today)
    since, on = (level["from"] if level else None), (last["reviewed_on"] if last else None)
    return last if isinstance(since, date) and isinstance(on, date) and on >= since else None


def planned(case: Case, today: date, settings: Mapping[str, str]) -> Planned | None:
    """When the next review is due: as the last one says, else by the rhythm from it or from the decision on the level.

    None where the case is not at Level 1, or where the decision itself names the day of its first review.
    """
    level, last = at_level_1(case, today), last_review(case, today)
    if level is None:
        return None
    said = last["next_on"] if last else level["review_on"]
    if isinstance(said, date):
        return Planned(said, _SAID, said=True) if last else None
    since = last["reviewed_on"] if last else level["from"]
    months, why = RHYTHM.at(case, today, settings)
    if not isinstance(since, date):
        return None
    from_ = [_FROM.in_(one).format(why=why.in_(one), day=spoken(since, one)) for one in Language]
    return Planned(day_after(since, Period(months=months)), Text(*from_))


def new_review(case: Case, today: date, settings: Mapping[str, str], author: str) -> dict[str, Answer]:
    """What is known of a review begun today: its day, who writes it, the manager of the last, the day of the next."""
    months, _ = RHYTHM.at(case, today, settings)
    found: dict[str, Answer] = {"reviewed_on": today, "next_on": day_after(today, Period(months=months))}
    last = case.current("level_review", today)
    if author:
        found["author"] = author
    if last and last.words("manager"):
        found["manager"] = last.words("manager")
    return found


def agencies_asked(case: Case, today: date, language: Language = Language.EN) -> str:
    """A line for each contact of the case, as asked today; for whoever did ask them."""
    lines = []
    for one in case.of("contact"):
        agency = one.shape.get("agency")
        told = agency.told(one["agency"], language) if agency else ""
        who = f"{told} ({one.words('name')})" if one.words("name") else told
        lines.append(_ASKED.in_(language).format(who=who, day=spoken(today, language)))
    return "\n".join(lines)


def came_in(case: Case, today: date) -> tuple[tuple[date, Record], ...]:
    """What was recorded of the time since the last review, or since the case came to Level 1; the latest first."""
    level, last = at_level_1(case, today), last_review(case, today)
    since = last["reviewed_on"] if last else level["from"] if level else None
    if not isinstance(since, date):
        return ()
    return tuple(sorted(_since(case, since, today), key=lambda one: one[0], reverse=True))


def _since(case: Case, since: date, today: date) -> Iterator[tuple[date, Record]]:
    for one in case.records:
        on = one[_CAME_IN[one.kind]] if one.kind in _CAME_IN else None
        if isinstance(on, date) and since < on <= today:
            yield on, one


def in_a_line(on: date, record: Record, language: Language = Language.EN) -> str:
    """What came in: its day, what it is, what it says."""
    name = record.shape.name.in_(language)
    said = title(record, language)
    return f"{spoken(on, language)}: {name}" + (f", {said}" if said != name else "")


def refuse_review(review: Record, key: str, answer: Answer) -> None:
    """Raises Refused where the next review would not come after this one."""
    own = review.answered(key, answer)
    on, following = own["reviewed_on"], own["next_on"]
    if key in ("reviewed_on", "next_on") and isinstance(on, date) and isinstance(following, date) and following <= on:
        raise Refused(_NOT_AFTER.filled(day=spoken(on)), key)


_SAID = Text("The last review set this day.", "Gosododd yr adolygiad diwethaf y diwrnod hwn.")
_FROM = Text("Counted from {day}. {why}", "Wedi'i gyfrif o {day}. {why}")
_ASKED = Text("{who}: asked on {day}", "{who}: holwyd ar {day}")
_NOT_AFTER = Text(
    "The next review must come after this one, which is of {day}: choose a later day.",
    "Rhaid i'r adolygiad nesaf ddod ar ôl hwn, sydd o {day}: dewiswch ddiwrnod diweddarach.",
)
