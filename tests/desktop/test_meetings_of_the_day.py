"""The meetings of a day over all cases: their order, what is ready, one key from case to case, the list on paper."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from desktop.operations import papers, sittings
from desktop.pages.day.page import MeetingsPage
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, words
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


def test_the_papers_of_a_day_lead_to_a_run_over_its_cases(page, desk):
    went = []
    desk.wanted.connect(went.append)
    assert not sittings.orders(page.shown(), "action_slips"), "no meeting of the day is closed yet"
    press(page.other)
    assert (went[0].page, went[0].section.split()) == ("run", [str(one.case) for one in page.shown()])


def test_a_run_asks_for_whom_each_is_and_sends_a_numbered_copy_to_each(page, vault, tmp_path, monkeypatch, qtbot):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    sent = []
    monkeypatch.setattr("desktop.pages.paper_ways.choose_printer", lambda _: printer)

    def put(one, pages, done, _fail):
        sent.extend(pages[:1] if one else [])
        done()

    monkeypatch.setattr("desktop.pages.day.page.to_printer", lambda *_: put)
    press(page.runs["pack"])
    run = page.run
    assert [box.toPlainText() for box in run.boxes] == ["The chair"] * 3
    run.boxes[1].clear()
    press(run.print_button)
    assert "Say whom the copies are for: T-00002" in words(run)
    assert QApplication.focusWidget() is run.boxes[1]
    assert sent == []
    run.boxes[1].setPlainText("DI Marl\nProbation, P. Bell")
    settled(qtbot, page)
    for check in (nameless, sideways, unreached):
        assert check(page) == []
    monkeypatch.setattr(papers, "made", lambda pack, _order: pack.recipient.encode())
    press(run.print_button)
    assert sent == [b"The chair", b"DI Marl", b"Probation, P. Bell", b"The chair"]
    with vault.read() as rows:
        copies = {one.ref: rows.copies(one.id) for one in rows.cases()}
    assert [(one.number, one.recipient) for one in copies["T-00002"]] == [(1, "DI Marl"), (2, "Probation, P. Bell")]
    page.open(None)
    assert [line.told.copies for line in page.lines()] == [1, 2, 1], "of this meeting alone"
