"""What became of paper that was asked for, and the passphrase of a sealed file, told this once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, panel
from widgets.notice import Notice

SEALED = "Saved sealed (AES-256), opened again and found whole."
PLAIN = "Saved plain: this file is not sealed, and whoever has it can read it."
WARNING = (
    "A plain file is not sealed: whoever gets hold of it can read every page. A sealed one needs its passphrase. "
    "Save plain only into a place that is itself protected."
)
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class Outcome(QWidget):
    """Hidden while there is nothing to tell; what it tells is read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice()
        self._words = ""
        self._passphrase = PlainLabel("", voice="heading")
        self._passphrase.setWordWrap(True)
        self._passphrase.setTextInteractionFlags(_SELECTABLE)
        self._passphrase.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        how = "Give it by another way than the file. It is told this once and kept nowhere."
        self._box = panel(
            column(
                PlainLabel("Passphrase of the sealed file", voice="quiet"),
                self._passphrase,
                Paragraph(how, voice="quiet"),
                gap=4,
                margin=12,
            ),
            surface=True,
        )
        self.setLayout(column(self._notice, self._box, gap=8))
        self.tell("")

    def tell(self, words: str, role: str = "accent", *, passphrase: str = "") -> None:
        """Say how it went; the passphrase that was told before goes."""
        self._words = words
        self._passphrase.setText(passphrase)
        self._passphrase.setAccessibleName(f"Passphrase of the sealed file: {passphrase}" if passphrase else "")
        self._box.setVisible(bool(passphrase))
        self._notice.tell(words, role)
        self.setVisible(bool(words))

    def text(self) -> str:
        """What it says."""
        return self._words

    def passphrase(self) -> str:
        """The passphrase that it tells, empty where it tells none."""
        return self._passphrase.text()
