"""Only the legal moves of an order or licence are offered; the others say why not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import Case
from casework.moves import Move, declared, licence_moves, order_moves
from casework.orders import order_kinds
from casework.reckoning import reckon
from casework.record import CaseId, Record, RecordId, checked, record_kinds
from casework.refusal import Refused
from casework.state_words import STATE_WORDS
from casework.training_cases import training_cases

TODAY = date(2026, 11, 24)
PERSON = Record(RecordId("p"), "person", answers={"date_of_birth": date(1980, 5, 1)})
MADE = {
    "kind": "shpo",
    "route": "application",
    "court": "Wexmere",
    "applied_on": date(2024, 1, 2),
    "made_on": date(2024, 3, 1),
}
LASTING = {**MADE, "served_on": date(2024, 3, 1), "ends": "until", "until": date(2031, 2, 28)}


def case_of(*records: Record) -> Case:
    return Case(CaseId("c"), "T-1", (PERSON, *records))


def moves(answers, *children: Record, today: date = TODAY, others: tuple[Record, ...] = ()) -> dict[str, Move]:
    order = Record(RecordId("o"), "order", answers=answers)
    case = case_of(order, *children, *others)
    found = order_moves(case, order, reckon(case, today))
    assert [one.legal for one in found] == sorted((one.legal for one in found), reverse=True)
    return {one.code: one for one in found}


def legal(found: dict[str, Move]) -> set[str]:
    return {code for code, one in found.items() if one.legal}


def change(n: int = 0, **answers) -> Record:
    return Record(RecordId(f"ch{n}"), "change", RecordId("o"), answers)


def test_every_move_names_only_what_is_declared():
    for one in declared():
        shape = record_kinds()[one.kind]
        assert one.label.cy
        assert all(shape.get(key) for key in (*one.needs, *one.sets)), one.code
        assert all(key in one.needs for group in one.requires for key in group.split("|")), one.code
        assert set(one.states) | set(one.otherwise) <= {*STATE_WORDS, "recalled"}, one.code
        assert one.states or one.guards, one.code
        for key, value in one.sets.items():
            assert checked(one.kind, key, value) == value


DRAFT = {"kind": "shpo", "court": "Wexmere"}
STATES = {
    "draft": DRAFT,
    "applied": {**DRAFT, "applied_on": date(2026, 10, 1)},
    "active": LASTING,
    "made_not_in_force": {**LASTING, "in_force_from": date(2027, 1, 1)},
    "expired": {**LASTING, "made_on": date(2020, 3, 1), "served_on": date(2020, 3, 1), "until": date(2025, 2, 28)},
    "refused": {**DRAFT, "applied_on": date(2026, 1, 1), "refused_on": date(2026, 2, 1)},
    "withdrawn": {**DRAFT, "applied_on": date(2026, 1, 1), "withdrawn_on": date(2026, 2, 1)},
}
OFFERED = {
    "draft": {"apply", "make"},
    "applied": {"make", "interim", "refuse", "withdraw"},
    "active": {"vary", "renew", "discharge", "appeal", "cease", "breach"},
    "made_not_in_force": {"begin", "vary", "discharge", "appeal", "cease"},
    "expired": {"breach", "apply_anew"},
    "refused": {"apply_anew"},
    "withdrawn": {"apply_anew"},
}


@pytest.mark.parametrize("state", STATES)
def test_each_state_offers_its_moves_and_says_why_not_the_others(state: str):
    found = moves(STATES[state])
    assert legal(found) == OFFERED[state]
    for one in found.values():
        if not one.legal:
            assert one.why_not.en.strip().endswith(".")
            with pytest.raises(Refused) as refused:
                one.answers({})
            assert refused.value.why == one.why_not


@pytest.mark.parametrize(
    ("state", "move", "says"),
    [
        ("expired", "renew", "what has ended cannot be renewed. A new order must be applied for."),
        ("refused", "interim", "It has ended (refused): nothing leads out of it but a new application."),
        ("applied", "expire", "Only an order that was made runs out."),
        ("active", "expire", "it runs out by itself at the end of Fri 28 Feb 2031."),
        ("active", "serve", "It was served on Fri 1 Mar 2024."),
        ("active", "decide", "Nothing here waits for a decision."),
        ("active", "supersede", "enter the new order first."),
        ("active", "apply_anew", "It is in force: vary or renew it."),
        ("draft", "vary", "It is not made yet"),
    ],
)  # fmt: skip
def test_the_reason_is_the_right_one(state: str, move: str, says: str):
    assert says in moves(STATES[state])[move].why_not.en


def test_an_end_state_never_leads_back():
    for answers, outcome in (
        ({"kind": "discharged", "consents": ("defendant", "chief_officer")}, "discharged"),
        ({"kind": "ceased"}, "ceased"),
    ):
        found = moves(LASTING, change(**answers, decided_on=date(2026, 5, 1)))
        assert legal(found) == {"breach", "apply_anew"}, outcome
    assert (
        "new order must be applied for"
        in moves(
            LASTING, change(kind="discharged", consents=("defendant", "chief_officer"), decided_on=date(2026, 5, 1))
        )["vary"].why_not.en
    )


def test_inside_the_bar_a_discharge_wants_both_consents():
    move = moves(LASTING)["discharge"]
    assert move.bar == date(2029, 2, 28)
    assert "Until Wed 28 Feb 2029 only with the consent of both" in move.note.en
    given_ = {"decided_on": date(2026, 11, 1), "reason": "Health."}
    for consents in ({}, {"consents": ("defendant",)}):
        with pytest.raises(Refused) as refused:
            move.answers(given_ | consents)
        assert refused.value.where == "consents"
    both = move.answers(given_ | {"consents": ("defendant", "chief_officer")})
    assert both["kind"] == "discharged"
    assert move.answers(given_ | {"decided_on": date(2029, 3, 1)})
    assert move.answers({"applied_on": date(2026, 11, 1), "reason": "Asked by him."})
    outside = moves(LASTING, today=date(2029, 3, 1))["discharge"]
    assert outside.bar is None
    assert outside.answers({"decided_on": date(2029, 3, 1), "reason": "Necessity gone."})


def test_what_a_move_writes_brings_the_state_about():
    appealed = moves(LASTING)["appeal"].answers({"applied_on": date(2026, 11, 2)})
    open_ = moves(LASTING, change(**appealed))
    assert open_["appeal"].why_not.en.startswith("An appeal is open already")
    decide = open_["decide"]
    assert decide.label.en == "Record the decision on what was asked: appealed, asked for on Mon 2 Nov 2026"
    assert (decide.record, decide.parent) == ("ch0", None)
    assert {one.key for one in decide.needs} == {"decided_on", "outcome", "until", "reason"}
    ended = decide.answers({"decided_on": date(2026, 11, 20), "outcome": "quashed"})
    order = Record(RecordId("o"), "order", answers=LASTING)
    case = case_of(order, change(**appealed, **ended))
    assert reckon(case, TODAY).states_of("o")[0] == "quashed"


def test_an_application_that_was_refused_no_longer_waits():
    asked = change(kind="varied", applied_on=date(2026, 9, 1))
    assert moves(LASTING, asked)["decide"].legal
    assert not moves(LASTING, change(kind="varied", applied_on=date(2026, 9, 1), refused_on=date(2026, 10, 1)))[
        "decide"
    ].legal
    with pytest.raises(Refused, match="Decided on” or “Application refused"):
        moves(LASTING, asked)["decide"].answers({"reason": "x"})


def test_two_applications_wait_each_for_itself():
    order = Record(RecordId("o"), "order", answers=LASTING)
    case = case_of(
        order,
        change(1, kind="varied", applied_on=date(2026, 9, 1)),
        change(2, kind="discharged", applied_on=date(2026, 9, 2)),
    )
    waiting = [one for one in order_moves(case, order, reckon(case, TODAY)) if one.code == "decide"]
    assert [one.record for one in waiting] == ["ch1", "ch2"]
    assert [one.bar for one in waiting] == [None, date(2029, 2, 28)]


def test_an_interim_order_is_written_beside_its_application_with_a_fixed_end():
    move = moves(STATES["applied"])["interim"]
    with pytest.raises(Refused) as refused:
        move.answers({"court": "Wexmere", "made_on": date(2026, 11, 1)})
    assert refused.value.where == "until"
    made = move.answers({"court": "Wexmere", "made_on": date(2026, 11, 1), "until": date(2026, 12, 1)})
    assert moves(STATES["applied"])["make"].answers({"made_on": TODAY}) == {"made_on": TODAY}, (
        "the court is known already"
    )
    assert (made["kind"], made["main_application"], made["ends"]) == ("interim_shpo", "o", "until")
    interim = Record(RecordId("i"), "order", answers=made)
    applied = {**STATES["applied"], "route": "application"}
    found = moves(applied, others=(interim,))
    assert legal(found) == {"make", "interim", "refuse", "withdraw"}
    for_interim = order_moves(
        case := case_of(Record(RecordId("o"), "order", answers=applied), interim),
        interim,
        reckon(case, TODAY),
    )
    assert next(one for one in for_interim if one.code == "renew").why_not.en.startswith(
        "An interim order is not renewed"
    )


def test_kinds_that_nobody_applies_for_or_may_apply_for_no_longer():
    assert "no application" in moves({"kind": "restraining_order"})["apply"].why_not.en
    assert "the last day was" in moves({"kind": "sopo"})["apply"].why_not.en
    assert moves({"kind": "sopo"})["make"].legal
    assert "not in force" in moves({"kind": "respect_order"})["apply"].why_not.en
    assert "no interim order" in moves({"kind": "kcpo", "applied_on": date(2026, 10, 1)})["interim"].why_not.en


def test_old_orders_say_that_they_cannot_be_made_longer():
    found = moves({"kind": "sopo", "route": "application", "made_on": date(2012, 1, 1), "ends": "until_further_order"})
    assert "cannot be made longer" in found["vary"].note.en
    assert found["renew"].why_not.en == "It has no fixed end, so there is nothing to renew."
    assert found["expire"].why_not.en.startswith("It has no fixed end and cannot run out")


def test_an_order_whose_facts_do_not_hold_offers_nothing():
    order = Record(
        RecordId("o"), "order", answers=LASTING | {"kind": "voo", "route": "conviction", "made_on": date(2024, 1, 1)}
    )
    case = Case(CaseId("c"), "T-1", (order,))
    found = order_moves(case, order, reckon(case, TODAY))
    assert not any(one.legal for one in found)
    assert all("cannot be computed" in one.why_not.en for one in found)


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(sorted(order_kinds())),
    st.fixed_dictionaries(
        {},
        optional={
            key: st.integers(-4000, 2000).map(lambda n: TODAY + timedelta(days=n))
            for key in ("applied_on", "made_on", "served_on", "refused_on", "withdrawn_on", "in_force_from", "until")
        },
    ),
)
def test_any_order_has_an_answer_to_every_move(kind: str, dates: dict[str, date]):
    found = moves({"kind": kind, "ends": "until", **dates})
    assert set(found) == {one.code for one in declared() if one.of == "order"}
    assert not found["expire"].legal
    for one in found.values():
        assert one.basis or not one.legal
        assert one.legal or one.why_not.en


def test_the_training_cases_have_moves_for_all_they_hold():
    for one in training_cases(TODAY):
        told = reckon(one.case, TODAY)
        for order in one.case.of("order"):
            assert any(move.legal for move in order_moves(one.case, order, told))
        for licence in one.case.of("licence"):
            assert licence_moves(one.case, licence, told)
