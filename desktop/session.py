"""Unlocked until nobody touches it: the watch over idle time, and the written list of what locking does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from casework.refusal import Refused
from desktop.worker import Worker
from storage.problems import VaultProblem

WARNING_SECONDS = 30
_SLEPT_SECONDS = 30
_TICK_MS = 1000
_OVER = (Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.Sheet, Qt.WindowType.Tool)
_TOUCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class Lockable(Protocol):
    """What locking asks of the window."""

    def cover(self) -> None:
        """Show nothing of any case and take no more work."""

    def uncover(self) -> None:
        """Show again what was covered."""

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""

    def drop(self) -> None:
        """Let go of every page."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the list."""

    name: str
    do: Callable[[], None]


class Session(QObject):
    """Watches for idle time while a vault is open, and locks.

    Locking ends with ``replace``, which puts a new process in the place of this one: Python cannot wipe what it
    held in memory, the end of the process does. Where the last words could not be written, the first asking keeps
    the session open and tells why (``kept_open``); the second, idle time and sleep lock all the same.
    """

    warned = Signal(int)
    kept_open = Signal(object)
    locked = Signal()
    left = Signal()

    def __init__(
        self,
        worker: Worker,
        window: Lockable,
        replace: Callable[[], None],
        seconds: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.minutes = 5
        self._worker, self._window, self._seconds = worker, window, seconds
        self._replace = replace
        self._touched = self._looked = 0.0
        self._open = self._locking = False
        self._unwritten: Refused | VaultProblem | None = None
        self._insist = self._leaving = False
        self._focused: QObject | None = None
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._follow)
        worker.unwritten.connect(self._note_unwritten)
        worker.changed.connect(self._note_written)

    @property
    def checklist(self) -> tuple[Step, ...]:
        """What is done once everything typed is written, in this order."""
        return (
            Step("stop taking work", self._stop),
            Step("close what stands over the window", close_windows),
            Step("close the vault and wipe its key", self._worker.close),
            Step("clear the clipboard where we filled it", clear_clipboard),
            Step("drop the pages with what they can undo", self._window.drop),
            Step("begin a new process at the unlock page", self._replace),
        )

    def begin(self) -> None:
        """A vault was unlocked: watch from now on."""
        self._open = True
        self._touched = self._looked = self._seconds()
        self._follow(QGuiApplication.focusObject())
        self._timer.start()

    def look(self) -> None:
        """See how long nobody touched anything; a gap since the last look means that the machine slept."""
        self._watch_windows()
        now = self._seconds()
        slept, self._looked = now - self._looked > _SLEPT_SECONDS, now
        left = self.minutes * 60 - (now - self._touched)
        if slept or left <= 0:
            self.away()
        elif left <= WARNING_SECONDS:
            self.warned.emit(round(left))

    def lock(self, *, insist: bool = False) -> None:
        """Lock. ``insist`` locks even where the last words cannot be written."""
        self._finish(insist=insist, leaving=False)

    def away(self) -> None:
        """Nobody sits before the window any more: lock, whatever cannot be written."""
        self.lock(insist=True)

    def leave(self) -> None:
        """Close the vault and end the program; like the first asking to lock, it does not lose words."""
        self._finish(insist=False, leaving=True)

    def begin_anew(self) -> None:
        """Close whatever is open and start again at the unlock page, with nothing typed to be kept."""
        for step in self.checklist:
            step.do()

    def end(self) -> None:
        """The machine shuts down or its user logs out: keep what is typed and close the vault, now."""
        if self._open:
            self._window.flush()
            self._stop()
            self._worker.close()

    def _finish(self, *, insist: bool, leaving: bool) -> None:
        self._insist = self._insist or insist
        if not self._open or self._locking:
            return
        self._locking, self._leaving = True, leaving
        self._window.cover()
        self._window.flush()
        self._worker.settle(self, self._settled)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHED:
            self._touched = self._seconds()
        return False

    def _follow(self, focused: QObject | None) -> None:
        """Words that come without a key, as from an input method, reach only the control that has the focus.

        The whole application is not watched: every event of every widget would go through Python.
        """
        if self._focused is not None and shiboken6.isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._focused = focused
        if focused is not None and self._open:
            focused.installEventFilter(self)
        self._watch_windows()

    def _watch_windows(self) -> None:
        if not self._open:
            return
        for one in QGuiApplication.topLevelWindows():
            one.installEventFilter(self)

    def _settled(self) -> None:
        problem, self._unwritten = self._unwritten, None
        if problem is not None and not self._insist:
            self._locking, self._insist = False, True
            self._window.uncover()
            self.kept_open.emit(problem)
            return
        for step in self.checklist[: -1 if self._leaving else None]:
            step.do()
        (self.left if self._leaving else self.locked).emit()

    def _stop(self) -> None:
        self._open = False
        self._timer.stop()
        for one in (*QGuiApplication.topLevelWindows(), self._focused):
            if one is not None and shiboken6.isValid(one):
                one.removeEventFilter(self)

    def _note_unwritten(self, problem: Refused | VaultProblem) -> None:
        if self._locking:
            self._unwritten = problem

    def _note_written(self) -> None:
        if not self._locking:
            self._insist = False


def close_windows() -> None:
    """Close every dialogue and popover: whatever stands over the main window belongs to the open vault."""
    for one in QApplication.topLevelWidgets():
        if one.windowType() in _OVER and one.isVisible():
            one.close()


def clear_clipboard() -> None:
    """Empty the clipboard, and on X11 the selection, where what lies there came from this program."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
