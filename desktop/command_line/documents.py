"""``holdfast documents``: what can be printed."""

from __future__ import annotations

import argparse
import json
import sys

from casework.document import documents


def run(asked: argparse.Namespace) -> int:
    """List the documents with their editions on standard output."""
    found = documents().values()
    if asked.json:
        shaped = [
            {"code": one.code, "title": one.title.en, "editions": [edition.code for edition in one.edition]}
            for one in found
        ]
        sys.stdout.write(json.dumps(shaped, ensure_ascii=False, indent=1) + "\n")
        return 0
    for one in found:
        editions = ", ".join(edition.code for edition in one.edition)
        sys.stdout.write(f"{one.code:<12} {one.title.en}  ({editions})\n")
    return 0
