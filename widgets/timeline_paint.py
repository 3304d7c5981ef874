"""The painting of one bar of a timeline, of its label, and of a lane's label."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from casework.labels import Place
from widgets.theme import colour, px, typeface
from widgets.timeline_scale import Bar, Pattern

_FEWEST = 6

_BRUSH = {
    Pattern.HATCH: Qt.BrushStyle.BDiagPattern,
    Pattern.CROSS: Qt.BrushStyle.DiagCrossPattern,
    Pattern.DOTS: Qt.BrushStyle.Dense6Pattern,
}


def draw_label(painter: QPainter, words: str, area: QRect) -> None:
    """The label of a lane, cut where it has no room."""
    font = typeface()
    painter.setFont(font)
    painter.setPen(colour("ink"))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def draw_bar(painter: QPainter, bar: Bar, area: QRectF, *, chosen: bool) -> None:
    """A bar without its label; an open end runs to a point."""
    painter.save()
    shape = _outline(area, open_end=bar.end is None)
    painter.setPen(QPen(colour("ink"), 3 if chosen else 1.2))
    painter.setBrush(colour("accent" if bar.pattern is Pattern.SOLID else "paper"))
    painter.drawPolygon(shape)
    if bar.pattern in _BRUSH:
        painter.setBrush(QBrush(_faded(), _BRUSH[bar.pattern]))
        painter.drawPolygon(shape)
    painter.restore()


def _outline(area: QRectF, *, open_end: bool) -> QPolygonF:
    if not open_end:
        return QPolygonF(area)
    tip = min(px(8), area.width() / 2)
    right = area.right()
    return QPolygonF(
        [
            area.topLeft(),
            QPointF(right - tip, area.top()),
            QPointF(right, area.center().y()),
            QPointF(right - tip, area.bottom()),
            area.bottomLeft(),
        ]
    )


def label_width(words: str) -> float:
    """How wide the label of a bar is, with the room about it."""
    return QFontMetrics(_label_font()).horizontalAdvance(words) + px(6)


def draw_words(painter: QPainter, bar: Bar, area: QRectF, place: Place) -> None:
    """The label of a bar where it was placed, cut where its room is short."""
    font = _label_font()
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, max(int(place.room) - 2, 0))
    if shown != bar.label and len(shown) < _FEWEST:
        return
    painter.save()
    painter.setFont(font)
    where = QRectF(place.left, area.top(), metrics.horizontalAdvance(shown) + 2, area.height())
    solid = place.inside and bar.pattern is Pattern.SOLID
    if not solid:
        painter.fillRect(where.adjusted(-px(2), 3, 0, -3), colour("paper"))
    painter.setPen(colour("on_accent" if solid else "ink"))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.restore()


def _label_font() -> QFont:
    return typeface(size=12, weight=600)


def _faded() -> QColor:
    ink = colour("ink")
    ink.setAlphaF(0.75)
    return ink
