"""Home: its bands, its honest filter, its days, rows that keep their widget, cases reckoned in pieces."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import words
from desktop.agenda import Band, Item
from desktop.caseload import Caseload
from desktop.desk import Place
from desktop.operations import cases
from desktop.pages.due import DuePage
from desktop.pages.due_band import AT_ONCE, DueBand
from desktop.pages.due_row import DueRow
from tests.desktop.conftest import TODAY
from widgets.button import Button


@pytest.fixture
def wanted(desk):
    places = []
    desk.wanted.connect(places.append)
    return places


@pytest.fixture
def due_page(desk, caseload, shown):
    return shown(DuePage(desk, caseload))


def test_due_has_its_bands_late_first(due_page):
    shown = [band for band, widget in due_page._bands.items() if widget.isVisible()]
    assert shown[0] is Band.LATE
    rows = due_page._bands[Band.LATE].findChildren(DueRow)
    assert rows
    assert all(one.item.due.on < TODAY for one in rows)


def test_every_row_says_how_far_what_and_who_in_words(due_page):
    row = due_page._bands[Band.LATE].findChildren(DueRow)[0]
    assert "late" in row.accessibleName()
    assert row.item.due.what.en in row.accessibleName()
    assert row.item.line.surname.upper() in row.accessibleName()


def test_the_step_opens_the_very_record(due_page, wanted):
    row = due_page._bands[Band.LATE].findChildren(DueRow)[0]
    row.findChildren(Button)[0].click()
    assert wanted == [Place("case", row.item.due.case, record=row.item.due.about)]


def test_the_filter_line_is_honest(due_page, caseload):
    def counted() -> int:
        return sum(len(widget.items) for widget in due_page._bands.values())

    all_ = sum(map(len, caseload.due.values()))
    assert due_page._hidden.text() == f"Hidden: {all_ - counted()} later"
    due_page._kinds.setCurrentIndex(1)
    assert "of another kind or name" in due_page._hidden.text()
    due_page._show_all.click()
    assert due_page._hidden.text() == words.HIDES_NOTHING.en
    assert counted() == all_
    assert not due_page._show_all.isVisible()


def test_a_day_of_the_strip_shows_itself_alone(due_page, caseload):
    day = next(one.on for found in caseload.due.values() for one in found if one.on >= TODAY)
    due_page._strip.setFocus()
    for _ in range((day - TODAY).days):
        QTest.keyClick(due_page._strip, Qt.Key.Key_Right)
    QTest.keyClick(due_page._strip, Qt.Key.Key_Return)
    items = [one for widget in due_page._bands.values() for one in widget.items]
    assert items
    assert {one.due.on for one in items} == {day}
    assert "other days" in due_page._hidden.text()
    QTest.keyClick(due_page._strip, Qt.Key.Key_Escape)
    assert "other days" not in due_page._hidden.text()


def test_what_is_done_goes_and_the_other_rows_stay_the_same_widgets(due_page, desk, vault, qtbot):
    row = next(one for one in due_page._bands[Band.LATE].findChildren(DueRow) if one.item.due.kind == "action")
    week = due_page._bands[Band.WEEK]
    qtbot.waitUntil(lambda: len(week.rows) == min(len(week.items), AT_ONCE))
    others = set(week.rows.values())
    item = row.item
    with vault.read() as rows:
        action = rows.case(item.due.case).get(item.due.about)
    desk.worker.write(cases.answer(item.due.case, action, "state", "done"), desk)
    qtbot.waitUntil(lambda: item not in due_page._bands[Band.LATE].items)
    assert week.complete()
    assert set(week.rows.values()) == others


def test_many_rows_come_a_page_at_a_time(caseload, shown, qtbot):
    band = shown(DueBand("Week", TODAY))
    some = next(Item(found[0], caseload.line(case)) for case, found in caseload.due.items() if found)
    band.set_items(tuple(replace(some, due=replace(some.due, about=f"{n}")) for n in range(100)))
    qtbot.waitUntil(lambda: len(band.rows) == AT_ONCE)
    assert str(100 - AT_ONCE) in band.more.text()
    band.more.click()
    qtbot.waitUntil(lambda: len(band.rows) == 2 * AT_ONCE)
    abouts = [band._body.itemAt(n).widget().item.due.about for n in range(2 * AT_ONCE)]
    assert abouts == [f"{n}" for n in range(2 * AT_ONCE)]


def test_a_large_caseload_is_reckoned_in_pieces_and_what_is_in_sight_first(desk, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "desktop.operations.caseload.reckoned", lambda piece, _today: asked.append(piece) or (lambda _vault: ())
    )
    caseload = Caseload(desk)
    line = cases.lines(TODAY)(desk.worker._vault)[0]
    lines = tuple(replace(line, id=f"{n:016x}") for n in range(40))
    caseload._reading = True
    caseload._list(lines)
    caseload.hurry((lines[30].id, lines[31].id))
    caseload._reading = False
    caseload._go_on()
    assert asked[0][:2] == (lines[30].id, lines[31].id)
    assert max(map(len, asked)) <= 8
    assert sorted(one for piece in asked for one in piece) == sorted(one.id for one in lines)
