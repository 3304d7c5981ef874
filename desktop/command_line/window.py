"""``holdfast`` alone: the application."""

from __future__ import annotations

import argparse


def run(_asked: argparse.Namespace) -> int:
    """Open the application; returns when it is closed."""
    from desktop.app import open_window  # noqa: PLC0415 - Qt is read only when a window is wanted

    return open_window()
