"""The photograph of the person at the head of the case's pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

from casework.case import Case
from casework.dates import spoken
from casework.portrait import photograph, taken_on
from casework.record import Record
from desktop.desk import Desk
from desktop.looked_into import picture
from desktop.operations import filing
from widgets.label import PlainLabel
from widgets.theme import px

_HIGH, _DOTS = 56, 160_000


class PortraitLabel(PlainLabel):
    """Hidden where no document is marked as a photograph of the person; read again only where another one is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self._desk = desk
        self._shown = ""
        self.hide()

    def take(self, case: Case) -> None:
        """Show the latest photograph of a case."""
        found = photograph(case)
        if found is None:
            self._shown = ""
            self.hide()
            self.clear()
            return
        self._tell(found)
        if found.id != self._shown:
            self._shown = found.id
            self.hide()
            self._desk.worker.read(filing.seen(found.id), self, partial(self._draw, found.id), lambda _: None)

    def _tell(self, found: Record) -> None:
        on = taken_on(found)
        when = f", taken {spoken(on).partition(' ')[2]}" if on else ""
        self.setAccessibleName(f"Photograph of the person{when}")
        self.setToolTip(f"Photograph of the person{when}")

    def _draw(self, record: str, content: bytes) -> None:
        work = partial(picture, content, _DOTS)
        self._desk.worker.beside(work, self, partial(self._show, record), lambda _: None)

    def _show(self, record: str, image: QImage) -> None:
        if record == self._shown:
            high = px(_HIGH)
            self.setPixmap(QPixmap.fromImage(image.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)))
            self.show()
