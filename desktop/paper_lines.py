"""How many lines typed words take on paper; what sets paper is read beside the window when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.worker import Worker
from widgets.editors.long import printed_lines

_known: list[Callable[[str, str, str], int]] = []


def lines_on_paper(kind: str, key: str, words: str) -> int:
    """By the page's own line breaking once that is read, until then about."""
    return _known[0](kind, key, words) if _known else printed_lines(words)


def read(worker: Worker, owner: QObject, then: Callable[[], None]) -> None:
    """Read what sets paper, if it is not yet; ``then`` when it is there."""
    if _known:
        then()
    else:
        worker.beside(_read, owner, lambda _: then())


def _read() -> None:
    from reports import documents  # noqa: PLC0415 - as below
    from reports.lengths import lines_taken  # noqa: PLC0415 - ReportLab is read beside the window

    lines_taken("plan", "", "The typeface is read too.")
    documents.read_parts()
    _known[:] = [lines_taken]
