"""The order for paper as it is asked: document, edition, for whom, why, how many, and what of the unknowns."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.case import Case
from casework.recipients import Group, recipients
from casework.record import CaseId
from casework.typed import Spot
from desktop.desk import Desk
from desktop.operations import for_meeting, papers
from desktop.pages import paper_fields
from desktop.pages.paper_edition import LeftOut
from desktop.pages.paper_recipients import RecipientPicker
from desktop.pages.sight import bring_up
from widgets.editors.long import LongEditor
from widgets.form import RecordForm
from widgets.layout import column

_WHOM = "recipient"


class PaperAsking(QWidget):
    """``answered(key)`` once something of the order changed. Those whom the case knows are chosen with a tick."""

    answered = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: tuple[Group, ...] = ()
        self._case = ""
        self.asked = paper_fields.blank()
        self.form = self._made()
        self._place = column(self.form)
        self.setLayout(self._place)

    def show_case(self, case: Case) -> None:
        """Offer those whom the case knows; what is asked stays."""
        known, first = recipients(case, for_meeting.ahead(case, self._desk.today)), not self._case
        self._case = case.id
        if known == self._known:
            self._follow(first=first)
        else:
            self._known = known
            self.form.flush()
            at = self.form.focused_field()
            self._ask_again(at.key if at else "")

    def ask_for_each(self, case: Case, meeting: str, document: str) -> bool:
        """Ask for a document for everybody invited to a meeting, a copy each; whether there is such a meeting."""
        asked = paper_fields.for_each(self.asked, case, meeting, document)
        if asked is not None:
            self.asked = asked
            self._ask_again()
        return asked is not None

    def forget(self) -> None:
        """A copy was handed out: what was typed waits no longer."""
        self._desk.journal.forget(self._case, "", _WHOM)

    def order(self, case: CaseId, unknown_lines: int) -> papers.Order:
        """The order as it stands."""
        return paper_fields.order(case, self.asked, unknown_lines)

    def lead_to(self, key: str) -> None:
        """Put the cursor into a question and bring it into sight."""
        self.form.focus_field(key)
        bring_up(self.form.editor(key).parentWidget() or self.form)

    def _made(self) -> RecordForm:
        form = RecordForm(paper_fields.fields(self.asked.words("document")), self.asked, self._desk.today)
        form.answered.connect(self._take)
        self.picker = RecipientPicker(self._known)
        self.picker.set_typed(self.asked.words(_WHOM))
        self.picker.picked.connect(self._pick)
        form.put_under(_WHOM, self.picker)
        self.left_out = LeftOut(self.asked)
        form.put_under("edition", self.left_out)
        if isinstance(box := form.editor(_WHOM), LongEditor):
            box.count.hide()  # lines of running text are counted, these are people
        return form

    def _ask_again(self, focus: str = "document") -> None:
        """The questions anew, because another document has other editions, or the case knows other people."""
        opened, form = self.picker.opened.button.isChecked(), self._made()
        self._place.replaceWidget(self.form, form)
        self.form.hide()
        self.form.deleteLater()
        self.form = form
        self.picker.opened.button.setChecked(opened)
        self._follow()
        if focus:
            form.focus_field(focus)

    def _follow(self, *, first: bool = True) -> None:
        """The names that are typed wait in the journal until a copy was handed out."""
        if first and self._case:
            self._desk.journal.follow(self.form.editor(_WHOM), Spot(self._case, "", _WHOM), kept=False)

    def _take(self, key: str, answer: Answer) -> None:
        self.asked = paper_fields.answered(self.asked, key, answer)
        if key == "edition":
            self.left_out.tell(self.asked)
        if key == _WHOM:
            self.picker.set_typed(self.asked.words(key))
        if key == "document":
            QTimer.singleShot(0, self, self._ask_again)
        self.answered.emit(key)

    def _pick(self, lines: str) -> None:
        self.form.flush()
        self.form.set_record(self.form.record().answered(_WHOM, lines))
        self._take(_WHOM, lines)
