"""A band of what is due: its heading, its rows, and a way to the rest where there are many."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.agenda import Item
from desktop.desk import Place
from desktop.pages.due_row import DueRow
from widgets.button import Button
from widgets.label import Heading, PlainLabel
from widgets.layout import column, row, rule

_AT_ONCE = 40


class DueBand(QWidget):
    """Rows that stay keep their widget, so that focus stays where it is; hidden while it has none."""

    wanted = Signal(Place)

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._items: tuple[Item, ...] = ()
        self._rows: dict[tuple[str, str, str, date], DueRow] = {}
        self._most = _AT_ONCE
        self._count = PlainLabel(voice="quiet")
        self._body = column(gap=0)
        self._more = Button("", kind="link")
        self._more.clicked.connect(self._show_more)
        head = row(Heading(name, 2), self._count, None, gap=8)
        self.setLayout(column(head, 4, rule(), self._body, row(self._more, None), gap=4))
        self.hide()

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Show these things."""
        if items == self._items and self._rows:
            return
        self._items = items
        self._arrange()

    def _arrange(self) -> None:
        shown = self._items[: self._most]
        wanted = {one.key: one for one in shown}
        for key in [key for key, line in self._rows.items() if wanted.get(key) != line.item]:
            line = self._rows.pop(key)
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, one in enumerate(shown):
            line_ = self._rows.get(one.key)
            if line_ is None:
                line_ = self._rows[one.key] = DueRow(one, self._today)
                line_.wanted.connect(self.wanted)
            if self._body.indexOf(line_) != at:
                self._body.insertWidget(at, line_)
        left = len(self._items) - len(shown)
        self._count.setText(str(len(self._items)))
        self._more.setVisible(left > 0)
        self._more.set_words(words.SHOW_MORE.filled(n=min(left, _AT_ONCE), left=left).en)
        self.setVisible(bool(self._items))

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self._arrange()
