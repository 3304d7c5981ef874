"""The questions of a new order: in the order of its sealed document, and only those that can have an answer."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Absent
from casework.order_questions import every_question, first_open, questions
from casework.orders import order_kinds
from casework.record import Record, RecordId
from tests.casework.test_moves import PERSON, case_of

GROWN = PERSON.answered("date_of_birth", date(1980, 5, 1))


def order(**answers) -> Record:
    return Record(RecordId("o"), "order", answers=answers)


def keys(record: Record, *others: Record) -> list[str]:
    return [one.key for one in questions(case_of(record, *others), record)]


def test_an_order_on_conviction_is_asked_as_it_is_sealed():
    given = order(kind="shpo", route="conviction", made_on=date(2026, 8, 4), ends="for")
    assert keys(given) == [
        "route", "court", "reference", "offence_on", "convicted_on", "statute", "made_on", "in_force_from", "ends",
        "for", "served_on", "protects", "officer",
    ]  # fmt: skip


def test_an_application_is_asked_who_applies_and_nothing_of_a_conviction():
    asked = keys(order(kind="shpo", route="application"))
    assert asked == ["route", "court", "reference", "applicant", "applied_on", "made_on", "protects", "officer"]
    assert "ends" in keys(order(kind="shpo", route="application", made_on=Absent.UNKNOWN))


def test_what_is_answered_is_never_hidden():
    assert "applicant" in keys(order(kind="shpo", route="conviction", applicant="nca"))


def test_only_the_routes_of_the_kind_are_offered():
    route = questions(case_of(order(kind="shpo")), order(kind="shpo"))[0]
    assert [one.code for one in route.choices] == ["conviction", "application"]


def test_earlier_orders_and_parents_are_asked_about_only_where_there_can_be_any():
    made = order(kind="shpo", route="application", made_on=date(2026, 8, 4))
    earlier = Record(RecordId("e"), "order", answers={"kind": "sopo"})
    unlike = Record(RecordId("e"), "order", answers={"kind": "restraining_order"})
    assert "earlier_orders_continue" in keys(made, earlier)
    assert "earlier_orders_continue" not in keys(made, unlike)
    assert "parental_direction" not in keys(made)
    assert "parental_direction" in keys(order(kind="shpo", made_on=date(1997, 1, 1)))


def test_the_first_open_question_comes_after_what_is_answered():
    given = order(kind="shpo", route="conviction", court="Wexmere", made_on=date(2026, 8, 4))
    case = case_of(given)
    assert first_open(case, given) == "in_force_from"
    assert first_open(case, order(kind="shpo")) == "route"
    for one in questions(case, given):
        given = given.answered(one.key, "x")
    assert first_open(case, given) == ""


@pytest.mark.parametrize("kind", sorted(order_kinds()))
def test_every_kind_can_be_asked_about(kind: str):
    record = order(kind=kind)
    every = every_question(record)
    assert len({one.key for one in every}) == len(every) >= 4
    assert not {one.key for one in every} & {"refused_on", "withdrawn_on", "reviewed_on", "note"}
    assert set(keys(record)) <= {one.key for one in every}


def test_a_licence_is_asked_what_it_holds():
    licence = Record(RecordId("l"), "licence")
    assert keys(licence) == ["kind", "starts_on", "ends_on", "officer"]
    assert keys(order()) == ["kind"]
