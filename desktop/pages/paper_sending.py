"""Finished pages on their way to a printer, a job each: through the spooler, or painted where none takes a PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop import printing
from desktop.desk import Desk
from storage.problems import VaultProblem

SENT = "Sent to the printer. The printer and its server may keep a copy of their own."


def send(  # noqa: PLR0917 - who sends what where, and the two ends
    desk: Desk,
    owner: QWidget,
    pages: tuple[bytes, ...],
    printer: QPrinter,
    done: Callable[[], None],
    refuse: Callable[[Refused | VaultProblem], None],
) -> None:
    """Send and come back at once; ``done`` or ``refuse(problem)`` comes later, while ``owner`` lives."""
    if command := printing.spooler(printer):
        desk.worker.beside(partial(printing.spool, command, pages), owner, lambda _: done(), refuse)
        return
    raster = printing.Raster(pages, printer, QCoreApplication.instance() or owner)
    raster.finished.connect(done)
    raster.refused.connect(refuse)
    raster.start()
