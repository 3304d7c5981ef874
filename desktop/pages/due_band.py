"""A band of what is due: its heading, its rows, and a way to the rest where there are many."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.agenda import Item
from desktop.desk import Place
from desktop.pages.due_row import DueRow
from widgets.button import Button
from widgets.label import Heading, PlainLabel
from widgets.layout import column, row, rule

AT_ONCE = 20
_MADE_AT_ONCE = 5


class DueBand(QWidget):
    """Hidden while it has no rows. Rows that stay keep their widget, so that focus stays where it is.

    New rows are made a few at a time, so that the window stays alive while a large caseload comes in.
    """

    wanted = Signal(Place)

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.items: tuple[Item, ...] = ()
        self.rows: dict[tuple[str, str, str, date], DueRow] = {}
        self._most = AT_ONCE
        self._count = PlainLabel(voice="quiet")
        self._body = column(gap=0)
        self.more = Button("", kind="link")
        self.more.clicked.connect(self._show_more)
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._go_on.timeout.connect(self._make_some)
        head = row(Heading(name, 2), self._count, None, gap=8)
        self.setLayout(column(head, 4, rule(), self._body, row(self.more, None), gap=4))
        self.hide()

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Show these things."""
        if items != self.items:
            self.items = items
            self._arrange()

    def complete(self) -> bool:
        """Whether every row that is to be shown is there."""
        return not self._go_on.isActive()

    def _arrange(self) -> None:
        shown = {one.key: one for one in self.items[: self._most]}
        for key in [key for key, line in self.rows.items() if shown.get(key) != line.item]:
            line = self.rows.pop(key)
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        left = len(self.items) - len(shown)
        self._count.setText(str(len(self.items)))
        self.more.setVisible(left > 0)
        self.more.set_words(words.SHOW_MORE.filled(n=min(left, AT_ONCE), left=left).en)
        self.setVisible(bool(self.items))
        self._make_some()

    def _make_some(self) -> None:
        self._go_on.stop()
        made = 0
        for at, one in enumerate(self.items[: self._most]):
            if one.key not in self.rows:
                if made == _MADE_AT_ONCE:
                    self._go_on.start()
                    return
                made += 1
                line = self.rows[one.key] = DueRow(one, self._today)
                line.wanted.connect(self.wanted)
            if self._body.indexOf(self.rows[one.key]) != at:
                self._body.insertWidget(at, self.rows[one.key])

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._arrange()
