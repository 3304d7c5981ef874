"""Choosing the kind of a new order: typing finds it by any part of its name or its letters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.orders import order_kinds
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.layout import column, row
from widgets.remark import Remark
from widgets.theme import px


class NewOrder(QWidget):
    """``chosen(code)`` comes with Enter in the box, or the button."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        kinds = [one for one in order_kinds().values() if not one.dormant]
        kinds.sort(key=lambda one: (one.defined_by_user, one.name.en))
        self._letters = {one.short.casefold(): one.code for one in kinds}
        self._box = Chooser("Kind of order to add", "SHPO, restraining order, …")
        self._box.offer([(one.code, f"{one.name.en} ({one.short})") for one in kinds])
        self._box.setMinimumWidth(px(380))
        edit = self._box.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self._choose)
            edit.textEdited.connect(self._forget)
        self._box.activated.connect(self._forget)
        self.add_button = Button("Add this order", icon="plus")
        self.add_button.clicked.connect(self._choose)
        self._remark = Remark()
        self.setLayout(column(row(self._box, self.add_button, None, gap=8), self._remark, gap=4))
        self.setFocusProxy(self._box)

    def _code(self) -> str:
        """The kind that is chosen or typed: its letters alone mean itself, not those that have them too."""
        if code := self._letters.get(self._box.typed().casefold()):
            return code
        at = self._box.matched()
        return str(self._box.itemData(at)) if at >= 0 else ""

    def _choose(self) -> None:
        if code := self._code():
            self._box.setCurrentIndex(-1)
            self._box.clearEditText()
            self._remark.tell("")
            self.chosen.emit(code)
        elif typed := self._box.typed():
            self._remark.tell(f"“{typed}” is not one kind of order: type more of its name, or choose from the list.")
            self._box.setFocus()
        else:
            self._remark.tell("Choose the kind of order first; typing finds it.")
            self._box.setFocus()

    def _forget(self, _changed: object) -> None:
        self._remark.tell("")
