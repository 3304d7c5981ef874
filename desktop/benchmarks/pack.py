"""The Level 3 meeting pack of the case with most conditions: whole, of 16 and of 60 pages, and its first page."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument

from casework.pack import MeetingPack
from desktop import clock, training
from desktop.benchmarks.measured import Measured, milliseconds, peak_megabytes, process
from desktop.operations import papers

_WORDS = "measured and thrown away"
_SHORT, _LONG = 16, 60
_LINE = "Seen at the station with the same man as in March, and gone before anybody could ask what he did there.\n"
_KEPT = ("plan", "person", "meeting", "rosh", "level", "category", "scenario")  # the rest may go to make it shorter
_SIGHT = QSize(794, 1123)  # a page at 96 dots to the inch


def measure() -> Iterator[Measured]:
    """Run it in a process of its own, for its memory's sake; the imports are not counted in the times."""
    found = json.loads(process(["desktop.benchmarks.pack"]))
    yield Measured("pack", "whole, tagged", found["ms"], 1000)
    yield Measured("pack", "each page", found["ms"] / found["pages"], 70)
    yield Measured("pack", f"{_SHORT} pages, tagged and sealed", found["short"], 800)
    yield Measured("pack", f"{_LONG} pages, tagged and sealed", found["long"], 3000)
    grown = (found["long"] / _LONG) / (found["short"] / _SHORT)
    yield Measured("pack", f"a page of {_LONG} beside one of {_SHORT}", grown, 1.2, "x")
    yield Measured("pack", "first page, from the vault to its picture", found["first"], 150)
    yield Measured("pack", "the process", found["mb"], 250, "MB")


def once() -> dict[str, float]:
    """Make the packs in this process: milliseconds (median of 5), pages, peak megabytes."""
    today, now = clock.today(), clock.now()
    with tempfile.TemporaryDirectory() as folder:
        vault = training.open_or_make(Path(folder), today)
        with vault.read() as rows:
            case = max(rows.cases(), key=lambda one: len(one.of("condition")))
        order = papers.Order(case.id, "pack", "Benchmark", "Benchmark")
        pack = papers.preview(order, today, now)(vault)
        pdf = papers.made(pack, order)
        _seen(pdf)
        first = milliseconds(lambda: _seen(papers.first_page(papers.preview(order, today, now)(vault), order)))
        vault.close()
    short, long = _of_length(pack, order, _SHORT), _of_length(pack, order, _LONG)
    return {
        "ms": milliseconds(lambda: papers.made(pack, order)),
        "short": milliseconds(lambda: papers.sealed(papers.made(short, order), _WORDS)),
        "long": milliseconds(lambda: papers.sealed(papers.made(long, order), _WORDS)),
        "first": first,
        "pages": papers.page_count(pdf),
        "mb": peak_megabytes(),
    }


def _of_length(pack: MeetingPack, order: papers.Order, pages: int) -> MeetingPack:
    """The pack with so many pages: rows of the case left out, or what is typed of the situation made longer."""
    kept = list(pack.case.records)
    rows = [one for one in kept if one.kind not in _KEPT]
    while _pages(pack, order) > pages and rows:
        gone = {one.id for one in rows[-8:]}
        rows, kept = rows[:-8], [one for one in kept if one.id not in gone]
        shown = {one.id for one in kept}
        pack = replace(
            pack,
            case=pack.case.replaced(kept),
            dates=tuple(one for one in pack.dates if not one.about or one.about in shown),
            due=tuple(one for one in pack.due if not one.about or one.about in shown),
        )
    while (lacking := pages - _pages(pack, order)) > 0:
        longer = pack.plan.answered("situation_text", f"{pack.plan.words('situation_text')}\n{_LINE * 30 * lacking}")
        kept = [longer if one.id == longer.id else one for one in pack.case.records]
        pack = replace(pack, plan=longer, case=pack.case.replaced(kept))
    return pack


def _pages(pack: MeetingPack, order: papers.Order) -> int:
    return papers.page_count(papers.made(pack, order))


def _seen(pdf: bytes) -> None:
    """Draw the first page as the window does."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.render(0, _SIGHT).isNull():
        raise ValueError("the first page was not drawn")
    document.close()


if __name__ == "__main__":
    json.dump(once(), sys.stdout)
