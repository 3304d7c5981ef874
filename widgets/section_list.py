"""A list of sections with the honest state of each; any may be gone to at any time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from casework.standing import State
from casework.text import Language
from widgets import words
from widgets.icons import draw
from widgets.label import PlainLabel
from widgets.layout import column
from widgets.shapes import draw_shape
from widgets.state import standing_look
from widgets.theme import colour, px, typeface

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_TALL, _SIGN = 36, 14


@dataclass(frozen=True, slots=True)
class SectionItem:
    """One section: ``number`` 0 leaves the number out; ``state`` None leaves the shape out (a case's own pages)."""

    key: str
    title: str
    number: int = 0
    state: State | None = None
    count: int = 0
    locked: bool = False

    def told(self, language: Language) -> str:
        """The section in words."""
        parts = [f"{self.number} {self.title}" if self.number else self.title]
        if self.count:
            parts.append(str(self.count))
        if self.state is not None:
            parts.append(standing_look(self.state).words.in_(language))
        if self.locked:
            parts.append(words.WITH_REASON.in_(language))
        return ", ".join(parts)


class _Items(QAbstractListModel):
    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[SectionItem, ...] = ()
        self._language = language

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
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return item.told(self._language)
        return None

    def set_items(self, items: Sequence[SectionItem]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()


class _ItemPainter(QStyledItemDelegate):
    def __init__(self, tall: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tall = tall

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(120), px(self._tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, SectionItem):
            return
        area, here = QRect(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_wash" if here else "surface"))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), px(4), px(4))
        if here:
            painter.fillRect(QRectF(area.left(), area.top() + px(6), px(3), area.height() - px(12)), colour("accent"))
        self._words(painter, item, area.adjusted(px(12), 0, -px(10), 0), here=here)
        painter.restore()

    def _words(self, painter: QPainter, item: SectionItem, area: QRect, *, here: bool) -> None:
        size, middle = px(_SIGN), area.center().y() + 1
        if item.state is not None:
            look = standing_look(item.state)
            ink = {"": "quiet_ink", "quiet": "quiet_ink"}.get(look.role, look.role)
            draw_shape(painter, look.shape, ink, QRectF(area.left(), middle - size / 2, size, size))
            area = area.adjusted(size + px(8), 0, 0, 0)
        tail = str(item.count) if item.count else ""
        painter.setFont(typeface())
        painter.setPen(colour("quiet_ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), tail)
        if item.locked:
            draw(painter, "lock", colour("quiet_ink"), QRectF(area.right() - size, middle - size / 2, size, size))
        font = typeface(weight=600 if here else 400)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        quiet = item.state is State.NOT_NEEDED and not here
        painter.setPen(colour("quiet_ink" if quiet else "ink"))
        room = area.adjusted(0, 0, -metrics.horizontalAdvance(tail) - px(8) - (size if item.locked else 0), 0)
        shown = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class _View(QListView):
    """A list whose ring of focus goes about its current line."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_ring()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._tell_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_ring()

    def _tell_ring(self) -> None:
        at = self.currentIndex()
        area = self.visualRect(at) if at.isValid() else self.viewport().rect()
        self.setProperty("ring_about", area.intersected(self.viewport().rect()).translated(self.viewport().pos()))


class SectionList(QWidget):
    """``chosen(key)`` when the reader goes to another section, by mouse or arrow keys; ``tall`` is an item's height."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        items: Sequence[SectionItem] = (),
        parent: QWidget | None = None,
        *,
        language: Language = Language.EN,
        tall: int = _TALL,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._quiet = False
        self._model = _Items(language, self)
        self.view = _View()
        self.view.setModel(self._model)
        self._painter = _ItemPainter(tall, self)
        self.view.setItemDelegate(self._painter)
        self.view.setAccessibleName(name)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._go)
        self._foot = PlainLabel(voice="quiet")
        self._foot.setContentsMargins(px(12), 0, 0, 0)
        self.setLayout(column(self.view, self._foot, gap=8))
        self.setFocusProxy(self.view)
        self.set_items(items)

    def set_items(self, items: Sequence[SectionItem]) -> None:
        """Show sections; the one chosen stays chosen. The foot counts how many are ready."""
        key = self.chosen_key()
        self._quiet = True
        if [one.key for one in items] != [one.key for one in self._model.items]:
            self._model.set_items(items)
        else:
            self._model.items = tuple(items)
            ends = self._model.index(0, 0), self._model.index(len(items) - 1, 0)
            self._model.dataChanged.emit(*ends)
        self._pick(key)
        self._quiet = False
        stated = [one for one in items if one.state is not None]
        ready = sum(one.state in (State.READY, State.NOT_NEEDED) for one in stated)
        self._foot.setText(words.READY_OF.filled(ready=ready, all=len(stated)).in_(self._language) if stated else "")
        self._foot.setVisible(bool(stated))

    def choose(self, key: str) -> None:
        """Mark a section as the one shown, without saying so."""
        self._quiet = True
        self._pick(key)
        self._quiet = False

    def chosen_key(self) -> str:
        """The key of the section shown; empty where none is."""
        at = self.view.currentIndex()
        return self._model.items[at.row()].key if at.isValid() and at.row() < len(self._model.items) else ""

    def step(self, by: int) -> None:
        """Go to the next section (1) or the one before (-1)."""
        at = self.view.currentIndex().row() + by
        if 0 <= at < len(self._model.items):
            self.view.setCurrentIndex(self._model.index(at, 0))

    def _pick(self, key: str) -> None:
        at = next((n for n, one in enumerate(self._model.items) if one.key == key), -1)
        if at >= 0 and at != self.view.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self._model.index(at, 0), flags)
            self.view.scrollTo(self._model.index(at, 0))

    def _go(self, _new: Index, _old: Index) -> None:
        if not self._quiet and self.chosen_key():
            self.chosen.emit(self.chosen_key())
