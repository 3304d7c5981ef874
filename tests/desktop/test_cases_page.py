"""The caseload and its reading pane: narrowed by typing, opened with Enter, every look in the log first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.due import due
from desktop import words
from desktop.caseload import Caseload
from desktop.desk import Place
from desktop.operations import caseload, cases
from desktop.pages.cases import CasesPage
from storage.problems import DiskFull
from tests.desktop.conftest import TODAY


@pytest.fixture
def wanted(desk):
    places = []
    desk.wanted.connect(places.append)
    return places


@pytest.fixture
def cases_page(desk, caseload, shown):
    return shown(CasesPage(desk, caseload))


def names(page: CasesPage) -> list[str]:
    return [one.line.surname for one in page.table.rows()]


def ops(vault, count: int) -> list[tuple[str, str, str]]:
    with vault.read() as rows:
        return [(entry.op, entry.object_id, entry.reason) for entry in rows.log(count)]


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
    unread._set(caseload.lines(TODAY)(desk.worker._vault))
    unread.known = True
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
