"""Going from place to place, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.desk import Desk, Place

_LONGEST = 50


class Navigation(QObject):
    """``arrived(place)`` when a place is to be shown. The page of a case logs who looks before it shows anything."""

    arrived = Signal(Place)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._behind: list[Place] = []
        self._at: Place | None = None
        desk.wanted.connect(self.go)

    @property
    def at(self) -> Place | None:
        """The place that is shown."""
        return self._at

    def go(self, place: Place) -> None:
        """Show a place; where one stands now is remembered for the way back."""
        if self._at is not None and place != self._at:
            self._behind = [*self._behind, self._at][-_LONGEST:]
        self._reach(place)

    def back(self) -> None:
        """Show the place before this one."""
        if self._behind:
            self._reach(self._behind.pop())

    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return bool(self._behind)

    def _reach(self, place: Place) -> None:
        self._at = place
        self.arrived.emit(place)
