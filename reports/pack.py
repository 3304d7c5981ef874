"""The meeting pack."""

from __future__ import annotations

from casework.pack import MeetingPack
from casework.text import Language
from reports.documents import render


def meeting_pack(pack: MeetingPack, language: Language | None = None) -> bytes:
    """The full pack for a Level 2 or 3 meeting as tagged PDF/UA-1, not sealed."""
    return render("pack", pack, "full", language)
