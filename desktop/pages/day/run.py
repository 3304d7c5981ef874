"""For whom a run of the day's papers is: each case with its recipients, a numbered copy for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casework.meetings.day import Sitting
from desktop.operations.papers import Order
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, row
from widgets.remark import Remark
from widgets.theme import px

_TALL = 68
_HOW = "One a line; each gets a numbered copy of their own, entered in the log before it is made."


class Run(QWidget):
    """``wanted(orders)`` once everybody is named; ``left`` when it is not to be."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.orders: tuple[Order, ...] = ()
        self.boxes: list[QPlainTextEdit] = []
        self._people: tuple[tuple[str, ...], ...] = ()
        self._head = Heading("", 2)
        self._rows = column(gap=12)
        self._wrong = Remark()
        self.all_button = Button("Everybody invited to each", icon="users", kind="link")
        self.all_button.clicked.connect(self._take_all)
        self.print_button = Button("Print…", icon="printer", kind="primary")
        self.print_button.clicked.connect(self._want)
        leave = Button("Cancel")
        leave.clicked.connect(self.left)
        foot = row(self.print_button, leave, None, self.all_button, gap=8)
        how = Paragraph(_HOW, voice="quiet")
        self.setLayout(column(self._head, how, self._rows, self._wrong, foot, gap=8))
        self.hide()

    def ask(self, title: str, orders: Sequence[Order], shown: Sequence[Sitting]) -> None:
        """Ask for whom each of these is; the usual recipients stand there already."""
        self.orders = tuple(orders)
        by_meeting = {str(one.meeting): one for one in shown}
        self._people = tuple(by_meeting[one.meeting].people for one in self.orders)
        self._head.setText(title)
        self._wrong.tell("")
        clear(self._rows)
        self.boxes = []
        for order in self.orders:
            sitting = by_meeting[order.meeting]
            name = f"{sitting.ref}, {sitting.time or 'no time'}: for whom"
            box = QPlainTextEdit(order.recipient)
            box.setAccessibleName(name)
            box.setTabChangesFocus(True)
            box.setFixedHeight(px(_TALL))
            label = PlainLabel(name, voice="strong")
            label.setBuddy(box)
            self.boxes.append(box)
            one = QWidget()
            one.setLayout(column(label, box, gap=4))
            self._rows.addWidget(one)
        self.show()
        if self.boxes:
            self.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_all(self) -> None:
        for box, people in zip(self.boxes, self._people, strict=True):
            if people:
                box.setPlainText("\n".join(people))

    def _want(self) -> None:
        given = [box.toPlainText().strip() for box in self.boxes]
        empty = next((n for n, words in enumerate(given) if not words), -1)
        if empty >= 0:
            self._wrong.tell(f"Say whom the copies are for: {self.boxes[empty].accessibleName()}.")
            self.boxes[empty].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._wrong.tell("")
        self.wanted.emit(tuple(replace(one, recipient=words) for one, words in zip(self.orders, given, strict=True)))
