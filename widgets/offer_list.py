"""What is offered under a box as one types: lines under headings, gone through with the arrows of the box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.theme import colour, mark, px, typeface

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_TALL, _EDGES = 30, 10
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Offered:
    """One line: ``title`` leads, ``detail`` follows quietly. Without a ``key`` it is a heading and cannot be taken."""

    key: str
    title: str
    detail: str = ""

    @property
    def told(self) -> str:
        """The line in words."""
        return ": ".join(part for part in (self.title, self.detail) if part)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[Offered, ...] = ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        return item.told if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        item = self.data(index, _ITEM)
        taken = isinstance(item, Offered) and item.key
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if taken else Qt.ItemFlag.NoItemFlags

    def set_items(self, items: Sequence[Offered]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()


class _LinePainter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(120), px(_TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, Offered):
            return
        area, here = QRect(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here or (item.key and option.state & QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_wash" if here else "surface"))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), px(4), px(4))
        if here:
            painter.fillRect(QRectF(area.left(), area.top() + px(5), px(3), area.height() - px(10)), colour("accent"))
        room = area.adjusted(px(12 if item.key else 6), 0, -px(8), 0)
        font = typeface(weight=600) if item.key and here else typeface(size=14 if item.key else 12)
        self._write(painter, item, room, font)
        painter.restore()

    def _write(self, painter: QPainter, item: Offered, room: QRect, font: QFont) -> None:
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colour("ink" if item.key else "quiet_ink"))
        shown = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        rest = room.adjusted(metrics.horizontalAdvance(shown) + px(12), 0, 0, 0)
        if item.detail and rest.width() > px(60):
            painter.setFont(typeface())
            painter.setPen(colour("quiet_ink"))
            cut = QFontMetrics(typeface()).elidedText(item.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, _LEFT, cut)


class OfferList(QListView):
    """The keyboard stays in the box above, which calls ``step``; ``taken(key)`` comes with a click on a line."""

    taken = Signal(str)
    moved = Signal(str)

    def __init__(self, name: str, most: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self._painter = _LinePainter(self)
        self.setItemDelegate(self._painter)
        mark(self, popup=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.clicked.connect(self._take)
        self.hide()

    def offer(self, items: Sequence[Offered]) -> None:
        """Show these lines, the first that can be taken marked; hidden where there are none."""
        self._lines.set_items(items)
        self.setFixedHeight(px(_TALL) * min(len(items), self._most) + px(_EDGES))
        self.setVisible(bool(items))
        first = next((n for n, one in enumerate(items) if one.key), -1)
        if first >= 0:
            self._go(first, say=False)
            self.scrollToTop()

    def current(self) -> str:
        """The key of the marked line; empty where there is none."""
        at = self.currentIndex()
        return self._lines.items[at.row()].key if at.isValid() and not self.isHidden() else ""

    def keys(self) -> tuple[str, ...]:
        """The keys of the lines that can be taken, in their order."""
        return tuple(one.key for one in self._lines.items if one.key)

    def step(self, by: int) -> None:
        """Mark the next line that can be taken (1), or the one before (-1)."""
        at = self.currentIndex().row() + by
        while 0 <= at < len(self._lines.items) and not self._lines.items[at].key:
            at += by
        if 0 <= at < len(self._lines.items):
            self._go(at, say=True)

    def _go(self, row: int, *, say: bool) -> None:
        self.setCurrentIndex(self._lines.index(row, 0))
        above = row - 1 if row and not self._lines.items[row - 1].key else row
        self.scrollTo(self._lines.index(above, 0))
        self.scrollTo(self._lines.index(row, 0))
        item = self._lines.items[row]
        if say and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, item.told))
        self.moved.emit(item.key)

    def _take(self, index: QModelIndex) -> None:
        if key := self._lines.items[index.row()].key:
            self.taken.emit(key)
