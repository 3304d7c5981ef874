"""The pages of the window on the training vault: what they show, what they log, how they are worked without a mouse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.due import due
from desktop import words
from desktop.agenda import Band
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.law_rows import State, law_rows
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.pages.cases import CasesPage
from desktop.pages.due import DuePage
from desktop.pages.due_row import DueRow
from desktop.pages.law import LawPage
from desktop.pages.new_case import NewCasePage
from desktop.pages.settings import SettingsPage
from desktop.settings import Settings
from storage.problems import DiskFull
from tests.desktop import audit
from tests.desktop.conftest import TODAY, ImmediateWorker
from widgets.button import Button
from widgets.theme import apply, themes

PAGES = {
    "due": DuePage,
    "cases": CasesPage,
    "new_case": lambda desk, _caseload: NewCasePage(desk),
    "law": lambda desk, _caseload: LawPage(desk),
    "settings": lambda desk, _caseload: SettingsPage(desk),
}


@pytest.fixture
def wanted(desk):
    places = []
    desk.wanted.connect(places.append)
    return places


@pytest.fixture
def cases_page(desk, caseload, shown):
    return shown(CasesPage(desk, caseload))


@pytest.fixture
def due_page(desk, caseload, shown):
    return shown(DuePage(desk, caseload))


def names(page: CasesPage) -> list[str]:
    return [one.line.surname for one in page.table.rows()]


def ops(vault, count: int) -> list[tuple[str, str, str]]:
    with vault.read() as rows:
        return [(entry.op, entry.object_id, entry.reason) for entry in rows.log(count)]


# cases


def test_the_caseload_has_six_columns_by_surname(cases_page):
    assert [one.title.en for one in cases_page.table._model.columns] == [
        "Name and born", "Category", "Level", "RoSH", "Where", "Next due",
    ]  # fmt: skip
    assert names(cases_page) == sorted(names(cases_page))
    assert cases_page._count.text() == "3"


def test_typing_narrows_and_esc_shows_all(cases_page):
    cases_page.search.setFocus()
    QTest.keyClicks(cases_page.search, "ossle mart")
    cases_page.search.flush()
    assert names(cases_page) == ["Ossleby"]
    assert cases_page._count.text() == "1 of 3"
    QTest.keyClick(cases_page.search, Qt.Key.Key_Escape)
    assert len(names(cases_page)) == 3


def test_letters_typed_at_the_list_go_to_the_box(cases_page):
    cases_page.table.choose_first()
    cases_page.table.setFocus()
    QTest.keyClicks(cases_page.table, "had")
    cases_page.search.flush()
    assert cases_page.search.text() == "had"
    assert names(cases_page) == ["Haddlethorpe"]


def test_no_match_says_what_to_do(cases_page):
    QTest.keyClicks(cases_page.search, "nobody")
    cases_page.search.flush()
    assert names(cases_page) == []
    assert cases_page.table.accessibleDescription() == words.NO_CASE_MATCHES.en


def test_enter_opens_the_case(cases_page, wanted):
    QTest.keyClicks(cases_page.search, "gwern")
    QTest.keyClick(cases_page.search, Qt.Key.Key_Down)
    QTest.keyClick(cases_page.table, Qt.Key.Key_Return)
    (place,) = wanted
    assert (place.page, place.case) == ("case", cases_page.table.rows()[0].line.id)


def test_next_due_is_that_of_the_case_reckoned_whole(cases_page, vault):
    with vault.read() as rows:
        for one in cases_page.table.rows():
            first = due(rows.case(one.line.id), TODAY)[0]
            assert (one.next, one.late, one.known) == (first.on, first.late, True)


def test_before_it_is_reckoned_a_case_says_so(desk, shown):
    unread = Caseload(desk)
    unread.lines, unread.known = cases.lines(TODAY)(desk.worker._vault), True
    page = shown(CasesPage(desk, unread))
    assert {page._distance(one) for one in page.table.rows()} == {"…"}


def test_looking_at_five_lines_is_logged_before_they_are_read(cases_page, vault, desk, qtbot):
    desk.reason = "handover"
    before = len(ops(vault, 1000))
    cases_page.table.choose_first()
    qtbot.waitUntil(lambda: cases_page.pane._said.count() == 5)
    case = cases_page.table.rows()[0].line.id
    assert ops(vault, 1) == [("consultation", case, "handover")]
    cases_page.table.choose(cases_page.table.rows()[1].line.id)
    cases_page.table.choose(case)
    qtbot.waitUntil(lambda: cases_page.pane._said.count() == 5)
    assert len(ops(vault, 1000)) == before + 1


def test_passing_over_a_row_reads_nothing(cases_page, vault):
    before = ops(vault, 1000)
    for one in cases_page.table.rows():
        cases_page.table.choose(one.line.id)
    cases_page.table.clearSelection()
    assert ops(vault, 1000) == before


def test_a_log_that_cannot_be_written_shows_nothing(cases_page, desk, vault, qtbot, monkeypatch):
    def refuse(*_args):
        raise DiskFull

    monkeypatch.setattr("storage.rows.Rows.consult", refuse)
    failed = []
    desk.worker.failed.connect(failed.append)
    cases_page.table.choose_first()
    qtbot.waitUntil(lambda: bool(failed))
    assert cases_page.pane._said.count() == 0


def test_a_change_made_elsewhere_comes_into_the_list(cases_page, desk, vault, qtbot):
    one = cases_page.table.rows()[0].line
    with vault.read() as rows:
        person = rows.case(one.id).one("person")
    desk.worker.write(cases.answer(one.id, person, "surname", "Zzyx <b>"), desk)
    assert names(cases_page)[-1] == "Zzyx <b>"


def test_an_empty_vault_says_what_to_do(desk, shown, wanted):
    empty = Caseload(desk)
    page = shown(CasesPage(desk, empty))
    empty._list(())
    assert page._empty.isVisible()
    page._empty.button.click()
    assert wanted == [Place("new_case")]


# due


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
        return sum(len(widget._items) for widget in due_page._bands.values())

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
    items = [one for widget in due_page._bands.values() for one in widget._items]
    assert items
    assert {one.due.on for one in items} == {day}
    assert "other days" in due_page._hidden.text()
    QTest.keyClick(due_page._strip, Qt.Key.Key_Escape)
    assert "other days" not in due_page._hidden.text()


def test_what_is_done_goes_and_the_other_rows_stay_the_same_widgets(due_page, desk, vault, qtbot):
    row = next(one for one in due_page._bands[Band.LATE].findChildren(DueRow) if one.item.due.kind == "action")
    others = set(due_page._bands[Band.WEEK].findChildren(DueRow))
    item = row.item
    with vault.read() as rows:
        action = rows.case(item.due.case).get(item.due.about)
    desk.worker.write(cases.answer(item.due.case, action, "state", "done"), desk)
    qtbot.waitUntil(lambda: item not in due_page._bands[Band.LATE]._items)
    assert set(due_page._bands[Band.WEEK].findChildren(DueRow)) == others


def test_many_rows_come_a_page_at_a_time(due_page):
    band = due_page._bands[Band.WEEK]
    some = band._items[0]
    band.set_items(tuple(replace(some, due=replace(some.due, about=f"{n}")) for n in range(100)))
    assert len(band.findChildren(DueRow)) <= 40 + 23
    assert "60" in band._more.text()
    band._more.click()
    assert len(band._rows) == 80


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


# new case


@pytest.fixture
def new_case(desk, shown):
    page = shown(NewCasePage(desk))
    page.open(Place("new_case"))
    return page


def test_a_case_is_made_with_its_draft_plan_and_opened(new_case, wanted, vault):
    QTest.keyClicks(new_case._form.editor("surname").buddy(), "Fernham")
    QTest.keyClicks(new_case._form.editor("forenames").buddy(), "Bo & <i>Co</i>")
    QTest.keyClicks(new_case._form.editor("date_of_birth").buddy(), "4 3 79")
    new_case.make.click()
    (place,) = wanted
    with vault.read() as rows:
        case = rows.case(place.case)
        assert rows.plan_versions(case.id)[0].state == "draft"
    assert (place.page, place.part) == ("case", "person")
    assert case.one("person").words("forenames") == "Bo & <i>Co</i>"
    assert str(case.one("person")["date_of_birth"]) == "1979-03-04"


def test_without_a_surname_the_field_says_so(new_case, wanted):
    new_case.make.click()
    assert wanted == []
    assert new_case.make.isEnabled()
    assert "at least the surname" in new_case._form.editor("surname")._remark.text()


def test_an_impossible_date_is_not_taken(new_case, wanted, vault):
    QTest.keyClicks(new_case._form.editor("surname").buddy(), "Fernham")
    QTest.keyClicks(new_case._form.editor("date_of_birth").buddy(), "31 2 79")
    new_case.make.click()
    assert wanted == []


def test_the_page_is_blank_when_it_is_opened_again(new_case):
    QTest.keyClicks(new_case._form.editor("surname").buddy(), "Fernham")
    new_case.open(Place("new_case"))
    assert new_case._form.record().words("surname") == ""


# the law


def test_every_entry_of_the_law_has_its_act_and_says_whether_it_is_computed_with(desk, shown):
    rows = law_rows(TODAY)
    assert len(rows) > 20
    assert all(one.basis and one.says and one.title for one in rows)
    assert {State.HOLDS, State.DOUBT} <= {one.state for one in rows}
    assert all(one.since is None for one in rows if one.state in (State.DORMANT, State.DOUBT))
    page = shown(LawPage(desk))
    page.search.setText("notification")
    page.search.flush()
    assert 0 < len(page.table.rows()) < len(rows)


def test_an_entry_starts_when_its_day_comes():
    dated = [one for one in law_rows(TODAY) if one.since and one.state is State.HOLDS]
    first = min(dated, key=lambda one: one.since)
    before = next(one for one in law_rows(first.since - timedelta(days=1)) if one.key == first.key)
    assert before.state is State.AHEAD


# every page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_named_reached_and_fits_the_small_screen(desk, caseload, shown, name):
    page = shown(PAGES[name](desk, caseload), 1230, 700)
    page.open(Place(name))
    assert audit.nameless(page) == []
    assert audit.unreached(page) == []
    assert audit.cut(page) == []
    assert audit.sideways(page) == []
    assert page.minimumSizeHint().width() <= 1230


@pytest.mark.parametrize("theme", themes())
def test_pages_wear_every_theme_at_a_larger_size(dressed, desk, caseload, shown, theme):
    apply(dressed, theme, 1.3)
    for name, make in PAGES.items():
        page = shown(make(desk, caseload), 1600, 900)
        page.open(Place(name))
        assert audit.cut(page) == [], name
        assert audit.sideways(page) == [], name


def test_markup_in_a_name_is_shown_as_it_was_typed(vault, shown):
    worker = ImmediateWorker(vault)
    desk = Desk(worker, TODAY, Settings())
    worker.write(cases.new("<b>&amp;", "<img src=x>", TODAY, "community_rmp_2026_11", TODAY), desk)
    caseload = Caseload(desk)
    caseload.read()
    for name, make in PAGES.items():
        page = shown(make(desk, caseload))
        page.open(Place(name))
        labels = page.findChildren(audit.QLabel)
        assert labels
        assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)
    worker.close()


def test_changes_of_no_case_ask_for_nothing(desk, caseload):
    before = caseload.left
    desk.worker.changed.emit(Changes(), desk)
    assert caseload.left == before
