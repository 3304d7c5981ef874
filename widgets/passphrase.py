"""A box for a passphrase, with its reveal; what was typed leaves it as bytes that can be wiped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.layout import row


class PassphraseBox(QWidget):
    """``entered`` comes with Enter; ``edited`` with every letter, saying nothing of it."""

    entered = Signal()
    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, language: Language = Language.EN) -> None:
        super().__init__(parent)
        self._language, self._name = language, name
        self.box = QLineEdit()
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.box.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.box.setAccessibleName(name)
        self.box.returnPressed.connect(self.entered)
        self.box.textEdited.connect(self._say)
        self._reveal = Button(words.SHOW_WORDS.in_(language), icon="eye")
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self.reveal)
        self._reveal.setAccessibleName(f"{words.SHOW_WORDS.in_(language)}: {name}")
        self.setLayout(row(self.box, self._reveal, gap=4))
        self.setFocusProxy(self.box)

    def take(self) -> bytearray:
        """What was typed, as bytes for the caller to wipe; the box is emptied and hides its letters again."""
        typed = bytearray(self.box.text().encode())
        self.wipe()
        return typed

    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not self.box.text()

    def length(self) -> int:
        """How many letters were typed."""
        return len(self.box.text())

    def same_as(self, other: PassphraseBox) -> bool:
        """Whether two boxes hold the same letters."""
        return self.box.text() == other.box.text()

    def wipe(self) -> None:
        """Empty the box."""
        self._reveal.setChecked(False)
        self.reveal(False)
        self.box.clear()

    def reveal(self, on: bool) -> None:
        """Show the letters, or hide them."""
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self._reveal.set_icon("eye-off" if on else "eye")
        told = (words.HIDE_WORDS if on else words.SHOW_WORDS).in_(self._language)
        self._reveal.set_words(told)
        self._reveal.setAccessibleName(f"{told}: {self._name}")

    def _say(self, _typed: str) -> None:
        self.edited.emit()
