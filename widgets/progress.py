"""Work that takes a moment: a thin bar after a tenth of a second, words and a way out after two."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.label import PlainLabel
from widgets.layout import column, row
from widgets.theme import colour, px

SHOWN_AFTER_MS, TOLD_AFTER_MS = 100, 2000
_STEP_MS, _STEPS = 120, 20


class _Thin(QWidget):
    """The bar: filled to a share, or a part that goes along where no share is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = -1.0
        self._at = _STEPS // 2
        self._clock = QTimer(self)
        self._clock.setInterval(_STEP_MS)
        self._clock.timeout.connect(self._go)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(4))

    def run(self, on: bool) -> None:
        if on and self.share < 0 and _may_move():
            self._clock.start()
        else:
            self._clock.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _go(self) -> None:
        self._at = (self._at + 1) % _STEPS
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("rule"))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, 2, 2)
        painter.setBrush(colour("accent"))
        if self.share >= 0:
            painter.drawRoundedRect(QRectF(0, 0, whole.width() * min(self.share, 1.0), whole.height()), 2, 2)
        else:
            part = whole.width() / 4
            left = (whole.width() + part) * self._at / _STEPS - part
            painter.drawRoundedRect(QRectF(left, 0, part, whole.height()).intersected(whole), 2, 2)
        painter.end()


def _may_move() -> bool:
    """Whether the reader's system lets things move."""
    hints = QGuiApplication.styleHints()
    wishes = hints.accessibility()  # lives as long as ``hints`` is held
    return wishes.motionPreference() != Qt.MotionPreference.ReducedMotion


class Progress(QWidget):
    """``start`` when work begins, ``stop`` when it ends; ``cancelled`` comes from its button."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, language: Language = Language.EN) -> None:
        super().__init__(parent)
        self._bar = _Thin()
        self._words = PlainLabel(voice="quiet")
        self._cancel = Button(words.STOP.in_(language), kind="quiet")
        self._cancel.clicked.connect(self.cancelled)
        self._told = QWidget()
        self._told.setLayout(row(self._words, None, self._cancel, gap=8))
        self.setLayout(column(self._bar, self._told, gap=4))
        self._soon, self._later = self._timer(self._show), self._timer(self._tell)
        self._can_cancel = False
        self._hide()

    def start(self, words_: str, *, cancellable: bool = False) -> None:
        """Work began; ``words_`` say what it is, should it last."""
        self._words.setText(words_)
        self.setAccessibleName(words_)
        self._can_cancel = cancellable
        self._bar.share = -1.0
        self._soon.start(SHOWN_AFTER_MS)
        self._later.start(TOLD_AFTER_MS)

    def say(self, words_: str) -> None:
        """Tell the work in other words; when they are shown stays as it is."""
        self._words.setText(words_)
        self.setAccessibleName(words_)

    def reach(self, share: float) -> None:
        """Say how far the work is, 0 to 1."""
        self._bar.share = share
        self._bar.run(False)
        self._bar.update()

    def stop(self) -> None:
        """Work ended."""
        self._soon.stop()
        self._later.stop()
        self._hide()

    def showing(self) -> bool:
        """Whether the bar is to be seen."""
        return not self._bar.isHidden()

    def telling(self) -> bool:
        """Whether the words are to be seen."""
        return not self._told.isHidden()

    def _timer(self, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _show(self) -> None:
        self._bar.show()
        self._bar.run(True)

    def _tell(self) -> None:
        self._told.show()
        self._cancel.setVisible(self._can_cancel)

    def _hide(self) -> None:
        self._bar.run(False)
        self._bar.hide()
        self._told.hide()
