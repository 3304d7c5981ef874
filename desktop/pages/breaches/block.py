"""The breaches and considered recalls of a person, or of one order: the count, a line for each, the way to one more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from casework.answer import Answer
from casework.breaches import KINDS, Tally, beside, counts, happened_on, in_a_line, is_decided, of_order
from casework.clauses import called
from casework.dates import spoken
from casework.record import Record
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.removed_line import RemovedLine
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.label import Elided, Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, row
from widgets.remark import Remark
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark, px

CONSIDERED: dict[str, Answer] = {"decision": "recall_considered"}
KIND_OF = {"order": "breach", "licence": "licence_breach"}
_FIRST: dict[str, dict[str, Answer]] = {"order": {"outcome": "suspected"}, "licence": {}}
_DAY = 128


@dataclass(frozen=True, slots=True)
class _Told:
    id: str
    day: str
    words: str
    happened: str
    waiting: str


class _Line(QFrame):
    """One of them; ``opened(id)`` with Enter on Open, or a click anywhere."""

    opened = Signal(str)

    def __init__(self, told: _Told) -> None:
        super().__init__()
        self.told = told
        mark(self, card=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = Button("Open", kind="quiet", icon="chevron-right")
        self.button.setAccessibleName(f"Open: {told.day}, {told.words}")
        self.button.clicked.connect(partial(self.opened.emit, told.id))
        day = PlainLabel(told.day, voice="strong")
        day.setFixedWidth(px(_DAY))
        line = row(day, gap=12, margin=(16, 6, 8, 6))
        line.addLayout(column(PlainLabel(told.words), Elided(told.happened, voice="quiet"), gap=0), 1)
        if told.waiting:
            line.addWidget(StateWord(told.waiting, Shape.HALF, "soon"))
        line.addWidget(self.button)
        self.setLayout(line)
        self.setAccessibleName(f"{told.day}, {told.words}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self.told.id)
        super().mouseReleaseEvent(event)


class Breaches(QWidget):
    """Of one order or licence where ``of`` names it, else of the person. ``opened(id)`` asks for the page of one;
    ``made(id)`` for that of a new one. The person's are hidden while there is nothing that could be broken.
    """

    opened = Signal(str)
    made = Signal(str)
    saving = Signal()
    saved = Signal()

    def __init__(self, desk: Desk, of: str = "") -> None:
        super().__init__()
        self._desk, self._of = desk, of
        self._view: CaseView | None = None
        self._shown: tuple[_Told, ...] | None = None
        self._count = Paragraph("", voice="quiet")
        self._review = StateWord("", Shape.HALF, "soon")
        self._gone, self._lines = column(gap=4), column(gap=4)
        self._which = Chooser("Order or licence", "Which order or licence…")
        self._which.setMinimumWidth(px(240))
        self._remark = Remark()
        self.record_button = Button("Record a breach", icon="plus")
        self.record_button.clicked.connect(partial(self._record, False))
        self.considered_button = Button("Recall considered, not done", icon="plus")
        self.considered_button.clicked.connect(partial(self._record, True))
        head = Heading("Breaches and considered recalls", 2)
        buttons = row(self._which, self.record_button, self.considered_button, None, gap=8)
        told = column(self._count, self._review, gap=4)
        self.setLayout(column(head, told, self._gone, self._lines, buttons, self._remark, gap=8))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._view = view
        record = view.case.get(self._of)
        self._tell_ways(view, record)
        tally = of_order(view.case, record) if record else counts(view.case)
        self._tell_count(view, tally, own=record is not None)
        shown = tuple(_told(view, one) for one in _listed(view, self._of))
        if shown == self._shown:
            return
        focused = next((one.told.id for one in self.lines() if one.isAncestorOf(self.focusWidget() or self)), "")
        self._shown = shown
        clear(self._lines)
        for one in shown:
            line = _Line(one)
            line.opened.connect(self.opened)
            self._lines.addWidget(line)
        self.take_focus(focused)

    def tell_removed(self, record: Record) -> None:
        """Say that one was taken out, with the way back."""
        if self._view is None:
            return
        line = RemovedLine(record, in_a_line(self._view.case, record) or record.shape.name.en)
        line.undone.connect(partial(self._undo, line))
        self._gone.addWidget(line)
        line.show()
        line.take_focus()

    def lines(self) -> tuple[_Line, ...]:
        """The lines, the latest first."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        return tuple(one for item in items if item and isinstance(one := item.widget(), _Line))

    def take_focus(self, record: str) -> bool:
        """Put the focus on the line of one; False where it is not here."""
        for line in self.lines():
            if line.told.id == record:
                line.button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _tell_ways(self, view: CaseView, record: Record | None) -> None:
        known = [record] if record else [one for kind in KIND_OF for one in view.case.of(kind)]
        self.setVisible(bool(known))
        self._which.setVisible(len(known) > 1)
        self.considered_button.setVisible(any(one.kind == "licence" for one in known))
        at = self._which.currentData()
        self._which.offer([(str(one.id), _named(one, known)) for one in known])
        ids = [str(one.id) for one in known]
        self._which.setCurrentIndex(ids.index(at) if at in ids else 0 if len(ids) == 1 else -1)

    def _tell_count(self, view: CaseView, tally: Tally, *, own: bool) -> None:
        here = "Of this one: " if own else ""
        everything = counts(view.case)
        rest = f" Of the person: {_lower(everything.said.en)}" if own and everything.entries != tally.entries else ""
        self._count.setText(f"{here}{_lower(tally.said.en) if own else tally.said.en}{rest}")
        review = beside(view.case, None, view.settings).review.en
        self._review.setVisible(bool(review) and not own)
        self._review.tell(review, Shape.HALF, "soon")

    def _record(self, considered: bool) -> None:
        if self._view is None:
            return
        parent = self._view.case.get(str(self._which.currentData() or ""))
        if parent is None or (considered and parent.kind != "licence"):
            licences = self._view.case.of("licence")
            if not considered or len(licences) != 1:
                self._remark.tell("Choose first which order or licence it is about.")
                self._which.setFocus()
                return
            parent = licences[0]
        self._remark.tell("")
        self.saving.emit()
        add = cases.add(self._view.case.id, KIND_OF[parent.kind], fresh(parent, considered=considered), parent.id)
        self._desk.worker.write(add, self, self._added)

    def _undo(self, line: RemovedLine, _record: str) -> None:
        if self._view is not None:
            self._gone.removeWidget(line)
            line.hide()
            line.deleteLater()
            self.saving.emit()
            self._desk.worker.write(cases.restore(self._view.case.id, line.record), self, self._written)

    def _written(self, _changes: Changes) -> None:
        self.saved.emit()

    def _added(self, changes: Changes) -> None:
        self.saved.emit()
        self.made.emit(changes.made)


def fresh(parent: Record, *, considered: bool = False) -> Mapping[str, Answer]:
    """The answers with which a new one begins: of an order it is suspected until something else is known."""
    return CONSIDERED if considered else _FIRST[parent.kind]


def _listed(view: CaseView, of: str) -> list[Record]:
    found = [one for one in view.case.records if one.kind in KINDS and (not of or one.parent == of)]
    return sorted(found, key=lambda one: str(happened_on(one) or "9999"), reverse=True)


def _told(view: CaseView, one: Record) -> _Told:
    on = happened_on(one)
    waiting = "" if is_decided(one) else "No decision yet"
    day = spoken(on) if on else "Day not known"
    return _Told(one.id, day, in_a_line(view.case, one), flat(one.words("happened")), waiting)


def _named(record: Record, known: list[Record]) -> str:
    alike = sum(called(one) == called(record) for one in known) > 1
    made = record["made_on" if record.kind == "order" else "starts_on"]
    return f"{called(record)}, {spoken(made)}" if alike and isinstance(made, date) else called(record)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
