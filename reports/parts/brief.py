"""Cutting text short for a page that must hold it, and keeping account of where it stands whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casework.record import Record
from reports import phrases
from reports.paper import Paper

_SHORTEST = 40
_LINE = 45


@dataclass(frozen=True, slots=True)
class Measure:
    """How much is said: how many scenarios, measures to each and dates; and of each text how much.

    ``scale`` 1 gives a text its usual length; ``more`` are texts, by key, that get a longer measure than the rest.
    """

    scenarios: int
    measures: int
    dates: int
    scale: float = 1.0
    more: tuple[tuple[str, float], ...] = ()

    def text(self, usual: int, key: str = "") -> int:
        """Characters for a text that usually has ``usual``."""
        return max(_SHORTEST, int(usual * dict(self.more).get(key, self.scale)))


@dataclass(frozen=True, slots=True)
class Whole:
    """A text that was cut and stands nowhere else: it is printed whole under ``number``."""

    number: str
    what: str
    words: str


@dataclass(slots=True)
class Brief:
    """One attempt at the page.

    ``stopping`` are the measures against each scenario. ``wholes`` are the texts that must follow the page in full,
    ``short`` the keys of those that were cut.
    """

    paper: Paper
    letter: str
    most: Measure
    stopping: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    wholes: list[Whole] = field(default_factory=list)
    short: set[str] = field(default_factory=set)

    def said(self, record: Record, key: str, what: str, usual: int) -> str:
        """An answer cut to measure, with the number where it stands whole."""
        words = record.words(key).strip()
        kept = cut(words, self.most.text(usual, key))
        if kept == words:
            return words
        self.short.add(key)
        number = self.paper.number_of(record.id, key)
        if not number:
            number = f"{self.letter}{len(self.wholes) + 1}"
            self.wholes.append(Whole(number, what, words))
        return f"{kept} ({self.paper.say(phrases.SEE, number=number)})"


def cut(words: str, most: int) -> str:
    """The words if they are no more than ``most`` characters and not too many lines, else their beginning with "…"."""
    kept = "\n".join(words[: most + 1].split("\n")[: most // _LINE + 1])
    if len(kept) > most:
        kept = kept[:most].rsplit(maxsplit=1)[0] if " " in kept[:most] else kept[:most]
    return words if kept == words else kept.rstrip(" ,;:.-•\n") + "…"
