"""Arranging that gives way to a narrow window: two sides that stack."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from widgets.theme import px

_UNBOUND = 16_777_215


class TwoSides(QWidget):
    """A main side and another at its right; under one another where there are less than ``least`` px for both."""

    def __init__(self, main: QWidget, other: QWidget, *, other_px: int, least: int, gap: int = 32) -> None:
        super().__init__()
        self._main, self._other, self._other_px, self._least = main, other, other_px, least
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        self._line.addWidget(main, 1)
        self._line.addWidget(other)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._turn(wide=True)

    def minimumSizeHint(self) -> QSize:
        wide = max(self._main.minimumSizeHint().width(), self._other.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(wide=event.size().width() >= px(self._least))

    def _turn(self, *, wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._other.setMinimumWidth(px(self._other_px) if wide else 0)
        self._other.setMaximumWidth(px(self._other_px) if wide else _UNBOUND)
