"""The meetings of a day over all cases: their order, what is ready, one key from case to case, the list on paper."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from desktop import clock
from desktop.operations import sittings
from desktop.pages.day.page import MeetingsPage
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled
from tests.reports.reading import read

DAY = date(2027, 2, 3)


@pytest.fixture
def three(vault) -> list[str]:
    """Three cases with a meeting on one day, entered out of order; the meetings by their times."""
    with vault.write() as rows:
        cases = {one.ref: one.id for one in rows.cases()}
        made = {
            time: rows.add(cases[ref], "meeting", {"level": "2", "on": DAY, "time": time}).id
            for ref, time in (("T-00003", "14:00"), ("T-00001", "9:30"), ("T-00002", "11:15"))
        }
        rows.add(cases["T-00001"], "invitee", {"agency": "police", "report_asked_on": DAY}, made["9:30"])
    return [made[time] for time in ("9:30", "11:15", "14:00")]


@pytest.fixture
def page(desk, shown, three) -> MeetingsPage:
    made = shown(MeetingsPage(desk), 1230, 692)
    made.open(None)
    while made._day != DAY:
        press(made.later)
    return made


def test_a_day_is_listed_by_time_with_what_is_ready(page, three, qtbot):
    assert [one.told.meeting for one in page.lines()] == three
    told = page.lines()[0].told
    assert (told.invited, told.reports, told.here, told.ready) == (1, 1, 0, False)
    settled(qtbot, page)
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []


def test_one_key_goes_from_case_to_case_into_the_meeting(page, three, desk):
    went = []
    desk.wanted.connect(lambda place: went.append((place.page, place.record)))
    for _ in range(4):
        page.go_on(1)
    page.go_on(-1)
    assert went == [("meeting", one) for one in (*three, three[1])]


def test_the_list_on_paper_has_times_and_initials_and_no_name(page, desk, vault):
    pdfs = []
    desk.worker.read(sittings.listed(page.shown(), desk.today), page, pdfs.append)
    text = read(pdfs[0]).text
    with vault.read() as rows:
        people = [one.one("person") for one in rows.cases()]
        assert [one.op for one in rows.log(3)] == ["consultation"] * 3
    for one in people:
        assert one.words("surname") not in text
    for said in ("9:30", "11:15", "14:00", "T-00001", "OFFICIAL-SENSITIVE"):
        assert said in text
    with pikepdf.open(BytesIO(pdfs[0])) as opened:
        assert len(opened.pages) == 1


def test_packs_of_a_day_are_logged_and_made_in_one_run(page, desk, vault):
    wanted = sittings.orders(page.shown(), "pack")
    assert len(wanted) == 3
    assert not sittings.orders(page.shown(), "action_slips"), "no meeting of the day is closed yet"
    packs = []
    desk.worker.read(sittings.disclosed(wanted, desk.today, clock.now()), page, packs.append)
    with vault.read() as rows:
        assert [len(rows.copies(one.case)) for one in wanted] == [1, 1, 1]
    assert [(one.case.id, one.copy_number) for one in packs[0]] == [(one.case, 1) for one in wanted]
