"""A copy of a document that leaves the case file: for whom and why first, then sealed or plain, logged like paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.case import Case
from casework.copy_register import Copy
from casework.field import Field
from casework.filed import Form
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.text import Text
from desktop.desk import Desk
from desktop.files import writable
from desktop.looked_into import as_pages
from desktop.operations import copies, filing, paper_files, papers
from desktop.pages.paper_outcome import PLAIN, SEALED, Outcome
from desktop.strip import sentence
from storage.filing import Filed
from storage.problems import VaultProblem
from storage.recovery import suggested_passphrase
from widgets.button import Button
from widgets.file_question import choose_file
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.theme import px

_NOTE = (
    "A sealed copy is a PDF under a passphrase. A plain one is the document as it was filed: whoever gets hold of it "
    "can read it. Either stands in the register of copies and in the log."
)
_WIDEST, _ALL = 760, 1000
_FIELDS = (
    Field(
        "recipient", Text("For whom", "I bwy"), required=True, may_be_unknown=False,
        help=Text("Name and agency. It stands in the register of copies."),
    ),
    Field("reason", Text("Why it leaves", "Pam y mae'n gadael"), required=True, may_be_unknown=False),
)  # fmt: skip
_ENDINGS = {Form.PDF: "PDF (*.pdf)", Form.PNG: "PNG (*.png)", Form.JPEG: "JPEG (*.jpg)", Form.TEXT: "Text (*.txt)"}


class HandOut(QWidget):
    """Asks under the document. ``left`` when it is done with or not wanted."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ref, self._kept_as = "", ("", "")
        self._filed: Filed | None = None
        self.form = self._asking()
        self._place = column(self.form)
        self.sealed = Button("Save sealed…", icon="file-lock", kind="primary")
        self.plain = Button("Save plain…", icon="download", kind="quiet")
        leave = Button("Back to the document", icon="arrow-left", kind="quiet")
        self.sealed.clicked.connect(self.save_sealed)
        self.plain.clicked.connect(self.save_plain)
        leave.clicked.connect(self.left)
        self.outcome = Outcome()
        self._title = Heading("")
        inside = QWidget()
        inside.setLayout(
            column(
                row(leave, None), self._title, self._place, Paragraph(_NOTE, voice="quiet"),
                row(self.sealed, self.plain, None, gap=8), self.outcome, None, gap=16,
            )
        )  # fmt: skip
        inside.setMaximumWidth(px(_WIDEST))
        line = row(inside, None, gap=0, margin=(24, 16, 24, 24))
        line.setStretch(0, _ALL)
        self.setLayout(line)

    def _asking(self) -> RecordForm:
        return RecordForm(_FIELDS, Record(RecordId("copy"), "document"), self._desk.today, layout="compact")

    def begin(self, case: Case, title: str, filed: Filed) -> None:
        """Ask about one document; what was typed about it before and led to no copy comes back."""
        self._ref, self._filed, self._kept_as = case.ref, filed, (case.id, f"{filed.record} copy")
        form = self._asking()
        self._place.replaceWidget(self.form, form)
        self.form.hide()
        self.form.deleteLater()
        self.form = form
        self._desk.journal.follow_form(form, *self._kept_as)
        self._title.setText(f"A copy outside: {title}")
        self.outcome.tell("")
        self.form.focus_field("recipient")

    def save_sealed(self) -> None:
        """Ask for a place and save it under a generated passphrase, told once."""
        self._save("Save sealed", Form.PDF, self._seal)

    def save_plain(self) -> None:
        """Ask for a place and save it as it was filed."""
        if self._filed:
            self._save("Save plain", self._filed.form, self._write)

    def _save(self, heading: str, form: Form, then: Callable[[Path, Form, tuple[Copy, bytes]], None]) -> None:
        self.form.flush()
        record, filed = self.form.record(), self._filed
        lacking = next((key for key in ("recipient", "reason") if not record.words(key).strip()), "")
        if lacking or filed is None:
            self.form.show_refusal(lacking, "Say whom it is for." if lacking == "recipient" else "Say why it leaves.")
            self.form.focus_field(lacking)
            return
        place = choose_file(self, heading, "save", name=f"{self._ref}{form.ending}", kinds=(_ENDINGS[form],))
        if place is None:
            self.outcome.tell("Not saved: nothing was made or logged.")
            return
        try:
            writable(place)
        except Refused as refusal:
            self._refuse(refusal)
            return
        out = filing.hand_out(filed.record, record.words("recipient"), record.words("reason"), self._desk.today)
        self._desk.worker.read(out, self, partial(then, place, filed.form), self._refuse)

    def _seal(self, place: Path, form: Form, leaving: tuple[Copy, bytes]) -> None:
        words, (copy, content) = suggested_passphrase(), leaving

        def save() -> None:
            pages = as_pages(content, form)
            paper_files.save(place, filing.sealed(pages, words), papers.page_count(pages), words)

        self._desk.worker.beside(
            save, self, lambda _: self._done(SEALED, "done", words), partial(self._not_there, copy)
        )

    def _write(self, place: Path, _form: Form, leaving: tuple[Copy, bytes]) -> None:
        copy, content = leaving
        keep = partial(paper_files.keep, place, content)
        self._desk.worker.beside(keep, self, lambda _: self._done(PLAIN, "soon"), partial(self._not_there, copy))

    def _not_there(self, copy: Copy, problem: Refused | VaultProblem) -> None:
        """The copy was logged and is in no file: that is entered too."""
        self._desk.worker.write(copies.did_not_leave(copy, sentence(problem)), self)
        self._refuse(problem)

    def _done(self, told: str, role: str, passphrase: str = "") -> None:
        self._desk.journal.forget(*self._kept_as)
        self.outcome.tell(told, role, passphrase=passphrase)

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self.outcome.tell(sentence(problem), "late")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
