"""The quiet line that tells when the last answer was kept."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from casework.text import Language
from widgets import words
from widgets.label import PlainLabel


class Saved(PlainLabel):
    """The words "Saved 14:02:07" at the foot of a column; a failure is said in the ink of what is late."""

    def __init__(self, parent: QWidget | None = None, *, language: Language = Language.EN) -> None:
        super().__init__("", parent, voice="quiet")
        self._language = language
        self._also = ""

    def tell(self, sentence: str) -> None:
        """Say something about what is in the field; the next time that something is saved says it too."""
        self.set_voice("quiet")
        self.set_role("")
        self._also = sentence
        self.setText(sentence)

    def saving(self) -> None:
        """Something is on its way to the store."""
        self.set_voice("quiet")
        self.set_role("")
        self.setText(words.SAVING.in_(self._language))

    def saved(self, at: datetime | time) -> None:
        """It is kept since then."""
        self.set_voice("quiet")
        self.set_role("")
        told = words.SAVED.filled(time=f"{at:%H:%M:%S}").in_(self._language)
        self.setText(" · ".join(part for part in (told, self._also) if part))
        self._also = ""

    def failed(self, why: str) -> None:
        """It could not be kept."""
        self.set_voice("strong")
        self.set_role("late")
        self.setText(words.NOT_SAVED.filled(why=why).in_(self._language))
