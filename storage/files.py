"""Durable, private files: a file is either as it was or wholly as written, and only its owner reads it."""

from __future__ import annotations

import os
import secrets
import sys
import time
from pathlib import Path

_TRIES = 20
_PAUSE_SECONDS = 0.05


def make_private_folder(folder: Path) -> None:
    """A new folder that only its owner enters (mode 0700). Raises FileExistsError where one is."""
    folder.mkdir(mode=0o700)
    folder.chmod(0o700)


def write_new(path: Path, content: bytes) -> None:
    """A new file (mode 0600) with its bytes on the disk. Raises FileExistsError where one is."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file: after a crash the old bytes or the new stand there, never a mixture."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        write_new(fresh, content)
        rename_over(fresh, path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def rename_over(fresh: Path, path: Path) -> None:
    """Put one file in the place of another, which is closed. Raises OSError."""
    for attempt in range(_TRIES):
        try:
            os.replace(fresh, path)  # noqa: PTH105 - the call whose atomicity is meant
        except PermissionError:
            # A virus scanner on Windows holds a new file for a moment.
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def sync_folder(folder: Path) -> None:
    """The names in a folder on the disk. Windows writes them with the file and has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_at_most(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None where there is none or it is longer than ``most``."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        return None
    return content if len(content) <= most else None
