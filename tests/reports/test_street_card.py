"""The street card: what an officer reads at night, one page whatever is typed, no victim's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.answer import Absent, Span
from casework.case import Case
from casework.clauses import binding, group_of
from casework.extract import masked
from casework.record import Record, RecordId
from tests.reports.cases import TODAY, case, pack, reckoning, record_id
from tests.reports.printing import told
from tests.reports.test_torture import LONG_WORD, MADE, NAME


def test_the_card_says_who_what_is_forbidden_what_breach_is_and_whom_to_ring() -> None:
    found = told(document="street_card")
    body = found.body()
    assert len(found.pages) == 1
    for words in (
        "SAMPLETON, Alan Ŵyn", "RoSH VERY HIGH", "born 4 Mar 1979 (47)", "Also known as: Sandy", "TT 26 ABC",
        "Looks: Not known", "Sexual harm prevention order, Eastholme Crown Court, since 6 Mar 2023, until 5 Mar 2033",
        "Devices and the internet", "SHPO 1", "Having any device that he has not declared.", "SHPO 2",
        "Leaving the United Kingdom. [until 5 Mar 2028]", "Sentencing Act 2020 s.354", "At most: 5 years' imprisonment",
        "A new telephone", "Money gone", "PC Hannah Threlby", "In hours: 01632 960114", "Out of hours: Not known",
        "What to record",
    ):  # fmt: skip
        assert words in body
    assert "cut short" not in body
    assert all("as things stand on Wed 25 Nov 2026" in one.artifacts for one in found.pages)
    assert not any("DRAFT" in one.artifacts or "Version" in one.text for one in found.pages)


def test_what_is_over_or_not_yet_begun_does_not_stand_on_it() -> None:
    body = told(case(item={"from": date(2026, 11, 26)}, travel={"text": "Expired clause"}), document="street_card", dates=(
        *(one for one in reckoning().dates if one.about != record_id("travel")),
        *(replace(one, on=date(2026, 11, 24)) for one in reckoning().dates if one.about == record_id("travel")),
    )).body()  # fmt: skip
    assert "Having any device" not in body
    assert "Expired clause" not in body
    assert "No condition of it is recorded" in body
    assert "Be of good behaviour" not in body


def test_an_order_that_ended_or_was_refused_binds_nobody() -> None:
    ended = replace(reckoning().dates[0], code="order.ended_on", on=TODAY)
    assert binding(case(), (ended,), TODAY) == ()
    assert binding(case(order={"withdrawn_on": TODAY}), (), TODAY) == ()
    body = told(case(), document="street_card", dates=(ended,)).body()
    assert "No order and no licence is recorded as in force today." in body


def test_the_last_day_is_in_force_and_the_day_after_is_not() -> None:
    dates = reckoning().dates
    assert [len(one.clauses) for one in binding(case(), dates, date(2028, 3, 5))] == [2]
    assert [len(one.clauses) for one in binding(case(), dates, date(2028, 3, 6))] == [1]
    assert [one.record.id for one in binding(case(), dates, date(2033, 3, 5))] == [record_id("order")]
    assert binding(case(), dates, date(2033, 3, 6)) == ()
    assert binding(case(), dates, date(2023, 3, 5)) == ()


def test_a_condition_taken_out_keeps_the_numbers_of_the_others() -> None:
    change = Record(RecordId("d" * 16), "change", record_id("order"), {
        "kind": "discharged", "item": record_id("item"), "decided_on": TODAY,
    })  # fmt: skip
    found = case()
    (source,) = binding(Case(found.id, found.ref, (*found.records, change)), reckoning().dates, TODAY)
    assert [(one.number, one.record.id) for one in source.clauses] == [(2, record_id("travel"))]


def test_an_order_whose_start_is_not_known_says_so() -> None:
    unsure = case(order={"made_on": Absent.UNKNOWN, "served_on": Absent.UNKNOWN})
    assert "start not known: ring before relying on it" in told(unsure, document="street_card").body()


def test_a_licence_in_force_names_who_decides_on_recall() -> None:
    running = case(licence={"ends_on": date(2027, 1, 1)}, contact={"agency": "probation", "lead": False})
    body = told(running, document="street_card").body()
    assert "Licence 1" in body
    assert "Supervised by R. Amberly." in body
    assert "not an offence by itself" in body
    assert "No lead contact is recorded" in body
    assert "PC Hannah Threlby" in body
    recall = Record(
        RecordId("d" * 16), "recall", None, {"recalled_on": date(2026, 1, 1), "returned_on": date(2026, 1, 2)}
    )
    away = Case(running.id, running.ref, (*running.records, recall))
    assert "Be of good behaviour" not in told(away, document="street_card").body()


def test_no_victim_is_named_even_where_somebody_typed_the_name() -> None:
    planted = case(
        item={"text": "Contacting ZEBEDEE  Canarybird by any means."}, scenario={"signs": "Seen near Zebedee\nCanarybird's"},
    )  # fmt: skip
    found = told(planted, document="street_card")
    assert "canary" not in (found.text + found.raw.decode("latin-1")).lower()
    assert "Contacting Victim A by any means." in found.body()
    assert masked(case().replaced(())).records == ()


@pytest.mark.parametrize("typed", MADE.values(), ids=MADE)
def test_the_card_is_one_page_whatever_is_typed(typed: str) -> None:
    orders = [
        Record(RecordId(f"{n:08x}aaaaaaaa"), "order", None, {
            "kind": "custom", "limits_name": typed, "limits_breach": typed, "court": typed, "made_on": date(2020, 1, 1),
            "ends": "until_further_order",
        })
        for n in range(14)
    ]  # fmt: skip
    conditions = [
        Record(RecordId(f"{n:08x}bbbbbbbb"), "condition", order.id, {"kind": "prohibition", "text": typed})
        for n, order in enumerate(orders * 6)
    ]
    aliases = [Record(RecordId(f"{n:08x}cccccccc"), "alias", None, {"name": typed}) for n in range(40)]
    found = case(
        person={"surname": NAME, "forenames": NAME, "description": typed, "vehicles": typed},
        scenario={"signs": typed}, where={"place": typed}, contact={"name": typed, "phone": LONG_WORD, "role": typed,
        "out_of_hours": typed}, order={"court": typed}, item={"text": typed}, licence={"officer": typed, "ends_on": date(2030, 1, 1)},
    )  # fmt: skip
    found = Case(found.id, found.ref, (*found.records, *orders, *conditions, *aliases))
    shown = told(found, document="street_card", recipient=typed[:300])
    assert len(shown.pages) == 1
    body = shown.body()
    assert "more conditions in force have no room here" in body
    assert ("cut short" in body) == (len(typed) > 200)
    assert "Whom to ring" in body
    assert "What to record" in body


def test_an_empty_case_is_a_card_that_says_what_is_not_known() -> None:
    empty = Case(case().id, "C-00009", (pack().plan,))
    body = told(empty, document="street_card", dates=(), findings=(), due=(), meeting=None).body()
    for words in (
        "date of birth not known",
        "RoSH not assessed",
        "No order and no licence",
        "No lead contact is recorded",
    ):
        assert words in body


@pytest.mark.parametrize(
    ("answers", "group"),
    [
        ({"kind": "prohibition", "text": "Owning any telephone."}, "devices"),
        ({"kind": "prohibition", "text": "Owning any telephone.", "contact_rule": "none"}, "contact"),
        ({"kind": "foreign_travel", "text": "Contact with anybody abroad."}, "travel"),
        ({"kind": "prohibition", "text": "x", "curfew": "19:00 to 07:00"}, "places"),
        ({"kind": "prohibition", "text": "Carrying a knife."}, "other"),
        ({"kind": "prohibition"}, "other"),
    ],
)
def test_a_condition_stands_under_its_heading(answers: dict[str, str], group: str) -> None:
    assert group_of(Record(RecordId("d" * 16), "condition", None, answers)).code == group


def test_two_orders_of_one_kind_are_told_apart() -> None:
    found = case()
    second = Record(RecordId("d" * 16), "order", None, {
        "kind": "shpo", "court": "Marrowby", "made_on": date(2025, 1, 1), "ends": "for", "for": Span(years=5),
    })  # fmt: skip
    body = told(Case(found.id, found.ref, (*found.records, second)), document="street_card").body()
    assert "SHPO-1 1" in body
    assert "SHPO-2: Sexual harm prevention order, Marrowby" in body


def test_of_twelve_orders_each_stands_on_the_one_page_with_a_condition() -> None:
    found, text = case(), "He must not go to any place, other than with leave in writing, where children gather, " * 4
    orders = [
        Record(RecordId(f"{n:08x}aaaaaaaa"), "order", None, {
            "kind": "custom", "limits_name": f"Local order {n}", "limits_breach": "An offence. " * 9, "court": "Eastholme and Wexmere Crown Court",
            "made_on": date(2020, 1, 1), "ends": "until_further_order",
        }) for n in range(12)
    ]  # fmt: skip
    conditions = [
        Record(RecordId(f"{n:04x}{k:04x}bbbbbbbb"), "condition", one.id, {"kind": "prohibition", "text": f"{text}{k}", "ends": "order"})
        for n, one in enumerate(orders) for k in range(6)
    ]  # fmt: skip
    whole = Case(found.id, found.ref, (found.one("person"), pack().plan, *orders, *conditions))
    card = told(whole, document="street_card")
    assert len(card.pages) == 1
    body = card.body()
    assert all(f"Local order {n}" in body for n in range(12))
    assert all(f"-{n} 1" in body for n in range(1, 13))
    assert "more conditions in force have no room here: ring before you act." in body


def test_an_end_that_does_not_follow_is_not_told_as_none() -> None:
    bare = case(order={"ends": "for", "for": Absent.UNKNOWN})
    body = told(bare, document="street_card", dates=()).body()
    assert "end not known: ring before relying on it" in body
    assert "no fixed end" not in body
