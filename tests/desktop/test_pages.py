"""A new case, the law, and what every page must be: named, reached, whole in every theme."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.law.listing import rows
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.pages.cases import CasesPage
from desktop.pages.copies import CopiesPage
from desktop.pages.due import DuePage
from desktop.pages.law import LawPage, State, state_of
from desktop.pages.new_case import NewCasePage
from desktop.pages.settings import SettingsPage
from desktop.settings import Settings
from desktop.words import LAW_KINDS
from tests.desktop import audit
from tests.desktop.conftest import TODAY, ImmediateWorker
from widgets.theme import apply, themes

PAGES = {
    "due": DuePage,
    "cases": CasesPage,
    "new_case": lambda desk, _caseload: NewCasePage(desk),
    "law": lambda desk, _caseload: LawPage(desk),
    "copies": CopiesPage,
    "settings": lambda desk, _caseload: SettingsPage(desk),
}


@pytest.fixture
def wanted(desk):
    places = []
    desk.wanted.connect(places.append)
    return places


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


def test_every_line_of_the_law_has_its_act_and_says_whether_it_is_computed_with(desk, shown):
    page = shown(LawPage(desk))
    assert page.table.rows() == rows()
    assert {one.kind for one in rows()} == set(LAW_KINDS)
    assert {State.HOLDS, State.DOUBT} <= {state_of(one, TODAY) for one in rows()}
    assert all(one.dormant for one in rows() if state_of(one, TODAY) in (State.DORMANT, State.DOUBT))


def test_typing_searches_what_a_line_says_too(desk, shown):
    page = shown(LawPage(desk))
    line = next(one for one in rows() if one.kind == "date")
    page.search.setText(line.says)
    page.search.flush()
    assert line in page.table.rows()
    assert len(page.table.rows()) < len(rows())
    page.search.clear()
    page.search.flush()
    page.kinds.setCurrentIndex(page.kinds.findData("doubt"))
    assert {one.kind for one in page.table.rows()} == {"doubt"}


def test_the_chosen_line_is_told_whole(desk, shown):
    page = shown(LawPage(desk))
    page.open(Place("law"))
    assert page._says.text() == page.table.rows()[0].says


def test_a_line_starts_when_its_day_comes_and_ends_after_its_last():
    line = next(one for one in rows() if one.since and one.to and not one.dormant)
    a_day = timedelta(days=1)
    days = (line.since - a_day, line.since, line.to, line.to + a_day)
    assert [state_of(line, day) for day in days] == [State.AHEAD, State.HOLDS, State.HOLDS, State.OVER]


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
