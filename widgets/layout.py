"""Arranging on the 4 px grid: columns, rows, lines between, and pages that scroll."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets.theme import mark

Part = QWidget | QLayout | int | None
_RESIZED = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
L = TypeVar("L", bound=QBoxLayout)


def column(*parts: Part, gap: int = 8, margin: int | tuple[int, int, int, int] = 0) -> QVBoxLayout:
    """Parts under one another. A number is a space of its own in px, None the space that stretches."""
    return _filled(QVBoxLayout(), parts, gap, margin)


def row(*parts: Part, gap: int = 8, margin: int | tuple[int, int, int, int] = 0) -> QHBoxLayout:
    """Parts beside one another. A number is a space of its own in px, None the space that stretches."""
    return _filled(QHBoxLayout(), parts, gap, margin)


def panel(layout: QLayout, parent: QWidget | None = None, *, surface: bool = False, card: bool = False) -> QFrame:
    """A frame with a layout in it: plain, on the surface colour, or as an outlined card."""
    frame = QFrame(parent)
    mark(frame, surface=surface or None, card=card or None)
    frame.setLayout(layout)
    return frame


def rule() -> QFrame:
    """A line across, where space does not do the work."""
    line = QFrame()
    mark(line, line=True)
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def upright() -> QFrame:
    """A line down."""
    line = QFrame()
    mark(line, upright=True)
    line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


class Scrolled(QScrollArea):
    """A page that scrolls up and down, never sideways, and brings what has focus into sight."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        mark(inside, scrolled=True)
        self.setWidget(inside)
        inside.installEventFilter(self)
        if name:
            self.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        inside = self.widget()
        if inside is not None and watched is inside and event.type() in _RESIZED:
            self.setMinimumWidth(inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return super().eventFilter(watched, event)


class Measure(QWidget):
    """Keeps what is in it to a width (``most`` px), at the left of the room there is."""

    def __init__(self, inside: QWidget, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside.setMaximumWidth(most)
        self.setLayout(row(inside, gap=0))


def _filled(layout: L, parts: tuple[Part, ...], gap: int, margin: int | tuple[int, int, int, int]) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*(margin if isinstance(margin, tuple) else (margin,) * 4))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
