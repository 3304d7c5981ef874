"""Tab goes through a window in the order in which it is read, also past what was put into a page later.

Qt goes in the order in which widgets were made: a form that takes another's place, or a card that is opened, would come
after everything else of the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QWidget

_SETTLED_MS = 150
_FLOATING = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Tool)


def turn(window: QWidget, *, ahead: bool) -> bool:
    """Put the focus where the reader goes next, round at the ends; whether there was anywhere to go."""
    at = window.focusWidget()
    found = _after(window, at, ahead=ahead) if at is not None and window.isAncestorOf(at) else None
    found = found or next(_within(window, ahead=ahead), None)
    if found is None or found is at:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if ahead else Qt.FocusReason.BacktabFocusReason)
    keep_in_sight(QApplication.focusWidget() or found)
    return True


def _after(window: QWidget, at: QWidget, *, ahead: bool) -> QWidget | None:
    """The first that takes the focus among what follows a widget: beside it, then beside what it stands in."""
    if ahead and (below := next(_below(at, ahead=ahead), None)) is not None:
        return below
    step = at
    while step is not window:
        outer = step.parentWidget()
        if outer is None:
            return None
        order = _children(outer)
        place = order.index(step) if step in order else len(order)
        rest = order[place + 1 :] if ahead else order[:place][::-1]
        for one in rest:
            if (found := next(_within(one, ahead=ahead), None)) is not None:
                return found
        if not ahead and outer is not window and _takes(outer):
            return outer
        step = outer
    return None


def _within(widget: QWidget, *, ahead: bool) -> Iterator[QWidget]:
    """What takes the focus of a widget and everything in it, in the order of reading or against it."""
    if not widget.isVisible():
        return
    if ahead and _takes(widget):
        yield widget
    yield from _below(widget, ahead=ahead)
    if not ahead and _takes(widget):
        yield widget


def _below(widget: QWidget, *, ahead: bool) -> Iterator[QWidget]:
    children = _children(widget)
    for one in children if ahead else children[::-1]:
        yield from _within(one, ahead=ahead)


def _takes(widget: QWidget) -> bool:
    """Whether Tab stops here; of answers that exclude each other at the chosen one, or the first."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return widget.isEnabled() and widget is (group.checkedButton() or group.buttons()[0])
    tabbed = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tabbed) and widget.isEnabled() and widget.focusProxy() is None


def _children(widget: QWidget) -> list[QWidget]:
    """The widgets in a widget as they are read: in the order of its layout, else from above and from the left."""
    layout = widget.layout()
    order = list(_laid(layout)) if layout is not None else []
    known = set(map(id, order))
    rest = [one for one in widget.children() if isinstance(one, QWidget) and id(one) not in known and _stands(one)]
    return [*order, *sorted(rest, key=lambda one: (one.y(), one.x()))]


def _stands(one: QWidget) -> bool:
    return one.windowType() not in _FLOATING and not one.isHidden()


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for n in range(layout.count()):
        item = layout.itemAt(n)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _laid(inner)
        elif (found := item.widget()) is not None:
            yield found


def keep_in_sight(widget: QWidget) -> None:
    """Scroll the pages about a widget as little as brings it in sight, now and once all is laid out anew."""
    _scroll(widget)
    QTimer.singleShot(_SETTLED_MS, widget, partial(_scroll, widget))


def _scroll(widget: QWidget) -> None:
    step: QWidget | None = widget if widget.hasFocus() else None
    while step is not None and not step.isWindow():
        step = step.parentWidget()
        if isinstance(step, QScrollArea):
            step.ensureWidgetVisible(widget)
