"""Choosing the kind of a new order: typing finds it by any part of its name or its letters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.orders import order_kinds
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.layout import row


class NewOrder(QWidget):
    """``chosen(code)`` comes with Enter in the box, or the button."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._codes = [one.code for one in order_kinds().values() if not one.dormant]
        kinds = order_kinds()
        self._box = Chooser("Kind of order to add", "SHPO, restraining order, …")
        self._box.offer([(code, f"{kinds[code].name.en} ({kinds[code].short})") for code in self._codes])
        self._box.setMinimumWidth(380)
        edit = self._box.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self._choose)
        add = Button("Add this order", icon="plus", kind="primary")
        add.clicked.connect(self._choose)
        self.setLayout(row(self._box, add, None, gap=8))

    def _choose(self) -> None:
        at = self._box.matched()
        if at >= 0:
            self.chosen.emit(str(self._box.itemData(at)))
            self._box.setCurrentIndex(-1)
