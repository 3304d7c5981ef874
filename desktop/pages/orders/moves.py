"""What happened to an order or a licence: the moves that the law leaves open, and why not the others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casework.answer import Answer
from casework.breaches import KINDS as BREACHES
from casework.moves import Move
from casework.record import Record
from casework.refusal import Refused
from desktop.desk import Desk
from desktop.operations import moving
from desktop.operations.intent import Changes
from desktop.operations.moving import Asked, Written
from desktop.operations.view import CaseView
from desktop.pages.orders.move_form import MoveForm
from desktop.pages.sight import bring_in
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.flow import Flow
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, panel, row
from widgets.theme import mark

Key = tuple[str, str | None]
Drafts = dict[tuple[str, str, str | None], Mapping[str, Answer]]
"""What was answered in forms that were left without recording: by record, move and what it writes to."""


class Moves(QWidget):
    """A button for each move that may be made; the chosen one's form takes their place.

    ``wanted(record, key)`` asks to show what a move wrote. What is answered in a form that is left without recording
    stays among the ``drafts`` and stands there again when the move is next chosen. A breach has a page of its own:
    ``broken(considered)`` asks for it, of a recall that was considered and not done where it says so.
    """

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)
    wanted = Signal(str, str)
    broken = Signal(bool)

    def __init__(self, desk: Desk, record: Record, drafts: Drafts) -> None:
        super().__init__()
        self._desk, self._record, self._drafts = desk, record, drafts
        self._view: CaseView | None = None
        self._shown: tuple[tuple[Key, str, str], ...] | None = None
        self.form: MoveForm | None = None
        self._done: _DoneLine | None = None
        self._buttons = QWidget()
        self._flow = Flow()
        self._buttons.setLayout(self._flow)
        self._none = Paragraph("Nothing can be recorded as it stands.", voice="quiet")
        self._closed: QVBoxLayout = column()
        self._place: QVBoxLayout = column()
        self._after: QVBoxLayout = column()
        self.setLayout(
            column(
                Heading("What happened?", 2), self._after, self._none, self._buttons, self._place, self._closed, gap=12
            )
        )

    def take(self, view: CaseView, record: Record) -> None:
        """Show what may be done now; a form that is open stays as it is."""
        self._view, self._record = view, record
        found = moving.moves_of(view.case, record, view.reckoning)
        shown = tuple((_key(one), one.label.en, one.why_not.en if one.why_not else "") for one in found)
        if shown != self._shown:
            self._shown = shown
            self._lay(found)

    def moves(self) -> dict[str, Button]:
        """The buttons of the moves that may be made, by their words."""
        return {one.text().replace("&&", "&"): one for one in self._buttons.findChildren(Button)}

    def choose(self, code: str, target: str | None = None) -> None:
        """Open the form of a move."""
        if self._view is None:
            return
        found = moving.moves_of(self._view.case, self._record, self._view.reckoning)
        move = next((one for one in found if _key(one) == (code, target)), None)
        if move is None or not move.legal:
            return
        if move.kind in BREACHES:
            self.broken.emit("decision" in move.sets)
            return
        self._drop_form()
        self._tell_done(None)
        self.form = MoveForm(self._view, self._record, move, self._drafts.get(self._draft(move), {}))
        self._desk.journal.follow_form(self.form.form, self._view.case.id, self._name(move))
        self.form.recorded.connect(self._make)
        self.form.left.connect(self._leave)
        box = panel(column(self.form, margin=(16, 12, 16, 16)), surface=True)
        self._place.addWidget(box)
        box.show()
        self._buttons.hide()
        self.form.take_focus()
        bring_in(self)

    def _lay(self, found: tuple[Move, ...]) -> None:
        had = self._buttons.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        clear(self._flow)
        clear(self._closed)
        for one in found:
            if one.legal:
                button = Button(one.label.en)
                button.clicked.connect(partial(self.choose, one.code, one.record))
                self._flow.addWidget(button)
                button.show()
        self._none.setVisible(not any(one.legal for one in found))
        barred = [one for one in found if not one.legal]
        if barred:
            self._closed.addWidget(Disclosed(f"Not possible now: {len(barred)}", partial(_reasons, barred)))
        if had:
            self._take_focus()

    def _take_focus(self) -> None:
        first = next(iter(self._buttons.findChildren(Button)), None)
        if first:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Keep what is answered in an open form."""
        if self.form:
            self.form.form.flush()
            self._drafts[self._draft(self.form.move_)] = self.form.given()

    def _draft(self, move: Move) -> tuple[str, str, str | None]:
        return self._record.id, move.code, move.record

    def _name(self, move: Move) -> str:
        """By what the journal knows the form of a move."""
        return " ".join(part for part in self._draft(move) if part)

    def _make(self, asked: Asked) -> None:
        if self._view is None or self.form is None:
            return
        self.saving.emit()
        self.form.record_button.setEnabled(False)
        write = moving.make(self._view.case.id, asked, self._desk.today)
        move = self.form.move_
        self._desk.worker.write(write, self, partial(self._made, move), partial(self._refused, asked))

    def _made(self, move: Move, changes: Changes) -> None:
        self.saved.emit()
        self.form = None
        self._drafts.pop(self._draft(move), None)
        if self._view is not None:
            self._desk.journal.forget(self._view.case.id, self._name(move))
        self._drop_form()
        self._buttons.show()
        self._tell_done(_DoneLine(move, moving.written(move, changes.made)))

    def _refused(self, asked: Asked, problem: Refused | VaultProblem) -> None:
        if self.form is None:
            return
        self.form.record_button.setEnabled(True)
        if isinstance(problem, Refused):
            self.not_saved.emit(problem.why.en)
            self.form.refuse(problem, doubtful=isinstance(problem, moving.Doubtful) and not asked.in_spite)
        else:
            self.not_saved.emit(problem.text.en)
            self._desk.worker.failed.emit(problem)

    def _leave(self) -> None:
        self._drop_form()
        self._buttons.show()
        self._take_focus()

    def _drop_form(self) -> None:
        self.flush()
        self.form = None
        clear(self._place)

    def _tell_done(self, line: _DoneLine | None) -> None:
        clear(self._after)
        self._done = line
        if line:
            line.undone.connect(self._undo)
            line.shown.connect(self.wanted)
            self._after.addWidget(line)
            line.show()
            line.take_focus()

    def _undo(self, done: Written) -> None:
        if self._view:
            self.saving.emit()
            self._desk.worker.write(moving.take_back(self._view.case.id, done), self, self._taken_back)

    def _taken_back(self, _changes: Changes) -> None:
        self.saved.emit()
        self._tell_done(None)
        self._take_focus()


