"""The twelve recovery words: shown once, then three of them typed back from what was written down."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from desktop import words
from desktop.pages.asked_line import AskedLine
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, panel, row
from widgets.theme import px

ASKED = 3
_COLUMNS = 3


class RecoveryWords(QWidget):
    """``checked`` once the three words were right."""

    checked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._asked: tuple[int, ...] = ()
        self.boxes: list[AskedLine] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(px(16), px(16), px(16), px(16))
        self._grid.setVerticalSpacing(px(12))
        self.written = Button(words.WORDS_WRITTEN.en, kind="primary")
        self.written.clicked.connect(self._ask)
        show = QWidget()
        sheet = panel(self._grid, surface=True)
        show.setLayout(
            column(
                Heading(words.WORDS_TITLE.en), Paragraph(words.WORDS_HOW.en), sheet, row(None, self.written), None,
                gap=20,
            )
        )  # fmt: skip
        self._lines = column(gap=16)
        self.finish = Button(words.FINISH.en, kind="primary")
        self.finish.clicked.connect(self._check)
        back = Button(words.BACK.en)
        back.clicked.connect(self._look_again)
        check = QWidget()
        foot = row(back, None, self.finish, gap=8)
        check.setLayout(
            column(Heading(words.WORDS_CHECK.en), Paragraph(words.WORDS_CHECK_HOW.en), self._lines, foot, None, gap=20)
        )
        self._steps = QStackedWidget()
        self._steps.addWidget(show)
        self._steps.addWidget(check)
        self.setLayout(column(self._steps))

    def show_words(self, given: tuple[str, ...]) -> None:
        """Show these words, and choose which three will be asked."""
        self._words = given
        self._asked = tuple(sorted(secrets.SystemRandom().sample(range(len(given)), ASKED)))
        clear(self._grid)
        rows = -(-len(given) // _COLUMNS)
        for n, word in enumerate(given):
            number = PlainLabel(f"{n + 1}", voice="quiet")
            told = PlainLabel(word, voice="heading")
            told.setAccessibleName(f"{words.WORD_NUMBER.filled(n=n + 1).en}: {word}")
            self._grid.addLayout(row(number, told, None, gap=8), n % rows, n // rows)
        self._steps.setCurrentIndex(0)
        self.setFocusProxy(self.written)

    def asked(self) -> tuple[int, ...]:
        """The places of the words asked for, from nought."""
        return self._asked

    def _ask(self) -> None:
        clear(self._lines)
        self.boxes = [AskedLine(words.WORD_NUMBER.filled(n=n + 1).en) for n in self._asked]
        for box in self.boxes:
            self._lines.addWidget(box)
            box.box.returnPressed.connect(self._check)
        self._steps.setCurrentIndex(1)
        self.boxes[0].setFocus()

    def _look_again(self) -> None:
        self._steps.setCurrentIndex(0)

    def _check(self) -> None:
        for at, line in zip(self._asked, self.boxes, strict=True):
            if line.text().casefold() != self._words[at]:
                line.refuse(words.WORD_WRONG.filled(n=at + 1).en)
                return
        self._words = ()
        clear(self._grid)
        self.finish.setEnabled(False)
        self.checked.emit()
