"""The training cases: whole, lawful in shape, unmistakably invented, and told as of any day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.answer import Absent, Answer
from casework.case import Case
from casework.chain import chain, gaps
from casework.due import due
from casework.field import FieldType
from casework.reckoning import reckon
from casework.record import Record, asked, is_given, missing, record_kinds
from casework.refusal import Refused
from casework.standing import State, standings
from casework.template import fields_of, plan_templates
from casework.training_cases import Entry, Story, TrainingCase, told, training_cases

AS_AT = date(2026, 11, 23)
TODAY = date(2026, 11, 25)
CASES = [pytest.param(one, id=one.ref) for one in training_cases(TODAY)]
DAYS = st.dates(date(2026, 9, 7), date(2027, 12, 31))
TELLABLE = re.compile(r"01632 960\d{3}|07700 900\d{3}")
NUMBERS = re.compile(r"\+?\d[\d ]{8,}\d")
ADDRESSES = re.compile(r"[\w.-]+@[\w.-]+")
SEASONS = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn|winter)\b"
)


def answers(case: Case) -> Iterator[tuple[Record, str, Answer]]:
    for record in case.records:
        for key, answer in record.answers.items():
            yield record, key, answer


def words(case: Case) -> Iterator[str]:
    for record, key, answer in answers(case):
        types = {one.key: one.type for one in fields_of(record)}
        if isinstance(answer, str) and types[key] in (FieldType.TEXT, FieldType.LONG):
            yield answer


def days(training: TrainingCase) -> list[date]:
    return [
        one.date() if isinstance(one, datetime) else one
        for _, _, one in answers(training.case)
        if isinstance(one, date)
    ]


def test_there_are_the_three_cases():
    assert [one.ref for one in training_cases(TODAY)] == ["T-00001", "T-00002", "T-00003"]


@pytest.mark.parametrize("training", CASES)
def test_every_section_of_the_plan_is_ready(training: TrainingCase):
    case = training.case
    plan = case.one("plan")
    found = standings(plan_templates()[plan.words("template")], case, plan)
    assert {one.section.key: one.state for one in found if one.state is not State.READY} == {}


@pytest.mark.parametrize("training", CASES)
def test_the_chain_is_unbroken(training: TrainingCase):
    assert gaps(training.case) == ()
    assert not [row for row in chain(training.case) if row.broken]


@pytest.mark.parametrize("training", CASES)
def test_nothing_that_is_required_is_missing_and_nothing_is_answered_that_is_not_asked(training: TrainingCase):
    for record in training.case.records:
        fields = fields_of(record)
        assert missing(fields, record) == (), record.kind
        wanted = {one.key for one in asked(fields, record)}
        assert set(record.answers) <= wanted, (record.kind, set(record.answers) - wanted)


@pytest.mark.parametrize("training", CASES)
def test_a_measure_of_every_pillar_and_a_contingency_for_every_scenario(training: TrainingCase):
    case = training.case
    assert {one["pillar"] for one in case.of("measure")} == {
        "supervision",
        "monitoring",
        "interventions",
        "victim_safety",
    }
    answered = {link for one in case.of("contingency") for link in one.links("scenarios")}
    assert {one.id for one in case.of("scenario")} <= answered
    assert {one.id for one in case.of("measure")} <= answered, "each measure says what happens when it fails"
    assert 2 <= len(case.of("scenario")) <= 4
    assert 5 <= len(case.of("factor")) <= 7
    assert 10 <= len(case.of("measure")) <= 18


@pytest.mark.parametrize("training", CASES)
def test_one_current_category_level_and_lead(training: TrainingCase):
    case = training.case
    for kind in ("category", "level", "whereabouts"):
        assert len([one for one in case.of(kind) if one["ended_on"] is Absent.NOT_ASKED]) == 1, kind
    assert len([one for one in case.of("contact") if one["lead"] is True]) == 1
    assert case.one("plan")["lead_agency"] == next(one["agency"] for one in case.of("contact") if one["lead"] is True)
    assert {one["state"] for one in case.of("action")} == {"open", "done", "not_done"}


def test_the_cases_are_the_ones_that_the_pages_need():
    a, b, c = (one.case for one in training_cases(TODAY))
    assert [one.current("category", TODAY)["category"] for one in (a, b, c)] == ["3", "1", "2"]
    assert [one.current("level", TODAY)["level"] for one in (a, b, c)] == ["3", "3", "2"]
    assert [one.current("whereabouts", TODAY)["kind"] for one in (a, b, c)] == ["community", "community", "custody"]
    assert not a.of("licence")
    assert [one["outcome"] for one in a.of("change") if one["kind"] == "appealed"] == ["dismissed"]
    order = b.of("order")[0]
    kinds = [one["kind"] for one in b.children(order, "condition")]
    assert (len(kinds), kinds.count("foreign_travel"), kinds.count("requirement")) == (11, 1, 1)
    assert len([one for one in b.of("device") if one["monitoring"] is not Absent.NONE]) == 3
    types = {one["type"] for one in c.of("licence_condition")}
    assert types == {"standard", "additional", "bespoke"}
    release = c.one("plan")["release_on"]
    assert release == c.of("licence")[0]["starts_on"]
    assert timedelta(weeks=25) < release - TODAY < timedelta(weeks=27)
    assert set("ŵŷ") <= set(" ".join(words(c)))


@pytest.mark.parametrize("training", CASES)
def test_no_number_or_address_could_reach_anybody(training: TrainingCase):
    for said in words(training.case):
        for found in NUMBERS.findall(said):
            assert TELLABLE.fullmatch(found), f"{found} is not in a range kept for drama"
        for found in ADDRESSES.findall(said):
            assert found.endswith((".example.org", "@example.org")), found


@pytest.mark.parametrize("training", CASES)
def test_names_of_victims_stand_only_in_the_closed_record(training: TrainingCase):
    case = training.case
    parts = {
        part
        for victim in case.of("victim")
        for part in re.findall(r"[A-Z]\w+(?:-[A-Z]\w+)?", victim.words("name"))
        if victim["name"] is not Absent.UNKNOWN
    }
    elsewhere = " ".join(one for record, _, one in answers(case) if record.kind != "victim" and isinstance(one, str))
    known = {name for one in case.of("contact") for name in one.words("name").split()}
    assert parts
    assert not [one for one in parts - known if re.search(rf"\b{re.escape(one)}\b", elsewhere)]


@pytest.mark.parametrize("name", ["a_no_licence", "b_online_offences", "c_before_release"])
def test_no_month_or_season_is_written_that_would_not_move(name: str):
    text = (files("casework.training") / f"{name}.toml").read_text("utf-8")
    assert SEASONS.findall(text) == []


@cache
def told_then() -> list[tuple[TrainingCase, list[date]]]:
    return [(one, days(one)) for one in training_cases(AS_AT)]


@settings(deadline=None)
@given(today=DAYS)
def test_a_story_moves_by_whole_weeks_and_stays_whole(today: date):
    for (then, days_then), now in zip(told_then(), training_cases(today), strict=True):
        moved = {b - a for a, b in zip(days_then, days(now), strict=True)}
        assert len(moved) == 1
        by = moved.pop()
        assert by.days % 7 == 0
        assert timedelta() <= today - (AS_AT + by) < timedelta(days=7)
        assert [one.id for one in then.records] == [one.id for one in now.records]


@settings(deadline=None)
@given(today=DAYS)
def test_what_is_told_as_past_never_lies_ahead(today: date):
    for training in training_cases(today):
        case = training.case
        past = [one["done_on"] for one in case.of("action")] + [one["given_on"] for one in case.of("notification")]
        past += [one["assessed_on"] for one in case.of("rosh")] + [one["source_on"] for one in case.of("factor")]
        assert max(one for one in past if isinstance(one, date)) <= today
        assert max(one["on"] for one in case.of("meeting")) > today


@pytest.mark.parametrize("today", [AS_AT, TODAY, date(2026, 9, 1), date(2027, 12, 31), date(2031, 12, 31)])
def test_the_law_finds_nothing_wrong(today: date):
    for training in training_cases(today):
        found = reckon(training.case, today).findings
        assert [(one.code, one.message) for one in found if one.severity != "info"] == []


def test_the_dates_that_the_stories_turn_on():
    a, b, c = (reckon(one.case, TODAY) for one in training_cases(TODAY))
    on = {one.code: one.on for one in b.dates}
    assert on["notification.periodic_by"] == date(2026, 12, 5)
    assert on["order.last_day"] == date(2033, 3, 5)
    assert on["review.first_application"] == date(2039, 7, 5)
    assert [one.on for one in b.dates if one.code == "item.maximum_last_day"] == [date(2028, 3, 5)]
    assert [one.on for one in c.dates if one.code == "licence.last_day"] == [date(2030, 5, 23)]
    assert {state for _, state in a.states} == {"none", "active", "varied"}


def test_only_one_action_is_late_and_nothing_of_the_law():
    for today in (AS_AT, TODAY, AS_AT + timedelta(days=6)):
        late = [one.what.en for training in training_cases(today) for one in due(training.case, today) if one.late]
        assert len(late) == 1
        assert "network log" in late[0]


def test_beyond_the_days_for_which_the_law_holds_the_story_stays():
    early, late = date(2000, 1, 1), date(2099, 1, 1)
    for first, last in zip(training_cases(early), training_cases(late), strict=True):
        assert min(days(last)) - min(days(first)) < timedelta(days=366 * 6)


def test_dates_within_words_move_too():
    before = training_cases(AS_AT)[1].case.one("plan").words("situation_changes")
    after = training_cases(AS_AT + timedelta(weeks=52))[1].case.one("plan").words("situation_changes")
    assert "5 Nov 2026" in before
    assert "4 Nov 2027" in after
    assert not re.search(r"[{}]|\d{4}-\d{2}", " ".join(one for t in training_cases(TODAY) for one in words(t.case)))


def test_ids_are_unique_over_all_cases_and_stable():
    ids = [one.id for training in training_cases(TODAY) for one in training.records]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[0-9a-f]{16}", one) for one in ids)
    assert ids == [one.id for training in training_cases(date(2027, 6, 1)) for one in training.records]


def story(*records: Entry) -> Story:
    return Story("x_story", "T-09999", "A story.", AS_AT, AS_AT, AS_AT, records)


FACTOR = Entry("factor", "factor", {"name": "Drink"})


@pytest.mark.parametrize(
    ("records", "where", "says"),
    [
        ((Entry("a", "weather"),), "x_story.toml: a", "weather"),
        ((Entry("a", "factor", {"colour": "red"}),), "x_story.toml: a.colour", "colour"),
        ((Entry("a", "factor", {"type": "purple"}),), "x_story.toml: a.type", "purple"),
        ((Entry("a", "factor", {"source_on": "yesterday"}),), "x_story.toml: a.source_on", "a date"),
        ((Entry("a", "factor", {"name": AS_AT}),), "x_story.toml: a.name", "2026-11-23"),
        ((Entry("a", "factor", {"name": {"absent": "maybe"}}),), "x_story.toml: a.name", "maybe"),
        ((Entry("a", "factor", {"name": {"absent": "none"}}),), "x_story.toml: a.name", "none"),
        ((Entry("a", "factor", {"name": ["x"]}),), "x_story.toml: a.name", "list"),
        ((Entry("a", "count", {"term": "a while"}),), "x_story.toml: a.parent", "conviction"),
        ((Entry("a", "factor", {}, "b"),), "x_story.toml: a.parent", "b"),
        ((FACTOR, FACTOR), "x_story.toml: factor", "twice"),
        ((FACTOR, Entry("m", "measure", {"serves": ["scenario"]})), "x_story.toml: m.serves", "scenario"),
        ((FACTOR, Entry("m", "measure", {"condition": ["factor"]})), "x_story.toml: m.condition", "factor"),
        ((Entry("p", "plan", {"template": "none_such", "author": "X"}),), "x_story.toml: p.author", "author"),
    ],
)
def test_what_is_not_declared_is_refused_by_name(records: tuple[Entry, ...], where: str, says: str):
    with pytest.raises(Refused) as refused:
        told(story(*records), TODAY)
    assert refused.value.where == where
    assert says in refused.value.why.en


def test_every_kind_of_answer_is_read():
    conviction = Entry("c", "conviction", {"summary": "Theft {2026-11-20} in {2026-11}", "index": True})
    count = Entry("n", "count", {"term": "2 years 6 months", "combine_with": "m"}, "c")
    other = Entry("m", "count", {"term": {"absent": "unknown"}}, "c")
    notice = Entry("o", "order", {"given_at": datetime(2026, 11, 20, 9, 30)})
    found = told(story(conviction, other, count, notice), AS_AT)
    by_kind = {one.kind: one for one in found.records}
    assert by_kind["conviction"]["summary"] == "Theft 20 Nov 2026 in November"
    assert str(by_kind["count"]["term"]) == "2 years 6 months"
    assert found.records[1]["term"] is Absent.UNKNOWN
    assert by_kind["count"]["combine_with"] == found.records[1].id
    assert by_kind["count"].parent == by_kind["conviction"].id
    assert by_kind["order"]["given_at"] == datetime(2026, 11, 20, 9, 30)


@pytest.mark.parametrize("training", CASES)
def test_links_point_at_records_of_the_declared_kinds(training: TrainingCase):
    case = training.case
    for record in case.records:
        for one in fields_of(record):
            for link in record.links(one.key) if one.links and is_given(record[one.key]) else ():
                assert case.get(link).kind in one.links
        parent = case.get(record.parent) if record.parent else None
        assert (parent.kind if parent else "case") == record_kinds()[record.kind].parent