class _DoneLine(QFrame):
    """What was just recorded, and the way back from it."""

    undone = Signal(object)
    shown = Signal(str, str)

    def __init__(self, move: Move, done: Written) -> None:
        super().__init__()
        self._written = done
        mark(self, surface=True)
        self._show = Button("Show", kind="quiet")
        self._show.setAccessibleName(f"Show: {move.label.en}")
        self._show.clicked.connect(self._ask_show)
        undo = Button("Undo", icon="undo-2", kind="quiet")
        undo.setAccessibleName(f"Undo: {move.label.en}")
        undo.clicked.connect(self._ask)
        what = PlainLabel(_recorded(move.label.en), voice="strong")
        what.setWordWrap(True)
        line = row(gap=8, margin=(16, 8, 12, 8))
        line.addWidget(what, 1)
        line.addWidget(self._show)
        line.addWidget(undo)
        self.setLayout(line)

    def take_focus(self) -> None:
        """Put the focus on the way to what was written."""
        self._show.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.undone.emit(self._written)

    def _ask_show(self) -> None:
        self.shown.emit(self._written.record.id, "")


def _recorded(label: str) -> str:
    """A move's words once it is made: "Recorded a variation."."""
    return f"Recorded {label.removeprefix('Record ')}." if label.startswith("Record ") else f"Recorded. {label}"


def _key(move: Move) -> Key:
    return move.code, move.record


def _reasons(moves: list[Move]) -> QWidget:
    box = QWidget()
    told = [
        column(PlainLabel(one.label.en, voice="strong"), Paragraph(one.why_not.en if one.why_not else ""), gap=0)
        for one in moves
    ]
    box.setLayout(column(*told, gap=8, margin=(16, 0, 0, 8)))
    return box
