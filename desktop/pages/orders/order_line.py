"""An order or licence in the list: what, its state, where and when made, its next date, what is found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from casework.dates import distance, spoken
from casework.orders import order_kinds
from casework.record import Record, has_value
from casework.state_words import state_words
from desktop.operations.view import CaseView
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark


class OrderLine(QFrame):
    """``opened(id)`` comes with Enter on Open, or a click anywhere."""

    opened = Signal(str)

    def __init__(self, view: CaseView, record: Record, about: Sequence[str]) -> None:
        super().__init__()
        self._record = record
        mark(self, card=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = _name(record)
        open_ = Button("Open", kind="quiet", icon="chevron-right")
        open_.setAccessibleName(f"Open: {name}")
        open_.clicked.connect(self._open)
        head = row(PlainLabel(name, voice="strong"), gap=8)
        for state in view.reckoning.states_of(record.id):
            head.addWidget(Chip(state_words(state).en))
        errors = [one for one in view.reckoning.findings_about(about) if one.severity != "info"]
        if errors:
            grave = any(one.severity == "error" for one in errors)
            words = f"{len(errors)} to check"
            head.addWidget(StateWord(words, Shape.DOT if grave else Shape.HALF, "late" if grave else "soon"))
        head.addStretch(1)
        head.addWidget(open_)
        self.setLayout(
            column(
                head,
                Paragraph(_facts(view, record), voice="quiet"),
                Paragraph(_next(view, about)),
                gap=4,
                margin=(16, 8, 8, 12),
            )
        )
        self.setAccessibleName(name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._open()
        super().mouseReleaseEvent(event)

    def _open(self) -> None:
        self.opened.emit(self._record.id)


def _name(record: Record) -> str:
    if record.kind == "licence":
        return "Licence"
    kind = order_kinds().get(record.words("kind"))
    return record.words("limits_name") or (f"{kind.name.en} ({kind.short})" if kind else "Order")


def _facts(view: CaseView, record: Record) -> str:
    keys = ("court", "made_on", "protects") if record.kind == "order" else ("starts_on", "ends_on", "officer")
    told = []
    for key in keys:
        shown = record.shape.get(key)
        if shown and has_value(record[key]):
            told.append(f"{shown.label.en}: {shown.told(record[key])}")
    child = "condition" if record.kind == "order" else "licence_condition"
    conditions = len(view.case.children(record, child))
    return " · ".join([*told, f"{conditions} condition{'' if conditions == 1 else 's'}"])


def _next(view: CaseView, about: Sequence[str]) -> str:
    ahead = [one for one in view.reckoning.dates_about(about) if one.working >= view.today]
    if not ahead:
        return "No date ahead."
    first = min(ahead, key=lambda one: one.working)
    return f"Next: {first.label.en}, {spoken(first.working)}, {distance(first.working, view.today).en}"
