"""The paper part of a case: choices at the left, the very pages at the right; print, save sealed, save plain."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Answer
from casework.pack import MeetingPack
from casework.refusal import Refused
from casework.standing import STATE_WORDS, State, standings
from casework.template import plan_templates
from desktop import clock, printing
from desktop.desk import Desk
from desktop.files import write_whole
from desktop.operations import papers
from desktop.operations.view import CaseView
from desktop.pages import paper_fields
from desktop.pages.pages_view import PagesView
from desktop.pages.part import Part
from storage.problems import VaultProblem
from storage.recovery import suggested_passphrase
from widgets.button import Button
from widgets.file_question import choose_file
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, column, panel, row

_PAUSE_MS = 300
_PREVIEW = "Preview only - not for issue"


class PaperPart(Part):
    """Looking costs nothing and is marked as a preview; a copy is logged, numbered and named before it is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = paper_fields.blank()
        self._made: tuple[papers.Order, tuple[bytes, ...]] | None = None
        self._then = ""
        self._form: RecordForm = self._asking()
        self._form_place = column(self._form)
        self._notice = Paragraph("", voice="quiet")
        self._outcome = Paragraph("")
        self._pages = PagesView(self)
        self._print = Button("Print…", icon="printer", kind="primary")
        self._sealed = Button("Save sealed…", icon="file-lock")
        self._plain = Button("Save plain…", icon="download", kind="quiet")
        self._plain_warning = panel(self._warning(), surface=True)
        self._plain_warning.hide()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._preview)
        self._print.clicked.connect(self.print_copies)
        self._sealed.clicked.connect(self.save_sealed)
        self._plain.clicked.connect(self._plain_warning.show)
        buttons = column(
            row(self._print, self._sealed, None), self._plain, self._plain_warning, self._outcome, None, gap=8
        )
        inside = QWidget()
        inside.setLayout(column(Heading("Paper"), self._notice, self._form_place, buttons, gap=16, margin=24))
        side = Scrolled(inside, name="Choices")
        side.setFixedWidth(400)
        right = QWidget()
        right.setLayout(column(self._pages, margin=(16, 16, 24, 16)))
        self.setLayout(row(side, right, gap=0))

    def show_view(self, view: CaseView) -> None:
        self._notice.setText(_unready(view))
        if self._made is None:
            self._soon.start()

    def flush(self) -> None:
        self._form.flush()

    def form(self) -> RecordForm:
        """The form in which the order for paper is given."""
        return self._form

    def _warning(self) -> QVBoxLayout:
        save = Button("Save it plain", role="danger")
        keep = Button("Do not save", kind="quiet")
        save.clicked.connect(self.save_plain)
        keep.clicked.connect(self._hide_warning)
        words = (
            "A plain file is not sealed: whoever gets hold of it can read every page. "
            "A sealed one needs its passphrase. Save plain only into a place that is itself protected."
        )
        return column(Paragraph(words), row(save, keep, None), gap=8, margin=12)

    def _hide_warning(self) -> None:
        self._plain_warning.hide()
        self._plain.setFocus()

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
        self._made = None
        self._outcome.setText("")
        if key == "document":
            QTimer.singleShot(0, self, self._ask_again)
        if key in ("document", "edition", "language"):
            self._soon.start()

    def _order(self) -> papers.Order | None:
        return paper_fields.order(self.view.case.id, self._asked) if self.view else None

    def _preview(self) -> None:
        order = self._order()
        if order and self._made is None:
            shown = papers.as_preview(order, _PREVIEW)
            read = papers.preview(shown, self.desk.today, clock.now())
            self.desk.worker.read(read, self, self._make_preview, self._refuse)

    def _make_preview(self, pack: MeetingPack) -> None:
        order = self._order()
        if order:
            self.desk.worker.beside(lambda: papers.made(pack, order), self, self._show_preview, self._refuse)

    def _show_preview(self, pdf: bytes) -> None:
        if self._made is None:
            self._pages.show_pdf(pdf)

    # copies that leave

    def print_copies(self) -> None:
        """Ask for a printer and print the copies."""
        self._make_for("print")

    def save_sealed(self) -> None:
        """Ask for a place and save the copies under a generated passphrase, told once on the page."""
        self._make_for("sealed")

    def save_plain(self) -> None:
        """Ask for a place and save the copies as they are."""
        self._plain_warning.hide()
        self._make_for("plain")

    def _make_for(self, then: str) -> None:
        """Make the copies that are asked for, unless the very same stand on the screen; then do what was wanted."""
        self.flush()
        order = self._order()
        if order is None:
            return
        self._then = then
        if self._made and self._made[0] == order:
            self._finish()
            return
        try:
            papers.checked(order)
        except Refused as refusal:
            self._refuse(refusal)
            return
        self._say("Logging the disclosure and making the pages…")
        self._enable(on=False)
        self.desk.worker.read(
            papers.disclose(order, self.desk.today, clock.now()), self, self._make_copies, self._refuse
        )

    def _make_copies(self, packs: tuple[MeetingPack, ...]) -> None:
        order = self._order()
        if order:
            self.desk.worker.beside(
                lambda: (order, papers.made_all(packs, order)), self, self._show_copies, self._refuse
            )

    def _show_copies(self, made: tuple[papers.Order, tuple[bytes, ...]]) -> None:
        self._enable(on=True)
        self._made = made
        self._pages.show_pdf(made[1][0])
        self._finish()

    def _finish(self) -> None:
        if self._made is None:
            return
        try:
            {"print": self._to_printer, "sealed": self._to_sealed, "plain": self._to_plain}[self._then](self._made[1])
        except Refused as refusal:
            self._refuse(refusal)

    def _to_printer(self, copies: tuple[bytes, ...]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printing.prepare(printer)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("Print")
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.send(copies, printer)
        else:
            self._say("Not printed. What was made stays in the log: print it now, or record it as not used.")

    def send(self, copies: tuple[bytes, ...], printer: QPrinter) -> None:
        """Send finished copies to a printer, one job each; the jobs' name tells nothing."""
        first, *others = copies
        after = partial(self.send, tuple(others), printer) if others else self._sent
        if printing.spooled(first, printer):
            after()
        else:
            printing.Raster(first, printer, after, self)

    def _sent(self) -> None:
        self._say("Sent to the printer. The printer and its server may keep a copy of their own.")

    def _to_sealed(self, copies: tuple[bytes, ...]) -> None:
        if places := self._places("Save sealed", len(copies)):
            words = suggested_passphrase()
            for place, pdf in zip(places, copies, strict=True):
                write_whole(place, papers.sealed(pdf, words))
            self._say(
                f"Saved sealed (AES-256). The passphrase: {words}\n"
                "Give it by another way than the file; it is not kept anywhere."
            )

    def _to_plain(self, copies: tuple[bytes, ...]) -> None:
        if places := self._places("Save plain", len(copies)):
            for place, pdf in zip(places, copies, strict=True):
                write_whole(place, pdf)
            self._say("Saved plain: this file is not sealed, and whoever has it can read it.")

    def _places(self, heading: str, copies: int) -> tuple[Path, ...]:
        """The file that was chosen, or for several copies that name with a number each."""
        suggested = f"{self.view.case.ref}.pdf" if self.view else "document.pdf"
        first = choose_file(self, heading, "save", name=suggested, kinds=("PDF (*.pdf)",))
        if first is None:
            return ()
        return (first,) if copies == 1 else tuple(first.with_stem(f"{first.stem}-{n + 1}") for n in range(copies))

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self._enable(on=True)
        if isinstance(problem, Refused):
            if problem.where:
                self._form.show_refusal(problem.where, problem.why.en)
                self._form.focus_field(problem.where)
            self._say("" if problem.where else problem.why.en, role="late")
        else:
            self._say(problem.text.en, role="late")

    def _say(self, words: str, role: str = "") -> None:
        self._outcome.set_role(role)
        self._outcome.setText(words)

    def _enable(self, *, on: bool) -> None:
        for button in (self._print, self._sealed, self._plain):
            button.setEnabled(on)


def _unready(view: CaseView) -> str:
    plan = view.case.one("plan")
    template = plan_templates().get(plan.words("template"))
    if template is None:
        return ""
    open_ = [
        f"{template.number(one.section)} {one.section.title.en} ({STATE_WORDS[one.state].en})"
        for one in standings(template, view.case, plan)
        if one.state in (State.NOT_STARTED, State.IN_HAND)
    ]
    return "Not ready in the plan: " + "; ".join(open_) + "." if open_ else "Every section of the plan is ready."
