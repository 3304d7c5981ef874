"""The painting of one bar of a timeline, and of a lane's label."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from widgets.theme import colour, px, typeface
from widgets.timeline_scale import Bar, Pattern

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


def draw_bar(painter: QPainter, bar: Bar, area: QRectF, room_after: float, *, chosen: bool) -> None:
    """A bar with its label inside, or beside it where it does not fit; an open end runs to a point."""
    painter.save()
    shape = _outline(area, open_end=bar.end is None)
    painter.setPen(QPen(colour("ink"), 3 if chosen else 1.2))
    painter.setBrush(colour("accent" if bar.pattern is Pattern.SOLID else "paper"))
    painter.drawPolygon(shape)
    if bar.pattern in _BRUSH:
        painter.setBrush(QBrush(_faded(), _BRUSH[bar.pattern]))
        painter.drawPolygon(shape)
    _draw_words(painter, bar, area, room_after)
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


def _draw_words(painter: QPainter, bar: Bar, area: QRectF, room_after: float) -> None:
    font = typeface(size=12, weight=600)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    wide = metrics.horizontalAdvance(bar.label) + px(12)
    inside = wide <= area.width() - px(6) or area.width() >= room_after + px(40)
    room = area.width() - px(14) if inside else room_after - px(8)
    shown = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, max(int(room), 0))
    if not shown or (shown != bar.label and len(shown) < 4):
        return
    left = area.left() + px(6) if inside else area.right() + px(5)
    place = QRectF(left, area.top(), metrics.horizontalAdvance(shown) + 2, area.height())
    if inside and bar.pattern is not Pattern.SOLID:
        painter.fillRect(place.adjusted(-px(2), 2, px(1), -2), colour("paper"))
    painter.setPen(colour("on_accent" if inside and bar.pattern is Pattern.SOLID else "ink"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _faded() -> QColor:
    ink = colour("ink")
    ink.setAlphaF(0.75)
    return ink
