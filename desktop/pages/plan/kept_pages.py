"""The pages that were frozen with a version, printed again byte for byte; for whom is asked and logged first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.copy_register import Copy
from casework.refusal import Refused
from casework.text import Text
from casework.typed import Spot
from desktop.desk import Desk
from desktop.operations import agreeing, copies
from desktop.pages.asked_words import ask_words
from desktop.pages.pages_view import PagesView
from desktop.pages.paper_sending import SENT, send
from desktop.pages.paper_ways import printer_for
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
        if printer := printer_for(self, self._refuse):
            entered = agreeing.hand_out(self._version, whom, self._desk.today)
            self._desk.worker.read(entered, self, partial(self._send, printer), self._refuse)

    def _send(self, printer: QPrinter, copy: Copy) -> None:
        send(self._desk, self, (self._pdf,), printer, self._sent, partial(self._not_sent, copy))

    def _sent(self) -> None:
        self.notice.tell(SENT, "done")
        self.printed.emit()

    def _not_sent(self, copy: Copy, problem: Refused | VaultProblem) -> None:
        self._desk.worker.write(copies.did_not_leave(copy, sentence(problem)), self)
        self._refuse(problem)

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self.notice.tell(sentence(problem), "late")
