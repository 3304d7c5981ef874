"""The last resort: a defect is told by its place, without a word of anybody's data."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType


def place(fault: BaseException, trace: TracebackType | None) -> str:
    """Where a defect showed itself: its type, function and line, never its values."""
    frames = traceback.extract_tb(trace)
    if not frames:
        return type(fault).__name__
    last = frames[-1]
    return f"{type(fault).__name__} at {last.name}, line {last.lineno}"


def watch(tell: Callable[[str], None]) -> None:
    """From now on tell every uncaught exception of the window's thread by its place."""

    def hook(_kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        words = place(fault, trace)
        sys.stderr.write(f"Holdfast met a defect of its own ({words}).\n")
        tell(words)

    sys.excepthook = hook
