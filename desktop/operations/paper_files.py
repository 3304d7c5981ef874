"""Paper in files: nothing is saved that does not read back as it was written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from casework.refusal import Refused
from desktop.files import write_whole
from desktop.operations.papers import page_count

_OTHERWISE = "it is not what was written"
_NOT_BACK = "{place} does not read back ({why}), so it is not saved: save it again, in another place."


def save(place: Path, pdf: bytes, pages: int, passphrase: str = "") -> None:
    """Put a PDF into a file, and open it there again: only what reads back whole, with all its pages, is saved.

    Raises Refused where the place does not take it or does not give it back.
    """
    if page_count(keep(place, pdf), passphrase) != pages:
        raise Refused(_NOT_BACK.format(place=place.name, why=_OTHERWISE))


def save_text(place: Path, text: bytes) -> None:
    """Put the text beside a plain PDF into a file of its own, read back like the PDF. Raises Refused as above."""
    if place.exists():
        raise Refused(f"{place.name} is already there: choose another name for the PDF, the text takes its name.")
    keep(place, text)


def keep(place: Path, content: bytes) -> bytes:
    """Put anything into a file: what stands there, read back. Raises Refused where that is not what was written."""
    write_whole(place, content)
    try:
        back = place.read_bytes()
    except OSError as fault:
        raise Refused(_NOT_BACK.format(place=place.name, why=fault.strerror)) from None
    if sha256(back).digest() != sha256(content).digest():
        raise Refused(_NOT_BACK.format(place=place.name, why=_OTHERWISE))
    return back
