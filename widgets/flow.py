"""Widgets that flow on to the next line, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Widgets beside one another; what has no room goes on in the next line, ``between`` px under the one before."""

    def __init__(self, gap: int = 8, between: int | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._tall: dict[int, int] = {}
        self._between = gap if between is None else between
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._tall:
            self._tall[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._tall[width]

    def invalidate(self) -> None:
        self._tall.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items]
        wide = sum(one.width() for one in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(wide, max((one.height() for one in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._items]
        return QSize(max((one.width() for one in hints), default=0), max((one.height() for one in hints), default=0))

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place every item in the middle of its line, or only measure; returns the height."""
        y = rect.y()
        for n, line in enumerate(self._lines(rect.width())):
            y += self._between if n else 0
            x, tall = rect.x(), max(size.height() for _, size in line)
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += tall
        return y - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            size = item.sizeHint()
            if not lines or (x > 0 and x + size.width() > width):
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines
