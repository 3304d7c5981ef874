"""One column to be read and answered, at the left of a wide page; it scrolls where the window is low."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from widgets.layout import Scrolled, row
from widgets.theme import px

_EDGES = 48


class Reading(Scrolled):
    """Keeps a layout to a width at which lines can be read."""

    def __init__(self, body: QLayout, wide: int, name: str) -> None:
        inside = QWidget()
        inside.setMaximumWidth(px(wide) + _EDGES)
        inside.setLayout(body)
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder = QWidget()
        holder.setLayout(line)
        super().__init__(holder, name=name)
