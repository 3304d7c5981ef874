"""Paper through a real print server: a private one, whose only printer puts its paper into a file."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from casework.refusal import Refused
from desktop import printing, training
from desktop.desk import Desk
from desktop.operations import copies as register
from desktop.operations import papers, view
from desktop.pages.paper import PaperPart
from desktop.settings import Settings
from desktop.worker import Worker
from storage.vault import Vault
from tests import derivation
from tests.dressing import dress

TODAY, NOW = date(2026, 11, 25), datetime(2026, 11, 25, 9, 41)
QUEUE = "PAPER"
SURNAME, REF = b"ossleby", "T-00002"


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    training.open_or_make(folder, TODAY).close()
    return folder


@pytest.fixture
def vault(trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    derivation.once(monkeypatch)
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return shutil.copytree(trained, tmp_path / "training")


@pytest.fixture
def part(qtbot, qapp, vault: Path):
    """The paper part of a training case, with the real worker."""
    dress(qapp)
    worker, opened, views = Worker(), [], []
    words = (vault / training.WORDS_FILE).read_text("utf-8").splitlines()[0]
    opener = lambda: Vault.open(vault / training.VAULT_NAME, bytearray(words.encode()))  # noqa: E731
    worker.unlock(opener, worker, opened.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(opened))
    desk = Desk(worker, TODAY, Settings())
    made = PaperPart(desk)
    qtbot.addWidget(made)
    worker.read(_case, made, lambda case: worker.read(view.view(case, TODAY), made, views.append))
    qtbot.waitUntil(lambda: bool(views))
    made.take(views[0])
    made.form().set_record(made.form().record().answered("recipient", "Supt R. Vale"))
    made.asking.asked = made.form().record()
    yield made
    worker.close()
    desk.deleteLater()  # its timers are this thread's: left to the collector, another thread may take them


def _case(vault: Vault) -> str:
    with vault.read() as rows:
        return rows.find(REF).id


def printer() -> QPrinter:
    made = QPrinter(QPrinterInfo.printerInfo(QUEUE), QPrinter.PrinterMode.HighResolution)
    assert made.printerName() == QUEUE
    printing.prepare(made)
    return made


def copies(part: PaperPart, qtbot, count: int = 1) -> tuple[bytes, ...]:
    """Numbered copies of the pack, disclosed and made as the part does it."""
    part.asking.asked = part.asking.asked.answered("copies", count)
    made: list[tuple[bytes, ...]] = []
    part.copies.make(part._order(), made.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(made), timeout=60_000)
    return made[0]


def words_of(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_the_spooler_gets_the_very_pages_on_both_sides(part, qtbot, tray):
    (pdf,) = copies(part, qtbot)
    part.send((pdf,), printer())
    qtbot.waitUntil(lambda: part.outcome.text().startswith("Sent to the printer"), timeout=20_000)
    head, paper = tray.printed()
    assert len(paper.pages) == papers.page_count(pdf)
    assert b"DUPLEX=ON" in head
    assert b"BINDING=LONGEDGE" in head
    assert b'JOB NAME = "document"' in head
    (job,) = tray.jobs()
    assert b"two-sided-long-edge" in job.read_bytes()
    assert b"A4" in job.read_bytes()
    assert tray.spooled() == [pdf]
    assert "Copy 1 of 1 for Supt R. Vale" in words_of(pdf)


def test_nothing_about_the_job_tells_whose_paper_it_is(part, qtbot, tray):
    (pdf,) = copies(part, qtbot)
    part.send((pdf,), printer())
    head, _ = tray.printed()
    (job,) = tray.jobs()
    told = [head, job.read_bytes(), *(one.read_bytes() for one in tray.folder.glob("*_log"))]
    for one in told:
        assert SURNAME not in one.lower()
        assert REF.encode() not in one
        assert b"vale" not in one.lower()
    assert b"job-name\x00\x08document" in job.read_bytes()


def test_one_sided_is_one_sided(part, qtbot, tray):
    (pdf,) = copies(part, qtbot)
    chosen = printer()
    chosen.setDuplex(QPrinter.DuplexMode.DuplexNone)
    part.send((pdf,), chosen)
    head, _ = tray.printed()
    assert b"DUPLEX=OFF" in head


def test_every_numbered_copy_is_a_job_of_its_own(part, qtbot, tray):
    asked = part.asking.asked.answered("document", "orders")
    part.asking.asked = asked.answered("recipient", "Supt R. Vale\nHousing\nProbation")
    made = copies(part, qtbot)
    part.send(made, printer())
    _, last = tray.printed(jobs=3)
    assert len(last.pages) == papers.page_count(made[2])
    assert tray.spooled() == list(made)
    whom = ("Supt R. Vale", "Housing", "Probation")
    assert [f"Copy {n} of 3 for {whom[n - 1]}" in words_of(one) for n, one in enumerate(made, 1)] == [True] * 3
    assert not any(b"Housing" in one.read_bytes() for one in tray.jobs())


def test_pages_that_are_asked_for_are_printed_alone(part, qtbot, tray):
    (pdf,) = copies(part, qtbot)
    chosen = printer()
    chosen.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    ranges.addPage(5)
    chosen.setPageRanges(ranges)
    part.send((pdf,), chosen)
    _, paper = tray.printed()
    assert len(paper.pages) == 3


def test_a_spooler_that_does_not_take_the_job_is_told_on_the_page(part, qtbot, tray):
    made = copies(part, qtbot)
    with pytest.raises(Refused, match="did not take the job"):
        printing.spool(["/usr/bin/lp", "-d", "NOWHERE", "-t", "document"], made)
    chosen = printer()
    subprocess.run(["cupsreject", QUEUE], check=True)
    try:
        part.send(made, chosen)
        qtbot.waitUntil(lambda: "did not take the job" in part.outcome.text(), timeout=20_000)
    finally:
        subprocess.run(["cupsaccept", QUEUE], check=True)
    assert not part._busy


def test_a_printer_that_stops_in_the_middle_is_told_and_the_rest_is_entered(part, qtbot, tray, monkeypatch):
    part.asking.asked = part.asking.asked.answered("document", "orders")
    made, told = copies(part, qtbot, 3), printing._told

    def stopping(command, given=b""):
        done = told(command, given)
        if given:
            tray.printed()
            subprocess.run(["cupsdisable", QUEUE], check=True)
        return done

    monkeypatch.setattr(printing, "_told", stopping)
    try:
        part.send(made, printer())
        qtbot.waitUntil(lambda: "The printer has stopped" in part.outcome.text(), timeout=30_000)
    finally:
        subprocess.run(["cupsenable", QUEUE], check=True)
    assert "1 of 3 are there" in part.outcome.text()
    assert len(tray.spooled()) == 1
    states: list[str] = []
    part.desk.worker.read(register.copies(), part, lambda found: states.extend(one.state for one in found))
    qtbot.waitUntil(lambda: bool(states))
    assert states == ["out", "unmade", "unmade"]
    monkeypatch.undo()
    part.send(part.copies.kept, printer())
    tray.printed(jobs=3)
    assert tray.spooled()[1:] == list(made[1:])


@pytest.fixture
def no_spooler(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system whose spooler takes no PDF, as Windows: the pages are painted."""
    monkeypatch.setattr(printing, "spooler", lambda _printer: [])


