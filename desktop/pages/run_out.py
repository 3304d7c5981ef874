"""Where the copies of a run go: a job each to a printer, or a sealed file each into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop.desk import Desk
from desktop.files import writable
from desktop.operations import paper_files, papers
from desktop.operations.runs import Entered, Pages, Planned
from desktop.pages.paper_runner import Problem, Put
from desktop.pages.paper_sending import send
from desktop.pages.paper_ways import copy_name
from storage.recovery import suggested_passphrase
from widgets.file_question import choose_file

LIST_FILE = "list-of-copies.pdf"
_LIST = "The list of the run"


def to_printer(desk: Desk, owner: QWidget, printer: QPrinter) -> Put:
    """Each copy a job of its own, whose name tells nothing."""

    def put(_one: Entered | None, pages: Pages, done: Callable[[], None], fail: Callable[[Problem], None]) -> None:
        send(desk, owner, pages[:1], printer, done, fail)

    return put


def choose_folder(parent: QWidget, run: Sequence[Planned]) -> Path | None:
    """Ask for a folder; None where it was cancelled. Raises Refused where copies of these cases lie there already."""
    folder = choose_file(parent, "Save sealed into a folder", "folder")
    if folder is None:
        return None
    writable(folder / LIST_FILE)
    names = (LIST_FILE, *(copy_name(one.ref, "*") for one in run))
    if there := next((found for name in names for found in folder.glob(name)), None):
        raise Refused(f"{there.name} is already there: choose an empty folder.")
    return folder


class Folder:
    """Saves each copy sealed, read back before it counts; ``words`` are the passphrases, one for each recipient."""

    def __init__(self, desk: Desk, owner: QWidget, folder: Path) -> None:
        self._desk, self._owner, self._folder = desk, owner, folder
        self.words: dict[str, str] = {}

    def put(self, one: Entered | None, pages: Pages, done: Callable[[], None], fail: Callable[[Problem], None]) -> None:
        """Save one copy, or the list."""
        whom = one.copy.recipient if one else _LIST
        words = self.words.setdefault(whom, suggested_passphrase())
        place = self._folder / (copy_name(one.ref, one.copy.number) if one else LIST_FILE)
        self._desk.worker.beside(partial(_save, place, pages, words), self._owner, lambda _: done(), fail)


def _save(place: Path, pages: Pages, words: str) -> None:
    pdf, text = pages
    paper_files.save(place, papers.sealed(pdf, words, text), papers.page_count(pdf), words)
