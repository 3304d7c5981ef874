"""The quiet line at the foot: what was just done at the left, how old the backup is and that nothing is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop import words
from widgets.label import Elided, PlainLabel
from widgets.layout import row


class Foot(QFrame):
    """Stands under every page."""

    def __init__(self, backup_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = Elided("", voice="quiet")
        self._backup = PlainLabel(backup_words, voice="quiet")
        offline = PlainLabel(words.OFFLINE.en, voice="quiet")
        offline.setToolTip(words.OFFLINE_TIP.en)
        line = row(self._told, 16, self._backup, PlainLabel("·", voice="quiet"), offline, gap=8, margin=(16, 4, 16, 4))
        line.setStretch(0, 1)
        self.setLayout(line)

    def warn(self, seconds: int) -> None:
        """Say how soon the window locks by itself."""
        self._told.setText(words.LOCKS_IN.filled(n=seconds).en)

    def tell(self, sentence: str) -> None:
        """Say something quietly."""
        self._told.setText(sentence)
