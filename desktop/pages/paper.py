"""The paper part of a case: choices at the left, the very pages at the right; print, save sealed, save plain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.copy_register import Copy
from casework.record import CaseId
from casework.refusal import Refused
from desktop.desk import Desk, Place
from desktop.operations import copies, papers
from desktop.operations.view import CaseView
from desktop.pages import paper_fields
from desktop.pages.pages_view import PagesView
from desktop.pages.paper_asking import PaperAsking
from desktop.pages.paper_copies import Copies, Made
from desktop.pages.paper_gate import PaperGate
from desktop.pages.paper_out import PaperOut
from desktop.pages.paper_outcome import WARNING, Outcome, fell_short
from desktop.pages.paper_preview import OTHER_PAGES, PaperPreview
from desktop.pages.paper_ways import asked_where, choose_places, choose_printer, may_again
from desktop.pages.part import Part
from desktop.unmade import Unmade
from storage.plan_version import PlanVersion
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.flow import Flow
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, column, panel, row, rule
from widgets.theme import px

T = TypeVar("T")
_Save = Callable[[tuple[Path, ...], Made], None]
_SIDE, _SHARE = 400, 0.54


class PaperPart(Part):
    """Looking costs nothing and is marked as a preview; a copy is logged, numbered and named before it is made.

    Where it goes is asked first, so that nothing is logged of what was then not wanted.
    """

    own_foot = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.asking = PaperAsking(desk)
        self.asking.answered.connect(self._answered)
        self._stands: tuple[Case, tuple[PlanVersion, ...]] | None = None
        self._busy = False
        self.copies = Copies(desk, self, self._again)
        self._out = PaperOut(desk, self, self.copies.text)
        self._out.finished.connect(self._done)
        self._out.failed.connect(self._refuse)
        self._unready = Paragraph("", voice="quiet")
        self.outcome = Outcome()
        self.copies.telling.connect(self.outcome.tell)
        self.pages = PagesView(self)
        self.gate = PaperGate(desk)
        self._print = Button("Print…", icon="printer", kind="primary")
        self._sealed = Button("Save sealed…", icon="file-lock")
        self._plain = Button("Save plain…", icon="download", kind="quiet")
        self._print.clicked.connect(self.print_copies)
        self._sealed.clicked.connect(self.save_sealed)
        self._plain.clicked.connect(self._warn)
        self._keep = Button("Do not save", kind="quiet")
        self._warning = panel(self._warned(), surface=True)
        self._warning.hide()
        self._preview = PaperPreview(desk, self.pages, self._looked_at, self)
        self._preview.told.connect(self._tell_unknowns)
        self._preview.failed.connect(self._refuse)
        right = QWidget()
        shown = column(self.gate, self.pages, gap=8, margin=(16, 16, 24, 16))
        shown.setStretch(1, 1)
        right.setLayout(shown)
        self._choices = self._side()
        self.setLayout(row(self._choices, right, gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choices.setFixedWidth(min(px(_SIDE), int(self.width() * _SHARE)))

    def _side(self) -> QWidget:
        inside = QWidget()
        given = Button("Copies given out", kind="link")
        given.clicked.connect(self._show_copies)
        inside.setLayout(
            column(row(Heading("Paper"), None, given), self._unready, self.asking, None, gap=16, margin=24)
        )
        last = Flow(8)
        for one in (self._print, self._sealed, self._plain):
            last.addWidget(one)
        foot = column(self.outcome, self._warning, last, gap=8, margin=(24, 12, 24, 12))
        side = QWidget()
        side.setLayout(column(Scrolled(inside, name="Choices"), rule(), foot, gap=0))
        return side

    def show_view(self, view: CaseView) -> None:
        stands, before = (view.case, view.versions), self._stands
        self._stands = stands
        if before and before[1] == view.versions and self.copies.stay(before[0], view.case):
            return
        if stands != before:
            self.copies.forget()
            self.asking.show_case(view.case)
            self._unready.setText(paper_fields.unready(view.case))
            self._preview.look()

    def flush(self) -> None:
        self.asking.form.flush()

    def go(self, record: str, key: str) -> None:
        """A document (``key``) for everybody invited to a meeting: a numbered copy each, still to be looked at."""
        if self.view and self.asking.ask_for_each(self.view.case, record, key):
            self.copies.forget()
            self._preview.look()

    def leave(self) -> None:
        self.outcome.tell("")
        self._warning.hide()

    def _show_copies(self) -> None:
        if self.view:
            self.desk.want(Place("copies", self.view.case.id))

    def form(self) -> RecordForm:
        """The form in which the order for paper is given."""
        return self.asking.form

    def _answered(self, key: str) -> None:
        if not self._busy:
            self.outcome.tell("")
        if self.copies.kept or key in (*OTHER_PAGES, "unknowns"):
            self._preview.look(key)
        self.copies.forget()

    def _order(self) -> papers.Order | None:
        return self.asking.order(self.view.case.id, self.gate.lines) if self.view else None

    def _looked_at(self) -> papers.Order | None:
        """The order while its pages are looked at; copies that were made are shown as they are."""
        return None if self.copies.kept else self._order()

    def _tell_unknowns(self, found: tuple[papers.Unknown, ...]) -> None:
        if self.view:
            self.gate.show_unknowns(self.view, found)

    # copies that leave

    def print_copies(self) -> None:
        """Ask for a printer, log the disclosure, make the copies and print them."""
        if self._wanted() and (printer := self._ask(partial(choose_printer, self), "printed")):
            self._make(partial(self.send, printer=printer))

    def save_sealed(self) -> None:
        """Ask for a place and save the copies under a generated passphrase, told once on the page."""
        self._number(partial(self._place, "Save sealed", self._out.seal))

    def save_plain(self) -> None:
        """Ask for a place and save the copies as they are."""
        self._warning.hide()
        self._number(partial(self._place, "Save plain", self._out.write))

    def _wanted(self) -> papers.Order | None:
        """The order, where it is whole and no other is being made."""
        self.flush()
        order = self._order()
        if self._busy or order is None:
            return None
        if wrong := self.asking.form.unfinished():
            self.asking.lead_to(wrong[0])
            return None
        try:
            papers.checked(order)
            self.gate.passed(order)
        except Refused as refusal:
            self._refuse(refusal)
            return None
        return order

    def _number(self, then: Callable[[tuple[int, ...]], None]) -> None:
        """The numbers that the copies will have, or have: they stand in the names of the files."""
        if order := self._wanted():
            if kept := self.copies.standing(order):
                then(kept)
                return
            read = copies.next_number(CaseId(order.case), order.document)
            self.desk.worker.read(
                read, self, lambda first: then(tuple(range(first, first + order.count))), self._refuse
            )

    def _place(self, heading: str, save: _Save, numbers: tuple[int, ...]) -> None:
        ref = self.view.case.ref if self.view else ""
        if places := self._ask(partial(choose_places, self, heading, ref, numbers), "saved"):
            self._make(partial(save, places))

    def _ask(self, question: Callable[[], T | None], done: str) -> T | None:
        """The answer to a question where paper goes; says that nothing was done where there is none."""
        told = f"Not {done}: nothing was made or logged."
        return asked_where(question, self._refuse, partial(self.outcome.tell, told))

    def _make(self, then: Callable[[Made], None]) -> None:
        if order := self._wanted():
            self._busy = True
            self.copies.make(order, partial(self._hand_out, then), self._refuse)

    def _hand_out(self, then: Callable[[Made], None], made: Made) -> None:
        self.pages.show_pdf(made[0])
        try:
            then(made)
        except Refused as refusal:
            self._refuse(refusal)

    def send(self, copies: Made, printer: QPrinter) -> None:
        """Send finished copies to a printer, one job each; the jobs' name tells nothing."""
        self._busy = True
        self.outcome.tell("Sending to the printer…")
        self._out.send(copies, printer)

    def _again(self, found: tuple[Copy, ...]) -> bool:
        return may_again(self, found, self.desk.today)

    # what is told

    def _warned(self) -> QVBoxLayout:
        save = Button("Save it plain", role="danger")
        save.clicked.connect(self.save_plain)
        self._keep.clicked.connect(self._do_not)
        return column(Paragraph(WARNING), row(save, self._keep, None), gap=8, margin=12)

    def _warn(self) -> None:
        if self._wanted():
            self._warning.show()
            self._keep.setFocus()

    def _do_not(self) -> None:
        self._warning.hide()
        self._plain.setFocus()

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self._busy = False
        if isinstance(problem, Unmade):
            count = len(self.copies.numbers)
            self.copies.missed(problem)
            self.outcome.tell(fell_short(problem, count), "late")
            return
        asked = self.asking.form.keys()
        if isinstance(problem, Refused) and problem.where in asked:
            self.outcome.tell("")
            self.asking.form.show_refusal(problem.where, problem.why.en)
            self.asking.lead_to(problem.where)
            return
        self.outcome.tell(problem.why.en if isinstance(problem, Refused) else problem.text.en, "late")

    def _done(self, words: str, role: str, passphrase: str) -> None:
        self._busy = False
        self.copies.came()
        self.asking.forget()
        self.outcome.tell(words, role, passphrase=passphrase)
