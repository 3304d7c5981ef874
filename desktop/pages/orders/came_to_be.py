"""How an order or licence came to be: its steps, who entered them, and how it stood after each of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from casework.clauses import Clause
from casework.dates import spoken
from casework.order_life import Step, Stood, as_it_stood, steps, stood_words
from casework.record import Record
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations import history
from desktop.operations.view import CaseView
from desktop.pages.moments import local
from widgets.disclosure import Disclosed
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column
from widgets.theme import px

Entered = Mapping[tuple[str, str], tuple[datetime, str]]
_DAY = 148
_NONE = "Nothing with a day is entered yet."


class CameToBe(QWidget):
    """The steps of one order or licence, the oldest first; touched only where something has changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: CaseView | None = None
        self._record: Record | None = None
        self._shown: tuple[Step, ...] | None = None
        self._none = Paragraph(_NONE, voice="quiet")
        self._rows: QVBoxLayout = column(gap=12)
        self._by: dict[Step, PlainLabel] = {}
        self.setLayout(column(Heading("How it came to be", 2), self._none, self._rows, gap=12))

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading."""
        changed = self._view is None or self._view.case != view.case
        self._view, self._record = view, record
        found = steps(view.case, record, view.reckoning)
        if found != self._shown:
            self._shown = found
            self._lay(found)
        if changed and found:
            self._desk.worker.read(history.entered(view.case.id), self, self._tell)

    def _lay(self, found: tuple[Step, ...]) -> None:
        clear(self._rows)
        self._none.setVisible(not found)
        self._by = {}
        for one in found:
            self._rows.addWidget(self._row(one))

    def _row(self, one: Step) -> QWidget:
        day = PlainLabel(spoken(one.on) if one.on else "Day not known", voice="strong" if one.version else "")
        day.setFixedWidth(px(_DAY))
        planned = one.on is not None and one.on > self._desk.today
        what = Paragraph(f"{one.what.en} (planned)" if planned else one.what.en, voice="strong" if one.version else "")
        told = Paragraph(" · ".join(text.en for text in one.told), voice="quiet", most=100)
        told.setVisible(bool(one.told))
        by = self._by[one] = PlainLabel(voice="small")
        body = column(what, told, by, gap=2)
        if one.version and one.on and not planned:
            stood = Disclosed("As it stood", partial(self._stood, one), about=f"{one.what.en}, {spoken(one.on)}")
            body.addWidget(stood)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.addWidget(day, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(body, 0, 1)
        grid.setColumnStretch(1, 1)
        line = QWidget()
        line.setLayout(grid)
        line.setAccessibleName(f"{day.text()}: {one.what.en}")
        return line

    def _stood(self, one: Step) -> QWidget:
        box = QWidget()
        if self._view is None or self._record is None or one.on is None:
            return box
        stood = as_it_stood(self._view.case, self._record, one.on)
        lines = [_clause(clause, stood) for clause in stood.clauses]
        rest = [PlainLabel(_others(stood), voice="quiet")] if stood.other else []
        none = [] if lines or rest else [PlainLabel("It has no conditions.", voice="quiet")]
        box.setLayout(column(Paragraph(stood_words(stood).en), *lines, *rest, *none, gap=4, margin=(px(24), 0, 0, 8)))
        return box

    def _tell(self, entered: Entered) -> None:
        for one, label in self._by.items():
            record, key = one.said_by
            found = entered.get((record, key)) or entered.get((record, ""))
            label.setText(f"Entered {local(found[0])} by {found[1]}" if found else "")
            label.setVisible(found is not None)


def _clause(one: Clause, stood: Stood) -> Paragraph:
    own = f" (to {spoken(one.last)})" if one.last and one.last != stood.last else ""
    return Paragraph(f"{one.number}. {flat(one.words)}{own}", most=100)


def _others(stood: Stood) -> str:
    numbers = ", ".join(str(one) for one in stood.other)
    return f"Not in force that day: {'condition' if len(stood.other) == 1 else 'conditions'} {numbers}"
