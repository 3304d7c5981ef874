"""A later edition of wordings beside a licence: old beside new, each clause accepted or kept by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Absent, Answer
from casework.case import Case
from casework.dates import spoken
from casework.record import Record
from casework.wording_changes import Edition
from desktop.desk import Desk
from desktop.operations import cases, conditions
from desktop.operations.intent import Changes, Write
from desktop.operations.view import CaseView
from desktop.pages.orders.edition_clause import Clause, Decided
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import column, row

_RULE = (
    "Nothing in the licence changes until you accept it, one clause at a time. Plans that were agreed and papers that "
    "were printed keep their words."
)


class EditionPage(QWidget):
    """``left`` asks for the conditions again. ``saving``, ``saved`` and ``not_saved(why)`` tell of writing."""

    left = Signal()
    bespoke_wanted = Signal()
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, licence: Record) -> None:
        super().__init__()
        self._desk, self._licence = desk, licence
        self._case: Case | None = None
        self._clauses: dict[str, Clause] = {}
        self._decided: dict[str, Decided] = {}
        self._back = Button("Back to the conditions", icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.left)
        self._title = Heading("", 2)
        self._about = Paragraph("", voice="quiet")
        self._list: QVBoxLayout = column(gap=16)
        self._none = Paragraph("Every clause is decided.", voice="quiet")
        self.setLayout(
            column(row(self._back, None), self._title, self._about, Paragraph(_RULE), self._list, self._none, gap=10)
        )

    def take(self, view: CaseView, licence: Record, edition: Edition | None) -> None:
        """Show what is still to be decided; what was decided here stays in its place, with the way back."""
        self._case, self._licence = view.case, licence
        if edition is not None:
            self._title.setText(f"Edition {edition.pack.edition} beside this licence")
            day = edition.pack.in_force_from
            begins = f"In force since {spoken(day)}." if day else "The day from which it is in force is not known."
            unsure = " Its words are restated and not confirmed." if edition.pack.unconfirmed else ""
            self._about.setText(f"{begins} {edition.pack.source}.{unsure}")
        wanted = {_key(one.condition, one.change.new): one for one in (edition.proposals if edition else ())}
        numbers = {one.id: n for n, one in enumerate(view.case.children(licence, "licence_condition"), 1)}
        settled = [one for one in self._clauses if one not in wanted]
        here = any(self._clauses[key].isAncestorOf(self.focusWidget() or self) for key in settled)
        for key in settled:
            self._drop(self._clauses.pop(key))
        for key in [one for one in self._decided if one in wanted]:
            self._drop(self._decided.pop(key))
        for key, proposal in wanted.items():
            number = numbers.get(proposal.condition.id, 0) if proposal.condition else 0
            if key not in self._clauses:
                kept_as = view.case.id, f"{licence.id} {key}"
                self._clauses[key] = made = Clause(self._desk, proposal, number, kept_as)
                made.accepted.connect(partial(self._accept, key))
                made.kept.connect(partial(self._keep, key))
                made.bespoke.connect(self.bespoke_wanted)
                self._list.addWidget(made)
                made.show()
        self._none.setVisible(not self._clauses)
        self._place(list(wanted))
        if here:
            self.take_focus()

    def _place(self, order: list[str]) -> None:
        for n, key in enumerate(order):
            self._list.insertWidget(n + len(self._decided), self._clauses[key])

    def take_focus(self) -> None:
        """Put the cursor on the first clause to decide."""
        first = next(iter(self._clauses.values()), None)
        if first is not None:
            first.take_focus()
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that are still to be decided."""
        return tuple(self._clauses.values())

    def decided(self) -> tuple[Decided, ...]:
        """What was decided here."""
        return tuple(self._decided.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    # deciding

    def _accept(self, key: str, answers: Mapping[str, Answer]) -> None:
        clause = self._clauses[key]
        condition = clause.proposal.condition
        if self._case is None:
            return
        if condition is None:
            write = conditions.add(self._case.id, "licence_condition", self._licence.id, [answers])
            self._write(key, "Added", write, None, {})
        else:
            before = {one: condition[one] for one in answers}
            write = conditions.rewrite(self._case.id, condition, answers)
            self._write(key, "Accepted", write, condition, before)

    def _keep(self, key: str) -> None:
        clause = self._clauses[key]
        about = clause.proposal.condition or self._licence
        if self._case is None:
            return
        write = conditions.rewrite(self._case.id, about, clause.proposal.kept())
        word = "Kept as it was" if clause.proposal.condition else "Done without"
        self._write(key, word, write, about, {"wording_kept": about["wording_kept"]})

    def _write(self, key: str, word: str, write: Write, record: Record | None, before: Mapping[str, Answer]) -> None:
        line = Decided(f"{word}: {self._clauses[key].title}")
        line.undone.connect(partial(self._undo, key))
        self._decided[key] = line
        line.record, line.before = record, dict(before)
        self._list.insertWidget(len(self._decided) - 1, line)
        line.show()
        self.saving.emit()
        self._desk.worker.write(write, self, partial(self._written, key), partial(self._unwritten, key))

    def _written(self, key: str, changes: Changes) -> None:
        self.saved.emit()
        if key in self._decided and self._decided[key].record is None:
            self._decided[key].made = changes.made
        self.take_focus()

    def _unwritten(self, key: str, problem: object) -> None:
        self._drop(self._decided.pop(key))
        self._desk.worker.failed.emit(problem)

    def _undo(self, key: str) -> None:
        line = self._decided.get(key)
        if line is None or self._case is None:
            return
        self.saving.emit()
        made = self._case.get(line.made)
        if made is not None:
            self._desk.worker.write(cases.remove(self._case.id, made), self, self._undone)
        elif line.record is not None and (now := self._case.get(line.record.id)):
            before = {one: line.before.get(one, Absent.NOT_ASKED) for one in line.before}
            self._desk.worker.write(conditions.rewrite(self._case.id, now, before), self, self._undone)

    def _undone(self, _changes: Changes) -> None:
        self.saved.emit()
        self.take_focus()

    def _drop(self, widget: QWidget) -> None:
        self._list.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _key(condition: Record | None, new: tuple[object, ...]) -> str:
    return condition.id if condition else f"added {getattr(new[0], 'code', '')}"
