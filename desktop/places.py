"""Where the machine keeps a user's data; nothing here is about a person."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """The user's data folder for this program, by the habits of the system; not created here."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Holdfast"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Holdfast"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "holdfast"


def has_screen() -> bool:
    """Whether a window can be shown: on Linux some display must be named."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in ("offscreen", "minimal")
    named = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return named or not sys.platform.startswith("linux")
