"""Whom copies are for, chosen from those whom the case knows: a tick each, in step with what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.recipients import Group
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.label import PlainLabel
from widgets.layout import column, row
from widgets.option import Tick

_OPEN = "Choose from the case"


class RecipientPicker(QWidget):
    """``picked(lines)`` with every recipient, one a line, once somebody is ticked or no longer is."""

    picked = Signal(str)

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = tuple(groups)
        self._lines: list[str] = []
        self.ticks: dict[str, Tick] = {}
        self.opened = Disclosed(_OPEN, self._made, about="whom the copies are for")
        self.setLayout(column(self.opened, gap=0))
        if not groups:
            self.hide()

    def set_typed(self, text: str) -> None:
        """Tick those who stand in the box."""
        self._lines = [one.strip() for one in text.splitlines() if one.strip()]
        known = {one.casefold() for one in self._lines}
        for line, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(line.casefold() in known)
            tick.blockSignals(False)

    def _made(self) -> QWidget:
        parts: list[QWidget] = []
        for group in self.groups:
            every = Button("All of them", kind="link")
            every.setAccessibleName(f"All of them: {group.title.en}")
            every.clicked.connect(partial(self._pick_all, group))
            head = QWidget()
            head.setLayout(row(PlainLabel(group.title.en, voice="strong"), every, None, gap=8))
            parts.append(head)
            for line in group.lines:
                tick = self.ticks[line] = Tick(line)
                tick.toggled.connect(partial(self._pick, line))
                parts.append(tick)
        inside = QWidget()
        inside.setLayout(column(*parts, gap=0))
        self.set_typed("\n".join(self._lines))
        return inside

    def _pick(self, line: str, on: bool) -> None:
        self._take([one for one in self._lines if one.casefold() != line.casefold()] + ([line] if on else []))

    def _pick_all(self, group: Group) -> None:
        known = {one.casefold() for one in self._lines}
        self._take([*self._lines, *(one for one in group.lines if one.casefold() not in known)])

    def _take(self, lines: Sequence[str]) -> None:
        text = "\n".join(lines)
        self.set_typed(text)
        self.picked.emit(text)
