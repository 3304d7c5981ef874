"""Letters that the paper's own typeface lacks: their shapes where they join, their order where they run from the right.

Enough for names and words in a page that runs from the left. What is read aloud and copied are the letters as they were
typed; only what is seen is shaped and turned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

_FORMS = (*range(0xFB50, 0xFDC8), *range(0xFE70, 0xFEFD))
_KINDS = ("isolated", "final", "initial", "medial")
_LAM, _ALEFS = "\u0644", ("\u0622", "\u0623", "\u0625", "\u0627")
_NUMBER = re.compile(r"(\d+(?:[.,:/-]\d+)*)")
_OTHER = re.compile("[\u0370-\u1cff\ufb1d-\ufefc]")
_CLOSING = ")]}»"
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "«": "»", "»": "«", "{": "}", "}": "{"}


def has_other(text: str) -> bool:
    """Whether a text may have letters of another script than the paper's own."""
    return _OTHER.search(text) is not None


@cache
def _shapes() -> Mapping[str, Mapping[str, str]]:
    """Of a letter, or of lam with an alef, the shape that it has "isolated", "final", "initial" or "medial"."""
    found: dict[str, dict[str, str]] = {}
    for code in _FORMS:
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(one, 16)) for one in letters)
        if kind[1:-1] in _KINDS and (len(base) == 1 or (base[0] == _LAM and base[1:] in _ALEFS)):
            found.setdefault(base, {})[kind[1:-1]] = chr(code)
    return found


def shaped(text: str, known: frozenset[int]) -> str:
    """The text with its Arabic letters in the shapes that their neighbours give them, as far as these are ``known``.

    Its order stays. What has no shape stays as it is; the result can be passed through again unchanged.
    """
    shapes = _shapes()
    if not any(one in shapes for one in text):
        return text
    letters = [n for n, one in enumerate(text) if not unicodedata.combining(one)]
    made, skip = list(text), False
    for at, n in enumerate(letters):
        if skip:
            skip = False
            continue
        one = text[n]
        last = text[letters[at - 1]] if at else ""
        following = text[letters[at + 1]] if at + 1 < len(letters) else ""
        joined = one + following if one == _LAM and one + following in shapes else one
        own = shapes.get(joined, {})
        after = text[letters[at + 2]] if joined != one and at + 2 < len(letters) else following
        before = "initial" in shapes.get(last, {}) and "final" in own
        onward = "initial" in own and "final" in shapes.get(after, {})
        kind = _KINDS[3] if before and onward else _KINDS[1] if before else _KINDS[2] if onward else _KINDS[0]
        shape = next((own[one] for one in (kind, _KINDS[0]) if one in own and ord(own[one]) in known), "")
        if shape:
            made[n] = shape
            if joined != one:
                made[letters[at + 1]] = ""
                skip = True
    return "".join(made)


def spelt(text: str) -> str:
    """The letters as they are typed, of a text that was shaped."""
    if not has_other(text):
        return text
    return "".join(unicodedata.normalize("NFKC", one) if ord(one) in _FORM_CODES else one for one in text)


_FORM_CODES = frozenset(_FORMS)


def stretches(text: str) -> Iterator[tuple[str, str]]:
    """A line in stretches from left to right: what is read of each, and what is drawn, the same where nothing turns."""
    begun, at = 0, 0
    while at < len(text):
        if not _from_right(text[at]):
            at += 1
            continue
        end = last = at
        while end < len(text) and (_from_right(text[end]) or not _from_left(text[end])):
            closes = _opened(text[at:last], text[end])
            if _from_right(text[end]) or unicodedata.combining(text[end]) or closes:
                last = end
            end += 1
        if begun < at:
            yield text[begun:at], text[begun:at]
        turned = text[at : last + 1]
        yield spelt(turned), _turned(turned)
        begun = at = last + 1
    if begun < len(text):
        yield text[begun:], text[begun:]


def _opened(before: str, one: str) -> bool:
    """Whether a character closes a bracket that was opened before."""
    return one in _CLOSING and before.count(_MIRRORED[one]) > before.count(one)


def _from_right(one: str) -> bool:
    return unicodedata.bidirectional(one) in ("R", "AL")


def _from_left(one: str) -> bool:
    return unicodedata.bidirectional(one) == "L"


def _turned(text: str) -> str:
    """From right to left, marks after their letters and numbers in their own order."""
    groups: list[str] = []
    for part in _NUMBER.split(text):
        if part[:1].isdigit():
            groups.append(part)
            continue
        for one in part:
            if groups and unicodedata.combining(one):
                groups[-1] += one
            else:
                groups.append(_MIRRORED.get(one, one))
    return "".join(reversed(groups))
