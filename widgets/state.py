"""A state: a word with its shape, the colour only repeating it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from casework.dates import distance
from casework.standing import STATE_WORDS, State
from casework.text import Text
from widgets.label import PlainLabel
from widgets.shapes import Shape, draw_shape
from widgets.theme import px
from widgets.words import how_far

SOON_DAYS = 14
_SIGN, _GAP = 14, 6


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is told: its words, its shape, and the role of colour that repeats it."""

    words: Text
    shape: Shape
    role: str = ""


_STANDING = {
    State.NOT_STARTED: (Shape.RING, ""),
    State.IN_HAND: (Shape.HALF, "soon"),
    State.READY: (Shape.TICK, "done"),
    State.NOT_NEEDED: (Shape.DASH, "quiet"),
}


def standing_look(state: State) -> Look:
    """The look of a section's state."""
    shape, role = _STANDING[state]
    return Look(STATE_WORDS[state], shape, role)


def due_look(on: date, today: date, *, duty: bool = True) -> Look:
    """The look of a date's distance. A duty that has passed is late; any other date is only past."""
    days = (on - today).days
    if days < 0:
        return Look(distance(on, today), Shape.DOT, "late") if duty else Look(how_far(on, today), Shape.DASH, "quiet")
    if days <= SOON_DAYS:
        return Look(distance(on, today), Shape.HALF, "soon")
    return Look(distance(on, today), Shape.RING, "")


class StateWord(PlainLabel):
    """A word of state with its shape before it."""

    def __init__(
        self, words: str = "", shape: Shape = Shape.RING, role: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._shape, self._role = shape, role
        self.tell(words, shape, role)

    def tell(self, words: str, shape: Shape, role: str = "") -> None:
        """Say another state. Roles: "" (ink), quiet, late, soon, done, accent."""
        self._shape, self._role = shape, role
        self.setText(words)
        self.set_voice("quiet" if role == "quiet" else "strong" if role == "late" else "")
        self.set_role("" if role == "quiet" else role)
        self.setContentsMargins(px(_SIGN + _GAP), 0, 0, 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 2, max(super().sizeHint().height(), px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = px(_SIGN)
        role = {"quiet": "quiet_ink", "": "quiet_ink"}.get(self._role, self._role)
        draw_shape(painter, self._shape, role, QRectF(0, (self.height() - size) / 2, size, size))
        painter.end()
