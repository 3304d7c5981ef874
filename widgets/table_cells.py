"""How the cells and the head of the one table are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.icons import draw
from widgets.shapes import Shape, draw_box, draw_shape
from widgets.table_model import CELL_ROLE, Cell
from widgets.theme import colour, px, typeface

Index = QModelIndex | QPersistentModelIndex
_PAD, _SIGN = 8, 14
_INKS = {"": "ink", "quiet": "quiet_ink"}


class CellPainter(QStyledItemDelegate):
    """Paints a cell: the row's ground, a shape or box, its words and the quiet line under them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        state = option.state
        self._ground(painter, area, state, first=index.column() == 0)
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell):
            self._cell(painter, cell, area.adjusted(px(_PAD), 0, -px(_PAD), 0))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(80), px(40))

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, first: bool) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("accent_wash"))
            if first:
                painter.fillRect(QRect(area.left(), area.top(), px(3), area.height()), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour("surface"))
        painter.setPen(colour("rule"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _cell(self, painter: QPainter, cell: Cell, area: QRect) -> None:
        middle = area.center().y()
        if cell.box is not None:
            if cell.words:
                draw_box(painter, cell.box, cell.words, QPointF(area.left(), middle), area.width())
            return
        if cell.shape is not Shape.NOTHING:
            size = px(_SIGN)
            ink = {"": "quiet_ink", "quiet": "quiet_ink"}.get(cell.role, cell.role)
            draw_shape(painter, cell.shape, ink, QRectF(area.left(), middle - size / 2, size, size))
            area = area.adjusted(size + px(6), 0, 0, 0)
        self._words(painter, cell, area)

    def _words(self, painter: QPainter, cell: Cell, area: QRect) -> None:
        strong = cell.strong or cell.role == "late"
        font = typeface(weight=600 if strong else 400)
        side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        upper = area
        if cell.under:
            line = QFontMetrics(font).height()
            upper = QRect(area.left(), area.center().y() - line + 1, area.width(), line)
            lower = QRect(area.left(), upper.bottom() + 1, area.width(), line)
            self._line(painter, cell.under, lower, side, "quiet_ink")
        painter.setFont(font)
        self._line(painter, cell.words, upper, side, _INKS.get(cell.role, cell.role), strong=strong)

    def _line(
        self,
        painter: QPainter,
        words: str,
        area: QRect,
        side: Qt.AlignmentFlag,
        role: str,
        *,
        strong: bool = False,
    ) -> None:
        font = typeface(weight=600 if strong else 400)
        painter.setFont(font)
        painter.setPen(colour(role))
        shown = QFontMetrics(font).elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class SortedHeader(QHeaderView):
    """The head of the table; the column that rows are sorted by carries a chevron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(area, colour("paper"))
        sorted_here = self.isSortIndicatorShown() and section == self.sortIndicatorSection()
        font = typeface(size=12, weight=600 if sorted_here else 400)
        painter.setFont(font)
        painter.setPen(colour("ink" if sorted_here else "quiet_ink"))
        model, room = self.model(), area.adjusted(px(_PAD), 0, -px(_PAD), 0)
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        align = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        arrow = px(14) if sorted_here else 0
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() - arrow)
        painter.drawText(room, int(align or 0), shown)
        if sorted_here:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            at = room.left() + QFontMetrics(font).horizontalAdvance(shown) + px(2)
            square = QRectF(at, area.center().y() - px(6), px(12), px(12))
            draw(painter, "chevron-up" if up else "chevron-down", colour("ink"), square)
        painter.setPen(colour("control_edge"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()
