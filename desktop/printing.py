"""A finished PDF to a real printer; the job is called "document" and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from casework.refusal import Refused
from desktop.unmade import Unmade

JOB_NAME = "document"
_RASTER_DPI = 300
_PATIENCE_S = 60
_LONG_SIDE = QPrinter.DuplexMode.DuplexLongSide
_SIDES = {
    _LONG_SIDE: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    QPrinter.DuplexMode.DuplexNone: "one-sided",
}
_NOT_TAKEN = "The printer did not take the job: check that it is on and connected, then print again."
_STOPPED = "The printer has stopped: see to it, or choose another one, then print again."
_NOT_STARTED = "The printer could not be started: check that it is on and connected, then print again."
_BROKEN_OFF = "The printer broke the job off: check that it is on and has paper, then print again."
_ONE_OF_EACH = (
    "Every copy has its own number, so the printer prints one of each: leave its number of copies at 1, and ask for "
    "more beside “Numbered copies”."
)


def prepare(printer: QPrinter) -> None:
    """Set what every job has: its name that tells nothing, whole A4 pages, both sides where the printer can."""
    printer.setDocName(JOB_NAME)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setResolution(_RASTER_DPI)
    if _LONG_SIDE in QPrinterInfo(printer).supportedDuplexModes():
        printer.setDuplex(_LONG_SIDE)


def offered(dialog: QPrintDialog) -> None:
    """Take out of the system's dialog what has its own way here: a file is saved sealed, or plain with a warning."""
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, False)


def allowed(printer: QPrinter) -> None:
    """Raise Refused where more than one of each numbered copy is asked of the printer."""
    if printer.copyCount() > 1:
        raise Refused(_ONE_OF_EACH)


def spooler(printer: QPrinter) -> list[str]:
    """The command that takes a PDF as it is for this printer (CUPS); empty where there is none, as on Windows."""
    lp = shutil.which("lp") if sys.platform != "win32" else None
    if lp is None or not printer.printerName() or printer.outputFileName():
        return []
    command = [lp, "-d", printer.printerName(), "-t", JOB_NAME]
    command += ["-o", f"media={printer.pageLayout().pageSize().key()}"]
    if sides := _SIDES.get(printer.duplex()):
        command += ["-o", f"sides={sides}"]
    ranges = printer.pageRanges().toString()
    return [*command, "-P", ranges] if ranges and _some_pages(printer) else command


def spool(command: Sequence[str], copies: Sequence[bytes]) -> None:
    """Hand finished copies to the spooler through its standard input, a job each.

    Raises Unmade when it will not take one, or when the printer has stopped: what waits there is taken back.
    """
    printer, jobs = command[command.index("-d") + 1], list[str]()
    for n, pdf in enumerate(copies):
        _going(printer, jobs)
        done = _told(command, pdf)
        if done is None:
            raise Unmade(_NOT_TAKEN, n)
        jobs += re.findall(rf"\b{re.escape(printer)}-\d+\b", done)[:1]
    _going(printer, jobs)


def _going(printer: str, jobs: Sequence[str]) -> None:
    """Raise Unmade where the printer has stopped, with the jobs of ours that it had printed by then."""
    if "disabled since" not in (_told(["lpstat", "-p", printer]) or ""):
        return
    waiting = (_told(["lpstat", "-W", "not-completed", "-o", printer]) or "").split()
    left = [one for one in jobs if one in waiting]
    for one in left:
        _told(["cancel", "-x", one])
    raise Unmade(_STOPPED, jobs.index(left[0]) if left else len(jobs))


def _told(command: Sequence[str], given: bytes = b"") -> str | None:
    """What a command of the spooler says, in English; None where it did not do what it was told."""
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - lp and what belongs to it, of this system
            command, input=given, capture_output=True, check=False, timeout=_PATIENCE_S, env=plain
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout.decode(errors="replace")


def _some_pages(printer: QPrinter) -> bool:
    return printer.printRange() == QPrinter.PrintRange.PageRange


def on_white(page: QImage) -> QImage:
    """A page on white paper: what is left clear on it, some printers' drivers make black."""
    paper = QImage(page.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    return paper


class Raster(QObject):
    """Paints copies page by page, a job each, so that the window stays alive; for where no spooler takes a PDF."""

    finished = Signal()
    refused = Signal(object)

    def __init__(self, copies: Sequence[bytes], printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._copies, self._printer, self._made = list(copies), printer, 0
        self._painter = QPainter()
        self._document = QPdfDocument(self)
        self._bytes, self._buffer = QByteArray(), QBuffer(self)
        self._pages: list[int] = []

    def start(self) -> None:
        """Begin; ``finished`` or ``refused(Refused)`` comes later."""
        self._soon(self._begin)

    def _soon(self, step: Callable[[], None]) -> None:
        QTimer.singleShot(0, self, step)

    def _begin(self) -> None:
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray(self._copies.pop(0))
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._pages = [n for n in range(self._document.pageCount()) if self._wanted(n + 1)]
        if not self._pages:
            self._end(Refused("The pages asked for are not in this document: choose others in the printer's dialog."))
        elif self._painter.begin(self._printer):
            self._soon(self._page)
        else:
            self._end(Refused(_NOT_STARTED))

    def _wanted(self, page: int) -> bool:
        return not _some_pages(self._printer) or self._printer.pageRanges().contains(page)

    def _page(self) -> None:
        area = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(area, on_white(self._document.render(self._pages.pop(0), area.size())))
        if self._pages and not self._printer.newPage():
            self._printer.abort()
            self._painter.end()
            self._end(Refused(_BROKEN_OFF))
        elif self._pages:
            self._soon(self._page)
        else:
            done = self._painter.end()
            self._made += done
            if done and self._copies:
                self._soon(self._begin)
            else:
                self._end(None if done else Refused(_NOT_TAKEN))

    def _end(self, refusal: Refused | None) -> None:
        if refusal is None:
            self.finished.emit()
        else:
            self.refused.emit(Unmade(refusal.why, self._made))
        self.deleteLater()
