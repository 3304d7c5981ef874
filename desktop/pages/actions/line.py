"""An open action in a line, with the ways to close it or to move its date, each asked under it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from casework.answer import Answer
from casework.field import Field
from casework.meetings.actions import MOVE, Followed
from casework.record import Record, record_kinds
from casework.refusal import Refused
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations import following
from desktop.operations.intent import Write
from desktop.operations.view import CaseView
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.form import RecordForm
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.state import Look, StateWord, due_look
from widgets.theme import mark

WAYS = {"done": "Done", "not_done": "Not done", "move": "Move the date"}
_KEEP = {"done": "Close as done", "not_done": "Close as not done", "move": "Move it"}
_MOST = 220


class ActionLine(QFrame):
    """``opened(id)`` asks for the action in full; ``kept()`` tells of a write."""

    opened = Signal(str)
    saving = Signal()
    kept = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, told: Followed) -> None:
        super().__init__()
        self._desk, self._view, self.told = desk, view, told
        self.asked: Asking | None = None
        mark(self, card=True)
        action = told.action
        what = flat(action.words("what")) or "An action without words"
        short = what if len(what) <= _MOST else f"{what[:_MOST].rsplit(' ', 1)[0]}…"
        agency = action.shape.get("agency")
        who = [action.words("owner") or "No owner", agency.told(action["agency"]) if agency else ""]
        said = " · ".join(one for one in (*who, told.slips.en) if one)
        head = row(Paragraph(short, voice="strong" if told.often else ""), gap=12)
        head.setStretch(0, 1)
        if (look := _look(told, view)) is not None:
            head.addWidget(StateWord(look.words.en, look.shape, look.role), 0, Qt.AlignmentFlag.AlignTop)
        if told.often:
            head.addWidget(PlainLabel("Carried over again and again", role="late"), 0, Qt.AlignmentFlag.AlignTop)
        self.ways = {code: Button(words, kind="quiet") for code, words in WAYS.items()}
        for code, button in self.ways.items():
            button.setAccessibleName(f"{WAYS[code]}: {short}")
            button.clicked.connect(partial(self.ask, code))
        full = Button("Open", kind="quiet", icon="chevron-right")
        full.setAccessibleName(f"Open: {short}")
        full.clicked.connect(partial(self.opened.emit, str(action.id)))
        line = row(Paragraph(said, voice="quiet"), *self.ways.values(), full, gap=4)
        line.setStretch(0, 1)
        self._body = column(head, line, gap=4, margin=(16, 8, 8, 8))
        self.setLayout(self._body)
        self.setAccessibleName(short)

    def ask(self, way: str) -> None:
        """Ask under the line what is needed for one of the ways."""
        if self.asked is not None:
            self._leave()
        self.asked = Asking(self._desk, self._view, self.told.action, way)
        self.asked.kept.connect(self._keep)
        self.asked.left.connect(self._leave)
        self._body.addWidget(self.asked)
        self.asked.show()
        self.asked.begin()

    def _keep(self, write: Write) -> None:
        def refused(problem: Refused | VaultProblem) -> None:
            if isinstance(problem, Refused) and self.asked is not None:
                self.asked.refuse(problem)
                self.not_saved.emit(problem.why.en)
            elif not isinstance(problem, Refused):
                self._desk.worker.failed.emit(problem)

        def done(_changes: object) -> None:
            if self.asked is not None:
                self._desk.journal.forget(self._view.case.id, self.asked.name)
            self.kept.emit()

        self.saving.emit()
        self._desk.worker.write(write, self, done, refused)

    def _leave(self) -> None:
        if self.asked is not None:
            way = self.ways[self.asked.way]
            self._desk.journal.forget(self._view.case.id, self.asked.name)
            self._body.removeWidget(self.asked)
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            way.setFocus(Qt.FocusReason.OtherFocusReason)


class Asking(QWidget):
    """What one way asks; ``kept(write)`` with Ctrl+Enter or its button, ``left()`` with Esc."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, view: CaseView, action: Record, way: str) -> None:
        super().__init__()
        self._desk, self._view, self._action, self.way = desk, view, action, way
        self.name = f"{way}.{action.id}"
        record = action if way == "move" else action.answered("state", way)
        self.form = RecordForm(_fields(way), record, desk.today, layout="compact")
        desk.journal.follow_form(self.form, view.case.id, self.name)
        keep, leave = Button(_KEEP[way]), Button("Leave it", kind="quiet")
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self.left)
        self.setLayout(column(self.form, row(keep, leave, None, gap=8), gap=8, margin=(0, 8, 8, 8)))

    def begin(self) -> None:
        """Put the cursor into the first question."""
        self.form.focus_field(self.form.keys()[0])

    def refuse(self, problem: Refused) -> None:
        """Say what is wrong beside its field."""
        shown = self.form.keys()
        where = problem.where if problem.where in shown else shown[0]
        self.form.show_refusal(where, problem.why.en)
        self.form.focus_field(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.form.flush()
        if unread := self.form.unfinished():
            self.form.focus_field(unread[0])
            return
        given, case, today = self.form.record(), self._view.case.id, self._desk.today
        if self.way == "move":
            to: Answer = given["due_on"]
            self.kept.emit(following.move_date(case, self._action, to, given.words("why"), today))
        else:
            self.kept.emit(following.close(case, self._action, self.way, given.words("outcome"), today))


def _fields(way: str) -> list[Field]:
    action, move = record_kinds()["action"], record_kinds()[MOVE]
    found = (action.get("due_on"), move.get("why")) if way == "move" else (action.get("outcome"),)
    return [one for one in found if one is not None]


def _look(told: Followed, view: CaseView) -> Look | None:
    due = next((one.on for one in view.due if one.about == told.action.id and one.code == "action.due"), None)
    return due_look(due, view.today) if due else None
