"""What differs between two texts of a condition, told in words."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches of words that only the old text has, and those that only the new one has, in their order."""

    taken_out: tuple[str, ...]
    put_in: tuple[str, ...]


def marks(old: str, new: str) -> Marks:
    """The differences of two texts, whole words at a time."""
    before, after = old.split(), new.split()
    out, into = [], []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            out.append(" ".join(before[a:b]))
            into.append(" ".join(after[c:d]))
    return Marks(tuple(one for one in out if one), tuple(one for one in into if one))
