"""The lines of the meetings part: meetings, referrals, exits; with the way back to one that was removed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from casework.record import Record
from desktop.operations.view import CaseView
from desktop.pages.meetings.exit_page import exit_told
from desktop.pages.meetings.told import in_order, meeting_told, referral_told
from desktop.pages.orders.order_line import LineTold, OrderLine
from desktop.pages.removed_line import RemovedLine
from widgets.label import Paragraph
from widgets.layout import clear, column

KINDS = ("meeting", "referral", "exit")
_NONE = {
    "meeting": "No meeting is entered. A case at Level 2 or 3 has one; Level 1 is reviewed without.",
    "referral": "No referral is entered. Going up to Level 2 or 3 needs one.",
    "exit": "The case has not left MAPPA.",
}


class Lines(QObject):
    """``opened(id)`` from a line, ``undone(record)`` from the way back to one that was removed."""

    opened = Signal(str)
    undone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._leaving: RemovedLine | None = None
        self._told: tuple[LineTold, ...] | None = None
        self.gone = column(gap=8)
        self._lines: dict[str, QVBoxLayout] = {kind: column(gap=8) for kind in KINDS}
        self._none = {kind: Paragraph(words, voice="quiet") for kind, words in _NONE.items()}

    def of(self, kind: str) -> QVBoxLayout:
        """Where the lines of a kind stand, or that there is none."""
        return column(self._none[kind], self._lines[kind], gap=8)

    def lines(self, kind: str) -> tuple[OrderLine, ...]:
        """The lines of a kind in their order."""
        items = (self._lines[kind].itemAt(n) for n in range(self._lines[kind].count()))
        found = (one.widget() for one in items if one is not None)
        return tuple(one for one in found if isinstance(one, OrderLine))

    def focus(self, record: str) -> None:
        """Put the focus on a record's line."""
        for line in (one for kind in KINDS for one in self.lines(kind)):
            if line.told.id == record:
                line.take_focus()

    def leave(self, record: Record, name: str) -> None:
        """A record is being removed: its way back comes once it is gone."""
        self._leaving = RemovedLine(record, name)
        self._leaving.undone.connect(self._undo)

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        told = {
            "meeting": [meeting_told(view, one) for one in in_order(view)],
            "referral": [referral_told(view, one) for one in reversed(view.case.of("referral"))],
            "exit": [exit_told(view, one) for one in reversed(view.case.of("exit"))],
        }
        flat = tuple(one for some in told.values() for one in some)
        left = self._leaving
        if left and all(left.record.id != one.id for one in flat):
            self.gone.addWidget(left)
            self._leaving = None
            left.take_focus()
        elif flat == self._told:
            return
        self._told = flat
        self._drop_back({one.id for one in flat})
        for kind, lines in told.items():
            clear(self._lines[kind])
            self._none[kind].setVisible(not lines)
            for one in lines:
                line = OrderLine(one)
                line.opened.connect(self.opened)
                self._lines[kind].addWidget(line)

    def _undo(self, record: str) -> None:
        for line in self._ways_back():
            if line.record.id == record:
                self.undone.emit(line.record)

    def _ways_back(self) -> tuple[RemovedLine, ...]:
        found = (self.gone.itemAt(n) for n in range(self.gone.count()))
        return tuple(line for one in found if one and isinstance(line := one.widget(), RemovedLine))

    def _drop_back(self, here: set[str]) -> None:
        """Take away the ways back to what is here again."""
        for line in self._ways_back():
            if line.record.id in here:
                self.gone.removeWidget(line)
                line.hide()
                line.deleteLater()
