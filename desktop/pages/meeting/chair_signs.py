"""How the chair approves minutes: by name, or at this keyboard with a passphrase of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.desk import Desk
from desktop.operations import approving
from desktop.pages.secret import SecretField
from storage.members import Member
from widgets.chooser import Chooser
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column

HOW = "How it is approved"
BY_NAME = "By name, as it stands above"
_HELP = (
    "Where the chair opens this case file too, the minutes are signed with the chair's own passphrase, here and now. "
    "The signature covers the case and the pages, and opens nothing else."
)


class ChairSigns(QWidget):
    """Hidden where nobody else opens the case file. ``entered`` with Enter in the passphrase."""

    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chair = ""
        self._people: tuple[Member, ...] = ()
        self.who = Chooser(HOW, find=False)
        self.who.currentIndexChanged.connect(self._show_box)
        self.passphrase = SecretField(words.PASSPHRASE.en)
        self.passphrase.entered.connect(self.entered)
        label = PlainLabel(HOW, voice="strong")
        label.setBuddy(self.who)
        self.setLayout(column(label, Paragraph(_HELP, voice="quiet"), self.who, self.passphrase, gap=4))
        self.hide()
        self.passphrase.hide()

    def ask(self, chair: str) -> None:
        """Look who could sign; whoever has the chair's name is chosen beforehand."""
        self._chair = chair
        self._desk.worker.read(approving.chairs(), self, self._offer)

    def signs(self) -> Member | None:
        """Whose passphrase it is approved with; None where it is approved by name."""
        return next((one for one in self._people if one.id == self.who.currentData()), None)

    def _offer(self, found: Sequence[Member]) -> None:
        if tuple(found) == self._people:
            return
        self._people = tuple(found)
        told = [(one.id, f"{one.name}, with their own passphrase") for one in found]
        self.who.offer([("", BY_NAME), *told])
        self.setVisible(bool(found))
        if self.who.currentIndex() < 0:
            names = [one.name.casefold() for one in found]
            said = self._chair.casefold()
            self.who.setCurrentIndex(names.index(said) + 1 if said in names else 0)
        self._show_box()

    def _show_box(self) -> None:
        self.passphrase.setVisible(self.signs() is not None)
