"""One phrase in both languages of Wales: English and Welsh (Cymraeg)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """A language that a screen or a page can be in."""

    EN = "en"
    CY = "cy"


@dataclass(frozen=True, slots=True)
class Text:
    """A whole phrase; where no Welsh has been approved yet, the English stands in for it."""

    en: str
    cy: str = ""

    def in_(self, language: Language) -> str:
        """The phrase in one language."""
        return self.cy if language is Language.CY and self.cy else self.en

    def filled(self, **holes: object) -> Text:
        """The phrase with its named holes filled in both languages."""
        return Text(self.en.format(**holes), self.cy.format(**holes) if self.cy else "")

    def __str__(self) -> str:
        return self.en


NOTHING = Text("")


def inside(words: str) -> str:
    """A label or a name as it stands inside a sentence: a small letter first, but for what is written in capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
