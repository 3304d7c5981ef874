"""Nothing to show, or something that failed: one sentence, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.button import Button
from widgets.icons import pixmap
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column
from widgets.theme import colour, px

_SIGN, _WIDE = 32, 420


class Empty(QWidget):
    """``words`` says what is so, ``detail`` what it means; ``acted`` comes from the one button.

    ``role`` "late" is a failure. An empty ``action`` leaves the button out.
    """

    acted = Signal()

    def __init__(
        self,
        words: str,
        action: str = "",
        parent: QWidget | None = None,
        *,
        detail: str = "",
        icon: str = "",
        role: str = "",
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon, self._role = icon or ("triangle-alert" if role == "late" else ""), role
        self._sign = PlainLabel()
        self.heading = Heading(words, 2)
        self.heading.setMaximumWidth(px(_WIDE))
        parts: list[QWidget | int | None] = [None, *([self._sign] if self._icon else []), self.heading]
        if detail:
            parts.append(Paragraph(detail, voice="quiet", most=60))
        self.button: Button | None = None
        if action:
            self.button = Button(action, kind="primary" if primary else "")
            self.button.clicked.connect(self.acted)
            parts += [4, self.button]
        inside = column(*parts, None, gap=8, margin=24)
        for part in parts:
            if isinstance(part, Button) or part is self._sign:
                inside.setAlignment(part, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(inside)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        if self._icon:
            self._sign.setPixmap(pixmap(self._icon, colour(self._role or "quiet_ink"), px(_SIGN)))
