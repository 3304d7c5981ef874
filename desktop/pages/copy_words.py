"""What a copy is of, in the words of the screen."""

from __future__ import annotations

from casework.copy_register import Copy
from casework.document import documents

_FILED = "A document filed with the case"


def document_of(copy: Copy) -> str:
    """The document."""
    found = documents().get(copy.document)
    return found.title.en if found else _FILED


def edition_of(copy: Copy) -> str:
    """The edition; empty where there is only what was filed."""
    found = documents().get(copy.document)
    edition = found.edition_named(copy.edition) if found else None
    return edition.title.en if edition else ""
