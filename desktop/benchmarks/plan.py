"""Writing a plan of sixty pages: from a keystroke, a change of section and a comparison to what is painted."""

from __future__ import annotations

import json
from collections.abc import Iterator

from desktop.benchmarks.measured import Measured, process


def measure() -> Iterator[Measured]:
    """Run it in a process of its own with a window that nobody sees; the journal writes as ever."""
    found = json.loads(process(["desktop.benchmarks.writing"]))
    yield Measured("plan", "keystroke to screen, p95, journal on", found["key"], 16)
    yield Measured("plan", "change of section, p95", found["section"], 50)
    yield Measured("plan", "two versions compared and shown", found["compare"], 200)
