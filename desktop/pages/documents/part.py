"""The documents part of a case: what is filed, what is brought in, and a document in sight in its place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.answer import Answer
from casework.filed import told_size
from casework.record import RecordId
from casework.refusal import Refused
from desktop.desk import Desk
from desktop.looked_into import Given
from desktop.operations import filing
from desktop.operations.view import CaseView
from desktop.pages.documents.coming_in import chosen_file, known_of, pasted, told_after
from desktop.pages.documents.filer import Filer
from desktop.pages.documents.hand_out import HandOut
from desktop.pages.documents.register import Listed, Register
from desktop.pages.documents.viewer import Viewer
from desktop.pages.opened_list import OpenedList
from desktop.pages.part import Part
from storage.filing import Filed
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading, PlainLabel
from widgets.layout import Scrolled, column, row
from widgets.notice import Notice
from widgets.progress import Progress
from widgets.theme import px

_WIDEST, _FORM = 1100, 760


class DocumentsPart(Part):
    """Enter on a row opens the document, which is logged; Change opens its entry under the list; Ctrl+V files."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._filed: Mapping[str, Filed] = {}
        self._new = ""
        self._answers: Mapping[str, Answer] = {}
        self.filer: Filer | None = None
        self.register = Register()
        self.register.opened.connect(self._open_row)
        self.register.chosen.connect(self._tell_chosen)
        self.add_button = Button("Add from a file…", icon="upload", kind="primary")
        self.paste_button = Button("Paste", icon="clipboard-list")
        self.open_button = Button("Open", icon="eye")
        self.change_button = Button("Change", icon="pencil", kind="quiet")
        self.add_button.clicked.connect(self.add)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self._open_chosen)
        self.change_button.clicked.connect(self._change_chosen)
        self.progress, self.notice = Progress(), Notice()
        self.progress.cancelled.connect(self._stop)
        self.notice.hide()
        self._room = PlainLabel("", voice="quiet")
        self.lists = {"document": OpenedList(desk, "document", adds=False)}
        full = self.lists["document"]
        for told_here, mine in ((full.saving, self.saving), (full.saved, self.saved), (full.not_saved, self.not_saved)):
            told_here.connect(mine)
        self.viewer, self.hand_out = Viewer(desk), HandOut(desk)
        self.viewer.left.connect(self._back)
        self.viewer.copy_wanted.connect(self._ask_copy)
        self.hand_out.left.connect(self._no_copy)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._listing())
        self._stack.addWidget(self.viewer)
        self._stack.addWidget(Scrolled(self.hand_out, name="A copy outside"))
        self.setLayout(column(self._stack, gap=0))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.register, self.paste,
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip

    def _listing(self) -> QWidget:
        full = self.lists["document"]
        inside = QWidget()
        inside.setLayout(
            column(
                row(Heading("Documents"), None, self.paste_button, self.add_button, gap=8),
                self.progress,
                self.notice,
                column(self.register, row(self.open_button, self.change_button, None, self._room, gap=8), gap=8),
                full,
                None,
                gap=16,
                margin=(24, 20, 24, 24),
            )
        )
        inside.setMaximumWidth(px(_WIDEST))
        return Scrolled(inside, name="Documents")

    # the case

    def show_view(self, view: CaseView) -> None:
        self.desk.worker.read(filing.filed(view.case.id), self, self._take_filed)
        self._show(view)

    def _take_filed(self, found: tuple[Mapping[str, Filed], int]) -> None:
        self._filed, room = found
        self._room.setText(f"The whole case file takes {told_size(room)}.")
        if self.view:
            self._show(self.view)

    def _show(self, view: CaseView) -> None:
        here = {str(one.id) for one in view.case.of("document")}
        self.register.take(view, self._filed)
        if self.register.chosen_row() is None:
            self.register.choose_first()
        for button in (self.open_button, self.change_button):
            button.setVisible(bool(here))
        self._tell_chosen(self.register.chosen_row())
        self.lists["document"].take(view)
        if self._new in here:
            record, self._new = self._new, ""
            self.register.choose(record)
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.viewer.record and self.viewer.record not in here:
            self.viewer.leave()

    def flush(self) -> None:
        self.lists["document"].flush()

    def leave(self) -> None:
        self.viewer.leave()
        self.notice.tell("")

    def go(self, record: str, key: str) -> None:
        self.viewer.leave()
        self.register.choose(record)
        if key:
            self._change(record, key)
        else:
            self.register.setFocus(Qt.FocusReason.OtherFocusReason)

    # bringing in

    def add(self) -> None:
        """Ask for a file and file it."""
        if self._may_begin() and (path := chosen_file(self)) is not None:
            self._begin(path, known_of(path))

    def paste(self) -> None:
        """File what lies in the clipboard."""
        if not self._may_begin():
            return
        try:
            self._begin(*pasted(QGuiApplication.clipboard().mimeData()))
        except Refused as refusal:
            self.notice.tell(refusal.why.en, "late")

    def _may_begin(self) -> bool:
        return self.view is not None and not (self.filer and self.filer.busy)

    def _begin(self, what: bytes | Path, answers: Mapping[str, Answer]) -> None:
        if self.view is None:
            return
        self.notice.tell("")
        # It lives with the desk, so that going elsewhere in the program does not stop it.
        self.filer = filer = Filer(self.desk, self.view.case.id)
        self._answers = answers
        filer.begun.connect(self._tell_begun)
        filer.reached.connect(self.progress.reach)
        filer.filed.connect(self._tell_filed)
        filer.refused.connect(self._tell_refused)
        filer.stopped.connect(self._tell_stopped)
        filer.take_file(what, answers) if isinstance(what, Path) else filer.take(what, answers)

    def _stop(self) -> None:
        if self.filer:
            self.filer.stop()

    def _tell_begun(self, words: str) -> None:
        self.progress.start(words, cancellable=True)

    def _tell_filed(self, record: str, given: Given) -> None:
        self.progress.stop()
        title, size = self._answers.get("title"), told_size(len(given.content))
        self.notice.tell(f"Filed: {title}, {given.form.said.en}, {size}", "done", told_after(given, self._answers))
        self._new = record
        if self.view:
            self._show(self.view)

    def _tell_refused(self, words: str) -> None:
        self.progress.stop()
        self.notice.tell(words, "late", "Nothing of it was kept.")

    def _tell_stopped(self) -> None:
        self.progress.stop()
        self.notice.tell("Stopped: nothing of it was kept.")

    # looking

    def open(self, record: str) -> None:
        """Open a document; the look is in the log before it is read."""
        self.desk.worker.read(
            filing.look(RecordId(record), self.desk.reason), self, partial(self._look, record), self._not_shown
        )

    def _look(self, record: str, found: tuple[Filed, bytes]) -> None:
        document = self.view.case.get(record) if self.view else None
        if document is not None:
            self._stack.setCurrentIndex(1)
            self.viewer.show_document(document.words("title") or "Without a title", *found)

    def _not_shown(self, problem: Refused | VaultProblem) -> None:
        self.notice.tell(problem.why.en if isinstance(problem, Refused) else problem.text.en, "late")

    def _open_row(self, chosen: Listed) -> None:
        self.open(chosen.id)

    def _open_chosen(self) -> None:
        if (chosen := self.register.chosen_row()) is not None:
            self.open(chosen.id)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.register.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_copy(self, record: str) -> None:
        if self.view and record in self._filed:
            self._stack.setCurrentIndex(2)
            document = self.view.case.get(record)
            title = document.words("title") if document else ""
            self.hand_out.begin(self.view.case, title, self._filed[record])

    def _no_copy(self) -> None:
        self._stack.setCurrentIndex(1)
        self.viewer.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    # the entry

    def _change_chosen(self) -> None:
        if (chosen := self.register.chosen_row()) is not None:
            self._change(chosen.id, "")

    def _change(self, record: str, key: str) -> None:
        if self.view:
            self.lists["document"].open(self.view, record, key)

    def _tell_chosen(self, chosen: Listed | None) -> None:
        what = f": {chosen.title}" if chosen else ""
        self.open_button.setAccessibleName(f"Open{what}")
        self.change_button.setAccessibleName(f"Change{what}")
