"""Running text that leans on what has ended, one order against itself, a condition that is being written."""

from __future__ import annotations

from datetime import date

import pytest

from casework.case import Case
from casework.contradictions import beside_condition, contradictions
from casework.reckoning import reckon
from casework.record import CaseId, Record, RecordId
from casework.wording import condition_answers, wording
from tests.casework.test_contradictions import (
    LICENCE,
    PERSON,
    TODAY,
    codes,
    found,
    measure,
    on_licence,
    on_order,
    order,
)


def ended(**answers) -> Record:
    return order(until=date(2026, 10, 31), made_on=date(2021, 1, 1), **answers)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Arrest for breach of the SHPO.", True),
        ("Inspect under the Sexual Harm Prevention Order.", True),
        ("The SHPO ended in October.", False),
        ("Inspect by consent.", False),
    ],
)
def test_an_order_that_has_ended_and_is_still_spoken_of(words: str, told: bool):
    contingency = Record(RecordId("x"), "contingency", answers={"trigger": "A phone", "action": words})
    made = found(ended(), contingency)
    assert [one.code for one in made] == (["power.cited"] if told else [])
    if told:
        assert made[0].what.en.startswith("The contingency “A phone” speaks of the sexual harm prevention order under")
        assert "which ended on Sat 31 Oct 2026" in made[0].what.en
        assert made[0].sides == (("x", "action"), ("o", ""))
    assert codes(ended(), order("n"), contingency) == [], "another of its kind stands"
    assert codes(order(), contingency) == []


def test_a_licence_that_has_ended_and_is_still_spoken_of():
    over = LICENCE.answered("ends_on", date(2026, 10, 1))
    assert codes(over, measure(what="Recall him on licence")) == ["power.cited"]
    assert codes(over, measure(what="See that he renews his driving licence")) == []
    assert codes(over, measure(what="Recall him on licence", condition=("lic",))) == ["power.ended"]


def bounded(name: str, age: int, child: str = "any", parent: str = "o") -> Record:
    one = wording("court_orders_2026/no_child_in_vehicle")
    child = {"any": "child"}.get(child, child)
    return Record(RecordId(name), "condition", RecordId(parent), condition_answers(one, {"child": child, "age": age}))


def test_one_order_that_draws_the_same_bound_twice():
    (one,) = found(order(), bounded("a", 16), bounded("b", 18))
    assert (one.code, one.severity, one.sides) == ("condition.differs", "warning", (("a", "text"), ("b", "text")))
    assert "“16” and “18” (under the age of)" in one.what.en
    assert codes(order(), bounded("a", 16), bounded("b", 16)) == ["condition.twice"]
    near = [
        condition_answers(wording("court_orders_2026/not_near_address"), {"metres": n, "address": place})
        for n, place in ((100, "12 Wexmere Lane"), (200, "Eastholme school"))
    ]
    two = [Record(RecordId(f"n{n}"), "condition", RecordId("o"), answers) for n, answers in enumerate(near)]
    assert codes(order(), *two) == []


def test_out_of_a_place_and_within_it():
    out = on_order("a", area_rule="keep_out", area="Wexmere")
    within = on_order("b", area_rule="stay_within", area="the town of Wexmere")
    (one,) = found(order(), out, within)
    assert (one.code, one.first, one.second) == ("area.contradicts", "a", "b")


def test_a_condition_being_written_is_held_against_the_others():
    draft = order(made_on="")
    case = Case(CaseId("c"), "T-1", (PERSON, draft, bounded("a", 16)))
    reckoning = reckon(case, TODAY)
    assert contradictions(case, reckoning, TODAY) == ()
    same = dict(bounded("x", 18).answers)
    (one,) = beside_condition(case, reckoning, draft, same)
    assert "Conditions 1 and 2 of the sexual harm prevention order" in one.what.en
    assert beside_condition(case, reckoning, draft, {"kind": "prohibition", "text": "Keeping pigeons."}) == ()


def test_both_sides_are_named_with_their_fields():
    curfew = on_licence("a", curfew="19:00 to 07:00")
    (one,) = found(LICENCE, curfew, measure(attend_at="20:00"))
    assert one.sides == (("m", "attend_at"), ("a", "curfew"))
