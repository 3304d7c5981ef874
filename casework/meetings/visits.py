"""Visits by the police to somebody of Category 1 who lives in the community: when the next one is due, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.case import Case
from casework.dates import spoken
from casework.meetings.figures import CHECK_POLICY
from casework.meetings.level_review import Planned
from casework.meetings.rhythm import Rhythm
from casework.period import Period, day_after
from casework.record import Record
from casework.text import Language, Text

SEEN = "seen"
RHYTHM = Rhythm(
    "visit",
    Text(
        f"Months from visit to visit at {{risk}} risk: {{months}}. {CHECK_POLICY.en}",
        f"Misoedd rhwng ymweliadau ar risg {{risk}}: {{months}}. {CHECK_POLICY.cy}",
    ),
    Text(
        f"The risk is not assessed, so the shortest rhythm holds, in months: {{months}}. {CHECK_POLICY.en}",
        f"Nid yw'r risg wedi'i hasesu, felly'r rhythm byrraf sy'n dal, mewn misoedd: {{months}}. {CHECK_POLICY.cy}",
    ),
)
_AWAY = ("custody", "remand", "hospital", "immigration_detention", "abroad")


def visited(case: Case, today: date) -> bool:
    """Whether the police visit: Category 1, in the community, not left MAPPA."""
    category, where = case.current("category", today), case.current("whereabouts", today)
    away = where is not None and where["kind"] in _AWAY
    return category is not None and category["category"] == "1" and not away and case.current("exit", today) is None


def last_seen(case: Case, today: date) -> Record | None:
    """The last visit at which the person was seen; one who was not in was not visited."""
    seen = [one for one in case.of("visit") if one["outcome"] == SEEN]
    days = [(on, n, one) for n, one in enumerate(seen) if (on := _on(one, today))]
    return max(days, key=lambda each: each[:2])[2] if days else None


def attempts(case: Case, today: date) -> int:
    """How often nobody was seen since the last visit at which somebody was."""
    last = last_seen(case, today)
    since = _on(last, today) if last else None
    return sum(
        1
        for one in case.of("visit")
        if one["outcome"] != SEEN and (on := _on(one, today)) and (since is None or on >= since)
    )


def next_visit(case: Case, today: date, settings: Mapping[str, str]) -> Planned | None:
    """By when the next visit is due, from the last one by the risk as assessed; None where none is recorded or due."""
    last = last_seen(case, today)
    on = _on(last, today) if last else None
    if on is None or not visited(case, today):
        return None
    months, why = RHYTHM.at(case, today, settings)
    count = attempts(case, today)
    told = []
    for language in Language:
        tried = _TRIED.in_(language).format(count=count) if count else ""
        told.append(_LAST.in_(language).format(day=spoken(on, language), why=why.in_(language)) + tried)
    return Planned(day_after(on, Period(months=months)), Text(*told))


def _on(visit: Record, today: date) -> date | None:
    on = visit["on"]
    return on if isinstance(on, date) and on <= today else None


_LAST = Text("Last seen on {day}. {why}", "Gwelwyd ddiwethaf ar {day}. {why}")
_TRIED = Text(" Visits since at which nobody was seen: {count}.", " Ymweliadau ers hynny heb weld neb: {count}.")
