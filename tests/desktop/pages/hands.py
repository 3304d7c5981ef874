"""Hands on the keyboard: what tests of pages do."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.desktop.audit import cut
from widgets.label import PlainLabel


def type_into(editor: QWidget, words: str) -> None:
    """Type words into an editor's box in place of what stands there."""
    box = editor.buddy()
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Press a key on a widget."""
    QTest.keyClick(widget, key)


def words(widget: QWidget) -> str:
    """Every word in sight on a widget."""
    return "\n".join(one.text() for one in widget.findChildren(PlainLabel) if one.isVisible())


def settled(qtbot, page: QWidget) -> None:
    """Wait until what was asked of the page is laid out: nothing in it lacks room any more."""
    with contextlib.suppress(TimeoutError, AssertionError, qtbot.TimeoutError):
        qtbot.waitUntil(lambda: cut(page) == [], timeout=2000)
