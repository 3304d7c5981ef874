"""The running texts of a form: their lines on paper, and what is done with a report that is pasted into one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from casework.answer import Answer
from casework.dates import spoken
from casework.record import CaseId, Record, record_kinds
from casework.text import Text
from desktop import paper_lines
from desktop.desk import Desk
from desktop.pages.documents.coming_in import named
from desktop.pages.documents.filer import Filer
from widgets.editors import Editor
from widgets.editors.long import LongEditor
from widgets.question import Reply, ask

_QUESTION = "That is much for this field"
_DETAIL = (
    "What you paste takes about {n} printed lines here, and about {about} are expected: a few points are read, a "
    "report is not. It can be filed among the documents of the case, with one line here that points to it."
)
_REPLIES = (
    Reply("keep", Text("Keep it here", "Ei gadw yma")),
    Reply("file", Text("File it as a document", "Ei ffeilio fel dogfen"), primary=True),
)


class LongFields(QObject):
    """Tends the long editors of a record. Whatever is answered, what was pasted is in the field, in a document, or
    still in the clipboard.
    """

    def __init__(self, desk: Desk, case: CaseId, record: Record, editors: Sequence[Editor], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._case, self._record = desk, case, record
        self._long = [one for one in editors if isinstance(one, LongEditor)]
        self._filer = Filer(desk, case)
        self._waiting: tuple[LongEditor, str, str] | None = None
        self._filer.filed.connect(self._filed)
        self._filer.refused.connect(self._refused)
        for one in self._long:
            one.guard_pasting()
            one.report_pasted.connect(partial(self._ask, one))
        if self._long:
            paper_lines.read(desk.worker, self, self._measure)

    def _measure(self) -> None:
        for one in self._long:
            one.measure_with(partial(paper_lines.lines_on_paper, self._record.kind, one.key))

    def _ask(self, editor: LongEditor, text: str) -> None:
        told = _DETAIL.format(n=editor.lines_of(text), about=editor.field.lines)
        reply = ask(editor, _QUESTION, _REPLIES, detail=told)
        if reply == "file" and not self._filer.busy:
            self._waiting = (editor, named(text), text)
            self._filer.take(text.encode("utf-8", "replace"), self._known(text))
        elif reply:
            editor.put_in(text)
        editor.take_focus()

    def _known(self, text: str) -> dict[str, Answer]:
        about = record_kinds()["document"].get("about")
        known: dict[str, Answer] = {"title": named(text)}
        if about and self._record.kind in about.links:
            known["about"] = (self._record.id,)
        return known

    def _filed(self, _record: str, _given: object) -> None:
        if self._waiting:
            editor, title, _ = self._waiting
            self._waiting = None
            editor.put_in(f"See the document “{title}”, filed {spoken(self._desk.today).partition(' ')[2]}.")
            self._desk.tell("Filed among the documents: say there what it is and how far it may go.")

    def _refused(self, why: str) -> None:
        if self._waiting:
            editor, _, text = self._waiting
            self._waiting = None
            editor.put_in(text)
            self._desk.tell(f"{why} What you pasted stands in the field.")
