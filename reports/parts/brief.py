"""Cutting text short for a page that must hold it, and keeping account of where it stands whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.record import Record
from reports import phrases
from reports.paper import Paper


@dataclass(frozen=True, slots=True)
class Measure:
    """How much is said: characters of a text, scenarios, measures to a scenario, dates."""

    text: int
    scenarios: int
    measures: int
    dates: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A text that was cut and stands nowhere else: it is printed whole under ``number``."""

    number: str
    what: str
    words: str


@dataclass(slots=True)
class Brief:
    """One attempt at the page. ``wholes`` are the texts that must follow it in full."""

    paper: Paper
    letter: str
    most: Measure
    wholes: list[Whole] = field(default_factory=list)

    def said(self, record: Record, key: str, what: str) -> str:
        """An answer cut to measure, with the number where it stands whole."""
        words = record.words(key).strip()
        kept = cut(words, self.most.text)
        if kept == words:
            return words
        number = self.paper.number_of(record.id, key)
        if not number:
            number = f"{self.letter}{len(self.wholes) + 1}"
            self.wholes.append(Whole(number, what, words))
        return f"{kept} ({self.paper.say(phrases.SEE, number=number)})"


def cut(words: str, most: int) -> str:
    """The words if they are no more than ``most`` characters and not too many lines, else their beginning with "…"."""
    lines = words.split("\n")[: most // 60 + 1]
    kept = "\n".join(lines)
    if len(kept) > most:
        kept = kept[:most].rsplit(maxsplit=1)[0] if " " in kept[:most] else kept[:most]
    return words if kept == words else kept.rstrip(" ,;:.\n") + "…"
