"""How long a finished document is."""

from __future__ import annotations

import io

import pikepdf


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF that is not sealed."""
    with pikepdf.open(io.BytesIO(pdf)) as found:
        return len(found.pages)
