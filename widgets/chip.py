"""Short facts in outlined boxes: level, category, and the level of risk of serious harm."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.field import choice_lists
from casework.text import Language
from widgets import words as own
from widgets.label import PlainLabel
from widgets.shapes import Box, box_font, draw_box, rosh_box
from widgets.theme import px


class Chip(PlainLabel):
    """A word in a box: "Level 3", "Cat 1"."""

    def __init__(self, words: str, parent: QWidget | None = None, *, box: Box = Box.OUTLINE, spoken: str = "") -> None:
        super().__init__(words, parent)
        self._box = box
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken or words)

    def tell(self, words: str, box: Box = Box.OUTLINE, spoken: str = "") -> None:
        """Change the word and its box."""
        self._box = box
        self.setText(words)
        self.setAccessibleName(spoken or words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(box_font(self._box))
        return QSize(metrics.horizontalAdvance(self.text()) + px(14) + 1, metrics.height() + px(4) + 1)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self._box, self.text(), QPointF(0, self.height() / 2), self.width())
        painter.end()


def rosh_chip(code: str, language: Language = Language.EN, group: str = "") -> Chip:
    """The level of risk of serious harm as a word in a box; ``group`` is whom it is to, for screen readers."""
    words = rosh_words(code, language)
    spoken = " ".join(part for part in (own.ROSH.in_(language), group, words) if part)
    return Chip(words, box=rosh_box(code), spoken=spoken)


def rosh_words(code: str, language: Language = Language.EN) -> str:
    """The word of a level of risk of serious harm, very high in capitals; "not known" where there is none."""
    option = next((one for one in choice_lists()["rosh"] if one.code == code), None)
    label = option.label.in_(language) if option else own.NOT_KNOWN.in_(language)
    return label.upper() if code == "very_high" else label
