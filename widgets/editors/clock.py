"""A time of day as it is typed."""

from __future__ import annotations

import re
from datetime import time

from casework.refusal import Refused
from widgets import words

_TIME = re.compile(r"(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)


def time_typed(typed: str) -> time:
    """A time loosely typed: "14:30", "14.30", "1430", "2.30pm", "9am". Raises Refused with what to write instead."""
    found = _TIME.fullmatch(" ".join(typed.split()))
    if found is None:
        raise Refused(words.NOT_A_TIME.filled(typed=typed))
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise Refused(words.NOT_A_TIME.filled(typed=typed))
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    if hour > 23 or minute > 59:
        raise Refused(words.NOT_A_TIME.filled(typed=typed))
    return time(hour, minute)
