"""The one place that asks the machine what day and time it is."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime


def today() -> date:
    """Today by the machine's own calendar."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """The local time, to the second, without a zone: as it is printed."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - printed as the wall clock shows it


def utc() -> datetime:
    """The time as the log keeps it."""
    return datetime.now(UTC)


def seconds() -> float:
    """Seconds of a clock that nobody sets and that runs on while the machine sleeps."""
    if sys.platform != "linux":
        return time.monotonic()
    return time.clock_gettime(time.CLOCK_BOOTTIME)