def test_without_a_spooler_every_page_is_painted(part, qtbot, tray, no_spooler):
    made = copies(part, qtbot, 2)
    chosen = printer()
    chosen.setResolution(72)
    part.send(made, chosen)
    qtbot.waitUntil(lambda: part.outcome.text().startswith("Sent to the printer"), timeout=60_000)
    head, last = tray.printed(jobs=2)
    assert len(last.pages) == papers.page_count(made[1])
    assert b"DUPLEX=ON" in head
    assert b"BINDING=LONGEDGE" in head
    assert b'JOB NAME = "document"' in head
    assert all(b"job-name\x00\x08document" in job.read_bytes() for job in tray.jobs())
    for spooled, pdf in zip(tray.spooled(), made, strict=True):
        painted = pikepdf.open(BytesIO(spooled))
        assert len(painted.pages) == papers.page_count(pdf)
        wide, high = (float(n) for n in painted.pages[0].MediaBox[2:])
        assert abs(wide - 595) < 2
        assert abs(high - 842) < 2
        (image,) = painted.pages[1].get_images().values()
        assert "/SMask" not in image
        shades = pikepdf.PdfImage(image).as_pil_image().convert("L").histogram()
        assert shades[255] > 0.7 * sum(shades)
        assert sum(shades[:64]) > 0.005 * sum(shades)


def test_painted_pages_can_be_asked_for_alone(part, qtbot, tray, no_spooler):
    made = copies(part, qtbot)
    chosen = printer()
    chosen.setResolution(72)
    chosen.setPrintRange(QPrinter.PrintRange.PageRange)
    chosen.setFromTo(2, 4)
    part.send(made, chosen)
    qtbot.waitUntil(lambda: part.outcome.text().startswith("Sent to the printer"), timeout=60_000)
    assert len(tray.printed()[1].pages) == 3
    chosen.setFromTo(700, 701)
    part.send(made, chosen)
    qtbot.waitUntil(lambda: "not in this document" in part.outcome.text(), timeout=20_000)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_started_is_told_on_the_page(part, qtbot, tray, no_spooler):
    made = copies(part, qtbot)
    chosen = printer()
    chosen.setOutputFileName("/nonexistent/place.pdf")
    part.send(made, chosen)
    qtbot.waitUntil(lambda: "could not be started" in part.outcome.text(), timeout=20_000)
    assert not part._busy


def test_more_than_one_of_a_numbered_copy_is_refused():
    chosen = QPrinter()
    chosen.setCopyCount(2)
    with pytest.raises(Refused, match="Numbered copies"):
        printing.allowed(chosen)
