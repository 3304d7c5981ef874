"""A referral is filled from the case, its criteria are held against the level and the case, and level decisions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.answer import Answer
from casework.case import Case
from casework.due import due
from casework.meetings.levels import new_level, refuse_level
from casework.meetings.referral import Stage, decide_by, doubts, ready, stage
from casework.meetings.referral_form import Filled, filled, form_sections
from casework.meetings.sitting import details, new_meeting, sequence, spacing
from casework.reckoning import reckon
from casework.record import Record, record_kinds
from casework.refusal import Refused
from tests.casework.made_case import TODAY, case, person, record
from tests.casework.trained import TRAINED, plus, without

WEEK = timedelta(weeks=1)
WHOLE: dict[str, Answer] = {
    "level": "3", "referred_on": TODAY, "criteria": ("value", "high", "senior"), "behaviour": "Angry", "pattern": "Knives",
    "others_say": "Health is worried", "adds": "Money", "barriers": "No bed", "author": "A. Author", "manager": "M. Manager",
}  # fmt: skip


def referral(**changes: Answer) -> Record:
    return record("referral", "referral", WHOLE | changes)


def form(made: Case, one: Record) -> tuple[Filled, ...]:
    return filled(made, one, TODAY, reckon(made, TODAY))


def said(made: Case, one: Record) -> list[tuple[str, bool]]:
    return [(found.says.en, found.hard) for found in doubts(made, one, TODAY)]


def test_the_form_speaks_of_fields_that_there_are() -> None:
    for one in form_sections():
        for shows in one.shows:
            assert all(record_kinds()[shows.kind].get(key) for key in (*shows.keys, *shows.where))
    asked = {key for one in form_sections() for shows in one.shows if shows.kind == "referral" for key in shows.keys}
    assert asked == {one.key for one in record_kinds()["referral"].field} - {"decide_by"}, (
        "nothing is asked and not shown"
    )


def test_a_training_case_fills_everything_but_the_reasons() -> None:
    made = TRAINED["T-00001"]
    empty = form(made, record("referral", "referral", {"level": "3"}))
    assert [one.number for one in empty if one.lacks and one.section.required] == [0, 6, 14]
    assert all(lack.about for one in empty for lack in one.lacks), "each leads to its place"
    whole = form(made, referral())
    assert ready(whole, doubts(made, referral(), TODAY))
    assert {lack.key for one in whole for lack in one.lacks} == {"endorsed_on"}
    victims = whole[7].rows
    assert {keys for _, keys in victims} == {("reference",)}


def test_what_the_case_lacks_is_listed_with_the_kind_to_enter() -> None:
    bare = case(person())
    lacks = {lack.kind for one in form(bare, referral()) for lack in one.lacks}
    assert {"identifier", "category", "rosh", "conviction", "measure", "contingency", "contact"} <= lacks
    assert not ready(form(bare, referral()), ())


@pytest.mark.parametrize(
    ("level", "criteria", "wrong"),
    [
        ("2", ("value", "high"), ""),
        ("2", ("high",), "first criterion"),
        ("2", ("value",), "one more"),
        ("2", ("value", "public"), "one more"),
        ("3", ("value", "high"), "Level 3 criterion"),
        ("3", ("high", "senior"), "first criterion"),
        ("3", ("value", "high", "senior"), ""),
        ("3", ("value", "public"), ""),
    ],
)
def test_the_level_sought_needs_its_criteria(level: str, criteria: tuple[str, ...], wrong: str) -> None:
    made = TRAINED["T-00001"]
    hard = [words for words, is_hard in said(made, referral(level=level, criteria=criteria)) if is_hard]
    assert bool(hard) == bool(wrong)
    assert all(wrong in words for words in hard)


def test_criteria_that_the_case_does_not_bear_out_are_said() -> None:
    medium = record("rosh", "rosh", {"assessed_on": TODAY, "overall": "medium"})
    told = said(case(person(), medium), referral())
    assert ("“High or very high” is ticked; the case assesses the risk of serious harm as medium.", False) in told
    never = said(case(person(), medium), referral(criteria=("value", "was_3")))
    assert any("no Level 3" in words for words, _ in never)
    unticked = said(TRAINED["T-00001"], referral(criteria=("value", "public")))
    assert any("not ticked" in words for words, _ in unticked)


def test_a_referral_goes_from_hand_to_hand_and_is_due_until_it_is_decided() -> None:
    assert stage(referral()) is Stage.WRITTEN
    by = decide_by(TODAY, {"meeting.decision": "3"})
    assert by == date(2026, 11, 30)
    sent = referral(endorsed_on=TODAY, decide_by=by)
    assert stage(sent) is Stage.ENDORSED
    (one,) = [found for found in due(case(person(), sent), date(2026, 12, 1)) if found.code == "referral.due"]
    assert one.late
    assert "Decide on the referral" in one.what.en
    settled = referral(endorsed_on=TODAY, decide_by=by, decision="declined")
    assert stage(settled) is Stage.DECLINED
    assert not [found for found in due(case(person(), settled), TODAY) if found.code == "referral.due"]


def test_reports_not_here_are_due_by_agency_until_the_meeting() -> None:
    held = record("meeting", "meeting", {"on": TODAY + WEEK, "reports_by": TODAY, "level": "2"})
    asked: dict[str, Answer] = {"agency": "housing", "name": "H", "report_asked_on": TODAY - WEEK}
    made = case(person(), held, record("one", "invitee", asked, "meeting"))
    (one,) = [found for found in due(made, TODAY) if found.code == "meeting.reports"]
    assert one.why == "Local housing authority"
    assert not [found for found in due(made, TODAY + 2 * WEEK) if found.code == "meeting.reports"]


def test_category_3_is_refused_level_1_in_words() -> None:
    third = record("category", "category", {"category": "3", "from": TODAY - WEEK})
    with pytest.raises(Refused, match="leaving MAPPA instead") as refused:
        refuse_level(case(person(), third), "level", "level", "1")
    assert refused.value.where == "level"
    with pytest.raises(Refused, match="Category 3"):
        refuse_level(case(person(), third), "meeting", "level_decision", "1")
    refuse_level(case(person(), third), "level", "level", "2")
    over = record("category", "category", {"category": "3", "from": TODAY - WEEK, "ended_on": TODAY})
    refuse_level(case(person(), over), "level", "level", "1")


def test_a_level_decision_begins_with_the_risk_as_it_stands() -> None:
    assert new_level(TRAINED["T-00001"], TODAY) == {"from": TODAY, "rosh": "very_high"}


def test_a_new_meeting_goes_on_from_the_last() -> None:
    made = without(TRAINED["T-00001"], "meeting")
    assert new_meeting(made, TODAY) == {"level": "3", "number": 1, "sitting": "initial"}
    last = record("last", "meeting", {"level": "3", "on": TODAY, "number": 3, "chair": "C. Hair", "place": "Room 1"})
    after = new_meeting(plus(made, last), TODAY)
    assert after == {"level": "3", "number": 4, "sitting": "review", "chair": "C. Hair", "place": "Room 1"}
    unnumbered = record("next", "meeting", {"level": "3", "on": TODAY + WEEK})
    assert sequence(plus(made, last, unnumbered), unnumbered) == (4, "review")


def test_the_interval_to_the_last_meeting_is_warned_of_as_the_area_sets_it() -> None:
    last = record("last", "meeting", {"level": "3", "on": TODAY})
    for weeks, settings, words in (
        (6, {}, ""),
        (7, {}, "Usual at Level 3: within 6 weeks"),
        (9, {}, "at the latest within 8 weeks"),
        (7, {"meeting.warn.3": "10"}, ""),
    ):
        ahead = record("next", "meeting", {"level": "3", "on": TODAY + weeks * WEEK})
        found = spacing(case(person(), last, ahead), ahead, settings)
        assert (words in found.says.en if found else "") if words else found is None
        assert found is None or "Check your area's policy." in found.says.en


def test_the_details_of_a_meeting_are_told_the_same_everywhere() -> None:
    ahead = record("next", "meeting", {"level": "3", "on": date(2026, 12, 9), "time": "14.00", "chair": "C. Hair"})
    told = {label.en: words.en for label, words in details(case(person(), ahead), ahead, {})}
    assert told["Meeting"] == "Level 3, number 1, initial"
    assert told["When"] == "Wed 9 Dec 2026, 14.00"
    assert told["Reports by"] == "Wed 2 Dec 2026"
    assert told["Where"] == "–"
