"""Keep the process's memory to itself."""

from __future__ import annotations

import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """No core dump, no other process of the same user reading our memory, new files for the owner alone.

    Called once by the program's entry. Windows has neither limit nor mode bits: there the folder's own permissions
    and full-disk encryption stand in.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
