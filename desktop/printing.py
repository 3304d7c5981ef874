"""A finished PDF to a real printer; the job is called "document" and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from casework.refusal import Refused

JOB_NAME = "document"
_RASTER_DPI = 300
_SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    QPrinter.DuplexMode.DuplexNone: "one-sided",
}


def prepare(printer: QPrinter) -> None:
    """Set what every job has: its name that tells nothing, whole A4 pages, both sides where the printer can."""
    printer.setDocName(JOB_NAME)
    printer.setFullPage(True)
    printer.setResolution(_RASTER_DPI)


def spooled(pdf: bytes, printer: QPrinter) -> bool:
    """Hand the PDF itself to the system's spooler through its standard input, where there is one (CUPS).

    Returns False where there is none, as on Windows. Raises Refused when the spooler will not take it.
    """
    lp = shutil.which("lp") if sys.platform != "win32" else None
    if lp is None or not printer.printerName() or printer.outputFileName():
        return False
    command = [lp, "-d", printer.printerName(), "-t", JOB_NAME, "-n", str(printer.copyCount())]
    if sides := _SIDES.get(printer.duplex()):
        command += ["-o", f"sides={sides}"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=False)  # noqa: S603 - lp of this system
    if done.returncode:
        raise Refused("The printer did not take the job: check that it is on and connected, then print again.")
    return True


class Raster(QObject):
    """Paints the pages one by one, so that the window stays alive; then calls ``done``."""

    def __init__(self, pdf: bytes, printer: QPrinter, done: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._printer, self._done, self._page = printer, done, 0
        self._painter = QPainter()
        if not self._painter.begin(printer):
            raise Refused("The printer could not be started: check that it is on and connected, then print again.")
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        if self._page:
            self._printer.newPage()
        area = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(area, self._document.render(self._page, area.size()))
        self._page += 1
        if self._page < self._document.pageCount():
            QTimer.singleShot(0, self, self._next)
        else:
            self._painter.end()
            self._done()
            self.deleteLater()
