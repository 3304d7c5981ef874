"""What was dropped in a draft: each with its way back, and a reason where one is given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.text import Text
from casework.typed import Spot
from desktop.desk import Desk
from desktop.pages.asked_words import ask_words
from desktop.pages.excerpt import excerpt
from storage.carrying import Verdict
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row

_SHORT = 90
_KEEP = Text("Keep the reason", "Cadw'r rheswm")


class Dropped(QWidget):
    """``undone(digest)`` asks for one back; ``explained(verdict, reason)`` gives the reason of one."""

    undone = Signal(str)
    explained = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._case = desk, ""
        self._lines = column(gap=4)
        self.setLayout(self._lines)

    def show_dropped(self, case: str, gone: Sequence[Verdict]) -> None:
        """Show these; nothing where there are none."""
        self._case = case
        clear(self._lines)
        if gone:
            self._lines.addWidget(Heading(f"Dropped in this draft: {len(gone)}", 3))
        for one in gone:
            self._lines.addWidget(DroppedLine(self, one))

    def ask_why(self, verdict: Verdict) -> None:
        """Ask for the reason of one."""
        spot = Spot(self._case, "", f"dropped {verdict.digest}")
        if reason := ask_words(self, self._desk, spot, "Why does it hold no more?", _KEEP):
            self.explained.emit(verdict, reason)


class DroppedLine(QWidget):
    """One of them."""

    def __init__(self, page: Dropped, verdict: Verdict) -> None:
        super().__init__()
        self._page, self._verdict = page, verdict
        short = excerpt(verdict.was, _SHORT)
        line = row(Paragraph(f"{short}  –  {verdict.reason}" if verdict.reason else short, voice="quiet"), gap=12)
        line.setStretch(0, 1)
        for words, way in ((("Say why", self._explain),) if not verdict.reason else ()) + (("Put back", self._undo),):
            button = Button(words, kind="link")
            button.setAccessibleName(f"{words}: {verdict.was}")
            button.clicked.connect(way)
            line.addWidget(button)
        self.setLayout(line)

    def _undo(self) -> None:
        self._page.undone.emit(self._verdict.digest)

    def _explain(self) -> None:
        self._page.ask_why(self._verdict)
