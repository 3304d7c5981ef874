"""The line in which a condition is begun, with the wordings under it that its letters find."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.wording import Wording, by_category
from casework.wording_answers import draft
from casework.wording_offer import Offer
from casework.wording_search import found
from desktop.pages.orders.words_box import WordsBox
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.offer_list import Offered, OfferList
from widgets.theme import px

OWN, STANDARD = "own words", "standard"
_HINT = "A few letters of a wording, or your own words"
_HOW = "Down shows every wording. Enter takes the marked one. A numbered list may be pasted whole."
_ALL = "all standard conditions"


class WordingSearch(QWidget):
    """``chosen(key)``: a wording's ref, OWN or STANDARD. ``entered`` is Enter while nothing is offered; ``typed``
    comes with every change of the words, ``moved(key)`` when another line is marked.
    """

    chosen = Signal(str)
    entered = Signal()
    typed = Signal()
    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._offer, self._lacking = Offer(()), 0
        self._number = PlainLabel("", voice="strong")
        self.box = WordsBox(_HINT)
        self.box.textChanged.connect(self.typed)
        self.box.entered.connect(self._enter)
        self.box.stepped.connect(self._step)
        self.box.cleared.connect(self._clear)
        self.list = OfferList("Wordings")
        self.list.taken.connect(self.chosen)
        self.list.moved.connect(self._tell)
        self._how = Paragraph(_HOW, voice="quiet", most=110)
        self._reading = Paragraph("", voice="quiet", most=100)
        self._number.setContentsMargins(0, px(8), 0, 0)
        line = row(gap=8)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.box, 1)
        self.setLayout(column(line, self._how, self.list, self._reading, gap=6))
        self.setFocusProxy(self.box)
        self._tell("")

    def take(self, offered: Offer, number: int, lacking_standard: int) -> None:
        """Offer these wordings for the condition of this number."""
        self._offer, self._lacking = offered, lacking_standard
        self._number.setText(f"{number}.")
        self.box.setAccessibleName(f"Condition {number}: {_HINT[0].lower()}{_HINT[1:]}")
        self.box.setAccessibleDescription(_HOW)

    def narrow(self) -> None:
        """Show what the words may mean."""
        words = self.box.words()
        self.list.offer(self._lines(words) if words else [])
        self._tell(self.list.current())

    def rest(self, *, on: bool) -> None:
        """Offer nothing while something else is asked; ``on`` false takes the box up again."""
        self.setVisible(not on)
        self.drop()

    def drop(self) -> None:
        """Take the list away."""
        self.list.offer([])
        self._tell("")

    def wording(self, key: str) -> Wording | None:
        """The wording on offer with this ref."""
        return next((one for one in self._offer.wordings if one.ref == key), None)

    def _lines(self, words: str) -> list[Offered]:
        lines: list[Offered] = []
        if self._lacking > 1 and words.casefold() in _ALL:
            edition = self._offer.pack.edition if self._offer.pack else ""
            lines.append(Offered(STANDARD, f"All {self._lacking} standard conditions of edition {edition}"))
        for category, group in by_category(found(self._offer.wordings, words)):
            lines.append(Offered("", category.name.en))
            lines += [Offered(one.ref, one.title.en, draft(one, {})) for one in group]
        if words:
            lines.append(Offered(OWN, "Own words", f"“{words}”"))
        return lines

    def _enter(self) -> None:
        if key := self.list.current():
            self.chosen.emit(key)
        else:
            self.entered.emit()

    def _clear(self) -> None:
        self.box.clear()
        self.drop()

    def _step(self, by: int) -> None:
        if self.list.isHidden():
            self.list.offer(self._lines(self.box.words()))
            self._tell(self.list.current())
        else:
            self.list.step(by)

    def _tell(self, key: str) -> None:
        """Say in full what the marked line would add."""
        one = self.wording(key)
        self.box.offering = not self.list.isHidden()
        self._reading.setText(draft(one, {}) if one else "")
        self._reading.setVisible(one is not None)
        self._how.setVisible(not self.box.words() and self.list.isHidden())
        self.moved.emit(key)
