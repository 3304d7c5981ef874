"""The Level 3 meeting pack of the case with an SHPO of eleven conditions."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desktop import clock, training
from desktop.benchmarks.measured import Measured, milliseconds, peak_megabytes, process
from desktop.operations import papers


def measure() -> Iterator[Measured]:
    """Run it in a process of its own, for its memory's sake; the imports are not counted in the times."""
    found = json.loads(process(["desktop.benchmarks.pack"]))
    yield Measured("pack", "whole, tagged", found["ms"], 1000)
    yield Measured("pack", "each page", found["ms"] / found["pages"], 70)
    yield Measured("pack", "the process", found["mb"], 250, "MB")


def once() -> dict[str, float]:
    """Make the pack in this process: milliseconds (median of 5), pages, peak megabytes."""
    today, now = clock.today(), clock.now()
    with tempfile.TemporaryDirectory() as folder:
        vault = training.open_or_make(Path(folder), today)
        with vault.read() as rows:
            case = max(rows.cases(), key=lambda one: len(one.of("condition")))
        order = papers.Order(case.id, "pack", "Benchmark", "Benchmark")
        pack = papers.preview(order, today, now)(vault)
        vault.close()
        pdf = papers.made(pack, order)
        taken = milliseconds(lambda: papers.made(pack, order))
    return {"ms": taken, "pages": papers.page_count(pdf), "mb": peak_megabytes()}


if __name__ == "__main__":
    json.dump(once(), sys.stdout)
