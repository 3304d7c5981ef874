"""The recovery words: 128 random bits as twelve words of a list of 2,048, the last of them half a check."""

from __future__ import annotations

import secrets

from mnemonic import Mnemonic

from storage.problems import WrongWords
from storage.secret import derived

ENTROPY_BYTES = 16
WORDS = 12
SUGGESTED_WORDS = 6


def fresh() -> bytearray:
    """New entropy for a recovery slot."""
    return bytearray(secrets.token_bytes(ENTROPY_BYTES))


def words_of(entropy: bytearray) -> tuple[str, ...]:
    """The twelve words to print on the recovery sheet."""
    return tuple(Mnemonic("english").to_mnemonic(bytes(entropy)).split())


def entropy_of(words: str) -> bytearray:
    """What twelve typed words stand for; case and spacing do not matter. Raises WrongWords."""
    typed = words.lower().split()
    if len(typed) != WORDS:
        raise WrongWords
    try:
        return bytearray(Mnemonic("english").to_entropy(typed))
    except (ValueError, LookupError):
        raise WrongWords from None


def key_of(entropy: bytearray, salt: bytes) -> bytearray:
    """The key under the words. They are random, so no slow derivation is needed."""
    return derived(entropy, "recovery words", salt)


def suggested_passphrase(words: int = SUGGESTED_WORDS) -> str:
    """Random words for a new passphrase: 11 bits each, 66 bits at six."""
    wordlist = Mnemonic("english").wordlist
    return " ".join(secrets.choice(wordlist) for _ in range(words))
