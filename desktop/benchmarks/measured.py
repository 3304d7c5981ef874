"""One measurement and its limit."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, its value and the limit that it must stay under, both in ``unit``."""

    name: str
    what: str
    value: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """The value as a part of the limit: under 1 is within."""
        return self.value / self.limit


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """The median time of a piece of work, in milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def process(arguments: Sequence[str], given: bytes = b"") -> bytes:
    """Run this program's interpreter on a module of it; returns what it prints. Raises CalledProcessError."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, input=given, check=True, capture_output=True).stdout  # noqa: S603 - our own modules


def peak_megabytes() -> float:
    """The most memory that this process has held, in megabytes; nought where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage tells on Linux begins with the most that the parent held when it started this process.
        return next(int(one.split()[1]) for one in status.read_text().splitlines() if one.startswith("VmHWM:")) / 1024
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
