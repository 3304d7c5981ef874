"""A timeline in lanes: what lasts from when to when, today's line, patterns that need no colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casework.labels import Place, Room, placed
from casework.text import Language
from widgets import words
from widgets.theme import colour, px, typeface
from widgets.timeline_paint import draw_bar, draw_label, draw_words, label_width
from widgets.timeline_scale import Bar, Lane, Pattern, Scale, described, fitted

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
__all__ = ["Bar", "Lane", "Pattern", "Timeline"]
_LABEL_LEAST, _LABEL_MOST, _HEAD, _LANE, _BAR, _FOOT = 96, 240, 28, 34, 20, 28


class Timeline(QWidget):
    """Bars over years. Arrow keys go from bar to bar; Enter or a double click sends ``opened(key)``.

    The bar chosen is told in words at the foot, so that nothing rests on the picture alone; ``reached(area)`` lets the
    page bring it into sight.
    """

    opened = Signal(str)
    reached = Signal(QRect)

    def __init__(
        self,
        lanes: Sequence[Lane],
        today: date,
        parent: QWidget | None = None,
        *,
        language: Language = Language.EN,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._today, self._language = today, language
        self._lanes: tuple[Lane, ...] = ()
        self._at: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or words.TIMELINE.in_(language))
        self.set_lanes(lanes)

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show other lanes."""
        self._lanes = tuple(lanes)
        self._at = None
        self.setAccessibleDescription(described(self._lanes, self._language))
        self.updateGeometry()
        self.update()

    def chosen(self) -> Bar | None:
        """The bar that is chosen."""
        return self._lanes[self._at[0]].bars[self._at[1]] if self._at else None

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(_HEAD + _FOOT) + px(_LANE) * len(self._lanes))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), self.sizeHint().height())

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        self._draw_years(painter, scale)
        for n, lane in enumerate(self._lanes):
            draw_label(painter, lane.label, QRect(px(8), self._top(n), self._left() - px(20), px(_LANE)))
            for k, bar in enumerate(lane.bars):
                draw_bar(painter, bar, self._area(scale, n, bar), chosen=self._at == (n, k))
        self._draw_today(painter, scale)
        for n, lane in enumerate(self._lanes):
            for bar, place in self._places(scale, n, lane):
                draw_words(painter, bar, self._area(scale, n, bar), place)
        told = self.chosen()
        if told is not None:
            painter.setPen(colour("ink"))
            painter.setFont(typeface())
            foot = QRect(px(8), self.height() - px(_FOOT), self.width() - px(16), px(_FOOT))
            words_ = QFontMetrics(typeface()).elidedText(
                told.told(self._language), Qt.TextElideMode.ElideRight, foot.width()
            )
            painter.drawText(foot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words_)
        painter.end()

    def _draw_years(self, painter: QPainter, scale: Scale) -> None:
        painter.setFont(typeface(size=12))
        bottom = self.height() - px(_FOOT)
        for n in range(len(self._lanes) + 1):
            painter.setPen(colour("rule"))
            painter.drawLine(0, self._top(n), self.width(), self._top(n))
        today = scale.x(self._today)
        for day, name in scale.years():
            x = scale.x(day)
            painter.setPen(colour("rule"))
            painter.drawLine(QPointF(x, px(_HEAD) - px(6)), QPointF(x, bottom))
            if abs(x + px(16) - today) < px(42) or x + px(40) > self.width():
                continue
            painter.setPen(colour("quiet_ink"))
            painter.drawText(QRectF(x + px(3), 0, px(48), px(_HEAD) - px(4)), int(Qt.AlignmentFlag.AlignBottom), name)

    def _draw_today(self, painter: QPainter, scale: Scale) -> None:
        x, bottom = scale.x(self._today), self.height() - px(_FOOT)
        painter.setPen(QPen(colour("paper"), 4))
        painter.drawLine(QPointF(x, px(_HEAD)), QPointF(x, bottom))
        painter.setPen(QPen(colour("ink"), 2))
        painter.drawLine(QPointF(x, px(_HEAD) - px(4)), QPointF(x, bottom))
        said = words.TODAY.in_(self._language).capitalize()
        font = typeface(size=12, weight=600)
        wide = QFontMetrics(font).horizontalAdvance(said) + px(10)
        left = min(max(x - wide / 2, self._left()), self.width() - wide)
        tag = QRectF(left, px(4), wide, px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        painter.drawRoundedRect(tag, px(3), px(3))
        painter.setPen(colour("paper"))
        painter.setFont(font)
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), said)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    # where things are

    def _scale(self) -> Scale:
        return fitted(self._lanes, self._today, self._left(), max(self.width() - self._left() - px(8), 40))

    def _left(self) -> int:
        """The width of the labels' column: as they need, within bounds."""
        metrics = QFontMetrics(typeface())
        widest = max((metrics.horizontalAdvance(lane.label) for lane in self._lanes), default=0)
        return min(max(widest + px(24), px(_LABEL_LEAST)), px(_LABEL_MOST), self.width() // 3)

    def _top(self, lane: int) -> int:
        return px(_HEAD) + lane * px(_LANE)

    def _area(self, scale: Scale, lane: int, bar: Bar) -> QRectF:
        left, right = scale.x(bar.start), scale.end_x(bar.end)
        return QRectF(left, self._top(lane) + (px(_LANE) - px(_BAR)) / 2, max(right - left, px(4)), px(_BAR))

    def _places(self, scale: Scale, at: int, lane: Lane) -> list[tuple[Bar, Place]]:
        """The labels of a lane that have a place, in the order of its bars."""
        spans = {bar: (area.left(), area.right()) for bar in lane.bars for area in [self._area(scale, at, bar)]}
        labels: list[tuple[float, float]] = []
        found: list[tuple[Bar, Place]] = []
        room = Room((float(self._left()), float(self.width()) - 2), scale.x(self._today))
        for bar, span in spans.items():
            others = [one for other, one in spans.items() if other is not bar]
            place = placed(label_width(bar.label), span, room, others, labels)
            if place is not None and bar.label:
                labels.append((place.left, place.left + place.room))
                found.append((bar, place))
        return found

    def _under(self, at: QPoint) -> tuple[int, int] | None:
        scale = self._scale()
        for n, lane in enumerate(self._lanes):
            for k, bar in enumerate(lane.bars):
                if self._area(scale, n, bar).adjusted(-3, -4, 3, 4).contains(QPointF(at)):
                    return n, k
        return None

    def _lane_under(self, at: QPoint) -> Lane | None:
        """The lane whose label a point lies on."""
        n = (at.y() - px(_HEAD)) // px(_LANE)
        return self._lanes[n] if at.x() < self._left() and 0 <= n < len(self._lanes) else None

    # choosing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen() is not None:
            self._open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at is None and event.reason() in _BY_KEYBOARD:
            self._step(0, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._under(event.position().toPoint()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.chosen() is not None:
            self._open()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._under(event.pos())
            lane = self._lane_under(event.pos())
            if at is not None:
                QToolTip.showText(event.globalPos(), self._lanes[at[0]].bars[at[1]].told(self._language), self)
            elif lane is not None:
                QToolTip.showText(event.globalPos(), lane.label, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _step(self, lanes: int, bars: int) -> None:
        filled = [n for n, lane in enumerate(self._lanes) if lane.bars]
        if not filled:
            return
        if self._at is None:
            self._choose((filled[0], 0))
            return
        lane, bar = self._at
        row = filled[min(max(filled.index(lane) + lanes, 0), len(filled) - 1)]
        self._choose((row, min(max(bar + bars, 0), len(self._lanes[row].bars) - 1)))

    def _choose(self, at: tuple[int, int] | None) -> None:
        self._at = at
        told = self.chosen()
        whole = described(self._lanes, self._language)
        self.setAccessibleDescription(f"{told.told(self._language)}. {whole}" if told else whole)
        self.update()
        if at is not None and told is not None:
            self.reached.emit(self._area(self._scale(), at[0], told).toRect())

    def _open(self) -> None:
        told = self.chosen()
        if told is not None:
            self.opened.emit(told.key)
