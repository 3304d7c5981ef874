"""Bringing something into sight on a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from widgets.theme import px

_ROOM = 12
_LAID_MS = 30


def bring_up(widget: QWidget) -> None:
    """Scroll the page about a widget so that its top is in sight, once what changed is laid out."""
    QTimer.singleShot(0, widget, _Bring(widget))


def bring_in(widget: QWidget) -> None:
    """Scroll the page about a widget as little as brings all of it in sight, once what changed is laid out."""
    QTimer.singleShot(0, widget, _BringIn(widget))


class _BringIn:
    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def __call__(self) -> None:
        area = _area(self._widget)
        inside = area.widget() if area is not None else None
        if area is None or inside is None:
            return
        top = self._widget.mapTo(inside, QPoint(0, 0)).y() - px(_ROOM)
        bar, tall = area.verticalScrollBar(), area.viewport().height()
        lowest = top + self._widget.height() + 2 * px(_ROOM) - tall
        bar.setValue(min(max(bar.value(), lowest), top))


def bring_whole(widget: QWidget) -> None:
    """Scroll the page about a widget so that its foot is in sight, and of the rest what has room, once all is laid."""
    QTimer.singleShot(_LAID_MS, widget, _Bring(widget, whole=True))


class _Bring:
    def __init__(self, widget: QWidget, *, whole: bool = False) -> None:
        self._widget, self._whole = widget, whole

    def __call__(self) -> None:
        area = _area(self._widget)
        inside = area.widget() if area is not None else None
        if area is None or inside is None:
            return
        top = self._widget.mapTo(inside, QPoint(0, 0)).y()
        bar, tall = area.verticalScrollBar(), area.viewport().height()
        if self._whole:
            foot = top + self._widget.height() + px(_ROOM) - tall
            bar.setValue(min(max(bar.value(), foot), max(top - px(_ROOM), 0)))
            return
        shown = bar.value() <= top and top + min(self._widget.height(), tall // 2) <= bar.value() + tall
        if not shown:
            bar.setValue(top - px(_ROOM))


def _area(widget: QWidget) -> QScrollArea | None:
    step = widget.parentWidget()
    while step is not None and not isinstance(step, QScrollArea):
        step = step.parentWidget()
    return step
