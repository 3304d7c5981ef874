"""One breach, warning or considered recall: what happened, what the law makes of it, what was decided, what came."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from casework.breaches import beside
from casework.clauses import called
from casework.field import Field
from casework.record import Record, has_value, is_given
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.breaches.block import CONSIDERED, fresh
from desktop.pages.breaches.earlier import EarlierOnes
from desktop.pages.breaches.law import BreachLaw
from desktop.pages.record_history import RecordHistory
from desktop.pages.saving_form import SavingForm
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, column, row
from widgets.theme import px

WHAT = ("happened", "occurred_on", "condition", "evidence")
DECISION = ("decision", "alternatives", "decision_reason", "told", "decided_on", "decided_by", "reviewed_by")
CAME = ("arrested_at", "produced_on", "outcome", "outcome_on")
_SIDE, _LEAST, _WIDEST, _UNBOUND = 400, 800, 720, 16_777_215
_GATE = "Before anything is decided, read every earlier one: {left} of them have not been on the screen yet."


class BreachPage(QWidget):
    """What happened comes first, the decision after it; the earlier ones stand beside both and never scroll away.

    Esc goes back. ``removed`` asks that the record be taken out, as does leaving it while nothing was entered.
    """

    closed = Signal()
    removed = Signal()
    elsewhere = Signal(str, str)
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__()
        self._desk, self._view, self.record = desk, view, record
        self._decided = has_value(record["decision"]) and not self.is_blank()
        order = view.case.get(record.parent or "")
        self._back = Button(called(order) if order else "Back", icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.closed)
        self._title = Heading("", 1)
        self.forms = {keys: self._form(keys) for keys in (WHAT, DECISION, CAME) if _fields(record, keys)}
        self._law = BreachLaw()
        self._law.wanted.connect(self._lead_to)
        self._gate = Paragraph("", voice="strong")
        self.earlier = EarlierOnes()
        self.earlier.seen.connect(self._tell_gate)
        self._came = QWidget()
        if CAME in self.forms:
            self._came.setLayout(column(Heading("What came of it", 2), self.forms[CAME], gap=16))
        self._came.setVisible(CAME in self.forms)
        self.setLayout(self._laid())
        self.take(view, record)

    def _laid(self) -> QBoxLayout:
        remove = Button("Remove", icon="trash-2", kind="quiet", role="danger")
        remove.setAccessibleName("Remove this record")
        remove.clicked.connect(self.removed)
        history = Disclosed("Earlier answers", self._history)
        inside = QWidget()
        inside.setLayout(
            column(
                column(row(self._back, None), self._title, gap=8),
                self.forms[WHAT],
                self._law,
                column(Heading("The decision", 2), self._gate, self.forms[DECISION], gap=16),
                self._came,
                column(history, row(remove, None), gap=8),
                None,
                gap=32,
                margin=(24, 16, 24, 24),
            )
        )
        inside.setMaximumWidth(px(_WIDEST) + 48)
        self._scrolled = Scrolled(inside, name="The breach")
        self._sides = QHBoxLayout()
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._scrolled, 1)
        self._sides.addWidget(self.earlier)
        return self._sides

    def _form(self, keys: tuple[str, ...]) -> SavingForm:
        made = SavingForm(self._desk, self._view, _fields(self.record, keys), self.record)
        made.saving.connect(self.saving)
        made.saved.connect(self.saved)
        made.not_saved.connect(self.not_saved)
        return made

    def _history(self) -> QWidget:
        return RecordHistory(self._desk, self._view.case, self.record)

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor stays."""
        self._view, self.record = view, record
        order = view.case.get(record.parent or "")
        self._title.setText(named(record, order))
        for form in self.forms.values():
            form.take(view, record)
        self._law.take(view, record, order)
        self.earlier.take(view.case, record, beside(view.case, record, view.settings))
        self._tell_gate()

    def is_blank(self) -> bool:
        """Whether nothing was entered but what a new one begins with."""
        parent = self._view.case.get(self.record.parent or "")
        answers = {key: one for key, one in self.record.answers.items() if is_given(one)}
        return parent is not None and answers in (dict(fresh(parent)), dict(CONSIDERED), {})

    def flush(self) -> None:
        """Hand over everything typed."""
        for form in self.forms.values():
            form.flush()
            for one in form.form.keys():  # noqa: SIM118 - a form is no mapping
                self.record = self.record.answered(one, form.record()[one])

    def go(self, key: str) -> bool:
        """Put the cursor into a field; the first one without a key."""
        shown = [form for form in self.forms.values() if not form.isHidden()]
        return any(form.focus_field(key) for form in shown) if key else self.begin()

    def begin(self) -> bool:
        """Put the cursor into the first question."""
        return self.forms[WHAT].focus_field("")

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= px(_LEAST)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop
        self._sides.setDirection(way)
        self.earlier.setMinimumWidth(px(_SIDE) if wide else 0)
        low = event.size().height() * 11 // 20
        self.earlier.setMaximumSize(px(_SIDE) if wide else _UNBOUND, _UNBOUND if wide else low)

    def _tell_gate(self) -> None:
        """The decision is asked once every earlier one has been on the screen; one that was made stays in sight."""
        opened = self._decided or self.earlier.all_seen
        self._gate.setVisible(not opened)
        self._gate.setText(_GATE.format(left=self.earlier.left))
        self.forms[DECISION].setVisible(opened)

    def _lead_to(self, record: str, key: str) -> None:
        if record != self.record.id or not self.go(key):
            self.elsewhere.emit(record, key)


def named(record: Record, order: Record | None) -> str:
    """What it is called on its page."""
    if record["decision"] == "recall_considered" and not record.links("condition"):
        return "Recall considered, not done"
    what = called(order) if order else "order"
    return f"Breach of the {what}" if record.kind == "breach" else "Breach of the licence, or a concern"


def _fields(record: Record, keys: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(one for key in keys if (one := record.shape.get(key)))
