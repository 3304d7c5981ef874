"""What differs between two texts of a condition, told in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches of words that only the old text has, and those that only the new one has, in their order."""

    taken_out: tuple[str, ...]
    put_in: tuple[str, ...]


def marks(old: str, new: str) -> Marks:
    """The differences of two texts, whole words at a time."""
    before, after = ([one.span() for one in _PART.finditer(text)] for text in (old, new))
    first, second = [old[a:b] for a, b in before], [new[a:b] for a, b in after]
    out, into = [], []
    for what, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if what != "equal":
            out.append(_stretch(old, before[a:b]))
            into.append(_stretch(new, after[c:d]))
    return Marks(tuple(one for one in out if one), tuple(one for one in into if one))


_PART = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")


def _stretch(text: str, spans: list[tuple[int, int]]) -> str:
    return text[spans[0][0] : spans[-1][1]] if spans else ""
