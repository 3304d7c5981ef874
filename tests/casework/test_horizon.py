"""Alerts before every date, as recommended or as set; none is missed because the machine was off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.case import Case
from casework.dated import Due
from casework.due import due
from casework.horizon import ON_THE_DAY, alerts, chosen, horizons, interims, lost, raised_by, raised_since, typed
from casework.law.codes import date_codes
from casework.reckoning import reckon
from casework.record import CaseId, Record, RecordId
from casework.refusal import Refused
from casework.text import Text
from casework.training_cases import training_cases

TODAY = date(2026, 11, 24)


def thing(on: date, code: str = "order.last_day", about: str = "o", rule: str = "") -> Due:
    return Due(
        on, Text("X"), CaseId("c"), "T-1", about, "law", code, "boundary", "", "", rule, Text("Do"), late=on < TODAY
    )


def told(on: date, code: str = "order.last_day", settings=None, **more) -> list[str]:
    return [one.stage for one in alerts([thing(on, code)], settings or {}, TODAY, **more)]


def test_every_date_that_can_be_due_has_a_horizon_and_says_what_falls_away():
    known = horizons()
    happening = {one.code for one in date_codes().values() if one.nature != "limit"}
    assert happening <= set(known)
    assert {one.code for one in known.values()} - set(date_codes()) == {
        "action.due", "measure.due", "device.due", "disclosure.due", "meeting.due", "meeting.reports", "referral.due", "meeting.minutes",
        "meeting.interval", "plan.due", "plan.ask_again",
        "order.necessity_review", "order.interim_gap", "order.just_ended", "level.due", "category.due",
        "level_review.due", "disclosure.look_again",
        "item.just_ended", "licence.just_ended", "notification.just_ended", "recall.just_ended", "terrorism.just_ended",
    }  # fmt: skip
    for one in known.values():
        assert one.falls_away.en.endswith(".")
        assert one.label.en
        assert typed(", ".join(one.before)) == one.before, "written as it is read, the longest first"


def test_what_falls_due_in_the_training_cases_has_a_horizon():
    for one in training_cases(TODAY):
        assert {found.code for found in due(one.case, TODAY)} <= set(horizons())


def test_the_recommended_horizons_of_an_order():
    for days, stage in (
        (400, []),
        (300, ["12 months"]),
        (150, ["6 months"]),
        (60, ["3 months"]),
        (28, ["28 days"]),
        (7, ["7 days"]),
        (0, ["7 days"]),
    ):
        assert told(TODAY + timedelta(days=days)) == stage, days
    assert told(date(2027, 11, 24)) == ["12 months"]
    assert told(date(2027, 11, 25)) == []


def test_interim_and_weekly_have_their_own():
    (one,) = alerts([thing(TODAY)], {}, TODAY, interim={"o"})
    assert one.stage == ON_THE_DAY
    assert "gap" in one.falls_away.en
    assert told(TODAY + timedelta(days=20), interim={"o"}) == []
    weekly = thing(TODAY + timedelta(days=5), "notification.periodic_by", rule="R-DUE-7")
    assert alerts([weekly], {}, TODAY) == ()
    assert len(alerts([thing(TODAY + timedelta(days=5), "notification.periodic_by")], {}, TODAY)) == 1


def test_what_is_late_says_what_to_do_since_the_day_after():
    (one,) = alerts([thing(TODAY - timedelta(days=9), "notification.periodic_by")], {}, TODAY)
    assert (one.stage, one.away.en, one.raised_on) == ("", "9 days late", TODAY - timedelta(days=8))
    assert one.after.en == "Open a breach: the yearly notification was missed."


def test_settings_put_another_list_in_its_place_and_a_bad_one_changes_nothing():
    key = horizons()["order.last_day"].setting
    assert key == "horizon.order.last_day"
    on = TODAY + timedelta(days=50)
    assert told(on, settings={key: "8 weeks"}) == ["8 weeks"]
    assert told(on, settings={key: "1 week"}) == []
    assert told(on, settings={key: "never"}) == []
    assert told(TODAY - timedelta(days=1), settings={key: "never"}) == [""], "what is late is always said"
    assert told(on, settings={key: "soonish"}) == told(on, settings={key: "  "}) == told(on) == ["3 months"]
    assert chosen({key: "2 days, 1 year"})["order.last_day"].before == ("1 year", "2 days")


@pytest.mark.parametrize("words", ["soon", "28", ", ,", "20 years", "28 days and never"])
def test_a_list_that_cannot_be_read_is_refused_with_its_place(words: str):
    with pytest.raises(Refused) as refused:
        typed(words, "horizon.order.last_day")
    assert refused.value.where == "horizon.order.last_day"
    assert typed("28 days, 12 months, on the day, 5 weeks, 28 days") == ("12 months", "5 weeks", "28 days", ON_THE_DAY)
    assert typed("Never") == ()


@given(st.integers(-60, 420), st.integers(0, 60), st.sampled_from(sorted(horizons())))
def test_a_machine_that_was_off_hears_everything_once(ahead: int, off: int, name: str):
    item = thing(TODAY + timedelta(days=ahead), horizons()[name].code)
    last_seen = TODAY - timedelta(days=off)
    before = {one.raised_on for one in alerts([item], {}, last_seen)} if item.on >= last_seen else set()
    now = alerts([item], {}, TODAY)
    missed = alerts([item], {}, TODAY, since=last_seen)
    assert all(last_seen < one.raised_on <= TODAY for one in missed)
    for one in now:
        assert one.raised_on <= TODAY
        assert (one in missed) is (one.raised_on > last_seen)
        assert one in missed or one.raised_on in before or item.on < last_seen


@given(
    st.sampled_from(sorted(horizons())),
    st.integers(-60, 420),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 400),
    st.sampled_from(["", "never", "5 weeks", "13 months, 1 month, on the day"]),
)
def test_raised_by_a_day_and_since_another_agree_with_each_single_alert(name, ahead, today, off, words):
    """Asked of thousands of dates at once, the same is raised as when each date is asked on its own."""
    horizon = horizons()[name]
    settings, since = {horizon.setting: words}, today - timedelta(days=off)
    item = thing(today + timedelta(days=ahead), horizon.code, rule="R-DUE-7" if horizon.special == "weekly" else "")
    interim = {"o"} if horizon.special == "interim" else ()
    raised = bool(alerts([item], settings, today, interim=interim))
    assert raised is (item.on <= raised_by(settings, today)[name])
    lately = bool(alerts([item], settings, today, since=since, interim=interim))
    stretches = [one for one in raised_since(settings, since, today) if one.horizon == name]
    assert lately is any(one.after < item.on <= one.until for one in stretches)


@given(st.dates(date(2026, 11, 24), date(2030, 1, 1)), st.integers(0, 800))
def test_an_alert_once_raised_stays_until_a_nearer_one_takes_its_place(on: date, back: int):
    day = max(on - timedelta(days=back), TODAY)
    first = alerts([thing(on)], {}, day)
    if first and day < on:
        (later,) = alerts([thing(on)], {}, day + timedelta(days=1))
        assert later.raised_on >= first[0].raised_on


def test_the_conditions_that_are_lost_are_named():
    order = Record(RecordId("o"), "order", answers={"kind": "interim_shpo"})
    stays, gone = (Record(RecordId(key), "condition", order.id, {"text": key}) for key in ("stays", "gone"))
    licence = Record(RecordId("l"), "licence")
    kept, out = (
        Record(RecordId(key), "licence_condition", licence.id, answers)
        for key, answers in (("kept", {}), ("out", {"removed_on": TODAY}))
    )
    case = Case(CaseId("c"), "T-1", (order, stays, gone, licence, kept, out))
    ends = {"gone": TODAY - timedelta(days=30)}
    assert lost(case, thing(TODAY), ends) == (stays,)
    assert lost(case, thing(TODAY, "item.last_day", "gone"), ends | {"gone": TODAY}) == (gone,)
    assert lost(case, thing(TODAY, "licence.last_day", "l"), {}) == (kept,)
    assert lost(case, thing(TODAY, "notification.ends", "o"), {}) == lost(case, thing(TODAY, about="nobody"), {}) == ()
    assert interims(case) == {"o"}


def test_on_the_last_day_of_the_order_of_case_b_its_conditions_are_lost_but_for_the_travel_ban():
    case = next(one.case for one in training_cases(TODAY) if one.ref == "T-00002")
    reckoning = reckon(case, TODAY)
    ends = {one.about: one.on for one in reckoning.dates if one.code == "item.last_day"}
    last = next(one for one in due(case, TODAY, reckoning=reckoning) if one.code == "order.last_day")
    kinds = [one["kind"] for one in lost(case, last, ends)]
    assert len(kinds) == 10
    assert "foreign_travel" not in kinds
