"""The confidentiality and diversity statement that is shown at every meeting: the area's own, else the one shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.text import Language, Text

TEXT_SETTING, VERSION_SETTING = "meeting.statement", "meeting.statement.version"


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of a statement and the version that a meeting keeps with them."""

    version: str
    words: str = field(repr=False)


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


def statement(settings: Mapping[str, str]) -> Statement:
    """The statement to show now."""
    words = settings.get(TEXT_SETTING, "").strip()
    return Statement(settings.get(VERSION_SETTING, "") or "1", words) if words else shipped_statement()
