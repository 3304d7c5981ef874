"""The paper part of a case: choices at the left, the very pages at the right; print, save sealed, save plain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Answer
from casework.case import Case
from casework.pack import MeetingPack
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk, Place
from desktop.operations import papers
from desktop.operations.view import CaseView
from desktop.pages import paper_fields
from desktop.pages.pages_view import PagesView
from desktop.pages.paper_copies import Copies, Made
from desktop.pages.paper_gate import PaperGate
from desktop.pages.paper_outcome import PLAIN, SEALED, WARNING, Outcome
from desktop.pages.paper_sending import SENT, send
from desktop.pages.paper_ways import choose_places, choose_printer
from desktop.pages.part import Part
from desktop.pages.sight import bring_up
from storage.plan_version import PlanVersion
from storage.problems import VaultProblem
from storage.recovery import suggested_passphrase
from widgets.button import Button
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, column, panel, row, rule
from widgets.theme import px

T = TypeVar("T")
_PAUSE_MS = 300
_SIDE = 400
_PREVIEW = "Preview only - not for issue"


class PaperPart(Part):
    """Looking costs nothing and is marked as a preview; a copy is logged, numbered and named before it is made.

    Where it goes is asked first, so that nothing is logged of what was then not wanted.
    """

    own_foot = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = paper_fields.blank()
        self._stands: tuple[Case, tuple[PlanVersion, ...]] | None = None
        self._busy = False
        self.copies = Copies(desk, self)
        self._form = self._asking()
        self._form_place = column(self._form)
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
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._preview)
        right = QWidget()
        right.setLayout(column(self.gate, self.pages, gap=8, margin=(16, 16, 24, 16)))
        self.setLayout(row(self._side(), right, gap=0))

    def _side(self) -> QWidget:
        inside = QWidget()
        given = Button("Copies given out", kind="link")
        given.clicked.connect(self._show_copies)
        inside.setLayout(
            column(row(Heading("Paper"), None, given), self._unready, self._form_place, None, gap=16, margin=24)
        )
        self._last = row(self._print, self._sealed, None)
        foot = column(self.outcome, self._warning, self._last, row(self._plain, None), gap=8, margin=(24, 12, 24, 12))
        side = QWidget()
        side.setLayout(column(Scrolled(inside, name="Choices"), rule(), foot, gap=0))
        side.setFixedWidth(px(_SIDE))
        return side

    def show_view(self, view: CaseView) -> None:
        stands = (view.case, view.versions)
        if stands != self._stands:
            self._stands = stands
            self.copies.forget()
            self._unready.setText(paper_fields.unready(view.case))
            self._soon.start()

    def flush(self) -> None:
        self._form.flush()

    def go(self, record: str, key: str) -> None:
        """A document (``key``) for everybody invited to a meeting: a numbered copy each, still to be looked at."""
        if self.view and (asked := paper_fields.for_each(self._asked, self.view.case, record, key)):
            self._asked = asked
            self.copies.forget()
            self._ask_again()
            self._soon.start()

    def leave(self) -> None:
        self.outcome.tell("")
        self._warning.hide()

    def _show_copies(self) -> None:
        if self.view:
            self.desk.want(Place("copies", self.view.case.id))

    def form(self) -> RecordForm:
        """The form in which the order for paper is given."""
        return self._form

    # what is asked

    def _asking(self) -> RecordForm:
        form = RecordForm(paper_fields.fields(self._asked.words("document")), self._asked, self.desk.today)
        form.answered.connect(self._answered)
        return form

    def _ask_again(self) -> None:
        """The questions anew, because another document has other editions."""
        form = self._asking()
        self._form_place.replaceWidget(self._form, form)
        self._form.hide()
        self._form.deleteLater()
        self._form = form
        form.focus_field("document")

    def _answered(self, key: str, answer: Answer) -> None:
        self._asked = paper_fields.answered(self._asked, key, answer)
        if not self._busy:
            self.outcome.tell("")
        if key == "document":
            QTimer.singleShot(0, self, self._ask_again)
        if self.copies.kept or key in ("document", "edition", "language", "unknowns"):
            self._soon.start()
        self.copies.forget()

    def _order(self) -> papers.Order | None:
        return paper_fields.order(self.view.case.id, self._asked, self.gate.lines) if self.view else None

    # looking

    def _preview(self) -> None:
        order = self._order()
        if order is not None and not self.copies.kept:
            shown = papers.as_preview(order, _PREVIEW)
            read = papers.preview(shown, self.desk.today, clock.now())
            self.desk.worker.read(read, self, partial(self._make_preview, shown), self._no_preview)

    def _make_preview(self, shown: papers.Order, pack: MeetingPack) -> None:
        look = partial(papers.unknowns, pack, shown)
        self.desk.worker.beside(look, self, partial(self._tell_unknowns, shown), self._no_preview)
        make = partial(papers.made, pack, shown)
        self.desk.worker.beside(make, self, partial(self._show_preview, shown), self._no_preview)

    def _no_preview(self, problem: Refused | VaultProblem) -> None:
        self.pages.show_nothing()
        self._refuse(problem)

    def _tell_unknowns(self, shown: papers.Order, found: tuple[papers.Unknown, ...]) -> None:
        order = self._order()
        if order is not None and papers.as_preview(order, _PREVIEW) == shown and self.view:
            self.gate.show_unknowns(self.view, found)

    def _show_preview(self, shown: papers.Order, pdf: bytes) -> None:
        order = self._order()
        if order is not None and not self.copies.kept and papers.as_preview(order, _PREVIEW) == shown:
            self.pages.show_pdf(pdf)

    # copies that leave

    def print_copies(self) -> None:
        """Ask for a printer, log the disclosure, make the copies and print them."""
        if self._wanted() and (printer := self._ask(partial(choose_printer, self), "printed")):
            self._make(partial(self.send, printer=printer))

    def save_sealed(self) -> None:
        """Ask for a place and save the copies under a generated passphrase, told once on the page."""
        if (order := self._wanted()) and (places := self._place("Save sealed", order)):
            self._make(partial(self._seal, places))

    def save_plain(self) -> None:
        """Ask for a place and save the copies as they are."""
        self._warning.hide()
        if (order := self._wanted()) and (places := self._place("Save plain", order)):
            self._make(partial(self._write, places))

    def _wanted(self) -> papers.Order | None:
        """The order, where it is whole and no other is being made."""
        self.flush()
        order = self._order()
        if self._busy or order is None:
            return None
        if wrong := self._form.unfinished():
            self._lead_to(wrong[0])
            return None
        try:
            papers.checked(order)
            self.gate.passed(order)
        except Refused as refusal:
            self._refuse(refusal)
            return None
        return order

    def _place(self, heading: str, order: papers.Order) -> tuple[Path, ...] | None:
        name = f"{self.view.case.ref}.pdf" if self.view else "document.pdf"
        return self._ask(partial(choose_places, self, heading, name, order.count), "saved")

    def _ask(self, question: Callable[[], T | None], done: str) -> T | None:
        """The answer to a question where paper goes; says that nothing was done where there is none."""
        try:
            if answer := question():
                return answer
        except Refused as refusal:
            self._refuse(refusal)
        else:
            self.outcome.tell(f"Not {done}: nothing was made or logged.")
        return None

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
        send(self.desk, self, copies, printer, partial(self._done, SENT), self._refuse)

    def _seal(self, places: tuple[Path, ...], made: Made) -> None:
        words = suggested_passphrase()

        def save() -> None:
            for place, pdf in zip(places, made, strict=True):
                papers.save(place, papers.sealed(pdf, words), papers.page_count(pdf), words)

        self.desk.worker.beside(save, self, lambda _: self._done(SEALED, passphrase=words), self._refuse)

    def _write(self, places: tuple[Path, ...], made: Made) -> None:
        for place, pdf in zip(places, made, strict=True):
            papers.save(place, pdf, papers.page_count(pdf))
        self._done(PLAIN, "soon")

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
        asked = self._form.keys()
        if isinstance(problem, Refused) and problem.where in asked:
            self.outcome.tell("")
            self._form.show_refusal(problem.where, problem.why.en)
            self._lead_to(problem.where)
            return
        self.outcome.tell(problem.why.en if isinstance(problem, Refused) else problem.text.en, "late")

    def _lead_to(self, key: str) -> None:
        self._form.focus_field(key)
        bring_up(self._form.editor(key).parentWidget() or self._form)

    def _done(self, words: str, role: str = "done", *, passphrase: str = "") -> None:
        self._busy = False
        self.outcome.tell(words, role, passphrase=passphrase)
