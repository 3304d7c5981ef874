"""Writing a file that somebody asked for: whole or not at all, readable by its owner alone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from casework.refusal import Refused

_UNWRITTEN = "{path} could not be written ({why}): nothing was changed there."


def writable(path: Path) -> None:
    """Raise Refused when a file cannot be put there, before anything else is done for it."""
    if path.is_dir():
        raise Refused(f"{path} is a folder: give the name of a file in it.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}: make it first, or choose another place.")
    if not os.access(path.parent, os.W_OK):
        raise Refused(f"Nothing can be written in {path.parent}: choose another place.")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step; what stood there before stays until the new one is complete.

    The file in between lies in the same folder under a name that tells nothing. Raises Refused when the place
    cannot take it.
    """
    writable(path)
    try:
        handle, between = tempfile.mkstemp(prefix=".holdfast-", dir=path.parent)
    except OSError as fault:
        raise Refused(_UNWRITTEN.format(path=path, why=fault.strerror)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(between).replace(path)
    except OSError as fault:
        Path(between).unlink(missing_ok=True)
        raise Refused(_UNWRITTEN.format(path=path, why=fault.strerror)) from None
