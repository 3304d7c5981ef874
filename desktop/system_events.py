"""What Windows tells a program: the machine goes to sleep, its session is locked, another user takes over.

Elsewhere a gap between two looks of the session's own clock stands in for it.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

POWER, SUSPEND = 0x0218, 4
SESSION, LOCKED, CONSOLE_LEFT, REMOTE_LEFT = 0x02B1, 7, 2, 4
_SEEN_BY_NOBODY_ELSE, _SEEN = 0x11, 0


def ends_presence(message: int, detail: int) -> bool:
    """Whether a Windows message means that nobody sits before the window any more."""
    return (message, detail) in ((POWER, SUSPEND), (SESSION, LOCKED), (SESSION, CONSOLE_LEFT), (SESSION, REMOTE_LEFT))


class SystemEvents(QAbstractNativeEventFilter):
    """Calls ``away`` when the system says that the person is gone."""

    def __init__(self, away: Callable[[], None]) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview[int], message: object
    ) -> tuple[bool, int]:
        """Look at one message; never keeps it."""
        if QByteArray(kind).data() == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))  # type: ignore[call-overload]
            if ends_presence(told.message, told.wParam):
                self._away()
        return False, 0


def watch(app: QCoreApplication, window: int, away: Callable[[], None]) -> SystemEvents | None:
    """From now on tell when the person is gone; ``window`` is the native handle. None where nothing is told."""
    if sys.platform == "win32":
        events = SystemEvents(away)
        app.installNativeEventFilter(events)
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)
        return events
    else:  # noqa: RET505 - so that the types are checked for both systems
        return None


def hide_from_capture(window: int, *, hidden: bool) -> None:
    """Keep the window out of screenshots, recordings and shared screens, where the system can (Windows 10 2004)."""
    if sys.platform == "win32":
        wanted = _SEEN_BY_NOBODY_ELSE if hidden else _SEEN
        ctypes.windll.user32.SetWindowDisplayAffinity(wintypes.HWND(window), wanted)
