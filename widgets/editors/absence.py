"""The honest ways of having no value: offered beside an empty control, and shown in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Absent
from casework.field import Field
from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.label import PlainLabel
from widgets.layout import row


class Ways(QWidget):
    """The ways "not known" and, where the field allows it, "none": offered while nothing is answered."""

    chosen = Signal(object)

    def __init__(self, field: Field, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unknown: Button | None = None
        if field.may_be_unknown:
            self.unknown = Button(words.NOT_KNOWN.in_(language), kind="faint")
            self.unknown.clicked.connect(self._say_unknown)
        self.none: Button | None = None
        if field.may_be_none:
            self.none = Button(words.NONE.in_(language), kind="faint")
            self.none.clicked.connect(self._say_none)
        self.setLayout(row(*(one for one in (self.unknown, self.none) if one), gap=0))

    def keep_place(self) -> None:
        """Keep the room for the ways while they are not offered, so that nothing beside them moves."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def describe(self, name: str) -> None:
        """Say whose answer the buttons give."""
        for one in (self.unknown, self.none):
            if one is not None:
                one.setAccessibleName(f"{name}: {one.text()}")

    def _say_unknown(self) -> None:
        self.chosen.emit(Absent.UNKNOWN)

    def _say_none(self) -> None:
        self.chosen.emit(Absent.NONE)


class Absence(QWidget):
    """The words that stand in place of a value, and the way back."""

    taken_back = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._words = PlainLabel(voice="strong")
        self.back = Button(words.ANSWER_INSTEAD.in_(language), kind="quiet")
        self.back.clicked.connect(self.taken_back)
        self.setLayout(row(self._words, self.back, None, gap=4))

    def tell(self, absent: Absent, name: str) -> None:
        """Show which of the ways was chosen, for the field of this name."""
        told = absent.label.in_(self._language)
        self._words.setText(told)
        self.back.setAccessibleName(f"{name}: {told}. {words.ANSWER_INSTEAD.in_(self._language)}")
