"""The ring of focus: a line of two colours about whatever has the keyboard, in every theme."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

_WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit)
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)
_TOLD = QEvent.Type.DynamicPropertyChange
_OUT = 4


class _Ring(QWidget):
    """The painted ring, a child of the window that it is in."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("qt_focus_ring")

    def surround(self, area: QRect) -> None:
        if self.geometry() != area:
            self.setGeometry(area)
            inner = self.rect().adjusted(_OUT, _OUT, -_OUT, -_OUT)
            self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        from widgets.theme import worn  # noqa: PLC0415 - theme starts the ring

        look, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for role, inset in (("focus_edge", 1.0), ("focus", 3.0)):
            painter.setPen(QPen(look.colour(role), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8 - inset, 8 - inset)
        painter.end()


class FocusRing(QObject):
    """Follows the focus of an application and keeps the ring about it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("holdfast_focus_ring")
        self._ring: _Ring | None = None
        self._watched: list[weakref.ref[QWidget]] = []
        app.focusChanged.connect(self._move)

    @classmethod
    def follow(cls, app: QApplication) -> None:
        """Start following, once for an application."""
        if app.findChild(cls, "holdfast_focus_ring") is None:
            cls(app)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED or event.type() == _TOLD:
            self._place()
        return False

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if new is None or new.window().windowType() == Qt.WindowType.Popup or not _shows(new):
            return
        step: QWidget | None = new
        while step is not None:
            step.installEventFilter(self)
            self._watched.append(weakref.ref(step))
            step = None if step.isWindow() else step.parentWidget()
        self._place()

    def _forget(self) -> None:
        for known in self._watched:
            widget = known()
            if widget is not None and isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _place(self) -> None:
        target = self._watched[0]() if self._watched else None
        if target is None or not isValid(target):
            return
        window = target.window()
        area = _seen(target, window)
        if self._ring is None or not isValid(self._ring) or self._ring.parentWidget() is not window:
            if self._ring is not None and isValid(self._ring):
                self._ring.deleteLater()
            self._ring = _Ring(window)
        if area.isEmpty() or not target.isVisible():
            self._ring.hide()
        else:
            self._ring.surround(area)


def _shows(widget: QWidget) -> bool:
    """A text box shows that it is written in; anything else shows focus that came by the keyboard."""
    return isinstance(widget, _WRITTEN_IN) or QApplication.mouseButtons() == Qt.MouseButton.NoButton


def _seen(target: QWidget, window: QWidget) -> QRect:
    """The place of the ring in its window, as far as the scrolled pages about the target let it be seen."""
    shown = target.property("ring_about")
    whole = shown if isinstance(shown, QRect) else target.rect()
    area = _about(QRect(target.mapTo(window, whole.topLeft()), whole.size()))
    step = target.parentWidget()
    while step is not None and step is not window:
        outer = step.parentWidget()
        if isinstance(outer, QScrollArea) and step is outer.viewport():
            area = area.intersected(_about(QRect(step.mapTo(window, step.rect().topLeft()), step.size())))
        step = outer
    return area.intersected(window.rect())


def _about(area: QRect) -> QRect:
    return area.adjusted(-_OUT, -_OUT, _OUT, _OUT)
