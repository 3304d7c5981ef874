"""The application between two tests: nothing left of the one before, in the light theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from widgets.theme import Applied, apply, themes, worn


def dress(app: QApplication) -> None:
    """Delete what the test before left to be deleted, and put on the light theme where another is worn.

    A style sheet set again restyles every widget that is still alive: several tenths of a second each time.
    """
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not app.styleSheet() or worn() != Applied(themes()["light"], 1.0):
        apply(app, "light")
