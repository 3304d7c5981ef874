"""The two kinds of box that words are typed into, handled alike."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

Box = QLineEdit | QPlainTextEdit


def is_box(widget: QWidget) -> bool:
    """Whether words are typed into it."""
    return isinstance(widget, Box)


def words_in(box: Box) -> str:
    """What stands in a box."""
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def cursor_in(box: Box) -> tuple[int, int]:
    """Where the cursor is, and where the selection began."""
    if isinstance(box, QPlainTextEdit):
        cursor = box.textCursor()
        return cursor.position(), cursor.anchor()
    at, start = box.cursorPosition(), box.selectionStart()
    if start < 0:
        return at, at
    return at, box.selectionEnd() if at == start else start


def put_words(box: Box, words: str) -> None:
    """Put words into a box in place of all that stands there; the box cannot undo it."""
    if isinstance(box, QLineEdit):
        box.setText(words)
    else:
        box.setPlainText(words)


def put_cursor(box: Box, at: int, anchor: int) -> None:
    """Put the cursor, and the beginning of the selection, where they were, as far as there are words."""
    most = len(words_in(box).encode("utf-16-le", "surrogatepass")) // 2
    at, anchor = min(at, most), min(anchor, most)
    if isinstance(box, QPlainTextEdit):
        cursor = box.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)
    elif at == anchor:
        box.setCursorPosition(at)
    else:
        box.setSelection(anchor, at - anchor)


def can_undo(box: Box) -> bool:
    """Whether the box itself can go back."""
    return box.isUndoAvailable() if isinstance(box, QLineEdit) else box.document().isUndoAvailable()


def can_redo(box: Box) -> bool:
    """Whether the box itself can go forward."""
    return box.isRedoAvailable() if isinstance(box, QLineEdit) else box.document().isRedoAvailable()


def latest_words(box: Box) -> str:
    """What would stand in a box after everything undone were done again; nothing is changed."""
    done = 0
    while can_redo(box):
        box.redo()
        done += 1
    words = words_in(box)
    for _ in range(done):
        box.undo()
    return words
