"""Small warnings are added up: the eighth is never read alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.breaches import beside, counts, happened_on, in_a_line, of_condition, review_at
from casework.case import Case
from casework.clauses import number_of
from casework.facts import facts
from casework.field import choice_lists
from casework.reckoning import reckon
from casework.record import CaseId, Record, RecordId, missing, record_kinds
from casework.refusal import Refused

DAY = date(2026, 3, 2)
LICENCE = Record(RecordId("lic"), "licence")
ORDER = Record(RecordId("o"), "order", answers={"kind": "sro"})
CURFEW, REPORTING = (
    Record(RecordId(key), "licence_condition", LICENCE.id, {"text": key}) for key in ("curfew", "reporting")
)
CONTACT = Record(RecordId("contact"), "condition", ORDER.id, {"text": "contact"})


def concern(n: int, decision: str, condition: str = "curfew", **answers) -> Record:
    held = {"decision": decision, "occurred_on": DAY + timedelta(days=7 * n), "happened": "Late.", **answers}
    return Record(
        RecordId(f"b{n}"), "licence_breach", LICENCE.id, {**held, "condition": condition} if condition else held
    )


def case_of(*records: Record) -> Case:
    return Case(CaseId("c"), "T-1", (LICENCE, ORDER, CURFEW, REPORTING, CONTACT, *records))


def test_the_eighth_warning_stands_beside_the_seven_before_it():
    seven = [concern(n, "warning" if n % 2 else "recall_considered") for n in range(7)]
    eighth = concern(7, "", "reporting")
    found = beside(case_of(*seven, eighth), eighth)
    assert [one.record.id for one in found.person.entries] == [one.id for one in seven]
    assert (found.person.breaches, found.person.warnings, found.person.considered) == (7, 3, 4)
    assert found.condition.entries == ()
    assert found.wants_review
    assert "7 earlier decisions" in found.review.en
    assert found.person.said.en == "7 breaches, 3 warnings, 4 considered recalls, since Mon 2 Mar 2026."


def test_a_manager_who_looked_and_a_small_count_close_it():
    two = [concern(n, "warning_letter") for n in range(2)]
    third = concern(2, "warning")
    assert not beside(case_of(*two, third), third).wants_review
    assert beside(case_of(*two, third), None).wants_review
    assert beside(case_of(*two, third), third, {"breach.review_at": "2"}).wants_review
    looked = third.answered("reviewed_by", "Head of unit")
    assert not beside(case_of(*two, looked), looked, {"breach.review_at": "2"}).wants_review


def test_order_and_licence_count_together_for_the_person_and_apart_for_the_condition():
    arrested = Record(
        RecordId("x"),
        "breach",
        ORDER.id,
        {"condition": "contact", "outcome": "suspected", "arrested_at": datetime(2026, 2, 1, 9)},
    )
    cleared = Record(
        RecordId("y"), "breach", ORDER.id, {"condition": "contact", "outcome": "acquitted", "decision": "warning"}
    )
    late = concern(0, "no_action")
    case = case_of(arrested, cleared, late)
    assert (counts(case).breaches, counts(case).warnings) == (2, 1)
    assert [one.record.id for one in counts(case).entries] == ["y", "x", "b0"]
    assert [one.record.id for one in of_condition(case, CONTACT).entries] == ["y", "x"]
    assert happened_on(arrested) == date(2026, 2, 1)


def test_recall_considered_because_risk_rose_is_no_breach():
    risen = concern(0, "recall_considered", "")
    tally = counts(case_of(risen))
    assert (tally.breaches, tally.considered) == (0, 1)
    assert tally.said.en == "no breaches, no warnings, 1 considered recall, since Mon 2 Mar 2026."
    noted = concern(1, "no_action", "")
    assert counts(case_of(noted)).said.en == "None before."


def test_what_came_later_does_not_stand_beside_what_came_first():
    first, second, undated = concern(0, "warning"), concern(1, "warning"), concern(2, "warning", occurred_on="")
    case = case_of(second, first, undated)
    assert [one.record.id for one in beside(case, first).person.entries] == ["b2"]
    assert [one.record.id for one in beside(case, second).person.entries] == ["b2", "b0"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["no_action", "warning", "recall_considered", "recall"]), st.integers(0, 9)),
        max_size=8,
    )
)
def test_every_decision_sees_all_earlier_ones_and_none_is_counted_twice(drawn: list[tuple[str, int]]):
    held = [concern(n, decision, occurred_on=DAY + timedelta(days=day)) for n, (decision, day) in enumerate(drawn)]
    case = case_of(*held)
    assert counts(case).breaches == len(held)
    for one in held:
        others = [other for other in held if other.id != one.id and other["occurred_on"] <= one["occurred_on"]]
        assert {found.record.id for found in beside(case, one).person.entries} == {other.id for other in others}


def test_conditions_have_their_numbers():
    case = case_of()
    assert [number_of(case, one) for one in (CURFEW, REPORTING, CONTACT)] == [1, 2, 1]
    assert number_of(case, Record(RecordId("gone"), "condition", ORDER.id)) == 0
    assert number_of(case, LICENCE) == 0


@pytest.mark.parametrize("typed", ["0", "many", "-1", "1.5", "100"])
def test_the_number_for_a_manager_is_a_number(typed: str):
    with pytest.raises(Refused) as refused:
        review_at({"breach.review_at": typed})
    assert refused.value.where == "breach.review_at"
    assert review_at({"breach.review_at": " 5 "}) == 5
    assert review_at({}) == 3


def test_both_kinds_ask_the_same_of_a_decision_and_the_law_reads_none_of_it():
    keys = [
        "evidence",
        "decision",
        "alternatives",
        "decision_reason",
        "told",
        "decided_on",
        "decided_by",
        "reviewed_by",
    ]
    for kind in ("breach", "licence_breach"):
        fields = {one.key: one for one in record_kinds()[kind].field}
        assert all(not fields[key].fact for key in keys)
        assert fields["decision"].options() == choice_lists()["breach_decisions"]
    empty = Record(RecordId("b"), "licence_breach", LICENCE.id)
    assert [one.key for one in missing(empty.shape.field, empty)] == ["happened", "decision"]
    person = Record(RecordId("p"), "person", answers={"date_of_birth": date(1990, 1, 1)})
    case = Case(
        CaseId("c"), "T-1", (person, LICENCE.answered("kind", "life").answered("starts_on", DAY), concern(0, "warning"))
    )
    assert "licence_breach" not in str(facts(case, DAY).document)
    assert not [one for one in reckon(case, DAY).findings if one.severity == "error"]


def test_each_is_told_in_a_line_by_its_condition_and_what_was_decided():
    case = case_of(concern(1, "warning_letter"), concern(2, "recall_considered", ""))
    first, second = case.of("licence_breach")
    assert in_a_line(case, first) == "Licence, condition 1; warning or breach letter"
    assert in_a_line(case, first, short=True) == "Licence 1; warning or breach letter"
    assert in_a_line(case, second) == "Licence; recall considered, not done"
    broken = Record(
        RecordId("x"), "breach", ORDER.id, {"condition": CONTACT.id, "decision": "charge", "outcome": "convicted"}
    )
    assert in_a_line(case_of(broken), broken) == "SRO, condition 1; charge; convicted"
