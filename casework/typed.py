"""Words as they stand in an editor, whether or not they are an answer yet, and where they belong."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of a record of a case. A form that is no record yet bears its own name; no case is empty."""

    case: str
    record: str
    key: str


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of an editor's boxes, in which of them the cursor is, where it is and where the selection began."""

    words: tuple[str, ...] = field(repr=False)
    box: int = 0
    cursor: int = 0
    anchor: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing is written."""
        return not any(one.strip() for one in self.words)


def write_typed(typed: Typed) -> str:
    """One line of JSON in ASCII, in which half a character survives too; ``read_typed`` is its inverse."""
    return json.dumps({"words": typed.words, "at": [typed.box, typed.cursor, typed.anchor]})


def read_typed(line: str) -> Typed:
    """The words that were written. Raises ValueError where the line is none of ours."""
    match json.loads(line):
        case {"words": [*words], "at": [int(box), int(cursor), int(anchor)]} if _are_words(words):
            return Typed(tuple(words), box, cursor, anchor)
    msg = "not typed words"
    raise ValueError(msg)


def _are_words(found: list[object]) -> bool:
    return all(isinstance(one, str) for one in found)
