"""A picture in memory, fitted into its room or as large as its dots."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.pages.zoomed import Zoom
from widgets.label import PlainLabel
from widgets.layout import column, row

_LEAST, _MOST = 0.05, 4.0


class _Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.image)
        painter.end()


class PictureView(QWidget):
    """Ctrl with +, - and 0 makes it larger, smaller, and fits it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas()
        self._factor = 0.0
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._canvas)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._size = PlainLabel("", voice="quiet")
        self.zoom = Zoom(self, "Fit the window")
        self.zoom.changed.connect(self._zoom)
        self.zoom.fitted.connect(self._fit)
        self.setLayout(column(row(self._size, None, *self.zoom.buttons, gap=4), self._area, gap=8))

    def show_picture(self, image: QImage, name: str) -> None:
        """Show a picture, fitted."""
        self._canvas.image, self._factor = image, 0.0
        self._size.setText(f"{image.width():,} by {image.height():,} dots" if not image.isNull() else "")
        self._area.setAccessibleName(f"Picture: {name}")
        self._lay()

    def take_focus(self) -> None:
        """Put the focus on the picture."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown_size(self) -> QSize:
        """How large it is drawn."""
        return self._canvas.size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _fit(self) -> None:
        self._factor = 0.0
        self._lay()

    def _zoom(self, by: float) -> None:
        if not self._canvas.image.isNull():
            now = self._factor or self._canvas.width() / self._canvas.image.width()
            self._factor = max(_LEAST, min(_MOST, now * by))
            self._lay()

    def _lay(self) -> None:
        size, room = self._canvas.image.size(), self._area.viewport().size()
        if self._factor:
            self._canvas.resize(size * self._factor)
        else:
            fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            self._canvas.resize(fitted if fitted.width() < size.width() else size)
