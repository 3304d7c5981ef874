"""A box for a passphrase with its label, and the sentence beside it when it was not right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.asked_line import AskedLine
from widgets.passphrase import PassphraseBox


class SecretField(AskedLine):
    """``entered`` comes with Enter, ``changed`` with every letter."""

    entered = Signal()
    changed = Signal()

    def __init__(self, name: str, help_words: str = "", parent: QWidget | None = None) -> None:
        self.inside = PassphraseBox(name)
        super().__init__(name, help_words, parent, box=self.inside.box, within=self.inside)
        self.inside.entered.connect(self.entered)

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

    def _edited(self) -> None:
        super()._edited()
        self.changed.emit()
