"""The shape of the weeks ahead: a column a day, as high as the day is full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.dates import spoken
from desktop import words_due as words
from widgets.theme import colour, px, typeface

DAYS = 35
_TALL, _HEAD, _FOOT = 76, 4, 20
_MARKED = 4


class MonthStrip(QWidget):
    """Five weeks from today; ``chosen(day)`` with a click or the keyboard, None when the choice is taken back."""

    chosen = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.days = today, DAYS
        self._counts: list[int] = [0] * DAYS
        self._at = 0
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.WEEKS_AHEAD.en)
        self._tell()

    def set_counts(self, counts: Sequence[int]) -> None:
        """Show how many things fall on each day."""
        if list(counts) != self._counts:
            self._counts = list(counts)
            self._tell()
            self.update()

    def set_first(self, first: date) -> None:
        """Begin with another day."""
        self.first = first
        self.set_chosen(None)

    def set_chosen(self, day: date | None) -> None:
        """Mark a day as chosen, or none, without telling."""
        self._chosen = day
        self._tell()
        self.update()

    def choose(self, day: date | None) -> None:
        """Choose a day, or none."""
        self.set_chosen(day)
        self.chosen.emit(day)

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), px(_TALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._at = max(0, min(DAYS - 1, self._at + step))
            self._mark()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(self._at)
        elif event.key() == Qt.Key.Key_Escape and self._chosen:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at = self._day_at(event.position().toPoint())
        self._toggle(self._at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setToolTip(self._told(self._day_at(event.position().toPoint())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(typeface(size=12, weight=500))
        most = max(*self._counts, _MARKED)
        for n in range(DAYS):
            self._day(painter, n, most)
        painter.setPen(colour("control_edge"))
        painter.drawLine(0, self._floor(), self.width(), self._floor())
        painter.end()

    def _day(self, painter: QPainter, n: int, most: int) -> None:
        day, area = self.first + timedelta(days=n), self._area(n)
        if day.weekday() >= 5:
            painter.fillRect(area, colour("surface"))
        if day == self._chosen or (n == self._at and self.hasFocus()):
            painter.fillRect(area, colour("accent_wash"))
        count = self._counts[n]
        if count:
            tall = max(px(6), round((self._floor() - px(_HEAD)) * count / most))
            bar = QRectF(area.left() + px(3), self._floor() - tall, area.width() - px(6), tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent" if day != self._chosen else "ink"))
            painter.drawRoundedRect(bar, 2, 2)
            if bar.height() >= px(16):
                painter.setPen(colour("on_accent" if day != self._chosen else "paper"))
                painter.drawText(bar, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), str(count))
        painter.setPen(colour("ink" if n == 0 or day == self._chosen else "quiet_ink"))
        label = QRect(area.left(), self._floor() + 2, area.width(), px(_FOOT) - 2)
        wide = QFontMetrics(painter.font()).horizontalAdvance("Mon 30 Nov") + px(8)
        if day.weekday() == 0 or n == 0:
            room = area.width() * (7 - day.weekday())
            words_ = spoken(day).rsplit(" ", 1)[0] if room > wide else str(day.day)
            label.setWidth(max(room, area.width()))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), words_)

    def _area(self, n: int) -> QRect:
        left, right = round(self.width() * n / DAYS), round(self.width() * (n + 1) / DAYS)
        return QRect(left, 0, right - left - 1, self._floor())

    def _floor(self) -> int:
        return self.height() - px(_FOOT)

    def _day_at(self, point: QPoint) -> int:
        return max(0, min(DAYS - 1, point.x() * DAYS // max(self.width(), 1)))

    def _toggle(self, n: int) -> None:
        day = self.first + timedelta(days=n)
        self.choose(None if day == self._chosen else day)

    def _mark(self) -> None:
        self._tell()
        self.update()

    def _told(self, n: int) -> str:
        return words.DAY_HOLDS.filled(day=spoken(self.first + timedelta(days=n)), n=self._counts[n]).en

    def _tell(self) -> None:
        self.setAccessibleDescription(self._told(self._at))
