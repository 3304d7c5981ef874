"""Bringing something into sight on a page that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from widgets.theme import px

_ROOM = 12
_LAST = "brought_last"
_ROUNDS, _ROUND_MS = 7, 50


def bring_up(widget: QWidget) -> None:
    """Scroll the page about a widget so that its top is in sight, once what changed is laid out."""
    _Bring(widget, _up).begin()


def bring_in(widget: QWidget) -> None:
    """Scroll the page about a widget as little as brings all of it in sight, once what changed is laid out."""
    _Bring(widget, _in).begin()


def _up(bar: QScrollBar, top: int, height: int, tall: int) -> None:
    shown = bar.value() <= top and top + min(height, tall // 2) <= bar.value() + tall
    if not shown:
        bar.setValue(top - px(_ROOM))


def _in(bar: QScrollBar, top: int, height: int, tall: int) -> None:
    foot = top + height + px(_ROOM) - tall
    bar.setValue(min(max(bar.value(), foot), max(top - px(_ROOM), 0)))


class _Bring:
    """A long form is laid out in several rounds: it is looked at again until that is over.

    What was asked for last on a page goes before what was asked for earlier.
    """

    _asked = count()

    def __init__(self, widget: QWidget, scroll: Callable[[QScrollBar, int, int, int], None]) -> None:
        self._widget, self._scroll = widget, scroll
        self._left = _ROUNDS
        self._number = next(self._asked)

    def begin(self) -> None:
        """Look at it for the first time as soon as what is under way is done."""
        area = area_of(self._widget)
        if area is not None:
            area.setProperty(_LAST, self._number)
        QTimer.singleShot(0, self._widget, self)

    def __call__(self) -> None:
        area = area_of(self._widget)
        inside = area.widget() if area is not None else None
        if area is None or inside is None or (area.property(_LAST) or 0) > self._number:
            return
        top, height = self._widget.mapTo(inside, QPoint(0, 0)).y(), self._widget.height()
        self._scroll(area.verticalScrollBar(), top, height, area.viewport().height())
        self._left -= 1
        if self._left:
            QTimer.singleShot(_ROUND_MS, self._widget, self)


def area_of(widget: QWidget) -> QScrollArea | None:
    """The page that scrolls about a widget."""
    step = widget.parentWidget()
    while step is not None and not isinstance(step, QScrollArea):
        step = step.parentWidget()
    return step
