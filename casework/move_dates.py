"""Dates of a move that cannot be: out of sequence, or in the future for what is said to have happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Answer
from casework.dates import spoken
from casework.moves import Move
from casework.record import record_kinds
from casework.refusal import Refused

_AFTER = {
    "decided_on": ("applied_on", "occurred_on"),
    "refused_on": ("applied_on",),
    "withdrawn_on": ("applied_on",),
    "made_on": ("applied_on",),
    "in_force_from": ("made_on",),
    "until": ("made_on", "decided_on"),
    "returned_on": ("recalled_on",),
    "referred_on": ("returned_on",),
    "released_on": ("returned_on",),
    "told_on": ("decided_on",),
}
"""What cannot be before what, on one record."""
_HAPPENED = (
    "applied_on", "decided_on", "refused_on", "withdrawn_on", "made_on", "served_on", "recalled_on", "returned_on",
    "referred_on", "released_on", "occurred_on", "told_on",
)  # fmt: skip


def refuse_dates(move: Move, given: Mapping[str, Answer], today: date) -> None:
    """Raise Refused, with the key of a field that was answered, where the dates of a move cannot be."""
    whole = {**move.held, **given, **move.sets}
    for key in _HAPPENED:
        day = given.get(key)
        if isinstance(day, date) and day > today:
            raise Refused(f"{_said(move, key, day)} is in the future: record it once it has happened.", key)
    for later, earlier in ((later, one) for later, some in _AFTER.items() for one in some):
        after, before = whole.get(later), whole.get(earlier)
        if isinstance(after, date) and isinstance(before, date) and after < before and given.keys() & {later, earlier}:
            where = later if later in given else earlier
            raise Refused(
                f"{_said(move, later, after)} is before {_said(move, earlier, before)}: put one of them right.", where
            )


def _said(move: Move, key: str, day: date) -> str:
    field = record_kinds()[move.kind].get(key)
    return f"“{field.label.en if field else key}” ({spoken(day)})"
