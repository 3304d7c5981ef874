"""Words asked for in a dialog, with the journal watching the box."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from casework.text import Text
from casework.typed import Spot
from desktop.desk import Desk
from widgets import question


def ask_words(
    parent: QWidget, desk: Desk, spot: Spot, asked: str, reply: Text, *, detail: str = "", given: str = ""
) -> str:
    """Ask for words; "" where it was cancelled: then what was typed comes back when the same is asked again."""
    watch = partial(desk.journal.follow_box, spot=spot)
    said = question.ask_words(parent, asked, reply, detail=detail, given=given, watch=watch)
    if said:
        desk.journal.forget(spot.case, spot.record, spot.key)
    return said


def why_a_new_version(parent: QWidget, desk: Desk, case: str) -> str:
    """Ask why a version that was agreed is opened again; "" where it was cancelled."""
    return ask_words(parent, desk, Spot(case, "", "new version"), _WHY, _BEGIN, detail=_STANDS, given=_REVIEW)


_WHY = "Why is a new version begun?"
_BEGIN = Text("Begin the next draft", "Dechrau'r drafft nesaf")
_REVIEW = "Review"
_STANDS = "The version that was agreed stays as it is. The reason stands with the new version and in the log."
