"""What a text says is there, and not what it says is not: "no known drug use" is no word about drugs.

Only plain denials right before a word are taken for one: an agency that is suggested for nothing is left out by its
reader, who sees the words; one that is not suggested is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"[.;:•\n,]|\bbut\b|\bsince\b|\buntil\b|\bthen\b|\bexcept\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:no|nor|without|never|neither|nil|free (?:of|from)|not (?:known|recorded|reported|using|taking|any|an?)"
    r"|(?:does|do|did) ?n(?:o|')t (?:drink|use|take|misuse))\b(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^(?:\W+(?:use|misuse|problems?|issues?|concerns?))?\W+(?:none|nil|not known)\b", re.IGNORECASE)
_SMALL = (
    "no none nil not any known child children minor minors grandchild grandchildren contact with of own other his her "
    "their in the at home household visiting visits live lives living stay stays staying there here under 18 are is"
)
_NO_CHILD = re.compile(rf"\W*(?:no|none|nil|not)\b(?:\W+(?:{'|'.join(_SMALL.split())}))*\W*", re.IGNORECASE)


def affirmed(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first place where a pattern stands in a text and is not denied in its clause; None where there is none."""
    for start, end in _clauses(text):
        for found in pattern.finditer(text, start, end):
            after = text[found.end() : found.end() + 40]
            if not _BEFORE.search(text[start : found.start()]) and not _AFTER.match(after):
                return found
    return None


def tells_of_a_child(text: str) -> str:
    """The first clause of a text about children in contact that says more than that there is none; else empty."""
    clauses = (text[start:end].strip() for start, end in _clauses(text))
    return next((one for one in clauses if one and not _NO_CHILD.fullmatch(one)), "")


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where each clause begins and ends."""
    start = 0
    for found in _CLAUSE.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
