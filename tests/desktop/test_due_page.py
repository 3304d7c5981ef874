"""Home: its bands, its honest filter, its days, rows that keep their widget, what was missed, a year on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.agenda import AT_ONCE, Asked
from casework.due_order import Band
from desktop.caseload import Caseload
from desktop.desk import Place
from desktop.operations import caseload as operations
from desktop.operations import cases
from desktop.pages.due import DuePage
from desktop.pages.due_band import MORE, DueBand
from desktop.pages.due_row import DueRow
from tests.desktop.conftest import TODAY, listed
from widgets.button import Button

EVER = TODAY + timedelta(days=40_000)


@pytest.fixture
def wanted(desk):
    places = []
    desk.wanted.connect(places.append)
    return places


def everything(desk):
    asked = Asked(desk.today, EVER, most=dict.fromkeys(Band, 10_000))
    return [one.item.due for shown in operations.agenda(asked)(desk.worker._vault).bands.values() for one in shown]


def all_cases(vault):
    with vault.read() as rows:
        return rows.cases()


def late_row(page, kind):
    return next(one for one in page.bands[Band.LATE].rows.values() if one.listed.item.due.kind == kind)


def test_due_has_its_bands_late_first(due_page):
    shown = [one for one, widget in due_page.bands.items() if widget.isVisible()]
    assert shown[0] is Band.LATE
    rows = list(due_page.bands[Band.LATE].rows.values())
    assert rows
    assert all(one.listed.item.due.on < TODAY for one in rows)


def test_every_row_says_how_far_what_whose_and_why_it_matters(due_page):
    row = late_row(due_page, "action")
    assert "late" in row.accessibleName()
    assert row.listed.item.due.what.en in row.accessibleName()
    assert row.listed.line.surname.upper() in row.accessibleName()
    assert row.accessibleDescription().startswith(row.listed.item.away.en)
    law = next(one for one in listed(due_page) if one.item.due.kind == "law")
    told = DueRow(law, TODAY).accessibleDescription()
    assert law.item.due.basis in told
    assert law.item.due.next.en in told


def test_the_step_opens_the_very_record_on_the_right_page(due_page, wanted):
    row = late_row(due_page, "action")
    row.findChildren(Button)[0].click()
    assert wanted == [Place("case", row.listed.item.due.case, record=row.listed.item.due.about)]
    yearly = next(one for one in listed(due_page) if one.item.due.code == "notification.periodic_by")
    row = DueRow(yearly, TODAY)
    row.wanted.connect(wanted.append)
    row.findChildren(Button)[0].click()
    assert wanted[-1].part == "notification"


def test_the_filter_line_is_honest_and_one_click_shows_all(due_page, desk):
    all_ = len(everything(desk))
    shown = sum(due_page.agenda.counts.values())
    assert due_page.said.text() == f"Showing {shown} of {all_}; {all_ - shown} hidden by: further ahead, no alert yet."
    due_page.filter.level.setCurrentIndex(due_page.filter.level.findData("1"))
    assert "Level 2 (" in due_page.said.text()
    assert "Level 3 (" in due_page.said.text()
    due_page.filter.group.setCurrentIndex(1)
    due_page.filter.search.setText("nobody at all")
    due_page.filter.search.flush()
    assert f"Showing 0 of {all_}; {all_} hidden by: " in due_page.said.text()
    due_page.show_all.click()
    assert due_page.said.text() == f"Showing all {all_}."
    assert not due_page.show_all.isVisible()


def test_what_is_chosen_is_remembered_but_no_word_of_a_name(due_page, desk, caseload, shown):
    due_page.filter.level.setCurrentIndex(2)
    due_page.filter.reach.setCurrentIndex(1)
    due_page.filter.search.setText("Ossleby")
    due_page.filter.search.flush()
    assert "ssleby" not in repr(desk.settings)
    again = shown(DuePage(desk, caseload))
    assert again.filter.kept() == due_page.filter.kept() == desk.settings.due_shown
    assert again.filter.search.text() == ""


@pytest.mark.parametrize("chosen", ["", ",,", "9,9,9,9", "3,1,order,91,more", "x"])
def test_a_remembered_choice_that_is_none_shows_everything_of_its_kind(desk, caseload, shown, chosen):
    desk.change(desk.settings.with_(due_shown=chosen))
    page = shown(DuePage(desk, caseload))
    assert all(one.currentIndex() >= 0 for one in page.filter._choosers)
    assert (page.filter.level.currentIndex() > 0) is chosen.startswith("3")


def test_a_day_of_the_strip_shows_itself_alone(due_page, desk):
    day = min(one.on for one in everything(desk) if one.on >= TODAY)
    due_page._strip.setFocus()
    for _ in range((day - TODAY).days):
        QTest.keyClick(due_page._strip, Qt.Key.Key_Right)
    QTest.keyClick(due_page._strip, Qt.Key.Key_Return)
    assert {one.item.due.on for one in listed(due_page)} == {day}
    assert "other days" in due_page.said.text()
    QTest.keyClick(due_page._strip, Qt.Key.Key_Escape)
    assert "other days" not in due_page.said.text()


def test_one_key_records_an_action_as_done_and_it_can_be_undone(due_page, vault, qtbot):
    row = late_row(due_page, "action")
    item, week = row.listed.item, due_page.bands[Band.WEEK]
    others = set(week.rows.values())
    QTest.keyClick(row.findChildren(Button)[0], Qt.Key.Key_D)
    qtbot.waitUntil(lambda: item.key not in due_page.bands[Band.LATE].rows)
    with vault.read() as rows:
        done = rows.case(item.due.case).get(item.due.about)
    assert (done["state"], done["done_on"]) == ("done", TODAY)
    assert set(week.rows.values()) == others, "the other rows are the same widgets"
    due_page._finished.findChildren(Button)[0].click()
    qtbot.waitUntil(lambda: item.key in due_page.bands[Band.LATE].rows)
    with vault.read() as rows:
        assert rows.case(item.due.case).get(item.due.about)["state"] == "open"


def test_what_the_law_wants_is_not_done_from_the_list(due_page):
    yearly = next(one for one in listed(due_page) if one.item.due.kind == "law")
    row = DueRow(yearly, TODAY)
    row.finished.connect(lambda _one: pytest.fail("a duty of the law is done by its own record"))
    QTest.keyClick(row, Qt.Key.Key_D)
    assert len(row.findChildren(Button)) == 1


def test_many_rows_come_a_page_at_a_time(shown, due_page, qtbot):
    band_ = shown(DueBand("Week", TODAY))
    some = listed(due_page)[0]
    many = [replace(some, item=replace(some.item, due=replace(some.item.due, about=f"{n}"))) for n in range(100)]
    band_.set_items(tuple(many[:AT_ONCE]), 100)
    while band_.make_one():
        assert not band_.complete() or len(band_.rows) == AT_ONCE
    assert str(100 - AT_ONCE) in band_.more.text()
    with qtbot.waitSignal(band_.more_wanted):
        band_.more.click()
    band_.set_items(tuple(reversed(many[: band_.most])), 100)
    while band_.make_one():
        pass
    abouts = [band_._body.itemAt(n).widget().listed.item.due.about for n in range(AT_ONCE + MORE)]
    assert abouts == [f"{n}" for n in reversed(range(AT_ONCE + MORE))]


def test_a_large_caseload_is_reckoned_in_pieces_and_what_is_in_sight_first(desk, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(
        "desktop.operations.caseload.reckoned", lambda piece, _today: asked.append(piece) or (lambda _vault: ())
    )
    caseload = Caseload(desk)
    kept = operations.lines(TODAY)(desk.worker._vault)[0]
    many = tuple(replace(kept, line=replace(kept.line, id=f"{n:016x}"), current=n == 5) for n in range(40))
    caseload._reading = True
    caseload._list(many)
    caseload.hurry((many[30].line.id, many[31].line.id, many[5].line.id))
    caseload._reading = False
    caseload._go_on()
    qtbot.waitUntil(lambda: not caseload.left)
    assert asked[0][:2] == (many[30].line.id, many[31].line.id)
    assert max(map(len, asked)) <= 8
    assert sorted(one for piece in asked for one in piece) == sorted(one.line.id for one in many if not one.current)


def test_a_change_is_shown_at_once(due_page, desk, vault, qtbot):
    row = late_row(due_page, "action")
    item = row.listed.item
    action = next(one for one in all_cases(vault) if one.id == item.due.case).get(item.due.about)
    desk.worker.write(cases.answer(item.due.case, action, "due_on", TODAY + timedelta(days=2)), desk)
    qtbot.waitUntil(lambda: item.key not in due_page.bands[Band.LATE].rows)
    moved = next(one for one in listed(due_page) if one.item.due.about == item.due.about)
    assert (moved.item.due.on, moved.as_of) == (TODAY + timedelta(days=2), None)


def test_every_reach_says_what_it_hides(due_page):
    said = set()
    for at in range(due_page.filter.reach.count()):
        due_page.filter.reach.setCurrentIndex(at)
        said.add(due_page.said.text().rpartition(": ")[2])
    assert {"after this week.", "after three months.", "further ahead, no alert yet."} <= said
