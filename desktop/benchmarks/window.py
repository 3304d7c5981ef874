"""From the start of the process to the unlock page, and from the right passphrase to the caseload."""

from __future__ import annotations

import json
from collections.abc import Iterator
from statistics import median

from desktop.benchmarks.measured import Measured, process

_TIMES = 5


def measure() -> Iterator[Measured]:
    """Each a median of five processes, offscreen."""
    start = [json.loads(process(["desktop.measure", "start"])) for _ in range(_TIMES)]
    yield Measured("window", "start to unlock page painted", median(one["ms"] for one in start), 500)
    unlock = [json.loads(process(["desktop.measure", "unlock"])) for _ in range(_TIMES)]
    beyond = median(one["ms"] - one["derivation_ms"] for one in unlock)
    yield Measured("window", "passphrase to caseload, beyond the derivation", beyond, 150)
