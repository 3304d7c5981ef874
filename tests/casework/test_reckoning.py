"""What the law says of a case: no record hides the dates of another, and what a person sets stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.answer import Absent, Span
from casework.case import Case
from casework.due import due
from casework.facts import facts
from casework.reckoning import Finding, Reckoning, reckon
from casework.record import record_kinds
from casework.timeline import lanes
from casework.training_cases import training_cases
from tests.casework.made_case import (
    TODAY,
    ban,
    case,
    condition,
    convicted,
    person,
    record,
    record_id,
    shpo,
)  # fmt: skip

END = date(2033, 3, 5)


def on(found: Reckoning, code: str, about: str) -> list[date]:
    return [one.on for one in found.dates if one.code == code and one.about == record_id(about)]


def said(found: Reckoning, code: str) -> Finding:
    (one,) = [one for one in found.findings if one.code == code]
    return one


# what is missing


@pytest.mark.parametrize("born", [Absent.NOT_ASKED, Absent.UNKNOWN])
def test_an_unknown_date_of_birth_is_a_finding_beside_its_field(born):
    found = reckon(case(person(date_of_birth=born), shpo()), TODAY)
    assert not found.dates
    one = said(found, "facts.refused")
    assert (one.about, one.key, one.severity) == (record_id("person"), "date_of_birth", "error")
    assert one.message == "Date of birth is needed before the dates can be computed."


def test_a_date_of_birth_that_cannot_be_is_never_silent():
    found = reckon(case(person(date_of_birth=date(2031, 1, 1)), shpo()), TODAY)
    assert [one.severity for one in found.findings if one.severity == "error"]


def test_a_case_without_a_person_has_no_dates_and_says_so():
    found = reckon(case(shpo()), TODAY)
    assert not found.dates
    assert said(found, "facts.refused").message == "Date of birth is needed before the dates can be computed."


REQUIRED = [
    (record("broken", "order", {"kind": "shpo"}), "broken", "route"),
    (record("broken", "order", {"kind": "dvpn", "made_on": date(2026, 1, 1)}), "broken", "given_at"),
    (record("broken", "conviction", {"summary": "Theft"}), "broken", "kind"),
    (record("broken", "whereabouts", {"kind": "custody"}), "broken", "from"),
    (record("broken", "licence", {"kind": "determinate"}), "broken", "starts_on"),
    (record("broken", "notification", {"kind": "initial"}), "broken", "given_on"),
    (record("broken", "event", {"kind": "travel"}), "broken", "departs_on"),
    (record("broken", "review", {}), "broken", "received_on"),
    (record("broken", "recall", {}), "broken", ""),
]


@pytest.mark.parametrize(("broken", "name", "key"), REQUIRED, ids=[f"{one[0].kind}-{one[2]}" for one in REQUIRED])
def test_a_record_without_what_the_law_needs_is_left_out_with_a_finding(broken, name, key):
    found = reckon(case(person(), broken, shpo()), TODAY)
    assert on(found, "order.last_day", "order") == [END]
    one = said(found, "facts.refused")
    assert one.about == record_id(name)
    assert one.severity == "error"
    if key:
        assert one.key == key
        assert one.message.endswith("is needed before the dates can be computed.")
        assert one.message.startswith(broken.shape.get(key).label.en)


CANNOT_BE = [
    (
        record("w", "whereabouts", {"kind": "custody", "from": date(2026, 1, 5), "ended_on": date(2026, 1, 1)}),
        "ended_on",
        "“The day it ended” is before “From”: correct one.",
    ),
    (
        record("c", "conviction", {"kind": "conviction", "relevant_date": date(2023, 1, 9)}),
        "",
        "Counts and sentences: one that is complete is needed before the dates can be computed.",
    ),
    (
        record("o", "order", {"kind": "custom"}),
        "limits_name",
        "Name of this kind of order is needed before the dates can be computed.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "key", "words"), CANNOT_BE, ids=[one[0].kind for one in CANNOT_BE])
def test_what_cannot_be_is_said_in_the_words_of_the_form(broken, key, words):
    one = said(reckon(case(person(), broken), TODAY), "facts.refused")
    assert (one.about, one.key, one.message) == (broken.id, key, words)


def test_several_broken_records_each_have_their_finding_and_hide_nothing():
    broken = [replace(one[0], id=record_id(f"broken{n}")) for n, one in enumerate(REQUIRED)]
    found = reckon(case(person(), *broken, shpo(), ban(), *convicted()), TODAY)
    assert {one.about for one in found.findings if one.code == "facts.refused"} == {one.id for one in broken}
    assert on(found, "item.last_day", "ban") == [date(2028, 3, 5)]
    assert on(found, "notification.initial_by", "conviction") == [date(2023, 1, 11)]


def test_a_broken_condition_leaves_its_order_and_the_other_conditions():
    broken = condition("broken", ends="until", until=Absent.NOT_ASKED, kind=Absent.NOT_ASKED)
    found = reckon(case(person(), shpo(), ban(), broken, condition("other")), TODAY)
    assert said(found, "facts.refused").about == record_id("broken")
    assert on(found, "item.last_day", "ban") == [date(2028, 3, 5)]
    assert on(found, "item.last_day", "other") == [END]
    assert on(found, "order.last_day", "order") == [END]


def test_what_links_to_a_broken_record_is_not_lost_with_it():
    broken = record("main", "order", {"kind": "shpo"})
    interim = shpo("interim", kind="interim_shpo", route="application", main_application=record_id("main"))
    found = reckon(case(person(), broken, interim), TODAY)
    assert [one.about for one in found.findings if one.code == "facts.refused"] == [record_id("main")]
    assert on(found, "order.last_day", "interim") == [END]


def test_a_link_to_a_record_that_is_no_more_hides_nothing():
    found = reckon(case(person(), shpo(main_application="f" * 16)), TODAY)
    assert on(found, "order.last_day", "order") == [END]


def test_what_is_not_asked_of_a_kind_is_not_told_to_the_law():
    order = shpo(ends="until_further_order", until=date(2024, 1, 1))
    shaped = facts(case(person(), order), TODAY).document["orders"][0]
    assert shaped["until_further_order"] is True
    assert "until" not in shaped
    assert "for" not in shaped


def test_every_place_of_a_document_leads_back_to_its_record_and_field():
    given = facts(case(person(), shpo(), ban()), TODAY)
    assert given.place("orders[0].items[0].for") == (record_id("ban"), "for")
    assert given.place("orders[0].for.years") == (record_id("order"), "for")
    assert given.place("orders[0].items[0]") == (record_id("ban"), "")
    assert given.place("people[0].date_of_birth") == (record_id("person"), "date_of_birth")
    assert given.place("nowhere[3].x") == ("", "")


def test_every_fact_of_a_kind_has_a_place():
    for kind in record_kinds().values():
        assert kind.facts or not any(one.fact for one in kind.field), kind.code


# findings beside their fields


FOUND = [
    (shpo(ends="until", until=date(2026, 1, 1)), (), "order.below_minimum", "order", "until"),
    (shpo(**{"for": Span(years=2)}), (), "order.below_minimum", "order", "for"),
    (shpo(), (ban(**{"for": Span(years=6)}),), "foreign_travel.over_five_years", "ban", "for"),
    (shpo(), (ban(ends="until", until=date(2028, 3, 7)),), "foreign_travel.over_five_years", "ban", "until"),
    (shpo(), (ban(ends="until", until=date(2028, 3, 6)),), "foreign_travel.one_day_over", "ban", "until"),
    (shpo(), (ban(ends="until_further_order"),), "foreign_travel.no_end_date", "ban", "ends"),
    (shpo(), (ban(surrender_by=Absent.NOT_ASKED),), "foreign_travel.no_passport_surrender", "ban", "surrender_by"),
    (shpo(offence_on=date(2024, 1, 1)), (), "date.made_before_offence", "order", "made_on"),
    (shpo(made_on=date(2027, 3, 6)), (), "date.future_made", "order", "made_on"),
    (shpo(served_on=date(2023, 3, 1)), (), "service.before_made", "order", "served_on"),
    (shpo(served_on=Absent.UNKNOWN), (), "service.missing", "order", "served_on"),
    (shpo(statute="soa_2003"), (), "order.statute_mismatch", "order", "statute"),
    (shpo(ends="until", until=date(2022, 1, 1)), (), "date.end_before_start", "order", "until"),
    (shpo(), (condition("item", kind="requirement"),), "item.no_supervisor", "item", "supervisor"),
]  # fmt: skip


@pytest.mark.parametrize(("order", "items", "code", "about", "key"), FOUND, ids=[f"{f[2]}-{f[4]}" for f in FOUND])
def test_a_finding_stands_beside_its_field_in_words_with_its_rule(order, items, code, about, key):
    found = reckon(case(person(), order, *items), TODAY)
    one = said(found, code)
    assert (one.about, one.key) == (record_id(about), key)
    assert one.message.endswith(".")
    assert one.rule
    assert one.basis


def test_an_error_hides_no_date():
    found = reckon(case(person(), shpo(**{"for": Span(years=2)})), TODAY)
    assert said(found, "order.below_minimum").severity == "error"
    assert on(found, "order.last_day", "order") == [date(2025, 3, 5)]


# a kind set up by a person


def test_a_kind_of_ones_own_computes_its_limits():
    own = shpo(
        kind="custom", limits_name="Harbour order", limits_minimum=Span(years=1), limits_maximum=Span(years=3),
        limits_counts_from="made_on", limits_discharge_bar=Span(months=6), limits_foreign_travel=True,
        route=Absent.NOT_ASKED, statute=Absent.NOT_ASKED, convicted_on=Absent.NOT_ASKED,
        **{"for": Span(years=2)},
    )  # fmt: skip
    found = reckon(case(person(), own, ban(**{"for": Span(years=6)})), TODAY)
    assert on(found, "order.minimum_last_day", "order") == [date(2024, 3, 5)]
    assert on(found, "order.maximum_last_day", "order") == [date(2026, 3, 5)]
    assert on(found, "order.discharge_bar_last_day", "order") == [date(2023, 9, 5)]
    assert said(found, "foreign_travel.over_five_years").about == record_id("ban")
    longer = replace(own, answers=own.answers | {"for": Span(years=4)})
    assert said(reckon(case(person(), longer), TODAY), "order.above_maximum").key == "for"
    assert longer.shape.get("limits_name")


def test_a_kind_of_ones_own_goes_by_its_own_name():
    own = shpo(kind="custom", limits_name="Harbour order", route=Absent.NOT_ASKED)
    assert case(person(), own).titled(own.id) == "Harbour order, Order of a kind set up here, Eastholme Crown Court"
    drawn = lanes(case(person(), own), reckon(case(person(), own), TODAY))
    assert drawn[0].label.en == "Harbour order"


# a case that stands still while days go by


def _all() -> list[tuple[str, Case]]:
    return [(one.ref, one.case) for one in training_cases(TODAY)]


@pytest.mark.parametrize(("ref", "told"), _all(), ids=[ref for ref, _ in _all()])
def test_a_training_case_is_reckoned_without_an_error_on_any_day_of_two_years(ref, told):
    for days in range(0, 731, 61):
        found = reckon(told, TODAY + timedelta(days=days))
        assert not [one for one in found.findings if one.severity == "error"], ref
        known = {one.id for one in told.records}
        assert {one.about for one in (*found.dates, *found.findings)} <= known
        assert all(one.rule and one.basis and one.why and one.label.en for one in found.dates)


TOLD = next(told for ref, told in _all() if ref == "T-00002")
GIVEN = [(n, key) for n, one in enumerate(TOLD.records) for key in one.answers if one.shape.facts]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(GIVEN), max_size=12), st.sampled_from([Absent.NOT_ASKED, Absent.UNKNOWN]))
def test_whatever_is_missing_the_rest_is_told(gone, instead):
    records = list(TOLD.records)
    for n, key in gone:
        records[n] = records[n].answered(key, instead)
    told = TOLD.replaced(records)
    found = reckon(told, TODAY)
    known = {one.id for one in records} | {""}
    assert {one.about for one in (*found.dates, *found.findings)} <= known
    refused = {one.about for one in found.findings if one.code == "facts.refused"}
    assert refused <= {one for n, _ in gone for one in (records[n].id, records[n].parent)}
    if refused and told.one("person").id not in refused:
        left = TOLD.replaced([one for one in records if one.id not in refused and one.parent not in refused])
        alone = reckon(left, TODAY)
        assert {(one.code, one.about, one.on) for one in alone.dates} == {
            (one.code, one.about, one.on) for one in found.dates
        }
    listed = due(told, TODAY)
    assert [one.on for one in listed] == sorted(one.on for one in listed)


@settings(max_examples=60, deadline=None)
@given(st.integers(-900, 9000))
def test_on_any_day_every_state_and_date_is_of_a_record(days):
    today = TODAY + timedelta(days=days)
    found = reckon(TOLD, today)
    assert found.today == today
    known = {one.id for one in TOLD.records}
    assert {about for about, _ in found.states} <= known
    assert [one.working for one in found.dates] == sorted(one.working for one in found.dates)
