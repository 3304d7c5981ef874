"""The gallery of every control, walked through as a screen reader, a keyboard and a magnifier do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget  # noqa: TID251
from shiboken6 import isValid

from tests.widgets import gallery
from widgets.focus import FocusRing
from widgets.label import Elided, Paragraph
from widgets.layout import Scrolled, column
from widgets.theme import apply, themes

ROLE = QAccessible.Role
NAMED = {
    ROLE.Button, ROLE.EditableText, ROLE.ComboBox, ROLE.CheckBox, ROLE.RadioButton, ROLE.Table, ROLE.List, ROLE.Tree,
    ROLE.SpinBox, ROLE.Slider, ROLE.PageTab, ROLE.MenuItem, ROLE.ListItem, ROLE.ColumnHeader,
}  # fmt: skip


def walk(told: QAccessibleInterface):
    yield told
    for n in range(told.childCount()):
        child = told.child(n)
        if child and child.isValid() and child.role() != ROLE.NoRole:
            yield from walk(child)


@pytest.fixture
def window(shown) -> QWidget:
    return shown(gallery.gallery(), 1366, 768)


def test_everything_that_can_be_worked_has_a_name(window):
    nameless, seen = [], 0
    for told in walk(QAccessible.queryAccessibleInterface(window)):
        if told.state().invisible:
            continue
        name, widget = told.text(QAccessible.Text.Name).strip(), told.object()
        inner = widget is not None and widget.objectName().startswith("qt_")
        if told.role() in NAMED:
            seen += 1
            if not name and not inner:
                nameless.append((told.role().name, type(widget).__name__ if widget else "-"))
        focusable = isinstance(widget, QWidget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if focusable and widget.focusProxy() is None and not inner and not name:
            nameless.append(("focusable", type(widget).__name__))
    assert nameless == []
    assert seen > 80


def test_a_nameless_control_is_found(shown):
    bad = QWidget()
    bad.setLayout(column(QLineEdit(), QPushButton()))
    shown(bad)
    roles = {told.role() for told in walk(QAccessible.queryAccessibleInterface(bad))
             if told.role() in NAMED and not told.text(QAccessible.Text.Name).strip()}  # fmt: skip
    assert roles == {ROLE.EditableText, ROLE.Button}


def tab_order(window: QWidget, most: int = 400) -> list[QWidget]:
    seen: list[QWidget] = []
    for _ in range(most):
        at = QApplication.focusWidget()
        if at is None or at in seen:
            break
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return seen


def test_the_keyboard_reaches_everything_and_comes_round(window):
    first = next(one for one in window.findChildren(QAbstractButton) if one.isVisible())
    first.setFocus(Qt.FocusReason.TabFocusReason)
    order = tab_order(window)
    reached = {id(one) for one in order}
    wanted = [
        one for one in window.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    ]  # fmt: skip
    assert len(wanted) > 60
    assert [
        type(one).__name__ + one.accessibleName()
        for one in wanted
        if id(one) not in reached and not grouped(one, reached)
    ] == []
    assert QApplication.focusWidget() in order


def grouped(one: QWidget, reached: set[int]) -> bool:
    """Whether arrow keys lead here from a button of the same group that Tab reaches."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and any(id(other) in reached for other in group.buttons())


def test_focus_is_always_seen(window):
    """Wherever Tab goes, both colours of the ring are on the screen about the focused control."""
    next(one for one in window.findChildren(QAbstractButton) if one.isVisible()).setFocus(Qt.FocusReason.TabFocusReason)
    ring_of = QApplication.instance().findChild(FocusRing, "holdfast_focus_ring")
    for _ in range(60):
        at, ring = QApplication.focusWidget(), ring_of._ring
        assert ring.isVisible(), at
        about = at.property("ring_about")
        area = about if isinstance(about, QRect) else at.rect()
        middle = at.mapTo(window, area.center())
        assert ring.geometry().contains(middle), at
        assert ring.geometry().intersects(QRect(at.mapTo(window, QPoint(0, 0)), at.size())), at
        QTest.keyClick(at, Qt.Key.Key_Tab)


def test_a_click_on_a_button_leaves_no_ring(shown):
    button = shown(QPushButton("Add"))
    button.clearFocus()
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    ring = QApplication.instance().findChild(FocusRing, "holdfast_focus_ring")._ring
    assert ring is None or not isValid(ring) or ring.window() is not button or not ring.isVisible()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("theme", themes())
def test_no_words_are_cut_at_any_scale(dressed, shown, theme, scale):
    apply(dressed, theme, scale)
    window = shown(gallery.gallery(), round(1366 * scale), 900)
    cut = []
    for one in window.findChildren(QLabel):
        if not one.isVisible() or isinstance(one, Elided) or not one.text():
            continue
        needed = one.heightForWidth(one.width()) if isinstance(one, Paragraph) else one.minimumSizeHint().height()
        wide = 0 if one.wordWrap() or isinstance(one, Paragraph) else one.minimumSizeHint().width()
        if one.height() < needed - 2 or one.width() < wide - 2:
            cut.append((type(one).__name__, one.text()[:40], one.size().toTuple(), needed, wide))
    assert cut == []
    for one in window.findChildren(QPushButton):
        if one.isVisible():
            assert one.height() >= one.fontMetrics().height(), one.text()
            assert one.width() >= one.minimumSizeHint().width(), one.text()


@pytest.mark.parametrize("layout", ["guided", "compact"])
def test_a_form_fits_beside_two_columns_in_the_least_window(shown, layout):
    """Rail, sections and guidance leave 620 px of 1366 for the words."""
    page = shown(Scrolled(gallery.form(layout)))
    assert page.minimumSizeHint().width() <= 620
    assert page.widget().minimumSizeHint().width() <= 620


def test_the_gallery_lets_go(assert_freed, qtbot):
    def make() -> QWidget:
        made = gallery.gallery()
        made.show()
        made.findChild(QLineEdit).setFocus()
        return made

    assert_freed(make)
