"""An order or licence in the list: what, its state, where and when made, its next date, what is found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from casework.dates import spoken
from casework.due import outstanding
from casework.reckoning import LegalDate
from casework.record import Record, has_value
from casework.state_words import state_words
from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import said, told_about
from desktop.pages.orders.naming import named
from desktop.pages.orders.order_page import family
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.shapes import Shape
from widgets.state import Look, StateWord, due_look
from widgets.theme import mark

_FACTS = {
    "court": "",
    "made_on": "made ",
    "protects": "protects ",
    "starts_on": "from ",
    "ends_on": "to ",
    "officer": "",
}


@dataclass(frozen=True, slots=True)
class LineTold:
    """What a line says of one record; ``to_check`` findings, of which some may be ``grave``."""

    id: str
    name: str
    states: tuple[str, ...]
    to_check: int
    grave: bool
    facts: str
    next: str
    look: Look | None


def line_told(view: CaseView, record: Record) -> LineTold:
    """A record as its line shows it."""
    ids = family(view.case, record)
    found = [one for one in view.reckoning.findings_about(ids) if one.severity != "info"]
    first = _first(view, ids)
    return LineTold(
        record.id,
        named(record, short=True),
        tuple(state_words(state).en for state in view.reckoning.states_of(record.id)),
        len(found),
        any(one.severity == "error" for one in found),
        _facts(view, record),
        _next(view, first) if first else "No date ahead.",
        due_look(first.working, view.today, duty=first.nature == "duty") if first else None,
    )


class OrderLine(QFrame):
    """``opened(id)`` comes with Enter on Open, or a click anywhere."""

    opened = Signal(str)

    def __init__(self, told: LineTold) -> None:
        super().__init__()
        self.told = told
        mark(self, card=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button = Button("Open", kind="quiet", icon="chevron-right")
        self._button.setAccessibleName(f"Open: {told.name}")
        self._button.clicked.connect(self._open)
        title = PlainLabel(told.name, voice="strong")
        head = row(title, gap=8)
        for state in told.states:
            head.addWidget(Chip(state))
        if told.to_check:
            shape, role = (Shape.DOT, "late") if told.grave else (Shape.HALF, "soon")
            head.addWidget(StateWord(f"{told.to_check} to check", shape, role))
        head.addStretch(1)
        head.addWidget(self._button)
        ahead = row(gap=12)
        if told.look:
            ahead.addWidget(
                StateWord(told.look.words.en, told.look.shape, told.look.role), 0, Qt.AlignmentFlag.AlignTop
            )
        ahead.addWidget(Paragraph(told.next), 1)
        facts = Paragraph(told.facts, voice="quiet", most=120)
        self.setLayout(column(head, facts, ahead, gap=4, margin=(16, 8, 8, 12)))
        self.setAccessibleName(told.name)

    def take_focus(self) -> None:
        """Put the focus on the way in."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._open()
        super().mouseReleaseEvent(event)

    def _open(self) -> None:
        self.opened.emit(self.told.id)


def _facts(view: CaseView, record: Record) -> str:
    told = [
        f"{words}{shown.told(record[key])}"
        for key, words in _FACTS.items()
        if (shown := record.shape.get(key)) and has_value(record[key])
    ]
    child = "condition" if record.kind == "order" else "licence_condition"
    conditions = len(view.case.children(record, child))
    line = " · ".join([*told, f"{conditions} condition{'' if conditions == 1 else 's'}"])
    return line[:1].upper() + line[1:]


def _first(view: CaseView, ids: list[str]) -> LegalDate | None:
    """The date that comes first: a duty not done, else the next that happens."""
    dates = [one for one in view.reckoning.dates_about(ids) if one.nature != "limit" and one.limit != "outer"]
    waiting = [one for one in dates if one.working >= view.today or outstanding(view.case, one)]
    return min(waiting, key=lambda one: one.working) if waiting else None


def _next(view: CaseView, one: LegalDate) -> str:
    about = told_about((one,), view.case).partition(":")[0] if one.code.startswith("item.") else ""
    return f"{said(one)}, {spoken(one.working)}" + (f" · {about}" if about else "")
