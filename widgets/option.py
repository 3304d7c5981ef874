"""Radio buttons and tick boxes drawn in the roles of the theme, with words that wrap and a line of help."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from widgets.theme import px, worn

_MARK, _GAP, _TALL = 18, 8, 32
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class _Face:
    """The words and the help beside the mark of one button: their measure and their painting."""

    def __init__(self, button: QAbstractButton, words: str, help_words: str) -> None:
        self._button, self._words, self._help = button, words, help_words
        self._measured: tuple[tuple[int, int], tuple[QRect, QRect]] | None = None
        button.setAccessibleName(words)
        button.setAccessibleDescription(help_words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)

    def height(self, width: int) -> int:
        words, helped = self._rooms(width)
        return helped.bottom() + 6 if self._help else max(words.height() + 8, px(_TALL))

    def size(self) -> QSize:
        metrics = self._button.fontMetrics()
        wide = max(metrics.horizontalAdvance(self._words), min(metrics.horizontalAdvance(self._help), px(480)))
        width = px(_MARK) + px(_GAP) + wide + 8
        return QSize(width, self.height(width))

    def least(self) -> QSize:
        longest = max((self._button.fontMetrics().horizontalAdvance(w) for w in self._words.split()), default=0)
        return QSize(px(_MARK + _GAP) + longest + 8, px(_TALL))

    def mark_extent(self) -> None:
        """Tell the ring of focus how far the words go."""
        words, helped = self._rooms(self._button.width())
        metrics = self._button.fontMetrics()
        wide = max(metrics.horizontalAdvance(self._words), metrics.horizontalAdvance(self._help))
        right = min(words.left() + wide + px(6), self._button.width())
        bottom = helped.bottom() + 4 if self._help else self._button.height() - 2
        self._button.setProperty("ring_about", QRect(-2, 2, right + 2, bottom - 4))

    def paint(self, painter: QPainter) -> QRectF:
        """Paint the words; return the square for the mark."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, helped = self._rooms(self._button.width())
        painter.setPen(worn().colour("ink" if self._button.isEnabled() else "quiet_ink"))
        painter.drawText(words, _WRAP, self._words)
        if self._help:
            painter.setPen(worn().colour("quiet_ink"))
            painter.drawText(helped, _WRAP, self._help)
        size = px(_MARK)
        return QRectF(1, words.top() + (self._button.fontMetrics().height() - size) / 2 + 1, size - 2, size - 2)

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """The places of the words and of the help, measured once for a width and a size of type."""
        now = (width, self._button.font().pixelSize())
        if self._measured is None or self._measured[0] != now:
            self._measured = (now, self._measure(width))
        return self._measured[1]

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        metrics, left = self._button.fontMetrics(), px(_MARK) + px(_GAP)
        room = QRect(left, 0, max(width - left - 4, 20), 10_000)
        top = 4 if self._help else max(4, (px(_TALL) - metrics.height()) // 2)
        words = QRect(left, top, room.width(), metrics.boundingRect(room, _WRAP, self._words).height())
        tall = metrics.boundingRect(room, _WRAP, self._help).height()
        return words, QRect(left, words.bottom() + 2, room.width(), tall)


_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Radio(QRadioButton):
    """One of several answers that exclude each other. An arrow chooses where it goes, also where none is chosen yet."""

    def __init__(self, words: str, help_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._face = _Face(self, words, help_words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, pos: QPoint) -> bool:
        """The words are as good as the mark."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        at, group = self.window().focusWidget(), self.group()
        none_yet = group is not None and group.checkedId() < 0 and event.key() in _ARROWS
        if none_yet and isinstance(at, Radio) and at is not self and at.group() is group:
            at.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._face.mark_extent()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self._face.paint(painter)
        lit = self.isChecked() or self.underMouse()
        painter.setPen(QPen(worn().colour("accent" if lit else "control_edge"), 2 if lit else 1.5))
        painter.setBrush(worn().colour("paper"))
        painter.drawEllipse(area)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn().colour("accent"))
            painter.drawEllipse(area.center(), area.width() * 0.27, area.width() * 0.27)
        painter.end()


class Tick(QCheckBox):
    """An answer that may be given beside others."""

    def __init__(self, words: str, help_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._face = _Face(self, words, help_words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def hitButton(self, pos: QPoint) -> bool:
        """The words are as good as the mark."""
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._face.mark_extent()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self._face.paint(painter)
        lit = self.isChecked() or self.underMouse()
        painter.setPen(QPen(worn().colour("accent" if lit else "control_edge"), 2 if lit else 1.5))
        painter.setBrush(worn().colour("accent" if self.isChecked() else "paper"))
        painter.drawRoundedRect(area, 3, 3)
        if self.isChecked():
            draw_tick(painter, area, "on_accent")
        painter.end()


def draw_tick(painter: QPainter, area: QRectF, role: str) -> None:
    """A tick in the ink of a role, within a square."""
    pen = QPen(worn().colour(role), max(2.0, area.width() / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, w = area.x(), area.y(), area.width()
    painter.drawPolyline([QPointF(x + w * a, y + w * b) for a, b in ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))])
