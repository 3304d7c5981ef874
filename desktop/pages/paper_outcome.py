"""What became of paper that was asked for, and the passphrase of a sealed file, told this once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casework.copy_register import Copy
from casework.dates import spoken
from desktop.unmade import Unmade
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, panel
from widgets.notice import Notice

SEALED = "Saved sealed (AES-256), opened again and found whole. An archive (PDF/A) takes only a plain one."
PLAIN = "Saved plain: this file is not sealed, and whoever has it can read it."
WARNING = (
    "A plain file is not sealed: whoever gets hold of it can read every page. A sealed one needs its passphrase. "
    "Save plain only into a place that is itself protected."
)
_STAND = "Those that are not there are entered so in the register and keep their numbers for another try."
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


def fell_short(problem: Unmade, count: int) -> str:
    """Why copies are not there, and of several how many are."""
    if count < 2:
        return f"{problem.why.en} The copy is entered as not made and keeps its number for another try."
    there = "None of them is" if not problem.made else f"{problem.made} of {count} are"
    return f"{problem.why.en} {there} there. {_STAND}"


def given_before(found: Sequence[Copy], today: date) -> tuple[str, str]:
    """The question whether the very same is to be given again, and to whom it was given when."""
    last = found[-1]
    question = "The same paper was given before" if len(found) == 1 else f"The same paper was given {len(found)} times"
    day = spoken(last.made_at.astimezone().date())
    told = f"Copy {last.number} with the same content went to {last.recipient} on {day}: {last.told(today).en.lower()}."
    return question, f"{told} Another copy gets a number and an entry of its own."
