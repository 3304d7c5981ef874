"""Collects Python's garbage on the window's thread alone.

The collector runs on whichever thread happens to allocate. Where it finds a widget or a timer there, Qt takes it down
beside its own thread and the process ends (seen with PySide 6.12).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250


class Collecting(QTimer):
    """Takes over from the collector until its parent goes, with the collector's own limits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=_EVERY_MS)
        gc.disable()
        self.destroyed.connect(_give_back)
        self.timeout.connect(self.collect)
        self.start()

    def collect(self) -> None:
        """Collect the oldest generation whose limit is passed, and all younger ones with it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return


def _give_back() -> None:
    gc.enable()
