"""The rail at the left of the window: where one can go, as an icon with its word, or narrow as the icon alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from casework.text import Language
from widgets import words
from widgets.icons import draw
from widgets.layout import column
from widgets.theme import colour, mark, px, typeface

_WIDE, _NARROW, _TALL = 136, 52, 44


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: ``foot`` puts it at the foot of the rail; ``hint`` is its tooltip, as a shortcut."""

    key: str
    words: str
    icon: str
    foot: bool = False
    hint: str = ""


class RailButton(QAbstractButton):
    """One place of the rail; ``count`` is told beside its word."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._count = 0
        self._narrow = False
        self.setCheckable(True)
        self.setText(place.words.replace("&", "&&"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_count(self, count: int) -> None:
        """Say how many things wait there; 0 says nothing."""
        self._count = count
        self._tell()
        self.update()

    def set_narrow(self, on: bool) -> None:
        """Show the icon alone."""
        self._narrow = on
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_NARROW if self._narrow else _WIDE), px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        area = QRectF(self.rect()).adjusted(px(6), 2, -px(6), -2)
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_wash" if here else "rule"))
            painter.drawRoundedRect(area, px(4), px(4))
        if here:
            painter.fillRect(QRectF(0, area.top() + px(6), px(3), area.height() - px(12)), colour("accent"))
        ink = colour("accent" if here else "ink")
        size = px(20)
        left = (self.width() - size) / 2 if self._narrow else area.left() + px(8)
        draw(painter, self.place.icon, ink, QRectF(left, (self.height() - size) / 2, size, size))
        if not self._narrow:
            self._say(painter, QRectF(left + size + px(10), 0, area.right() - left - size - px(14), self.height()))
        painter.end()

    def _say(self, painter: QPainter, room: QRectF) -> None:
        font = typeface(weight=600 if self.isChecked() else 400)
        painter.setFont(font)
        painter.setPen(colour("accent" if self.isChecked() else "ink"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        shown = QFontMetrics(font).elidedText(self.place.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle, shown)
        if self._count:
            painter.setFont(typeface(size=12, weight=600))
            painter.setPen(colour("quiet_ink"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), str(self._count))

    def _tell(self) -> None:
        told = f"{self.place.words}, {self._count}" if self._count else self.place.words
        self.setAccessibleName(told)
        self.setToolTip(" ".join(p for p in (told if self._narrow else "", self.place.hint) if p))


class Rail(QFrame):
    """``chosen(key)`` when the reader goes somewhere. One Tab stop; arrow keys go along it."""

    chosen = Signal(str)

    def __init__(
        self, places: Sequence[Place], parent: QWidget | None = None, *, language: Language = Language.EN
    ) -> None:
        super().__init__(parent)
        mark(self, surface=True)
        self.setAccessibleName(words.NAVIGATION.in_(language))
        self._group = QButtonGroup(self)
        self._buttons = {place.key: RailButton(place) for place in places}
        for button in self._buttons.values():
            self._group.addButton(button)
            button.installEventFilter(self)
        upper = [self._buttons[one.key] for one in places if not one.foot]
        lower = [self._buttons[one.key] for one in places if one.foot]
        self.setLayout(column(*upper, None, *lower, gap=2, margin=(0, 8, 0, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group.buttonClicked.connect(self._go)

    def choose(self, key: str) -> None:
        """Mark a place as the one shown, without saying so."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_count(self, key: str, count: int) -> None:
        """Say how many things wait at a place."""
        self._buttons[key].set_count(count)

    def set_narrow(self, on: bool) -> None:
        """Show icons alone, with tooltips."""
        for button in self._buttons.values():
            button.set_narrow(on)
            button.updateGeometry()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            order = list(self._buttons.values())
            if isinstance(watched, RailButton) and Qt.Key(event.key()) in steps:
                at = (order.index(watched) + steps[Qt.Key(event.key())]) % len(order)
                order[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if isinstance(watched, RailButton) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return False

    def _go(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            self.chosen.emit(button.place.key)
