"""Whether words are English or Welsh, so that a screen reader says them in their own language."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Words that one of the two languages cannot do without and the other does not have.
_ENGLISH_WORDS = (
    "the of and to is was were are in on with not for by he his him she her they their at from that this has have had"
    " be been will must may which who when until before after or no any if as it its into"
)
_WELSH_WORDS = (
    "y yr yn ac ar i'r o'r a'r wedi mae nid nad ei eu gan oes dim bod fel gyda neu hyn hwn hon sydd oedd heb wrth pan"
    " bydd rhaid mewn rhag iddo iddi ddim unrhyw cyn dros drwy trwy nac na'r â'r yw ym yng sy'n rhwng hynny"
)
_ENGLISH, _WELSH = frozenset(_ENGLISH_WORDS.split()), frozenset(_WELSH_WORDS.split())
_LEAST = 2


def other_language(words: str, language: str) -> str:
    """The language of words inside a document in ``language`` ("en-GB" or "cy-GB"); empty where it is that one.

    Only what is plainly the other language is told: two of its small words at least, and twice as many as of this one.
    """
    found = {one.lower() for one in _WORDS.findall(words.replace("\u2019", "'"))}
    english, welsh = len(found & _ENGLISH), len(found & _WELSH)
    if language.startswith("en"):
        return "cy-GB" if welsh >= _LEAST and welsh > 2 * english else ""
    return "en-GB" if english >= _LEAST and english > 2 * welsh else ""
