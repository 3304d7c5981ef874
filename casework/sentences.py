"""Text cut into its sentences, each with the place where it stands; abbreviations, dates and numbered lines hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHORT = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "rev", "st", "sgt", "insp", "supt", "det", "cllr", "hon", "rt", "esq"),
        *("approx", "etc", "vs", "cf", "ref", "tel", "ext", "dept", "est", "min", "max", "incl", "inc", "ltd"),
        *("e.g", "i.e", "al", "gwl", "h.y", "e.e"),
    )
)
_NUMBERED = frozenset(
    (
        *("no", "nos", "para", "paras", "s", "ss", "art", "sch", "reg", "regs", "p", "pp", "fig", "vol", "ch", "cl"),
        "rule",
    )
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "sept")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+\S)")
_NUMBER = re.compile(r"\s*(?:[-–•*]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,4})[.)])\s+")
_WORD = re.compile(r"[\w.'’]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands in its text: from ``start`` up to ``end``."""

    words: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in their order; a line never runs on into the next, and keeps its number."""
    found: list[Sentence] = []
    at = 0
    for line in text.split("\n"):
        found += (Sentence(line[a:b], at + a, at + b) for a, b in _cut(line))
        at += len(line) + 1
    return tuple(found)


def without(text: str, one: Sentence) -> str:
    """The text when a sentence of it is gone, with no doubled space and no empty line in its place."""
    before, after = text[: one.start].rstrip(" "), text[one.end :].lstrip(" ")
    begins, ends = not before or before.endswith("\n"), not after or after.startswith("\n")
    if begins and ends:
        return before + after[1:] if after else before.removesuffix("\n")
    return before + after if begins or ends else f"{before} {after}"


def with_again(text: str, words: str, place: int) -> str:
    """The text with a sentence put back near where it stood: at ``place`` where a sentence begins there, else at the
    end.
    """
    if place in [one.start for one in sentences(text)]:
        return f"{text[:place]}{words}{_gap(words, text[place:])}{text[place:]}"
    return f"{text.rstrip()}{_gap(words, words)}{words}" if text.strip() else words


def _gap(*numbered: str) -> str:
    """A numbered sentence has a line of its own."""
    return "\n" if any(_NUMBER.match(one) for one in numbered) else " "


def _cut(line: str) -> Iterator[tuple[int, int]]:
    start = len(line) - len(line.lstrip())
    body = found.end() if (found := _NUMBER.match(line)) else start
    for end in _END.finditer(line):
        if end.start() >= body and _ends(line, end):
            yield start, end.end()
            start = end.end() + len(line[end.end() :]) - len(line[end.end() :].lstrip())
    last = len(line.rstrip())
    if last > start:
        yield start, last


def _ends(line: str, end: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after what is cut short, nor after an initial."""
    following = line[end.end() :].lstrip()
    first = following.lstrip("\"'“‘([")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if not line[end.start()].startswith("."):
        return True
    word = found.group().casefold() if (found := _WORD.search(line[: end.start()])) else ""
    if word in _SHORT or (len(word) == 1 and word.isalpha() and word != "i"):
        return word == "etc" and first.isupper()
    if word in _NUMBERED and first.isdigit():
        return False
    if word in ("a.m", "p.m"):
        return not following[:3].casefold().startswith((*_DAYS, *_MONTHS))
    return not (word in (*_DAYS, *_MONTHS) and first.isdigit())
