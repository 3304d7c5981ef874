"""A box for a passphrase with its label, and the sentence beside it when it was not right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.label import Paragraph, PlainLabel
from widgets.layout import column
from widgets.passphrase import PassphraseBox
from widgets.remark import Remark
from widgets.theme import mark


class SecretField(QWidget):
    """``entered`` comes with Enter, ``changed`` with every letter."""

    entered = Signal()
    changed = Signal()

    def __init__(self, name: str, help_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = help_words
        self.inside = PassphraseBox(name)
        self.box = self.inside.box
        self.box.setAccessibleDescription(help_words)
        self.inside.entered.connect(self.entered)
        self.inside.edited.connect(self._edited)
        self._wrong = Remark(self)
        label = PlainLabel(name, voice="strong")
        label.setBuddy(self.box)
        helped = [Paragraph(help_words, voice="quiet")] if help_words else []
        self.setLayout(column(label, *helped, self.inside, self._wrong, gap=4))
        self.setFocusProxy(self.box)

    def text(self) -> str:
        """What was typed."""
        return self.box.text()

    def copied(self) -> bytearray:
        """What was typed, as bytes for whoever derives from it and wipes them; the box keeps it."""
        return bytearray(self.box.text().encode())

    def clear(self) -> None:
        """Empty the box; what the toolkit copied meanwhile stays until the process ends."""
        self.inside.wipe()
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say what was wrong; what was typed stays, selected."""
        self._wrong.tell(sentence)
        mark(self.box, refused=bool(sentence))
        self.box.setAccessibleDescription(sentence or self._help)
        if sentence:
            self.box.setFocus()
            self.box.selectAll()

    def refusal(self) -> str:
        """What stands beside the box."""
        return self._wrong.text()

    def _edited(self) -> None:
        self.refuse("")
        self.changed.emit()
