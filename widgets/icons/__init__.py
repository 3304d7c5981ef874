"""Icons: Lucide drawings (see LICENSE.txt beside them) in the ink of a role."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap


def draw(painter: QPainter, name: str, ink: QColor, area: QRectF) -> None:
    """Draw an icon into a square; an unknown name is a mistake of the program and raises FileNotFoundError."""
    _renderer(name, ink.name()).render(painter, area)  # type: ignore[attr-defined]


def icon(name: str, ink: QColor, quiet: QColor | None = None, size: int = 16, after: int = 0) -> QIcon:
    """An icon for a button, in one ink and, where it is disabled, in another; ``after`` px of room follow it."""
    made = QIcon(pixmap(name, ink, size, after=after))
    if quiet is not None:
        made.addPixmap(pixmap(name, quiet, size, after=after), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, ink: QColor, size: int, ratio: float = 2.0, after: int = 0) -> QPixmap:
    """An icon as a picture of ``size`` device-independent pixels, with ``after`` px of room at its right."""
    made = QPixmap(round((size + after) * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, name, ink, QRectF(0, 0, made.height(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(f.name.removesuffix(".svg") for f in files(__package__).iterdir() if f.name.endswith(".svg")))


@cache
def _drawing(name: str) -> str:
    return (files("widgets.icons") / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, ink: str) -> object:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not needed before the first icon

    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", ink).encode()))
