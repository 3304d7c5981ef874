"""The confidentiality and diversity statement that is shown at every meeting: the area's own in versions that stay
readable, else the one shipped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.refusal import Refused
from casework.text import Language, Text

SETTING = "meeting.statement"
DRAFT = f"{SETTING}.draft"
_MOST = 6000


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of a statement and the version that a meeting keeps with them; of the area's own, since when and by
    whom.
    """

    version: str
    words: str = field(repr=False)
    on: date | None = None
    by: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class _Shipped:
    version: str
    paragraph: tuple[Text, ...]


@cache
def _shipped() -> _Shipped:
    return read(_Shipped, files("casework.meetings") / "statement.toml")


def shipped_statement(language: Language = Language.EN) -> Statement:
    """The statement that stands where the area has none of its own."""
    return Statement(_shipped().version, "\n\n".join(one.in_(language) for one in _shipped().paragraph))


def statements(settings: Mapping[str, str]) -> tuple[Statement, ...]:
    """Every version, the newest first; the last is always the one shipped."""
    own = []
    for key, kept_words in settings.items():
        number = key.removeprefix(f"{SETTING}.")
        if number != key and number.isdigit():
            told = json.loads(kept_words)
            own.append(Statement(number, told["words"], date.fromisoformat(told["on"]), told["by"]))
    return (*sorted(own, key=lambda one: int(one.version), reverse=True), shipped_statement())


def statement(settings: Mapping[str, str]) -> Statement:
    """The statement to show now."""
    return statements(settings)[0]


def typed(settings: Mapping[str, str]) -> str:
    """The words as they were last typed, kept as a version or not."""
    return settings.get(DRAFT, "") or statement(settings).words


def next_number(settings: Mapping[str, str]) -> str:
    """The version that the area's next words will be."""
    now = statement(settings)
    return str(int(now.version) + 1) if now.on else "1"


def next_version(settings: Mapping[str, str], words: str, on: date, by: str) -> Statement:
    """The version that some words make. Raises Refused where they are empty, too long or what stands already."""
    wanted = words.strip()
    if not wanted:
        raise Refused("The statement is empty: write what is to be read at every meeting.", SETTING)
    if len(wanted) > _MOST:
        raise Refused(f"The statement has {len(wanted)} characters: it must fit on a page, at most {_MOST}.", SETTING)
    if wanted == statement(settings).words:
        raise Refused("Nothing was changed: these words stand already.", SETTING)
    return Statement(next_number(settings), wanted, on, by)


def kept(one: Statement) -> tuple[str, str]:
    """The setting under which a version is kept, and its value."""
    day = one.on.isoformat() if one.on else ""
    return f"{SETTING}.{one.version}", json.dumps({"words": one.words, "on": day, "by": one.by}, ensure_ascii=False)
