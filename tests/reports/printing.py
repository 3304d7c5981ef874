"""Printing a pack for a test: checked against PDF/UA-1 and read back."""

from __future__ import annotations

import page

from casework.case import Case
from reports.documents import render
from tests.reports.cases import pack
from tests.reports.reading import Read, read


def told(found: Case | None = None, document: str = "pack", edition: str = "full", **changed: object) -> Read:
    pdf = render(document, pack(found, **changed), edition)
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    return read(pdf)
