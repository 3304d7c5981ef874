"""Visits by the area's rhythm, leaving MAPPA with what stands on, and words that deny what they name."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from casework.answer import Answer
from casework.case import Case
from casework.due import due
from casework.meetings.denial import affirmed, tells_of_a_child
from casework.meetings.flags import raised
from casework.meetings.leaving import ends, new_exit, still_open, told_to
from casework.meetings.level_review import came_in
from casework.meetings.visits import attempts, next_visit, visited
from casework.reckoning import reckon
from casework.record import Record
from tests.casework.made_case import TODAY, record
from tests.casework.trained import TRAINED, changed, plus

DAY = timedelta(days=1)


def visit(name: str, days: int, outcome: str = "seen") -> Record:
    return record(name, "visit", {"on": TODAY - days * DAY, "outcome": outcome, "by": "PC Threlby"})


def visits(case: Case, **settings: str) -> list[tuple[date, bool]]:
    found = due(case, TODAY, settings={key.replace("_", ".", 1): one for key, one in settings.items()})
    return [(one.on, one.late) for one in found if one.code == "visit.due"]


def test_the_next_visit_is_due_by_the_risk_and_only_one_at_which_somebody_was_seen_counts() -> None:
    bare = TRAINED["T-00002"]
    assert visited(bare, TODAY)
    assert visits(bare) == [], "nothing is watched until a visit is recorded"
    case = plus(bare, visit("first", 120), visit("tried", 10, "not_in"), visit("refused", 5, "refused"))
    (found,) = visits(case)
    assert found == (date(2026, 8, 28), True), "a month at very high risk"
    assert visits(case, visit_very_high="5") == [(date(2026, 12, 28), False)]
    assert attempts(case, TODAY) == 2
    plan = next_visit(case, TODAY, {})
    assert plan
    assert "Check your area's policy" in plan.why.en
    assert "nobody was seen: 2" in plan.why.en
    assert visits(plus(case, visit("again", 1))) == [(date(2026, 12, 24), False)]
    away = plus(case, record("in", "whereabouts", {"kind": "custody", "from": TODAY - DAY}))
    assert visits(away) == []
    assert not visited(TRAINED["T-00001"], TODAY), "Category 3"


def test_a_visit_came_in_since_the_last_review() -> None:
    level: dict[str, Answer] = {"level": "1", "from": TODAY - 4 * DAY}
    case = plus(TRAINED["T-00002"], record("one", "level", level), visit("seen", 3))
    assert "visit" in [one.kind for _, one in came_in(case, TODAY)]


def test_an_exit_tells_what_stands_on_and_ends_the_registration_alone() -> None:
    case = TRAINED["T-00002"]
    leaving = record("exit", "exit", {"on": TODAY, "reason": "risk_reduced", "told": "PC Threlby rang"})
    found = list(still_open(case, leaving, reckon(case, TODAY).dates))
    told = " ".join(one.says.en for one in found)
    assert "Category 1 stands on" in told
    assert "runs until" in told
    assert "Actions still open" in told
    assert "Not named among those who were told" in told
    assert {case.get(one).kind for one in ends(case, leaving)} == {"category", "level"}
    assert all(day == TODAY for day in ends(case, leaving).values())
    assert len(told_to(case, TODAY).splitlines()) == len(case.of("contact"))
    level = record("level", "level", {"from": TODAY - DAY, "criterion": "No longer needed", "decided_by": "The chair"})
    assert new_exit(TODAY, level) == {"on": TODAY - DAY, "why": "No longer needed", "decided_by": "The chair"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("No known drug use", False),
        ("Drinks daily; no history of drug misuse", False),
        ("Drug use: none", False),
        ("Never used drugs", False),
        ("not known to use drugs", False),
        ("does not use drugs", False),
        ("No job, drug debts since May", True),
        ("No drugs since May, but drugs were found on 3 November", True),
        ("Has not engaged with the drug service", True),
        ("Drug use weekly", True),
    ],
)
def test_what_is_denied_right_before_is_not_said(text: str, says: bool) -> None:
    assert bool(affirmed(text, re.compile(r"\bdrugs?\b", re.IGNORECASE))) is says


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("• No child of his own, none in the household, none visiting", ""),
        ("None", ""),
        ("No contact with his daughter since 2019", "No contact with his daughter"),
        ("None in the household; his sister's two sons on Sundays", "his sister's two sons on Sundays"),
    ],
)
def test_no_child_in_contact_is_no_child_in_contact(text: str, tells: str) -> None:
    assert tells_of_a_child(text) == tells


def test_a_denial_suggests_no_agency_and_each_reason_has_its_words() -> None:
    bare = TRAINED["T-00002"]
    case = changed(bare, "person", children_contact="None in the household, none visiting")
    codes = {one.flag.code: one.why.en for one in raised(case, TODAY, reckon(case, TODAY))}
    assert "child" not in codes
    factor = record(
        "f", "factor", {"name": "Relationships", "evidence": "No known drug use. Drinks eight cans a night."}
    )
    also = plus(case.replaced(one for one in case.records if one.kind not in ("factor", "rosh")), factor)
    found = {one.flag.code: one.why.en for one in raised(also, TODAY, reckon(also, TODAY))}
    assert "substance_misuse" not in found, "drinks is no word of the table"
    drinks = plus(also, record("g", "factor", {"name": "Drinking at night", "evidence": "No known drug use."}))
    told = {one.flag.code: one.why.en for one in raised(drinks, TODAY, reckon(drinks, TODAY))}
    assert "Drinking at night" in told["substance_misuse"]
