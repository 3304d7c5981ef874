"""Passphrases of random words."""

from __future__ import annotations

import secrets

from mnemonic import Mnemonic

WORDS = 6


def generated(words: int = WORDS) -> str:
    """Random words of a list of 2,048, between spaces: 11 bits each, so 66 bits at six."""
    wordlist = Mnemonic("english").wordlist
    return " ".join(secrets.choice(wordlist) for _ in range(words))
