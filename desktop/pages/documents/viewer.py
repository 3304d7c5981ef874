"""A document looked at inside the program: pages, a picture, or words as they are; nothing in it is followed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from casework.filed import Form, told_size, words_in
from casework.refusal import Refused
from desktop.desk import Desk
from desktop.looked_into import picture
from desktop.pages.pages_view import PagesView
from desktop.pages.picture_view import PictureView
from storage.filing import Filed
from widgets.button import Button
from widgets.label import Elided, PlainLabel
from widgets.layout import column, row

_SHOWN_DOTS = 12_000_000
_PAGES = "Only its pages are shown: links, scripts and files inside it are neither followed nor run. "


class Viewer(QWidget):
    """Esc goes back to the list; ``copy_wanted(record)`` asks for a copy outside."""

    left = Signal()
    copy_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.record = ""
        self._back = Button("Documents", icon="arrow-left", kind="quiet")
        self._back.setAccessibleName("Back to the documents")
        self._back.clicked.connect(self.leave)
        self.copy = Button("Save a copy outside…", icon="download")
        self.copy.clicked.connect(self._want_copy)
        self._title = Elided("", voice="heading")
        self._told = PlainLabel("", voice="quiet")
        self.pages, self.picture = PagesView(), PictureView()
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._stack = QStackedWidget()
        for one in (self.pages, self.picture, self.words):
            self._stack.addWidget(one)
        head = row(self._back, gap=12)
        head.addWidget(self._title, 1)
        head.addWidget(self.copy)
        self.setLayout(column(head, self._told, self._stack, gap=8, margin=(24, 16, 24, 8)))

    def show_document(self, title: str, filed: Filed, content: bytes) -> None:
        """Show a document that was read; the focus goes to it."""
        self.record = filed.record
        self._title.setText(title)
        self.copy.setAccessibleName(f"Save a copy outside: {title}")
        when = f"{filed.filed_at.astimezone():%d %b %Y, %H:%M}".lstrip("0")
        pages = _PAGES if filed.form is Form.PDF else ""
        self._told.setText(f"{pages}{told_size(filed.length)}, filed {when} by {filed.filed_by}.")
        if filed.form is Form.PDF:
            self.pages.show_pdf(content)
            self._stack.setCurrentWidget(self.pages)
            self.pages.take_focus()
        elif filed.form is Form.TEXT:
            self.words.setAccessibleName(title)
            self.words.setPlainText(words_in(content))
            self._stack.setCurrentWidget(self.words)
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            draw = partial(picture, content, _SHOWN_DOTS)
            self._desk.worker.beside(draw, self, partial(self._show_picture, filed.record, title), self._not_drawn)
            self._stack.setCurrentWidget(self.picture)
            self.picture.take_focus()

    def leave(self) -> None:
        """Let the document go."""
        if self.record:
            self.record = ""
            self.pages.show_nothing()
            self.picture.show_picture(QImage(), "")
            self.words.clear()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _show_picture(self, record: str, title: str, image: QImage) -> None:
        if record == self.record:
            self.picture.show_picture(image, title)

    def _not_drawn(self, problem: object) -> None:
        if isinstance(problem, Refused):
            self._told.setText(problem.why.en)

    def _want_copy(self) -> None:
        self.copy_wanted.emit(self.record)
