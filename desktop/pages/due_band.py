"""A band of what is due: its heading, its rows, and a way to the rest where there are many."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.agenda import AT_ONCE, Listed
from desktop import words_due as words
from desktop.desk import Place
from desktop.pages.due_row import DueRow
from widgets.button import Button
from widgets.label import Heading, PlainLabel
from widgets.layout import column, row, rule

MORE = 20


class DueBand(QWidget):
    """Hidden while it has no rows. Rows that stay keep their widget, so that focus stays where it is.

    New rows are made one by one, by ``make_one``, so that the window stays alive; ``more_wanted`` asks for more than
    there are.
    """

    wanted = Signal(Place)
    finished = Signal(object)
    more_wanted = Signal()

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.items: tuple[Listed, ...] = ()
        self.rows: dict[tuple[str, str, str, date], DueRow] = {}
        self.most = AT_ONCE
        self._count = PlainLabel(voice="quiet")
        self._body = column(gap=0)
        self.more = Button("", kind="link")
        self.more.clicked.connect(self._show_more)
        head = row(Heading(name, 2), self._count, None, gap=8)
        self.setLayout(column(head, 4, rule(), self._body, row(self.more, None), gap=4))
        self.hide()

    def set_items(self, items: tuple[Listed, ...], count: int, ages: str = "") -> None:
        """Show these things, the first of ``count``."""
        self._count.setText(f"{count:,}   {ages}".rstrip())
        left = count - len(items)
        self.more.setVisible(left > 0)
        self.more.set_words(words.SHOW_MORE.filled(n=min(left, MORE), left=left).en)
        self.setVisible(bool(items))
        if items != self.items:
            self.items = items
            self._arrange()

    def set_today(self, today: date) -> None:
        """Make every row anew for another day."""
        self._today = today
        self.items = ()
        self._arrange()

    def complete(self) -> bool:
        """Whether every row that is to be shown is there."""
        return len(self.rows) == len(self.items)

    def _arrange(self) -> None:
        shown = {one.item.key: one for one in self.items}
        for key in [key for key, line in self.rows.items() if shown.get(key) != line.listed]:
            line = self.rows.pop(key)
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, one in enumerate(shown.values()):
            if one.item.key in self.rows and self._body.indexOf(self.rows[one.item.key]) != at:
                self._place(one)

    def make_one(self) -> bool:
        """Make the first row that is not there yet; False where every row is there."""
        missing = next((one for one in self.items if one.item.key not in self.rows), None)
        if missing is None:
            return False
        made = self.rows[missing.item.key] = DueRow(missing, self._today)
        made.wanted.connect(self.wanted)
        made.finished.connect(self.finished)
        self._place(missing)
        return True

    def _place(self, listed: Listed) -> None:
        """Put a row behind those before it that are there already."""
        before = [one for one in self.items[: self.items.index(listed)] if one.item.key in self.rows]
        self._body.insertWidget(len(before), self.rows[listed.item.key])

    def _show_more(self) -> None:
        self.most += MORE
        self.more_wanted.emit()
