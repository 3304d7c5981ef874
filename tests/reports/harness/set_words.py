"""Sets words that are marked up already, as the other engines get them: set_words.py CONTENT.json OUT.pdf."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from reports.finish import finished
from reports.styles import BODY, CELL, GROUP, HEAD, LABEL, SECTION
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.columns import Column
from reports.tagged.flow import Area, pour
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.table import Table
from reports.typeface import Face

A4, MARGIN = (595.28, 841.89), 51.02
AREA = Area(MARGIN, 62.0, A4[0] - 2 * MARGIN, A4[1] - 64.0)
STYLES = {"h1": SECTION, "h2": GROUP, "h3": LABEL}


def blocks(found, style):
    made = []
    for kind, content in found:
        if kind == "table":
            rows = [[blocks(cell, CELL) for cell in row] for row in content]
            made.append(Table([Column(), *(Column(1) for _ in content[0][1:])], (), rows, HEAD))
        elif kind == "ul":
            made.append(Items(content, style))
        else:
            made.append(Prose(content, STYLES.get(kind, style), kind.upper()))
    return made


def furniture(canvas, pages):
    with canvas.artifact("Pagination"):
        canvas.show(Face.BOLD, 9, 250, A4[1] - 28, "OFFICIAL-SENSITIVE")
        canvas.show(Face.REGULAR, 8, MARGIN, 41, "Copy 1 of 1")
        canvas.show(Face.SEMIBOLD, 8, A4[0] - 100, 41, f"Page {canvas.page} of {pages}")


canvas = TaggedCanvas(A4, title="Meeting pack", language="en-GB")
pour(canvas, blocks(json.loads(Path(sys.argv[1]).read_text("utf-8")), BODY), AREA)
Path(sys.argv[2]).write_bytes(finished(canvas.finish(lambda _canvas, _pages: None, furniture)))
