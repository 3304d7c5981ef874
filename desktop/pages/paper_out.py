"""Finished copies on their way out: to a printer, or into files, sealed or plain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop.desk import Desk
from desktop.operations import paper_files, papers
from desktop.pages.paper_copies import Made
from desktop.pages.paper_outcome import PLAIN, SEALED
from desktop.pages.paper_sending import SENT, send
from desktop.unmade import Unmade
from storage.recovery import suggested_passphrase

_Put = Callable[[Path, bytes, bytes], None]


class PaperOut(QWidget):
    """``finished(words, role, passphrase)`` once all are out, ``failed(problem)`` where one is not; never shown.

    ``text(n)`` is what is saved beside the copy at that place, empty where nothing is.
    """

    finished = Signal(str, str, str)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, text: Callable[[int], bytes]) -> None:
        super().__init__(parent)
        self._desk, self._text = desk, text
        self.hide()

    def send(self, copies: Made, printer: QPrinter) -> None:
        """Send copies to a printer, one job each; the jobs' name tells nothing."""
        send(self._desk, self, copies, printer, lambda: self.finished.emit(SENT, "done", ""), self.failed.emit)

    def seal(self, places: tuple[Path, ...], copies: Made) -> None:
        """Save copies under a generated passphrase, told once."""
        words = suggested_passphrase()

        def put(place: Path, pdf: bytes, text: bytes) -> None:
            paper_files.save(place, papers.sealed(pdf, words, text), papers.page_count(pdf), words)

        self._save(put, places, copies, (SEALED, "done", words))

    def write(self, places: tuple[Path, ...], copies: Made) -> None:
        """Save copies as they are."""

        def put(place: Path, pdf: bytes, text: bytes) -> None:
            if text:
                paper_files.save_text(place.with_suffix(".txt"), text)
            paper_files.save(place, pdf, papers.page_count(pdf))

        self._save(put, places, copies, (PLAIN, "soon", ""))

    def _save(self, put: _Put, places: tuple[Path, ...], copies: Made, told: tuple[str, str, str]) -> None:
        words, role, passphrase = told

        def done(size: int) -> None:
            files = "1 file" if len(places) == 1 else f"{len(places)} files"
            self.finished.emit(f"{words} {files}, {size / 1024:,.0f} KB.", role, passphrase)

        self._desk.worker.beside(partial(_each, put, places, copies, self._text), self, done, self.failed.emit)


def _each(put: _Put, places: tuple[Path, ...], copies: Made, text: Callable[[int], bytes]) -> int:
    """Put every copy into its place, with its text: the bytes there. Raises Unmade at the first that is not whole."""
    for n, (place, pdf) in enumerate(zip(places, copies, strict=True)):
        try:
            put(place, pdf, text(n))
        except Refused as refusal:
            raise Unmade(refusal.why, n) from None
    return sum(place.stat().st_size for place in places)
