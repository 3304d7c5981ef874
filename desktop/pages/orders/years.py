"""The years of a case: the drawing of orders, licences, notification and custody, and the same in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import drawn, in_words
from widgets.disclosure import Disclosed
from widgets.label import Paragraph
from widgets.layout import column
from widgets.timeline import Timeline


class Years(QWidget):
    """Hidden while there is nothing to draw. ``opened(record)`` comes from a bar."""

    opened = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._view: CaseView | None = None
        self.timeline = Timeline((), today, name="Orders, licences, notification and custody over the years")
        self.timeline.opened.connect(self.opened)
        self._words: Paragraph | None = None
        self.in_words = Disclosed("The same in words", self._make_words, about="the drawing")
        self.setLayout(column(self.timeline, self.in_words, gap=4))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._view = view
        lanes = drawn(view.case, view.reckoning)
        self.timeline.set_lanes(lanes)
        self.setVisible(bool(lanes))
        if self._words:
            self._words.setText(in_words(view.case, view.reckoning))

    def _make_words(self) -> QWidget:
        told = in_words(self._view.case, self._view.reckoning) if self._view else ""
        self._words = Paragraph(told, most=120)
        return self._words
