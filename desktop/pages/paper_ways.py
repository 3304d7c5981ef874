"""Where paper may go: a printer or a file, asked for in the system's dialogs. Both give nothing when cancelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from casework.copy_register import Copy
from casework.refusal import Refused
from casework.text import Text
from desktop import printing
from desktop.files import writable
from desktop.pages.paper_outcome import given_before
from widgets.file_question import choose_file
from widgets.question import Reply, ask

T = TypeVar("T")
_AGAIN = Text("Make another numbered copy", "Gwneud copi arall wedi'i rifo")


def asked_where(
    question: Callable[[], T | None], refuse: Callable[[Refused], None], nothing: Callable[[], None]
) -> T | None:
    """The answer to a question where paper goes; ``refuse`` hears why there is none, ``nothing`` of none."""
    try:
        if answer := question():
            return answer
    except Refused as refusal:
        refuse(refusal)
    else:
        nothing()
    return None


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Ask for a printer. Raises Refused where there is none, or where it is asked for several of each copy."""
    if not QPrinterInfo.availablePrinterNames():
        raise Refused("No printer is set up on this computer: set one up, or save the paper sealed.")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printing.prepare(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print")
    printing.offered(dialog)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not accepted:
        return None
    printing.allowed(printer)
    return printer


def printer_for(parent: QWidget, refuse: Callable[[Refused], None]) -> QPrinter | None:
    """The printer that was chosen, if any; ``refuse`` hears why there is none to choose."""
    return asked_where(partial(choose_printer, parent), refuse, lambda: None)


def copy_name(ref: str, number: int | str) -> str:
    """The name of a copy's file: the case's reference and the copy's number, nothing of anybody."""
    return f"{ref}-copy-{number}.pdf"


def may_again(parent: QWidget, found: Sequence[Copy], today: date) -> bool:
    """Ask once whether the very same is to be given again to those who have it."""
    question, detail = given_before(found, today)
    return bool(ask(parent, question, [Reply("again", _AGAIN)], detail=detail))


def choose_places(parent: QWidget, heading: str, ref: str, numbers: Sequence[int]) -> tuple[Path, ...]:
    """Ask for a file; for several copies its name with the number of each. Raises Refused where they cannot be put.

    What is offered is the case's reference and the number of the (first) copy.
    """
    name = copy_name(ref, numbers[0])
    first = choose_file(parent, heading, "save", name=name, kinds=("PDF (*.pdf)",))
    if first is None:
        return ()
    if len(numbers) == 1:
        writable(first)
        return (first,)
    stem = first.stem.removesuffix(f"-{numbers[0]}")
    places = tuple(first.with_stem(f"{stem}-{n}") for n in numbers)
    for place in places:
        writable(place)
        if place.exists():
            raise Refused(f"{place.name} is already there: choose another name for the copies to count on.")
    return places
