"""What every page stands on: the worker, the day, and the wishes that only the window can fulfil."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.place import Place
from desktop.settings import Settings
from desktop.worker import Worker

__all__ = ["Desk", "Place"]


class Desk(QObject):
    """Given to every page by the composition root; no page knows the window or another page."""

    wanted = Signal(Place)
    lock_wanted = Signal()
    settings_changed = Signal(Settings)
    day_changed = Signal()
    told = Signal(str)

    def __init__(self, worker: Worker, today: date, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from desktop.journal import Journal  # noqa: PLC0415 - editors are read once a vault is open

        self.worker = worker
        self.journal = Journal(worker, self)
        self.today = today
        self.settings = settings
        self.vault_name = ""
        self.person = ""
        self.training = False
        self.reason = "supervision"

    def want(self, place: Place) -> None:
        """Ask the window to show a place."""
        self.wanted.emit(place)

    def tell(self, words: str) -> None:
        """Tell something quietly at the foot of the window."""
        self.told.emit(words)

    def turn(self, today: date) -> None:
        """Another day has begun."""
        if today != self.today:
            self.today = today
            self.day_changed.emit()

    def change(self, settings: Settings) -> None:
        """Take other settings of this machine from now on."""
        self.settings = settings
        self.settings_changed.emit(settings)
