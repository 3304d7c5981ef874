"""The years of a case: the drawing of orders, licences, notification and custody, and the same as a table."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from casework.dates import spoken
from casework.text import Text
from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import Spell, drawn, spells
from widgets.disclosure import Disclosed
from widgets.layout import column
from widgets.table import Column, RecordTable
from widgets.theme import px
from widgets.timeline import Timeline

_NAME = "Orders, licences, notification and custody over the years"
_ROW, _HEAD, _ROOM = 40, 32, 24


class Years(QWidget):
    """Hidden while there is nothing to draw. ``opened(record)`` comes from a bar, or from a row of the table."""

    opened = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._view: CaseView | None = None
        self.timeline = Timeline((), today, name=_NAME)
        self.timeline.opened.connect(self.opened)
        self.timeline.reached.connect(self._bring)
        self.table: RecordTable[Spell] | None = None
        self.as_table = Disclosed("The same as a table", self._make_table, about="The drawing as a table")
        self.setLayout(column(self.timeline, self.as_table, gap=4))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._view = view
        lanes = drawn(view.case, view.reckoning)
        self.timeline.set_lanes(lanes)
        self.setVisible(bool(lanes))
        self._fill()

    def _make_table(self) -> QWidget:
        columns: list[Column[Spell]] = [
            Column(Text("What", "Beth"), lambda one: one.what, tooltip=lambda one: one.what, width=260, share=3),
            Column(Text("From", "O"), lambda one: spoken(one.start), sort=lambda one: one.start, width=140),
            Column(Text("To", "Hyd"), lambda one: one.until, sort=lambda one: one.end or date.max, width=140),
            Column(Text("State", "Cyflwr"), lambda one: one.state, tooltip=lambda one: one.state, width=140, share=1),
        ]
        self.table = RecordTable(_NAME, columns, lambda one: (one.about, one.start))
        self.table.opened.connect(self._open)
        self._fill()
        return self.table

    def _fill(self) -> None:
        if self.table is None or self._view is None:
            return
        rows = spells(self._view.case, self._view.reckoning)
        if rows != self.table.rows():
            self.table.set_rows(rows)
        self.table.setFixedHeight(px(_HEAD) + px(_ROW) * len(rows) + 2)

    def _open(self, chosen: Spell) -> None:
        self.opened.emit(chosen.about)

    def _bring(self, area: QRect) -> None:
        """Scroll the page to the bar that was reached."""
        step = self.parentWidget()
        while step is not None and not isinstance(step, QScrollArea):
            step = step.parentWidget()
        if step is not None and (inside := step.widget()) is not None:
            at = self.timeline.mapTo(inside, QPoint(0, area.center().y()))
            step.ensureVisible(0, at.y(), 0, px(_ROOM + _ROW))
