"""Room kept back on the disk, so that a full one can still be logged, locked and cleared up."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from storage.files import write_new

BALLAST = "ballast"
BALLAST_BYTES = 1024 * 1024
_ROOM_BEFORE = 16 * BALLAST_BYTES


def fill(folder: Path) -> None:
    """Keep the room back, if it is not, where the disk has plenty; a disk that refuses is no reason to stop."""
    path = folder / BALLAST
    with contextlib.suppress(OSError):
        if not path.exists() and shutil.disk_usage(folder).free > _ROOM_BEFORE:
            write_new(path, os.urandom(BALLAST_BYTES))


def release(folder: Path) -> bool:
    """Give the room back; whether there was any."""
    try:
        (folder / BALLAST).unlink()
    except OSError:
        return False
    return True
