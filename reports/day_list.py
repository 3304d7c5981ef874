"""The meetings of a day as paper: times, initials and references; nothing else of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.dates import spoken
from casework.meetings.day import Sitting
from reports.law_list import list_head, set_list
from reports.styles import CELL, CELL_BOLD, HEAD, PLAIN
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

TITLE = "Meetings of the day"
MARKING = "OFFICIAL-SENSITIVE"
_HEAD = ("Time", "Initials", "Case", "Level", "Notes")
_COLUMNS = (Column(fixed=60), Column(fixed=70), Column(), Column(fixed=50), Column(1))


def day_list(shown: Sequence[Sitting], today: date) -> bytes:
    """Meetings in their order as tagged PDF/UA-1."""
    day = spoken(shown[0].on) if shown else spoken(today)
    blocks = list_head(f"{TITLE}: {day}")
    if not shown:
        blocks.append(Prose("No meeting is set for this day.", PLAIN))
        return set_list(blocks, TITLE, MARKING, today)
    rows = [_row(one) for one in shown]
    blocks.append(Table(_COLUMNS, _HEAD, rows, HEAD, heads=0))
    return set_list(blocks, TITLE, MARKING, today)


def _row(one: Sitting) -> list[list[Block]]:
    told: list[list[Block]] = [[Prose(words, CELL)] for words in (one.initials, one.ref, one.level, "")]
    return [[Prose(one.time or "Not set", CELL_BOLD)], *told]
