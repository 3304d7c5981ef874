"""Forty meeting packs in one run, sealed and saved: the time, and what is held more at its end than after the first."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desktop import clock, training
from desktop.benchmarks.measured import Measured, peak_megabytes, process
from desktop.operations import paper_files, papers, runs
from desktop.operations.runs import Entered, Pages, Planned

_PACKS, _WARM = 40, 6
_WORDS = "measured and thrown away"


def measure() -> Iterator[Measured]:
    """Run it in a process of its own, for its memory's sake."""
    found = json.loads(process(["desktop.benchmarks.run"]))
    yield Measured("run", f"{_PACKS} packs of {found['pages']:.0f} pages, sealed and saved", found["s"], 60, "s")
    yield Measured("run", "first page after everything is logged", found["first"], 4000)
    yield Measured("run", f"memory: the last {_PACKS - _WARM} packs held more", found["grown"], 25, "MB")
    yield Measured("run", "the process", found["mb"], 250, "MB")


def once() -> dict[str, float]:
    """Carry a run out in this process: seconds, pages in all, peak megabytes, and how much the peak grew after six."""
    today, now = clock.today(), clock.now()
    times: list[float] = []
    peaks: list[float] = []
    pages = 0

    def put(one: Entered | None, made: Pages) -> None:
        nonlocal pages
        pdf, _ = made
        count = papers.page_count(pdf)
        pages += count if one else 0
        name = f"{one.ref}-copy-{one.copy.number}.pdf" if one else "list.pdf"
        paper_files.save(place / name, papers.sealed(pdf, _WORDS), count, _WORDS)

    def reach(_made: int, _count: int) -> None:
        times.append(time.perf_counter())
        peaks.append(peak_megabytes())

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        vault = training.open_or_make(place / "training", today)
        with vault.read() as rows:
            cases = rows.cases()
        run = [
            Planned(one.ref, papers.Order(one.id, "pack", f"Recipient {n}", "Benchmark"))
            for n in range(_PACKS)
            for one in (cases[n % len(cases)],)
        ]
        began = time.perf_counter()
        runs.carried_out(vault, run, put, reach, today, now)
        vault.close()
    return {
        "s": times[-1] - began,
        "first": (times[0] - began) * 1000,
        "pages": pages,
        "grown": peaks[-1] - peaks[_WARM - 1],
        "mb": peaks[-1],
    }


if __name__ == "__main__":
    json.dump(once(), sys.stdout)
