"""The questions to put to a plan before somebody else does, as their table declares them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.text import NOTHING, Text


class Group(Enum):
    """What a question is about."""

    ASSESSMENT = "assessment"
    PLANNING = "planning"
    LESSONS = "lessons"


GROUPS = {
    Group.ASSESSMENT: Text("Assessment", "Asesu"),
    Group.PLANNING: Text("Planning", "Cynllunio"),
    Group.LESSONS: Text("Lessons of serious case reviews", "Gwersi adolygiadau achosion difrifol"),
}


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a question may be answered: records of a ``kind``, a ``field`` of the plan, or what ``rules`` find.

    ``where`` narrows the records, which are then called ``name``; a rule is named by its code, or several by how their
    codes begin.
    """

    kind: str = ""
    where: dict[str, str | bool] = dataclasses.field(default_factory=dict)
    name: Text = NOTHING
    field: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: where it comes from, why it is asked, what in the case bears on it."""

    code: str
    group: Group
    source: str
    asks: Text
    why: Text
    evidence: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class _Questions:
    question: tuple[Question, ...]


@cache
def questions() -> dict[str, Question]:
    """Every question by its code, in the order in which they are asked."""
    return {one.code: one for one in read(_Questions, files("casework") / "self_check.toml").question}
