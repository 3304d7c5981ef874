"""Whether a text says something of this case, or could stand in any plan. Each function reads words and nothing else.

A function that finds something amiss returns the words found, or a mark where they are what is not there; else nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from casework.plan_rules.vocabulary import vocabulary, words

_WORD = re.compile(r"[^\W_]+(?:['’./:&-][^\W_]+)*|£\d+")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_BULLET = re.compile(r"^\s*(?:[•*–-]|\d+[.)])\s*")
_NUMBER = re.compile(r"\+?\d[\d \-()]{4,}\d")
_OPEN_ROOM, _FEW, _HARDLY, _SHORT = 4, 3, 1, 15
NOTHING_SAID = "–"


@lru_cache(maxsize=4096)
def weight(text: str) -> int:
    """How much a text ties itself to a case: a plain word 1, a name, number or how often 2, a word of the trade 0."""
    return sum(_weight(sentence) for sentence in _SENTENCE.split(_BULLET.sub("", text)) if sentence)


def _weight(sentence: str) -> int:
    idle = words("empty") | words("trade")
    total = 0
    for n, found in enumerate(_WORD.findall(_BULLET.sub("", sentence))):
        plain = _plain(found)
        if any(letter.isdigit() for letter in found) or plain in words("often"):
            total += 2
        elif plain in idle:
            continue
        else:
            total += 2 if n and found[0].isupper() else 1
    return total


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold().removesuffix("'s")


@cache
def _phrases(listed: str) -> re.Pattern[str]:
    found = sorted(getattr(vocabulary(), listed), key=len, reverse=True)
    behind = "|".join(re.escape(one) for one in vocabulary().open_but) if listed == "open_phrases" else ""
    not_behind = rf"(?!\s+(?:{behind})\b)" if behind else ""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(one) for one in found)})(?![\w-]){not_behind}", re.IGNORECASE)


def nothing_to_carry_out(text: str) -> str:
    """A text from which another officer could not work: it watches or helps, or hardly says anything."""
    said = weight(text)
    watches = [one for one in _WORD.findall(text) if _plain(one) in words("watching")]
    if said <= _HARDLY:
        return watches[0] if watches else NOTHING_SAID
    return watches[0] if watches and said <= _FEW else ""


def left_open(text: str) -> str:
    """Words that leave it open when or by whom it is decided."""
    for sentence in _SENTENCE.split(text):
        undecided = _phrases("undecided").search(sentence)
        if undecided:
            return undecided[0]
        found = _phrases("open_phrases").search(sentence)
        if found and weight(sentence.replace(found[0], " ")) <= _OPEN_ROOM:
            return found[0]
    return ""


def bare_response(text: str) -> str:
    """Recall, police, enforcement or a meeting named with neither the point at which nor the steps."""
    named = [one for one in _WORD.findall(text) if _plain(one) in words("responses")]
    if not named:
        return ""
    said = weight(text)
    hedged = left_open(text) or _phrases("open_phrases").search(text)
    return named[0] if said == 0 or (said <= _FEW and hedged) else ""


def no_frequency(text: str, often: str = "") -> str:
    """A word such as “regular” with no frequency anywhere beside it."""
    found = _phrases("vague_often").search(f"{text} {often}")
    return found[0] if found and not _says_how_often(f"{text} {often}") else ""


def _says_how_often(text: str) -> bool:
    plain = [_plain(one) for one in _WORD.findall(text)]
    counted = any(any(letter.isdigit() for letter in one) for one in plain)
    lengths = any(one in words("numbers") for one in plain) and any(one in words("units") for one in plain)
    return counted or lengths or any(one in words("often") for one in plain)


def nobody_named(text: str, *, in_person: bool = False) -> str:
    """Nobody in particular: agencies or everybody. ``in_person``: a role that several people fill is not enough."""
    idle = words("empty") | words("nobody") | (words("roles") if in_person else frozenset())
    found = [_plain(one) for one in _WORD.findall(text)]
    return "" if any(one not in idle for one in found) else (text.strip() or NOTHING_SAID)


def no_time_limit(text: str) -> str:
    """No hour, day or length of time by which it is done."""
    plain = [_plain(one) for one in _WORD.findall(text)]
    days = words("often") - {"each", "every"}
    counted = any(any(letter.isdigit() for letter in one) for one in plain) or (
        any(one in words("numbers") | {"an", "a"} for one in plain) and any(one in words("units") for one in plain)
    )
    if counted or any(one in days for one in plain) or _phrases("limits").search(text):
        return ""
    return text.strip() or NOTHING_SAID


def no_number(text: str) -> str:
    """No telephone number of its own."""
    return "" if _NUMBER.search(text) else (text.strip() or NOTHING_SAID)


def no_sign(text: str) -> str:
    """No sign that somebody could see or hear."""
    said = weight(text)
    vague = [one for one in _WORD.findall(text) if _plain(one) in words("vague_signs")]
    if said == 0 or (vague and said <= 2):
        return text.strip() or NOTHING_SAID
    return ""


def no_verb(text: str) -> str:
    """An action that does not begin with what somebody does, or is too short to be one."""
    bare = _BULLET.sub("", text).strip()
    if len(bare) < _SHORT:
        return bare or NOTHING_SAID
    found = [_plain(one) for one in _WORD.findall(bare)]
    first = next((one for one in found if not (one.endswith("ly") or one in _LEADING)), "")
    if first in words("verbs") or _somebody_to_do(bare):
        return ""
    ends = any(first.endswith(end) and len(first) > len(end) + 1 for end in vocabulary().no_verb_ends)
    return bare if not first or first in words("no_verbs") or ends else ""


_LEADING = frozenset({"please", "then", "also", "first", "and"})


def _somebody_to_do(text: str) -> bool:
    """Somebody named who is to do it: “PC Threlby to visit”."""
    found = re.match(r"([A-Z][\w'’. ]{1,50}?)\s+(?:to|will|must)\s+(\w+)", text)
    if found is None or _plain(found[1].split()[0]) in words("no_verbs"):
        return False
    return _plain(found[2]) in words("verbs")


def boilerplate_reason(text: str) -> str:
    """A reason that says no more than that there is one: “necessary and proportionate to manage the risk”."""
    return text.strip() if weight(text) <= _HARDLY else ""
