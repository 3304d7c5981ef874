"""What is due: late first, agreeing with a count by hand, and done as soon as it is recorded as done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.answer import Absent, Answer, Span
from casework.case import Case
from casework.dated import Due
from casework.due import due, outstanding
from casework.law.codes import date_codes
from casework.reckoning import reckon
from casework.record import Record
from casework.training_cases import training_cases
from casework.watch import watched
from tests.casework.made_case import (
    TODAY,
    ban,
    case,
    condition,
    convicted,
    override,
    person,
    record,
    record_id,
    shpo,
)

CASES = {one.ref: one.case for one in training_cases(TODAY)}


def notice(kind: str, given: date, **changed: Answer) -> Record:
    return record(f"{kind}{given:%m%d}", "notification", {"kind": kind, "given_on": given} | changed)


def found(told: Case, code: str, about: str = "", today: date = TODAY) -> list[Due]:
    return [one for one in due(told, today) if one.code == code and (not about or one.about == record_id(about))]


def is_late(told: Case, code: str, about: str = "", today: date = TODAY) -> bool:
    return any(one.late for one in found(told, code, about, today))


# order and count


@pytest.mark.parametrize("ref", sorted(CASES))
@pytest.mark.parametrize("days", [0, 30, 183, 365, 366])
def test_due_is_sorted_late_first_and_agrees_with_a_count_by_hand(ref, days):
    told, today = CASES[ref], TODAY + timedelta(days=days)
    listed = due(told, today)
    assert [one.on for one in listed] == sorted(one.on for one in listed)
    late = [one for one in listed if one.late]
    assert list(listed[: len(late)]) == late
    assert all(one.late == (one.on < today) for one in listed)
    assert len(listed) == _counted(told, today)
    assert all(one.days(today) == (one.on - today).days for one in listed)


def _counted(told: Case, today: date) -> int:
    """The same counted from the records and dates one by one."""
    reckoning = reckon(told, today)
    count = len(watched(told, reckoning, today))
    ends = {one.about: one.on for one in reckoning.dates if one.code == "order.last_day"}
    for one in reckoning.dates:
        happens = one.nature in ("duty", "boundary", "earliest") and one.limit != "outer"
        if one.code == "item.last_day" and ends.get(told.get(one.about).parent) == one.on:
            continue
        count += happens and (one.working >= today or outstanding(told, one))
    for one in told.records:
        match one.kind:
            case "action":
                count += isinstance(one["due_on"], date) and one["state"] not in ("done", "not_done")
            case "measure" | "device":
                count += isinstance(one["due_on"], date)
            case "disclosure":
                count += isinstance(one["due_on"], date) and not isinstance(one["done_on"], date)
            case "meeting":
                ahead = isinstance(one["on"], date) and one["on"] >= today
                asked = {each["agency"] for each in told.children(one, "invitee") if "report_asked_on" in each.answers}
                here = {each["agency"] for each in told.children(one, "agency_report")}
                count += ahead + (ahead and bool(asked - here))
            case "referral":
                count += isinstance(one["endorsed_on"], date) and "decision" not in one.answers
            case "plan":
                count += isinstance(one["review_on"], date)
    held = [one["on"] for one in told.of("meeting")]
    level = told.current("level", today)
    return count + (level is not None and level["level"] in ("2", "3") and bool(held) and max(held) <= today)


def test_on_the_training_day_these_are_the_dates_of_the_law():
    told = [(one.on, one.code, one.late) for one in due(CASES["T-00002"], TODAY) if one.kind == "law"]
    assert told[:3] == [
        (date(2026, 12, 5), "notification.periodic_by", False),
        (date(2028, 3, 5), "item.last_day", False),
        (date(2028, 3, 5), "order.discharge_bar_last_day", False),
    ]
    assert [code for _, code, _ in told].count("item.last_day") == 1, "the others end with the order"
    assert told[-1] == (date(2039, 7, 5), "review.first_application", False)


def test_a_year_on_the_yearly_notification_is_late():
    told = due(CASES["T-00002"], date(2027, 11, 25))
    (one,) = [one for one in told if one.code == "notification.periodic_by"]
    assert one.late
    assert one.on == date(2026, 12, 5)
    assert one.basis
    assert one.rule


def test_until_cuts_off_what_is_later():
    whole = due(CASES["T-00002"], TODAY)
    cut = due(CASES["T-00002"], TODAY, until=date(2026, 12, 5))
    assert cut == tuple(one for one in whole if one.on <= date(2026, 12, 5))
    assert cut[-1].on == date(2026, 12, 5)


def test_what_the_law_permits_and_its_last_arguable_days_are_not_due():
    told = case(
        person(),
        shpo(),
        *convicted(),
        record("trip", "event", {"kind": "travel", "departs_on": date(2027, 2, 1), "details_known_on": TODAY}),
    )
    limits = {code for code, one in date_codes().items() if one.nature == "limit"}
    assert not limits & {one.code for one in due(told, TODAY)}
    assert [one.on for one in found(told, "travel.notice_by")] == [date(2027, 1, 24)]


def test_an_unknown_date_of_birth_leaves_what_people_set_themselves():
    told = case(
        person(date_of_birth=Absent.UNKNOWN),
        shpo(),
        record("task", "action", {"what": "Ring the court", "due_on": date(2026, 11, 20), "state": "open"}),
    )
    assert [(one.kind, one.late) for one in due(told, TODAY)] == [("action", True)]


# done


def first(*more: Record) -> Case:
    return case(person(), *convicted(), *more)


def test_the_first_notification_is_outstanding_until_it_is_recorded():
    assert is_late(first(), "notification.initial_by")
    assert not found(first(notice("initial", date(2023, 1, 10))), "notification.initial_by")
    assert not found(first(notice("initial", date(2023, 2, 20))), "notification.initial_by")


def test_a_notification_before_the_conviction_is_not_that_of_the_conviction():
    assert is_late(first(notice("initial", date(2023, 1, 8))), "notification.initial_by")


@pytest.mark.parametrize("regime", ["terrorism", "order"])
def test_a_notification_under_another_law_does_not_count(regime):
    other = notice("initial", date(2023, 1, 10), regime=regime)
    assert is_late(first(other), "notification.initial_by")


def moved(name: str, on: date) -> Record:
    return record(name, "event", {"kind": "home_address_changed", "on": on})


def test_each_change_wants_a_notification_of_its_day_or_later():
    given = notice("initial", date(2023, 1, 10))
    one, two = moved("one", date(2026, 10, 1)), moved("two", date(2026, 10, 20))
    told = first(given, one, two, notice("change", date(2026, 10, 2)))
    assert not found(told, "notification.change_by", "one")
    assert is_late(told, "notification.change_by", "two")
    both = first(given, one, two, notice("change", date(2026, 10, 22)))
    assert not found(both, "notification.change_by")


def test_the_yearly_confirmation_tells_of_a_change_too():
    told = first(
        notice("initial", date(2023, 1, 10)), moved("one", date(2026, 10, 1)), notice("periodic", date(2026, 10, 3))
    )
    assert not found(told, "notification.change_by")


def test_notice_of_one_journey_is_not_notice_of_the_next():
    def trip(name: str, known: date, departs: date) -> Record:
        return record(name, "event", {"kind": "travel", "details_known_on": known, "departs_on": departs})

    given = notice("initial", date(2023, 1, 10))
    one = trip("one", date(2026, 9, 1), date(2026, 10, 20))
    two = trip("two", date(2026, 10, 10), date(2026, 11, 15))
    told = first(given, one, two, notice("travel", date(2026, 10, 5)))
    assert not found(told, "travel.notice_by", "one")
    assert is_late(told, "travel.notice_by", "two")


def test_the_duty_under_an_order_wants_the_notification_of_that_order():
    def spo(name: str) -> Record:
        answers = {"kind": "spo", "court": "Eastholme", "made_on": date(2026, 10, 1), "served_on": date(2026, 10, 1)}
        return record(name, "order", {**answers, "ends": "for", "for": Span(years=3)})

    one, two = spo("one"), spo("two")
    assert is_late(case(person(), one), "order_notice.initial_by", "one")
    plain = notice("initial", date(2026, 10, 2))
    assert is_late(case(person(), one, plain), "order_notice.initial_by", "one")
    given = notice("initial", date(2026, 10, 2), regime="order", order=record_id("one"))
    told = case(person(), one, two, given)
    assert not found(told, "order_notice.initial_by", "one")
    assert is_late(told, "order_notice.initial_by", "two")


def test_passports_are_outstanding_until_they_are_surrendered():
    kept = ban(surrendered_on=Absent.NOT_ASKED)
    assert is_late(case(person(), shpo(), kept), "foreign_travel.surrender_by")
    assert not found(case(person(), shpo(), ban()), "foreign_travel.surrender_by")


def test_a_boundary_that_is_over_is_no_duty():
    told = case(person(), shpo(**{"for": Span(years=5)}))
    assert not found(told, "order.last_day", today=date(2029, 1, 1))


@pytest.mark.parametrize(
    ("kind", "key", "open_", "done"),
    [
        ("action", "due_on", {"what": "Ring", "state": "open"}, {"state": "done"}),
        ("action", "due_on", {"what": "Ring", "state": "open"}, {"state": "not_done"}),
        ("disclosure", "due_on", {"recipient": "School"}, {"done_on": date(2026, 11, 24)}),
    ],
)
def test_what_people_set_themselves_is_due_until_it_is_done(kind, key, open_, done):
    on = date(2026, 11, 20)
    told = case(person(), record("one", kind, {**open_, key: on}))
    assert [(one.kind, one.on, one.late) for one in due(told, TODAY)] == [(kind, on, True)]
    assert not due(case(person(), record("one", kind, {**open_, key: on, **done})), TODAY)


# dates that a person set


@pytest.mark.parametrize(("agreement", "asked_again"), [("not_asked", True), ("agreed", False), ("not_agreed", False)])
def test_the_persons_view_is_due_again_while_it_could_not_be_asked(agreement: str, asked_again: bool):
    again = TODAY + timedelta(days=20)
    plan = record(
        "plan", "plan", {"template": "community_rmp_2026_11", "view_agreement": agreement, "view_again_on": again}
    )
    assert [one.on for one in found(case(person(), plan), "plan.ask_again")] == ([again] if asked_again else [])


def test_a_date_set_by_a_person_is_the_one_that_is_due():
    own = override("item.last_day", "ban", date(2027, 6, 30), computed=date(2028, 3, 5))
    told = case(person(), shpo(), ban(), condition("other"), own)
    (one,) = found(told, "item.last_day", "ban")
    assert one.on == date(2027, 6, 30)
    assert "A. Keeper" in one.why
    assert "The sealed order says so." in one.why
    assert "Sun 5 Mar 2028" in one.why


def test_a_duty_set_earlier_is_late_by_the_set_day():
    own = override("notification.periodic_by", "person", date(2026, 11, 20), computed=date(2026, 12, 5))
    told = first(notice("initial", date(2023, 1, 10)), notice("periodic", date(2025, 12, 5)), own)
    assert is_late(told, "notification.periodic_by")


def test_every_duty_can_be_done():
    moves_on = {
        "notification.periodic_by", "order_notice.periodic_by", "terrorism.periodic_by",
    }  # fmt: skip
    for code, one in date_codes().items():
        if one.nature == "duty":
            assert one.done_by or one.notified_by or code in moves_on, code
