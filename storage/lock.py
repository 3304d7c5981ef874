"""One process at a time: an operating-system lock on a file, which dies with the process that holds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from storage.problems import InUse


class Lock:
    """The lock on a vault's folder. Raises InUse where another holder has it, and OSError from the disk."""

    def __init__(self, path: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
        self._handle = os.open(path, flags, 0o600)
        try:
            _take(self._handle)
        except OSError:
            os.close(self._handle)
            raise InUse from None

    def release(self) -> None:
        """Let the lock go; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
