"""The editor of running text: it grows with its words and counts the lines they will take on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from casework.answer import Absent, Answer
from widgets import words
from widgets.editors.editor import Editor, said
from widgets.label import PlainLabel
from widgets.layout import row
from widgets.theme import px

PRINTED_WIDTH = 88
"""Characters in a printed line of 10 pt across the page."""
REPORT_LETTERS, _REPORT_LINES, _REPORT_PARAGRAPHS = 1500, 12, 5


def printed_lines(text: str) -> int:
    """About how many lines a text takes on paper; none for an empty one."""
    return sum(max(1, ceil(len(part) / PRINTED_WIDTH)) for part in text.split("\n")) if text.strip() else 0


def is_report(text: str, lines: int, about: int) -> bool:
    """Whether pasted text of so many printed lines is a report, and not a few points for ``about`` lines."""
    paragraphs = sum(bool(part.strip()) for part in text.split("\n"))
    many = paragraphs >= _REPORT_PARAGRAPHS and lines > 2 * about
    return len(text) > REPORT_LETTERS or lines > max(_REPORT_LINES, 3 * about) or (many and lines > _REPORT_PARAGRAPHS)


class GrowingText(QPlainTextEdit):
    """A box of plain text that is as high as its words; Tab moves on.

    What ``held_back`` says of what is pasted does not go in by itself: ``pasted(text)`` tells of it.
    """

    pasted = Signal(str)
    _least = 1

    def __init__(self, least_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least_lines
        self.held_back: Callable[[str], bool] | None = None
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(px(8))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if self.held_back is None or not self.held_back(text):
            super().insertFromMimeData(source)
            return
        # Whoever hears of it may ask, and the clipboard may change meanwhile: the key is done with first.
        QTimer.singleShot(0, self, partial(self.pasted.emit, text))

    def _grow(self) -> None:
        least = self._least * self.fontMetrics().lineSpacing() + 2 * px(8)
        height = max(least, ceil(self._laid_height()) + px(8)) + 4
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _laid_height(self) -> float:
        """The height of the words as they are laid out, with the margin below: a line may be higher than its font."""
        total, block = 0.0, self.document().firstBlock()
        while block.isValid():
            total += self.blockBoundingRect(block).height()
            block = block.next()
        return total


class LongEditor(Editor):
    """Running text. It is taken as an answer after a longer pause than a line: the journal has it meanwhile.

    Once ``guard_pasting`` was called, ``report_pasted(text)`` comes in place of pasting what is a report.
    """

    report_pasted = Signal(str)
    pause_ms = 1500

    def _build(self) -> None:
        self._lines_of: Callable[[str], int] = printed_lines
        self.box = self._made_box()
        self.box.textChanged.connect(self._typed)
        self.count = PlainLabel(voice="quiet")
        self._line.addWidget(self.box, 1, Qt.AlignmentFlag.AlignTop)
        self._watch(self.box)

    def _made_box(self) -> GrowingText:
        return GrowingText(min(max(self.field.lines, 2), 6))

    def measure_with(self, lines_of: Callable[[str], int]) -> None:
        """Count printed lines so from now on."""
        self._lines_of = lines_of
        self._echo()

    def lines_of(self, text: str) -> int:
        """About how many lines a text takes on paper."""
        return self._lines_of(text)

    def guard_pasting(self) -> None:
        """Tell of a pasted report in place of taking it."""
        self.box.held_back = self._is_report
        self.box.pasted.connect(self.report_pasted)

    def put_in(self, text: str) -> None:
        """Put text in where the cursor is; Ctrl+Z takes it out again."""
        cursor = self.box.textCursor()
        cursor.beginEditBlock()  # a step of its own: typing before it is not undone with it
        cursor.insertText(text)
        cursor.endEditBlock()
        self.box.setTextCursor(cursor)
        self.box.ensureCursorVisible()

    def _is_report(self, text: str) -> bool:
        return is_report(text, self._lines_of(text), self.field.lines)

    def _place_ways(self) -> None:
        self._foot = row(self.count, None, self._ways, gap=8)
        self._ways.keep_place()
        self._rows.addLayout(self._foot)

    def _typed(self) -> None:
        if not self._showing:
            self._touched()

    def _read(self) -> Answer:
        return self.box.toPlainText().strip() or Absent.NOT_ASKED

    def _show(self, answer: Answer) -> None:
        written = answer if isinstance(answer, str) else ""
        at = self.box.textCursor().position()
        was, self._showing = self._showing, True
        self.box.setPlainText(written)
        self._showing = was
        cursor = self.box.textCursor()
        cursor.setPosition(min(at, len(written)), QTextCursor.MoveMode.MoveAnchor)
        self.box.setTextCursor(cursor)

    def _echo(self) -> None:
        n, about = self._lines_of(self.box.toPlainText()), self.field.lines
        if about < 2:
            self.count.setText("")
            return
        told = words.LINES if n <= about * 1.5 else words.LINES_OVER
        self.count.setText(said(told, self.language, n=n, about=about))

    def _shown_controls(self) -> list[QWidget]:
        return [self.box, self.count]
