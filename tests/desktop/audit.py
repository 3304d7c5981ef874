"""A page looked at as a screen reader, a keyboard and a small screen do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget  # noqa: TID251

from widgets.label import Elided, Paragraph

ROLE = QAccessible.Role
NAMED = {
    ROLE.Button, ROLE.EditableText, ROLE.ComboBox, ROLE.CheckBox, ROLE.RadioButton, ROLE.Table, ROLE.List, ROLE.Tree,
    ROLE.SpinBox, ROLE.Slider, ROLE.PageTab, ROLE.MenuItem, ROLE.ListItem, ROLE.ColumnHeader,
}  # fmt: skip


def walk(told):
    yield told
    for n in range(told.childCount()):
        child = told.child(n)
        if child and child.isValid() and child.role() != ROLE.NoRole:
            yield from walk(child)


def nameless(page: QWidget) -> list[str]:
    """What can be worked and has no name."""
    found = []
    for told in walk(QAccessible.queryAccessibleInterface(page)):
        if told.state().invisible:
            continue
        name, widget = told.text(QAccessible.Text.Name).strip(), told.object()
        inner = widget is not None and widget.objectName().startswith("qt_")
        works = isinstance(widget, QWidget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        works = works and widget.focusProxy() is None
        if not inner and not name and (told.role() in NAMED or works):
            found.append(f"{told.role().name} {type(widget).__name__ if widget else '-'}")
    return found


def unreached(page: QWidget) -> list[str]:
    """What takes the keyboard and cannot be reached with Tab from the first control, nor by arrows in a group."""
    wanted = [
        one for one in page.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None and not one.objectName().startswith("qt_")
    ]  # fmt: skip
    if not wanted:
        return []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(400):
        at = QApplication.focusWidget()
        if at is None or at in reached:
            break
        reached.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return [
        f"{type(one).__name__} {one.accessibleName()}"
        for one in wanted
        if one not in reached and not _led(one, reached)
    ]


def _led(one: QWidget, reached: list[QWidget]) -> bool:
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and any(other in reached for other in group.buttons())


def cut(page: QWidget) -> list[str]:
    """Words that have less room than they need, once everything is laid out."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    found = []
    for one in page.findChildren(QLabel):
        if not one.isVisible() or isinstance(one, Elided) or not one.text():
            continue
        needs = (
            one.minimumSizeHint().width() if one.wordWrap() or isinstance(one, Paragraph) else one.sizeHint().width()
        )
        if one.width() + 1 < needs or (
            not isinstance(one, Paragraph) and one.height() + 1 < one.fontMetrics().height()
        ):
            found.append(f"{one.text()[:40]} {one.width()} of {needs}")
        if isinstance(one, Paragraph) and one.height() + 1 < one.heightForWidth(one.width()):
            found.append(f"{one.text()[:40]} {one.height()} of {one.heightForWidth(one.width())} high")
    return found


def sideways(page: QWidget) -> list[str]:
    """Pages that scroll sideways."""
    areas = page.findChildren(QScrollArea)
    return [one.accessibleName() for one in areas if one.isVisible() and one.horizontalScrollBar().maximum() > 0]
