"""Long words in short, for places that only lead to where the whole stands."""

from __future__ import annotations

import re


def excerpt(words: str, most: int) -> str:
    """The words in one line of at most so many characters, cut between words."""
    line = re.sub(r"\s+", " ", words).strip()
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–•") + " …"
