"""Signs that repeat in shape what a word says, and boxes about a word; painted where a table needs them too."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from widgets.option import draw_tick
from widgets.theme import colour, px, typeface


class Shape(Enum):
    """What a state looks like beside its word."""

    DOT = "dot"
    HALF = "half"
    RING = "ring"
    TICK = "tick"
    DASH = "dash"
    NOTHING = ""


def draw_shape(painter: QPainter, shape: Shape, role: str, area: QRectF) -> None:
    """A sign of state within a square, in the ink of a role."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = colour(role)
    line = max(1.6, area.width() / 8)
    inside = area.adjusted(line / 2 + 1, line / 2 + 1, -line / 2 - 1, -line / 2 - 1)
    painter.setPen(QPen(ink, line))
    if shape is Shape.TICK:
        draw_tick(painter, area.adjusted(-1, -1, 1, 1), role)
    elif shape is Shape.DASH:
        painter.drawLine(QPointF(inside.left(), area.center().y()), QPointF(inside.right(), area.center().y()))
    elif shape is not Shape.NOTHING:
        if shape is not Shape.RING:
            painter.setBrush(ink)
        if shape is Shape.HALF:
            painter.drawPie(inside, 90 * 16, 180 * 16)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(inside)
    painter.restore()


class Box(Enum):
    """What stands about a word."""

    OUTLINE = "outline"
    QUIET = "quiet"
    STRONG = "strong"
    REVERSE = "reverse"


def rosh_box(code: str) -> Box:
    """The box of a level of risk of serious harm: very high in reverse."""
    return {"very_high": Box.REVERSE, "high": Box.STRONG}.get(code, Box.OUTLINE)


def box_font(box: Box) -> QFont:
    """The type of a word in a box."""
    return typeface(size=13, weight=700 if box in (Box.REVERSE, Box.STRONG) else 600)


def draw_box(painter: QPainter, box: Box, words: str, at: QPointF, room: float) -> float:
    """A word in its box, its left middle ``at``; cut to ``room``. Returns the width it took."""
    font = box_font(box)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(round(room) - px(14), 8))
    wide, tall = metrics.horizontalAdvance(shown) + px(14), metrics.height() + px(4)
    area = QRectF(at.x(), at.y() - tall / 2, wide, tall)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = 2.0 if box is Box.STRONG else 1.0
    edge = {Box.OUTLINE: "control_edge", Box.QUIET: "rule"}.get(box, "ink")
    painter.setPen(QPen(colour(edge), line))
    painter.setBrush(colour("ink") if box is Box.REVERSE else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(line / 2, line / 2, -line / 2, -line / 2), px(4), px(4))
    painter.setPen(colour("paper" if box is Box.REVERSE else "quiet_ink" if box is Box.QUIET else "ink"))
    painter.setFont(font)
    painter.drawText(QRect(area.toRect()), Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
    return float(wide)
