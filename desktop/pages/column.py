"""One column in the middle of an otherwise empty window, for the pages before a vault is open."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from desktop import words
from widgets.label import PlainLabel
from widgets.layout import Scrolled, column, panel, row
from widgets.theme import px

_WIDE = 440


class Centred(Scrolled):
    """Keeps a layout in a column in the middle, a little above it; scrolls where the window is low."""

    def __init__(self, body: QLayout, wide: int = _WIDE, parent: QWidget | None = None) -> None:
        card = panel(column(body, margin=px(32)), card=True)
        card.setFixedWidth(px(wide) + 2 * px(32))
        head = row(None, PlainLabel(words.PROGRAM.en, voice="heading"), None)
        foot = row(None, PlainLabel(words.NEVER_ONLINE.en, voice="quiet"), None)
        middle = column(head, 16, row(None, card, None, gap=0), 16, foot, gap=0)
        whole = column(None, middle, None, gap=0, margin=24)
        whole.setStretch(0, 2)
        whole.setStretch(2, 3)
        super().__init__(panel(whole, surface=True), parent)
