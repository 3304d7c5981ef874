"""A button that opens and closes what explains the line it stands in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from casework.text import Language
from widgets import words as own
from widgets.button import Button
from widgets.layout import column, row
from widgets.theme import px

_ASIDE, _LEAST = 48, 120


class Disclosure(Button):
    """The button alone: ``opened(bool)`` says whether its part is to be shown."""

    opened = Signal(bool)

    def __init__(
        self, words: str, about: str = "", parent: QWidget | None = None, *, language: Language = Language.EN
    ) -> None:
        super().__init__(words, parent, icon="chevron-right", kind="quiet")
        self._words, self._about = words, f"{words}: {about}" if about else words
        self._language = language
        self.setCheckable(True)
        self.toggled.connect(self._turn)
        self._tell()

    def break_to(self, width: int) -> None:
        """Break the words into lines of this width, the icon and the edges within it."""
        room, lines = width - px(_ASIDE), [""]
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        if (broken := "\n".join(lines).replace("&", "&&")) != self.text():
            self.setText(broken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right and not self.isChecked():
            self.setChecked(True)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and self.isChecked():
            self.setChecked(False)
        else:
            super().keyPressEvent(event)

    def _turn(self, on: bool) -> None:
        self.set_icon("chevron-down" if on else "chevron-right")
        self._tell()
        self.opened.emit(on)

    def _tell(self) -> None:
        state = own.SHOWN if self.isChecked() else own.HIDDEN
        self.setAccessibleName(self._about)
        self.setAccessibleDescription(state.in_(self._language))


class Disclosed(QWidget):
    """A button with the part that it opens under it; ``make`` builds the part when it is first opened."""

    def __init__(
        self,
        words: str,
        make: Callable[[], QWidget],
        parent: QWidget | None = None,
        *,
        about: str = "",
        language: Language = Language.EN,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._part: QWidget | None = None
        self.button = Disclosure(words, about, language=language)
        self.button.opened.connect(self._show)
        self.button.setMinimumWidth(px(_LEAST))
        self._rows = column(row(self.button, None), gap=4)
        self.setLayout(self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.button.break_to(self.width())

    def _show(self, on: bool) -> None:
        if self._part is None and on:
            self._part = self._make()
            self._rows.addWidget(self._part)
        if self._part is not None:
            self._part.setVisible(on)
