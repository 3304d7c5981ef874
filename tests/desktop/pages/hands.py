"""Hands on the keyboard: what tests of pages do."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from casework.record import CaseId
from desktop.desk import Desk
from desktop.operations import carrying
from desktop.operations.intent import Changes
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


def keep_all(desk: Desk, case: CaseId) -> None:
    """Keep everything that the draft of a case carries over."""
    sheets: list[carrying.Sheet | None] = []
    desk.worker.read(carrying.sheet(case, desk.today), desk, sheets.append)
    (sheet,) = sheets
    assert sheet is not None
    for one in sheet.asked:
        desk.worker.write(carrying.keep(sheet.version.id, one.item), desk)
    # A keep changes nothing that is read of the case, so whoever shows it is told by hand.
    desk.worker.changed.emit(Changes(frozenset({case})), desk)


def words(widget: QWidget) -> str:
    """Every word in sight on a widget."""
    return "\n".join(one.text() for one in widget.findChildren(PlainLabel) if one.isVisible())


def settled(qtbot, page: QWidget) -> None:
    """Wait until what was asked of the page is laid out: nothing in it lacks room any more."""
    with contextlib.suppress(TimeoutError, AssertionError, qtbot.TimeoutError):
        qtbot.waitUntil(lambda: cut(page) == [], timeout=2000)


class Typist:
    """Types at whatever has the cursor, and counts the keystrokes beyond the text itself."""

    def __init__(self) -> None:
        self.keys = 0

    @staticmethod
    def _at() -> QWidget:
        at = QApplication.focusWidget()
        assert at is not None, "the cursor is nowhere"
        return at

    def text(self, words: str) -> Typist:
        """Type words that belong to the text: they are not counted."""
        QTest.keyClicks(self._at(), words)
        return self

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Typist:
        """Press keys that are not text; a chord is one."""
        for key in keys:
            self.keys += 1
            if isinstance(key, str):
                QTest.keyClicks(self._at(), key)
            else:
                QTest.keyClick(self._at(), key, modifier)
        return self

    def enter(self, words: str = "") -> Typist:
        """Type an answer and go on."""
        return self.text(words).press(Qt.Key.Key_Return)
