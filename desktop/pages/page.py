"""A page of the window: what the window asks of each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk, Place


class Page(QWidget):
    """One page. Subclasses give ``open`` and, where they hold editors, ``flush``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def open(self, place: Place) -> None:
        """Come before the reader, at a place."""

    def place(self) -> Place | None:
        """Where on the page the reader is; None where it is the place that was opened."""
        return None

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
