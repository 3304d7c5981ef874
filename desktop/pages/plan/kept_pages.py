"""The pages that were frozen with a version, printed again byte for byte; for whom is asked and logged first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from casework.text import Text
from casework.typed import Spot
from desktop import printing
from desktop.desk import Desk
from desktop.operations import agreeing
from desktop.pages.asked_words import ask_words
from desktop.pages.pages_view import PagesView
from desktop.pages.paper_ways import choose_printer
from desktop.strip import sentence
from storage.plan_version import PlanVersion
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading
from widgets.layout import column, row
from widgets.notice import Notice

_PRINT = Text("Choose a printer", "Dewis argraffydd")
_TOLD = "They are the very pages that were agreed. The name stands in the list of copies and in the log."


class KeptPages(QWidget):
    """Shows the pages; ``printed`` once they were handed to the printer."""

    printed = Signal()

    def __init__(self, desk: Desk, version: PlanVersion, pdf: bytes) -> None:
        super().__init__()
        self._desk, self._version, self._pdf = desk, version, pdf
        self.print = Button("Print these pages…", icon="printer")
        self.print.clicked.connect(self._ask)
        self.notice = Notice()
        self.notice.tell("")
        pages = PagesView()
        pages.show_pdf(pdf)
        head = row(Heading(f"Version {version.number}: the pages that were agreed"), None, self.print)
        self.setLayout(column(head, self.notice, pages, gap=8, margin=(24, 8, 24, 16)))

    def _ask(self) -> None:
        spot = Spot(self._version.case, "", "pages for whom")
        whom = ask_words(self, self._desk, spot, "For whom are these pages printed?", _PRINT, detail=_TOLD)
        if not whom:
            return
        try:
            printer = choose_printer(self)
        except Refused as refusal:
            self._refuse(refusal)
            return
        if printer is not None:
            write = agreeing.hand_out(self._version, whom)
            self._desk.worker.write(write, self, partial(self._send, printer), self._refuse)

    def _send(self, printer: QPrinter, _changes: object) -> None:
        if command := printing.spooler(printer):
            spool = partial(printing.spool, command, (self._pdf,))
            self._desk.worker.beside(spool, self, self._sent, self._refuse)
            return
        raster = printing.Raster((self._pdf,), printer, self)
        raster.finished.connect(self._sent)
        raster.refused.connect(self._refuse)
        raster.start()

    def _sent(self, _nothing: object = None) -> None:
        self.notice.tell("Sent to the printer. The printer and its server may keep a copy of their own.", "done")
        self.printed.emit()

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self.notice.tell(sentence(problem), "late")
