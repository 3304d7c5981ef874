"""Times of day as they are typed: "19:00", "7 pm", "19.00 to 07.00"; and whether a time lies between two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from casework.refusal import Refused

_NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12)}
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.]\s*(\d{2})|(?<=\d{2})(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b|\btill\b|\band\b)\s*", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:[;,]|\band\b)\s*", re.IGNORECASE)
_ENDS = _NEXT.pattern.replace(r"\band\b", r"\band\s+between\b|\band\s+from\b")
_OPENING = re.compile(r"^(?:between|from)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hours:
    """A stretch of the day from one time to another; past midnight where it ends before it begins."""

    start: time
    end: time

    def hold(self, at: time) -> bool:
        """Whether a time lies inside: the first minute does, the last does not."""
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def __str__(self) -> str:
        return f"{self.start:%H:%M} to {self.end:%H:%M}"


def clock(words: str) -> time:
    """One time of day. Raises Refused with what to write instead."""
    asked = " ".join(words.lower().split())
    if asked in _NAMED:
        return _NAMED[asked]
    found = _TIME.fullmatch(asked)
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (99, 0)
    half = (found[4] or "")[:1] if found else ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half or (found and not (found[2] or found[3])):
        hour = 99
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        raise Refused(f"“{words}” is not a time of day: write it as 19:00 or 7 pm.")
    return time(hour, minute)


def clocks(words: str) -> tuple[time, ...]:
    """One or more times: "09:00", "09:00 and 17:00". Raises Refused."""
    return tuple(clock(one) for one in _NEXT.split(words.strip()) if one)


def hours(words: str) -> tuple[Hours, ...]:
    """One or more stretches: "19:00 to 07:00", "7 pm - 7 am, 12:00-13:00". Raises Refused."""
    found = tuple(_stretch(one) for one in re.split(rf"{_ENDS}", words.strip(), flags=re.IGNORECASE) if one)
    if not found:
        raise Refused("Hours are a start and an end: write them as 19:00 to 07:00.")
    return found


def _stretch(words: str) -> Hours:
    ends = _BETWEEN.split(_OPENING.sub("", words.strip()))
    if len(ends) != 2:
        raise Refused(f"“{words}” has no start and end: write it as 19:00 to 07:00.")
    start, end = clock(ends[0]), clock(ends[1])
    if start == end:
        raise Refused(f"“{words}” begins and ends at the same time: check the hours.")
    return Hours(start, end)
