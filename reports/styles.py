"""The styles of the page of paper: text 10 on 14 points, tables 9 on 12, headings 14 and 11.5, nothing under 8."""

from __future__ import annotations

from dataclasses import replace

from reports.tagged.style import Align, Style
from reports.typeface import Face

NUMBER = 48.0
QUIET = 0.35

BODY = Style(indent=NUMBER, after=6)
PLAIN = Style(after=4)
SECTION = Style(14, 18, Face.BOLD, after=6, keep_next=True, indent=NUMBER)
GROUP = Style(11.5, 15, Face.BOLD, before=12, after=3, keep_next=True, indent=NUMBER)
LABEL = Style(10, 14, Face.SEMIBOLD, before=8, after=1, keep_next=True, indent=NUMBER)
NOTE = Style(9, 12, Face.ITALIC, grey=QUIET, indent=NUMBER, after=6)

CELL = Style(9, 12, after=2)
CELL_BOLD = replace(CELL, face=Face.SEMIBOLD)
CELL_QUIET = replace(CELL, grey=QUIET)
HEAD = Style(9, 12, Face.SEMIBOLD)
SMALL = Style(8, 10.5, grey=QUIET, after=2)
CARD_LABEL = Style(9, 14, Face.SEMIBOLD, after=0)
CARD_TEXT = Style(10, 14, after=2)

TITLE = Style(22, 27, Face.BOLD, after=2)
REFERENCE = Style(14, 18, Face.SEMIBOLD, after=8)
CENTRED = Style(9, 12, Face.SEMIBOLD, align=Align.CENTRE)
