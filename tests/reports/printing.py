"""Printing a pack for a test: checked against PDF/UA-1, and PDF/A-2a where wanted, and read back."""

from __future__ import annotations

import page

from casework.case import Case
from reports.documents import render
from tests.reports.cases import pack
from tests.reports.reading import Read, read

# Raised for a stream whose last byte looks like the end of a line; qpdf and veraPDF read it rightly.
FALSE_ALARM = "PDFA2A-STREAM-LENGTH-001"


def told(
    found: Case | None = None, document: str = "pack", edition: str = "full", profiles: str = "ua1", **changed: object
) -> Read:
    pdf = render(document, pack(found, **changed), edition)
    for profile in profiles.split(","):
        found_wrong = page.validate_pdf_bytes(pdf, profile=profile).failures
        assert not [one.message for one in found_wrong if one.rule_id != FALSE_ALARM]
    return read(pdf)
