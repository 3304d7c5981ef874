"""Typed text on its way to paper: every character shown, none taken for markup."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reports.scripts import has_other, shaped, spelt
from reports.typeface import characters, other_characters

_PLAIN = {
    "\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n",
    "→": "->", "←": "<-", "⇒": "=>", "↔": "<->", "‐": "-", "‑": "-", "′": "'", "″": '"', "№": "No.",
    "☐": "[ ]", "☑": "[x]", "☒": "[x]", "✓": "[tick]", "✔": "[tick]", "✗": "[cross]", "✘": "[cross]",
    "●": "•", "■": "•", "▪": "•", "◦": "•", "○": "•", "►": "•", "❖": "•",
}  # fmt: skip


@lru_cache(maxsize=16384)
def legible(text: str) -> str:
    """The text in characters that the typeface has.

    Nothing is left out without a sign: a character that no typeface here has stands as its number, "[U+1F600 grinning
    face]"; arrows and ticks stand as their likeness in plain type. Formatting characters that have no shape of their
    own (soft hyphen, joiners, direction marks) go. The result can be passed through again unchanged.
    """
    if text.isascii() and text.isprintable():
        return text
    shown: list[str] = []
    missing: list[str] = []
    known = characters()
    if other := has_other(text):
        known |= other_characters()
    for one in unicodedata.normalize("NFC", text.replace("\r\n", "\n")):
        if ord(one) in known or one in _PLAIN or one == "\n" or unicodedata.category(one) == "Cf":
            _close(shown, missing)
            shown.append(_shown(one))
        elif unicodedata.category(one) == "Zs":
            _close(shown, missing)
            shown.append(" ")
        elif not (missing and unicodedata.category(one) == "Mn" and 0xFE00 <= ord(one) <= 0xFE0F):
            missing.append(one)
    _close(shown, missing)
    return shaped("".join(shown), known) if other else "".join(shown)


def read_aloud(text: str) -> str:
    """What is read of a text that is shown: the same characters, joined letters as they were typed."""
    return spelt(legible(text))


def _shown(one: str) -> str:
    return _PLAIN.get(one) or ("" if unicodedata.category(one) == "Cf" else one)


def _close(shown: list[str], missing: list[str]) -> None:
    if missing:
        shown.append(f"[{' '.join(_number(one) for one in missing)}]")
        missing.clear()


def _number(one: str) -> str:
    name = unicodedata.name(one, "").lower() if unicodedata.category(one).startswith("S") else ""
    return f"U+{ord(one):04X} {name}".rstrip()
