"""Decisions on the level: what cannot be decided, and what is known of a decision before it is written down."""

from __future__ import annotations

from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.record import has_value
from casework.refusal import Refused
from casework.summary import risk_matrix
from casework.text import Text

_FIELDS = {("level", "level"), ("meeting", "level_decision")}
NOT_BELOW_2 = Text(
    "Category 3 is managed at Level 2 or 3 or not at all: it cannot go to Level 1. Where Level 2 is no longer needed, "
    "record leaving MAPPA instead, or another category first.",
    "Rheolir Categori 3 ar Lefel 2 neu 3, neu ddim o gwbl: ni all fynd i Lefel 1. Lle nad oes angen Lefel 2 mwyach, "
    "cofnodwch adael MAPPA, neu gategori arall yn gyntaf.",
)


def decides_level(kind: str, key: str) -> bool:
    """Whether a field of a kind of record says what level is decided."""
    return (kind, key) in _FIELDS


def refuse_level(case: Case, kind: str, key: str, answer: Answer) -> None:
    """V2: raises Refused where an answer takes a case of Category 3 to Level 1."""
    if not decides_level(kind, key) or answer != "1":
        return
    standing = [one["category"] for one in case.of("category") if not has_value(one["ended_on"])]
    if standing and set(standing) == {"3"}:
        raise Refused(NOT_BELOW_2, key)


def new_level(case: Case, today: date) -> dict[str, Answer]:
    """What is known of a decision on the level made today: the day, and the risk as it is assessed."""
    found: dict[str, Answer] = {"from": today}
    matrix = risk_matrix(case, today)
    if matrix and isinstance(matrix[-1].level, str):
        found["rosh"] = matrix[-1].level
    return found
