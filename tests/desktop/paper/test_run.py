"""Several cases in one run: chosen at the keyboard, logged before the first page, stopped in the middle, sealed."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.answer import Absent
from desktop import clock
from desktop.desk import Place
from desktop.operations import papers
from desktop.pages.cases import CasesPage
from desktop.pages.run_page import RunPage
from storage.problems import DiskFull
from tests.desktop.audit import cut, nameless, sideways, unreached
from widgets.question import answer_next


@pytest.fixture
def page(desk, caseload, shown, qtbot):
    """The page of a run over every case, its chairs to have the order schedule of each."""
    desk.today = clock.today()  # a vault enters copies by the real clock
    made = shown(RunPage(desk, caseload))
    made.asked = made.asked.answered("document", "orders").answered("unknowns", "as_such")
    made.asked = made.asked.answered("whom", "named").answered("named", "Police\nHousing")
    made.open(Place("run", section=" ".join(one.id for one in caseload.lines)))
    qtbot.waitUntil(lambda: len(made.unknown) == 3, timeout=10_000)
    return made


@pytest.fixture
def cheap(monkeypatch):
    """What was made, in its order: the case and the copy's number, in place of pages."""
    made = []

    def make(pack, order):
        made.append((pack.case.ref, pack.copy_number, pack.recipient))
        return b"pages"

    monkeypatch.setattr(papers, "made", make)
    return made


def states(vault):
    with vault.read() as rows:
        return [one.state for one in rows.register.all()]


def test_cases_are_chosen_at_the_keyboard_and_lead_to_a_run(desk, caseload, shown):
    cases, wanted = shown(CasesPage(desk, caseload)), []
    desk.wanted.connect(wanted.append)
    cases.table.setFocus()
    cases.table.choose_first()
    assert cases.papers.isHidden()
    for _ in range(2):
        QTest.keyClick(cases.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert cases.papers.text() == "Paper for 3 cases…"
    cases.papers.click()
    assert wanted[-1] == Place("run", section=" ".join(one.id for one in caseload.lines))


def test_everything_is_logged_before_the_first_page_and_every_case_has_its_copies(page, vault, cheap, monkeypatch):
    seen, out = [], []
    monkeypatch.setattr("desktop.operations.runs.listed", lambda *_: seen.append(states(vault)) or (b"list", b""))
    page.start(lambda one, pdf, done, _fail: (out.append((one and one.copy.recipient, pdf)), done()))
    assert seen == [["out"] * 6]
    assert [whom for whom, _ in out] == [None, *["Police", "Housing"] * 3]
    assert [(number, whom) for _, number, whom in cheap] == [(1, "Police"), (2, "Housing")] * 3
    assert page.notice._words.text() == "All 6 copies were made, with the list on top."
    assert [one.state for one in page.table.rows()] == ["made"] * 3
    assert [check(page) for check in (nameless, sideways, unreached, cut)] == [[]] * 4
    answer_next("")
    page.start(lambda *_: pytest.fail("nothing is made"))
    assert "the copies that were given before stand" in page.notice._words.text()


def test_a_run_that_is_stopped_says_what_was_made_and_enters_what_was_not(page, vault, cheap):
    def put(one, _pdf, done, _fail):
        if one and len(cheap) == 2:
            page.progress.cancelled.emit()
        done()

    page.start(put)
    assert page.notice._words.text().startswith("2 of 6 copies were made. The run was stopped")
    assert states(vault) == ["out", "out", *["unmade"] * 4]
    assert not page.runner.busy


@pytest.mark.usefixtures("cheap")
def test_a_printer_that_gives_up_ends_the_run(page, vault):
    page.start(lambda one, _pdf, done, fail: fail(papers.Refused("The printer has stopped.")) if one else done())
    assert page.notice._words.text() == "0 of 6 copies were made. The printer has stopped."
    assert states(vault) == ["unmade"] * 6


def test_what_cannot_be_logged_is_not_made(page, vault, cheap, monkeypatch):
    def full(*_args, **_named):
        raise DiskFull

    monkeypatch.setattr("storage.log.Log.append", full)
    page.start(lambda *_: pytest.fail("nothing is put out"))
    monkeypatch.undo()
    assert (states(vault), cheap, page.runner.busy) == ([], [], False)
    assert page.notice._words.text()


def test_unknowns_are_counted_for_every_case_and_somebody_chooses(page, vault):
    page.asked = page.asked.answered("unknowns", Absent.NOT_ASKED)
    page.form.set_record(page.asked)
    page.unknown = dict.fromkeys(page.unknown, 4)
    page.print_run()
    assert "12 lines in 3 cases are not known" in page.form.editor("unknowns")._wrong
    page.table.setFocus()
    page.table.choose_first()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(page.run) == 2
    assert "8 lines not known in 2 of them" in page.told.text()
    assert states(vault) == []


def test_sealed_files_have_a_passphrase_for_each_recipient(page, tmp_path):
    answer_next(tmp_path)
    page.save_sealed()
    names = [f"T-0000{n}-copy-{copy}.pdf" for n in (1, 2, 3) for copy in (1, 2)]
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == [*names, "list-of-copies.pdf"]
    words = dict(one.split(":  ") for one in page.words.toPlainText().splitlines())
    assert len(set(words.values())) == 3
    for n in (1, 2, 3):
        pdf = (tmp_path / f"T-0000{n}-copy-2.pdf").read_bytes()
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(pdf), password=words["Police"])
        pikepdf.open(BytesIO(pdf), password=words["Housing"]).close()
    answer_next(tmp_path)
    page.save_sealed()
    assert "choose an empty folder" in page.notice._words.text()
