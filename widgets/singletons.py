"""Keeps None, True and False alive on Python 3.11 under PySide 6.12.

That release gives back references to them which it never took. From Python 3.12 on they are immortal and nothing
happens; before it the interpreter ends after some thousands of calls ("deallocating None").
"""

from __future__ import annotations

import ctypes
import sys

_OUT_OF_REACH = 1 << 60


def keep() -> None:
    """Put the reference counts of the singletons out of reach, as Python 3.12 does by itself (PEP 683)."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for one in (None, True, False, NotImplemented, Ellipsis):
            ctypes.c_ssize_t.from_address(id(one)).value = _OUT_OF_REACH
