"""A new process in the place of this one: the only way to let go of what Python held in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NoReturn


def command() -> list[str]:
    """How the program is started again at its unlock page, with nothing of how this process was started."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    flags = [flag for flag, is_set in (("-I", sys.flags.isolated), ("-P", sys.flags.safe_path)) if is_set]
    return [sys.executable, *flags, "-m", "desktop"]


def replace_process() -> NoReturn:
    """End this process without another line of it run, and begin anew.

    Linux and macOS replace the process in place. Windows has no such call: there a new process starts and this one
    ends at once.
    """
    asked = command()
    if sys.platform == "win32":
        subprocess.Popen(asked, close_fds=True)  # noqa: S603 - this very program
        os._exit(0)
    os.execv(asked[0], asked)  # noqa: S606 - this very program
