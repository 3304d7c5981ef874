"""Finding a wording by a few letters of its title, its heading, what the trade calls it, or its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from casework.text import Language
from casework.wording import Wording, packs

_WORD = re.compile(r"[^\W_]+")


def found(offered: Sequence[Wording], typed: str, language: Language = Language.EN) -> tuple[Wording, ...]:
    """The wordings of which every word typed begins a word; those whose title has them all come first."""
    wanted = _WORD.findall(typed.casefold())
    if not wanted:
        return tuple(offered)
    ranked = [(rank, n, one) for n, one in enumerate(offered) if (rank := _rank(one, wanted, language)) is not None]
    return tuple(one for _, _, one in sorted(ranked, key=lambda found_: found_[:2]))


def _rank(one: Wording, wanted: list[str], language: Language) -> int | None:
    title, heading, text = _words_of(one, language)
    if all(_begins(word, title) for word in wanted):
        return 0 if title and title[0].startswith(wanted[0]) else 1
    if all(_begins(word, title + heading) for word in wanted):
        return 2
    return 3 if all(_begins(word, title + heading + text) for word in wanted) else None


def _begins(word: str, words: tuple[str, ...]) -> bool:
    return any(one.startswith(word) for one in words)


@cache
def _split(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.casefold()))


def _words_of(one: Wording, language: Language) -> tuple[tuple[str, ...], ...]:
    pack = packs().get(one.pack)
    heading = next((c.name.in_(language) for c in pack.category if c.code == one.category), "") if pack else ""
    trade = _split(one.code.replace("_", " "))  # "exclusion zone" stands in no title or text
    return _split(one.title.in_(language)), (*_split(heading), *trade), _split(one.text.in_(language))
