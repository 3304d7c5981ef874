from datetime import date

from casework.answer import Absent, Span
from casework.case import Case, age
from casework.chain import chain, gaps
from casework.comparison import compare
from casework.facts import facts
from casework.record import CaseId, Record, RecordId
from casework.standing import State, standings
from casework.template import plan_templates

TODAY = date(2026, 11, 24)
TEMPLATE = next(iter(plan_templates().values()))


def record(identity, of_kind, /, parent=None, **answers):
    return Record(RecordId(identity), of_kind, RecordId(parent) if parent else None, answers)


def case_of(*records):
    return Case(CaseId("c"), "C-00001", records)


PERSON = record("p", "person", surname="Sampleton", forenames="Alan", date_of_birth=date(1979, 3, 4))


def test_the_current_record_of_a_dated_kind_is_the_latest_begun_and_not_ended():
    case = case_of(
        record("l1", "level", level="2", **{"from": date(2025, 1, 1)}),
        record("l2", "level", level="3", **{"from": date(2026, 6, 1)}),
        record("l3", "level", level="1", **{"from": date(2027, 6, 1)}),
        record("w1", "whereabouts", kind="custody", **{"from": date(2026, 1, 1), "ended_on": date(2026, 11, 24)}),
    )
    assert case.current("level", TODAY).id == "l2"
    assert case.current("level", date(2025, 2, 1)).id == "l1"
    assert case.current("whereabouts", TODAY) is None
    assert case.current("whereabouts", date(2026, 11, 23)).id == "w1"


def test_a_case_is_named_as_lists_show_it_and_unknown_is_said():
    assert case_of(PERSON).name == "SAMPLETON, Alan"
    assert case_of().name == "Not known"
    assert age(date(1979, 3, 4), date(2026, 3, 3)) == 46
    assert age(date(1979, 3, 4), date(2026, 3, 4)) == 47
    assert age(date(2008, 2, 29), date(2026, 2, 28)) == 17


def test_the_chain_shows_every_link_and_names_every_gap():
    scenario = record("s", "scenario", name="Returns to the county")
    factor = record("f", "factor", name="Grievance", scenarios=("s",))
    loose = record("f2", "factor", name="Alcohol", scenarios=())
    measure = record("m", "measure", what="Visit monthly", serves=("f",))
    stray = record("m2", "measure", what="Call him", serves=())
    answer = record("k", "contingency", trigger="Seen near", scenarios=("s",))
    whole = case_of(scenario, factor, measure, answer)
    assert [
        tuple(one.id if one else None for one in (r.scenario, r.factor, r.measure, r.contingency)) for r in chain(whole)
    ] == [("s", "f", "m", "k")]
    assert gaps(whole) == ()
    broken = case_of(scenario, factor, loose, stray)
    assert any(row.broken for row in chain(broken))
    told = " ".join(gaps(broken))
    for words in (
        "“Returns to the county” has no measure",
        "has no contingency",
        "“Grievance” has no measure",
        "“Alcohol” has no measure",
        "“Call him” serves no factor",
    ):
        assert words in told
    assert len(chain(broken)) == 3


def test_a_new_case_has_every_needed_section_not_started_and_says_what_to_add():
    plan = record("plan", "plan", template=TEMPLATE.code)
    found = {one.section.key: one for one in standings(TEMPLATE, case_of(PERSON, plan), plan)}
    assert {one.state for one in found.values()} <= {State.NOT_STARTED, State.NOT_NEEDED}
    scenarios = next(one for one in found.values() if any(part.kind == "scenario" for part in one.section.rows))
    assert any(gap.kind == "scenario" for gap in scenarios.gaps)
    begun = case_of(PERSON, plan, record("s", "scenario", name="Something"))
    after = next(one for one in standings(TEMPLATE, begun, plan) if one.section == scenarios.section)
    assert after.state is State.IN_HAND
    assert any(gap.record == "s" and gap.key == "what" for gap in after.gaps)
    assert not any(gap.kind == "scenario" for gap in after.gaps)


def test_a_section_asks_what_the_law_needs_though_it_does_not_name_it():
    plan = record("plan", "plan", template=TEMPLATE.code)
    begun = case_of(PERSON, plan, record("broken", "conviction", index=True, summary="Theft"))
    (situation,) = [one for one in standings(TEMPLATE, begun, plan) if one.section.key == "situation"]
    assert any(gap.record == "broken" and gap.key == "kind" for gap in situation.gaps)


def test_two_versions_are_compared_field_by_field():
    plan = record("plan", "plan", template=TEMPLATE.code)
    was = case_of(
        plan, record("f", "factor", name="Grievance", evidence="Letters"), record("x", "scenario", name="Old")
    )
    now = case_of(
        plan, record("f", "factor", name="Grievance", evidence="Letters and calls"), record("y", "scenario", name="New")
    )
    found = {(one.change, one.record, one.field): (one.was, one.now) for one in compare(TEMPLATE, was, now)}
    assert found["changed", "Grievance", "Evidence"] == ("Letters", "Letters and calls")
    assert ("dropped", "Old", "") in found
    assert ("added", "New", "") in found
    assert compare(TEMPLATE, was, was) == ()


def test_facts_hold_what_the_law_knows_of_and_no_more():
    case = case_of(
        PERSON,
        record("w", "whereabouts", kind="community", **{"from": date(2026, 1, 1)}),
        record(
            "o",
            "order",
            kind="shpo",
            court="Marrowby Crown Court",
            made_on=date(2026, 5, 12),
            ends="until_further_order",
            until=date(2031, 1, 1),
        ),
        record(
            "i",
            "condition",
            parent="o",
            kind="foreign_travel",
            text="Not to leave",
            ends="for",
            **{"for": Span(5)},
            surrender_by=Absent.UNKNOWN,
        ),
    )
    document = facts(case, TODAY).document
    assert document["people"] == [{"id": "p", "date_of_birth": "1979-03-04"}]
    assert "whereabouts" not in document
    (order,) = document["orders"]
    assert order["until_further_order"] is True
    assert "until" not in order
    assert "court" not in order
    assert order["items"] == [{"id": "i", "kind": "foreign_travel", "text": "Not to leave", "for": {"years": 5}}]
    assert facts(case, TODAY).place("orders[0].items[0].until") == ("i", "until")
    assert facts(case, TODAY).place("orders[0].nothing") == ("o", "")
    assert "orders" not in facts(case, TODAY, frozenset({"o"})).document
