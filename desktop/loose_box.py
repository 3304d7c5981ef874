"""A box of words that is no field's editor, watched by the journal all the same."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from casework.typed import Typed
from widgets.editors import boxes
from widgets.editors.boxes import Box


class LooseBox(QObject):
    """Goes with its box. Words that were typed there wait; they come back only where nothing was typed since."""

    written = Signal()
    moved = Signal()
    answered = Signal(str, object)
    refused = Signal(str, str)
    set_aside = Signal(str)

    def __init__(self, box: Box, key: str) -> None:
        super().__init__(box)
        self.box, self.key = box, key
        self._given = boxes.words_in(box)
        box.textChanged.connect(self.written)
        box.cursorPositionChanged.connect(self._went)

    @property
    def widget(self) -> QWidget:
        """What is in sight."""
        return self.box

    def waits(self) -> bool:
        """Whether there are words other than those that stood there from the beginning."""
        written = boxes.words_in(self.box)
        return bool(written.strip()) and written != self._given

    def typed(self) -> Typed:
        """The words as they stand, with the cursor."""
        return Typed((boxes.words_in(self.box),), 0, *boxes.cursor_in(self.box))

    def cursor_place(self) -> tuple[int, int, int]:
        """Where the cursor is, and where the selection began."""
        return (0, *boxes.cursor_in(self.box))

    def put_cursor(self, _box: int, at: int, anchor: int) -> None:
        """Put the cursor where it was."""
        boxes.put_cursor(self.box, at, anchor)

    def restore(self, typed: Typed, _when: str, *, overtaken: bool = False) -> None:
        """Bring words back."""
        if typed.words and not self.waits() and not overtaken:
            boxes.put_words(self.box, typed.words[0])
            self.put_cursor(0, typed.cursor, typed.anchor)

    def let_go(self) -> None:
        """The words are settled elsewhere; a box that stands alone keeps its own."""

    def _went(self, *_where: int) -> None:
        if self.box.hasFocus():
            self.moved.emit()
