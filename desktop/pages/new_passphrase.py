"""Choosing a passphrase: words drawn at random, or one's own with a judgement of it; typed back either way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import words
from desktop.pages.secret import SecretField
from desktop.strength import Strength, judged
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import column, panel, row
from widgets.shapes import Shape
from widgets.state import StateWord

_SHAPES = {
    Strength.WEAK: (Shape.RING, "late"),
    Strength.FAIR: (Shape.HALF, "soon"),
    Strength.STRONG: (Shape.TICK, "done"),
}


class NewPassphrase(QWidget):
    """``entered`` comes with Enter in the last box."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested = ""
        self.shown = Paragraph(voice="heading")
        self.again = Button(words.SUGGEST_AGAIN.en, icon="refresh-cw", kind="quiet")
        self.again.clicked.connect(self.suggest)
        inside = column(self.shown, row(self.again, None), gap=8, margin=(16, 12, 16, 8))
        self._drawn = QWidget()
        self._drawn.setLayout(
            column(Paragraph(words.PASSPHRASE_HOW.en), panel(inside, surface=True), gap=12),
        )
        self.own = SecretField(words.OWN_LABEL.en)
        self._strength = StateWord("", Shape.NOTHING)
        self._strength.setWordWrap(True)
        self._own = QWidget()
        self._own.setLayout(column(self.own, self._strength, gap=8))
        self._own.hide()
        self.turn = Button(words.OWN_PASSPHRASE.en, kind="link")
        self.turn.clicked.connect(self._turn)
        self.back = SecretField(words.TYPE_BACK.en, words.TYPE_BACK_HELP.en)
        self.back.entered.connect(self.entered)
        self.own.entered.connect(self.back.setFocus)
        self.own.changed.connect(self._judge)
        self.setLayout(
            column(Heading(words.PASSPHRASE_TITLE.en), self._drawn, self._own, row(self.turn, None), self.back, gap=16)
        )

    def suggest(self) -> None:
        """Draw words at random."""
        from desktop.operations import vaults  # noqa: PLC0415 - keeps the database out of the first paint

        self._suggested = vaults.suggestion()
        self.shown.setText(self._suggested)
        self.back.clear()

    def ready(self) -> bool:
        """Whether a passphrase is chosen, strong enough and typed back; says what is missing."""
        if self._own.isVisibleTo(self) and judged(self.own.text()).strength is Strength.WEAK:
            self.own.refuse(words.TOO_WEAK.en)
            return False
        if self._spaced(self.back.text()) != self._spaced(self._chosen()):
            self.back.refuse(words.NOT_THE_SAME.en)
            return False
        return True

    def copied(self) -> bytearray:
        """The passphrase as bytes for whoever wipes them; what was shown and typed stays, in case it is refused."""
        return bytearray(self._chosen().encode())

    def taken(self) -> bytearray:
        """The passphrase as bytes for whoever wipes them; what was shown and typed is emptied."""
        chosen = self.copied()
        self.shown.setText("")
        for field in (self.own, self.back):
            field.clear()
        self._suggested = ""
        return chosen

    def _chosen(self) -> str:
        return self.own.text() if self._own.isVisibleTo(self) else self._suggested

    def _spaced(self, typed: str) -> str:
        return typed if self._own.isVisibleTo(self) else " ".join(typed.lower().split())

    def _turn(self) -> None:
        own = not self._own.isVisibleTo(self)
        self._own.setVisible(own)
        self._drawn.setVisible(not own)
        self.turn.set_words((words.USE_SUGGESTED if own else words.OWN_PASSPHRASE).en)
        self.back.clear()
        (self.own if own else self.back).setFocus()

    def _judge(self) -> None:
        typed = self.own.text()
        found = judged(typed)
        shape, role = _SHAPES[found.strength]
        self._strength.tell(found.says.en if typed else "", shape if typed else Shape.NOTHING, role if typed else "")
