"""What was kept of the caseload: asked of the database it is the same as counted case by case, and never stale in silence."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.agenda import AT_ONCE, Asked, Hides, Listed, four_weeks
from casework.diary import diary
from casework.due_order import AGES, Band, band, rank
from casework.horizon import alerts, interims, raised_by, raised_since
from casework.refusal import Refused
from casework.text import Text
from desktop.benchmarks import caseload
from storage.check import check
from storage.plans import frozen_case, thawed_case
from tests.storage.conftest import Clock, entered

TODAY = date(2026, 11, 24)
LAW = "these rules"
CASES = 24
ALL = dict.fromkeys(Band, 10000)
FAR = TODAY + timedelta(days=40_000)


@pytest.fixture(scope="module")
def shared(sample, tmp_path_factory):
    """A vault of made cases, their diaries kept, and the cases: read alone."""
    vault = entered(sample, tmp_path_factory.mktemp("agenda") / "made.casevault", Clock())
    with vault.write() as rows:
        caseload.fill(rows, TODAY, CASES)
    with vault.write() as rows:
        cases = rows.cases()
        rows.keep_diaries((diary(one, TODAY) for one in cases), LAW)
    yield vault, cases
    vault.close()


def listed(vault, asked, law=LAW):
    with vault.read() as rows:
        return rows.agenda(asked, law)


@cache
def told_of(frozen, today):
    return diary(thawed_case(frozen), today)


def by_hand(cases, asked, today):
    """The things that are to be shown, in their order, found one by one."""
    found = []
    for case in cases:
        told = told_of(frozen_case(case), today)
        for one in told.items:
            due, words = (
                one.due,
                f"{told.line.surname} {told.line.forenames} {told.line.ref} {one.due.what.en}".casefold(),
            )
            value = {"level": told.line.level, "category": told.line.category, "group": one.group}
            raised = one.horizon in asked.raised and due.on <= asked.raised[one.horizon]
            near = due.on == asked.day if asked.day else due.on <= asked.until or raised
            hidden = any(value[hide.field] == hide.value for hide in asked.hides)
            if near and not hidden and all(word in words for word in asked.words.casefold().split()):
                found.append((rank(due, told.risk, today), one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


HIDES = [Hides("level", n, Text(f"Level {n}")) for n in "123"] + [
    Hides("category", "2", Text("Category 2")),
    Hides("group", "order", Text("Orders")),
    Hides("group", "work", Text("Work")),
]
ASKED = st.builds(
    Asked,
    today=st.just(TODAY),
    until=st.sampled_from([TODAY + timedelta(days=6), four_weeks(TODAY), TODAY + timedelta(days=90), FAR]),
    raised=st.sampled_from([{}, raised_by({}, TODAY)]),
    hides=st.lists(st.sampled_from(HIDES), unique=True, max_size=4).map(tuple),
    words=st.sampled_from(["", "oakes", "THISTLE order", "m-00003", "nobody", "restraining corin"]),
    day=st.sampled_from([None, None, TODAY + timedelta(days=3)]),
    most=st.just(ALL),
)


@given(ASKED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_agenda_is_what_is_found_case_by_case_in_the_same_order(shared, asked):
    vault, cases = shared
    expected, found = by_hand(cases, asked, TODAY), listed(vault, asked)
    shown = [one.item for one in Band for one in found.bands[one]]
    assert shown == expected
    assert found.counts == {one: sum(band(item.due.on, TODAY) is one for item in expected) for one in Band}
    all_ = by_hand(cases, Asked(TODAY, FAR), TODAY)
    assert (found.narrowed.shown, found.narrowed.total) == (len(expected), len(all_))
    away = len(all_) - len(expected)
    assert (f"{away:,} hidden by: " in found.narrowed.said()) is bool(away)
    assert sum(n for _, n in found.narrowed.hidden) >= away
    late = [(TODAY - item.due.on).days for item in expected if item.due.on < TODAY]
    assert dict(found.ages) == {
        label: n
        for (label, n) in zip([label for _, label in AGES], _by_age(late), strict=True) if n
    }  # fmt: skip
    in_strip = [sum(item.due.on == TODAY + timedelta(days=n) for item in all_) for n in range(35)]
    assert list(found.days) == in_strip


def _by_age(late):
    edges = pairwise([0, *(most or 100_000 for most, _ in AGES)])
    return [sum(low < days <= high for days in late) for low, high in edges]


def test_the_first_rows_of_a_band_are_those_that_are_wanted(shared):
    vault, cases = shared
    asked = Asked(TODAY, FAR, most={Band.LATE: 3, Band.WEEK: 0})
    found = listed(vault, asked)
    whole = [one for one in by_hand(cases, asked, TODAY) if one.due.on < TODAY]
    assert [one.item for one in found.bands[Band.LATE]] == whole[:3]
    assert found.counts[Band.LATE] == len(whole) > 3
    assert found.bands[Band.WEEK] == ()
    assert len(found.bands[Band.AHEAD]) == AT_ONCE


@given(
    st.integers(1, 500),
    st.sampled_from([{}, {"horizon.order.last_day": "13 months, 5 weeks", "horizon.plan.due": "never"}]),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_raised_since_a_day_is_what_each_case_s_alerts_say(shared, off, chosen):
    vault, cases = shared
    since = TODAY - timedelta(days=off)
    found = listed(vault, Asked(TODAY, TODAY, since=raised_since(chosen, since, TODAY), most=ALL))
    expected = {
        (alert.due.case, alert.due.about, alert.due.code, alert.due.on)
        for case in cases
        for alert in alerts(
            (one.due for one in told_of(frozen_case(case), TODAY).items),
            chosen,
            TODAY,
            since=since,
            interim=interims(case),
        )
    }
    assert {one.item.key for shown in found.bands.values() for one in shown} == expected


def test_a_year_on_what_was_kept_is_shown_as_of_its_day_until_it_is_reckoned_anew(shared):
    vault, cases = shared
    later = TODAY + timedelta(days=365)
    stale = listed(vault, Asked(later, later + timedelta(days=9), most=ALL))
    assert all(one.as_of == TODAY for shown in stale.bands.values() for one in shown)
    with vault.read() as rows:
        assert not any(one.current for one in rows.lines(later, LAW))
    with vault.write() as rows:
        rows.keep_diaries((diary(one, later) for one in cases), LAW)
    asked = Asked(later, later + timedelta(days=40_000), most=ALL)
    fresh = listed(vault, asked)
    assert [one.item for shown in fresh.bands.values() for one in shown] == by_hand(cases, asked, later)
    assert all(one.as_of is None for shown in fresh.bands.values() for one in shown)
    with vault.write() as rows:
        rows.keep_diaries((diary(one, TODAY) for one in cases), LAW)


def test_another_edition_of_the_law_makes_every_diary_old(shared):
    vault, _ = shared
    found = listed(vault, Asked(TODAY, FAR), law="other rules")
    assert all(one.as_of == TODAY for shown in found.bands.values() for one in shown)


def edit(rows, random, number):
    """One thing that a person might do to a random case."""
    case = random.choice(rows.cases())
    dated = [(one, key) for one in case.records for key, value in one.answers.items() if isinstance(value, date)]
    match random.randrange(5):
        case 0:
            record, key = random.choice(dated)
            rows.answer(record.id, key, TODAY + timedelta(days=random.randrange(-900, 200)))
        case 1:
            rows.add(
                case.id, "action", {"what": f"Task {number}", "due_on": TODAY + timedelta(days=number), "state": "open"}
            )
        case 2:
            rows.remove(random.choice([one for one in case.records if one.kind != "person"]).id)
        case 3 if gone := rows.removed(case.id):
            rows.restore(gone[0].id)
        case 4:
            rows.answer(case.one("person").id, "surname", f"Renamed-{number}")


@pytest.mark.parametrize("seed", range(3))
def test_a_row_is_never_shown_as_current_when_it_is_not(vault, seed):
    """Random edits; some cases are reckoned anew, some not, some days go by: whatever claims to be current is."""
    random, today = Random(seed), TODAY
    with vault.write() as rows:
        caseload.fill(rows, today, 6, seed)
    with vault.write() as rows:
        rows.keep_diaries([diary(one, today) for one in rows.cases()], LAW)
    for number in range(25):
        with vault.write() as rows:
            for _ in range(random.randrange(1, 4)):
                edit(rows, random, number)
        today += timedelta(days=random.choice([0, 0, 1, 9]))
        with vault.read() as rows:
            cases = {one.id: one for one in rows.cases()}
            brief = {one.line.id: one for one in rows.lines(today, LAW)}
            found = rows.agenda(Asked(today, today + timedelta(days=40_000), most=ALL), LAW)
        shown = [one for band_ in found.bands.values() for one in band_]
        for case in cases.values():
            fresh, mine = diary(case, today), [one for one in shown if one.item.due.case == case.id]
            assert brief[case.id].line == fresh.line
            assert all((one.as_of is None) is brief[case.id].current for one in mine)
            if brief[case.id].current:
                assert sorted(mine, key=repr) == sorted([_listed(one, fresh) for one in fresh.items], key=repr)
        with vault.write() as rows:
            some = random.sample(sorted(cases), random.randrange(len(cases)))
            rows.keep_diaries([diary(cases[one], today) for one in some], LAW)
    assert check(vault) == ()


def _listed(item, told):
    return Listed(item, told.line)


def test_a_change_marks_the_diary_in_its_own_transaction(vault):
    with vault.write() as rows:
        caseload.fill(rows, TODAY, 1)
    with vault.write() as rows:
        rows.keep_diaries([diary(one, TODAY) for one in rows.cases()], LAW)
        case = rows.cases()[0]
    with pytest.raises(Refused), vault.write() as rows:
        rows.answer(rows.add(case.id, "action", {"what": "Never happened"}).id, "what", 3)
    with vault.read() as rows:
        assert rows.lines(TODAY, LAW)[0].current
    with vault.write() as rows:
        rows.consult(case.id, "supervision")
    with vault.read() as rows:
        assert rows.lines(TODAY, LAW)[0].current, "to look at a case changes nothing"
    with vault.write() as rows:
        rows.start_plan(case.id, "community_rmp_2026_11", TODAY)
    with vault.read() as rows:
        assert not rows.lines(TODAY, LAW)[0].current


def test_keeping_logs_nothing_and_an_erased_case_leaves_no_diary(vault):
    with vault.write() as rows:
        caseload.fill(rows, TODAY, 2)
        before = len(rows.log())
    with vault.write() as rows:
        rows.keep_diaries([diary(one, TODAY) for one in rows.cases()], LAW)
    with vault.read() as rows:
        case, other = rows.cases()
        after = len(rows.log())
    assert after - before == 2, "the two cases that were entered, and no more"
    with vault.write() as rows:
        rows.erase(case.id)
    tables = ("diary", "due", "due_sought", "due_told")
    left = [vault._connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables]
    items = len(diary(other, TODAY).items)
    assert left == [1, items, items, items]
