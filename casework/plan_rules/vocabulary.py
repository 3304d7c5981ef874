"""The words by which generic text is told from specific text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.definition import read


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lists of words parted by spaces, and of phrases. What each is for stands in its file."""

    empty: str
    trade: str
    watching: str
    open_phrases: tuple[str, ...]
    open_but: tuple[str, ...]
    undecided: tuple[str, ...]
    responses: str
    vague_often: tuple[str, ...]
    often: str
    numbers: str
    units: str
    limits: tuple[str, ...]
    nobody: str
    roles: str
    vague_signs: str
    verbs: str
    no_verbs: str
    no_verb_ends: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The lists as they are shipped."""
    return read(Vocabulary, files("casework.plan_rules") / "vocabulary.toml")


@cache
def words(listed: str) -> frozenset[str]:
    """One of the lists as single words."""
    return frozenset(getattr(vocabulary(), listed).split())
