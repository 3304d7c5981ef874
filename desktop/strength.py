"""How long a passphrase would stand against somebody who has the laptop and time; said in a sentence."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum

from casework.text import Text

WORD_BITS = 11
_CHOSEN_BITS = 2.4
_FAIR, _STRONG = 42, 60
_RUN = re.compile(r"(.)\1{2,}")
_COMMON = re.compile(r"passw|qwert|letmein|holdfast|123|abc|mappa|welcome|secret", re.IGNORECASE)


class Strength(Enum):
    """Weak is not taken for a vault."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Judged:
    """The strength, and what to say of it."""

    strength: Strength
    says: Text


_SAYS = {
    Strength.WEAK: Text(
        "Weak: somebody who steals this computer could find it. Add words, or take the suggested ones.",
        "Gwan: gallai lleidr ei ganfod. Ychwanegwch eiriau, neu defnyddiwch y rhai a awgrymir.",
    ),
    Strength.FAIR: Text(
        "Fair: it would hold for a while. One or two more words that do not belong together make it strong.",
        "Gweddol: byddai’n dal am ychydig. Byddai un neu ddau air arall yn ei gryfhau.",
    ),
    Strength.STRONG: Text(
        "Strong, as long as nobody else knows it and it is used nowhere else.",
        "Cryf, cyn belled nad oes neb arall yn ei wybod ac nad yw’n cael ei ddefnyddio yn unman arall.",
    ),
}


def judged(passphrase: str) -> Judged:
    """A cautious judgement: words of a list count 11 bits each, other characters as people choose them 2.4."""
    bits = _bits(passphrase)
    strength = Strength.STRONG if bits >= _STRONG else Strength.FAIR if bits >= _FAIR else Strength.WEAK
    return Judged(strength, _SAYS[strength])


def _bits(passphrase: str) -> float:
    plain = _COMMON.sub("", _RUN.sub(r"\1", passphrase.strip()))
    words = {word.casefold() for word in plain.split()}
    kinds = sum(bool(re.search(kind, plain)) for kind in (r"[a-z]", r"[A-Z]", r"\d", r"[^\w\s]"))
    letters = sum(len(word) for word in words)
    by_letter = letters * (_CHOSEN_BITS + 0.3 * (kinds - 1 if letters else 0))
    if len(words) > 1:
        return min(by_letter, len(words) * WORD_BITS + math.log2(max(kinds, 1)))
    return min(by_letter, len(set(plain)) * 5)
