"""How many lines typed words take on paper, by the page's own line breaking, without setting the page."""

from __future__ import annotations

from functools import cache, lru_cache

from casework.record import RecordKind, record_kinds
from casework.row_layout import Form, row_layout
from reports.page import AREA
from reports.setting import CARD_NAMES, NUMBERS, unlisted
from reports.styles import BODY, CARD_TEXT, CELL, NUMBER
from reports.tagged.lines import broken
from reports.tagged.style import Run, Style
from reports.tagged.table import GUTTER

_NARROW = 0.15  # what a column takes of the page that is as wide as what stands in it, about


def lines_taken(kind: str, key: str, words: str) -> int:
    """About how many lines an answer takes where records of its kind are printed; none where nothing is typed.

    The plan's own fields run across the page; those of other records stand in a card or in a column of a table.
    """
    style, room = _place(kind, key)
    return sum(_broken(line.strip(), style, room) for line in words.splitlines() if line.strip())


@lru_cache(maxsize=4096)
def _broken(line: str, style: Style, room: float) -> int:
    words, indent = unlisted(line)
    return len(broken((Run(words),), style, room - indent))


@cache
def _place(kind: str, key: str) -> tuple[Style, float]:
    shape = record_kinds().get(kind)
    if shape is None or kind == "plan":
        return BODY, AREA.width - BODY.indent
    if row_layout(shape).form is not Form.TABLE:
        return CARD_TEXT, AREA.width - NUMBER - CARD_NAMES - GUTTER
    return CELL, _column(shape, key)


def _column(shape: RecordKind, key: str) -> float:
    columns = row_layout(shape).column
    widest = max(columns, key=lambda one: one.share)
    own = next((one for one in columns if key in one.keys or key in one.also), widest)
    shares = sum(one.share for one in columns) or 1
    room = AREA.width - NUMBERS.fixed - GUTTER * len(columns)
    rest = room - sum(_NARROW * room for one in columns if not one.share)
    return rest * own.share / shares if own.share else _NARROW * room
