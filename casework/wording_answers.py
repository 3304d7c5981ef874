"""A wording while its gaps are being filled, and what filled the gaps of a clause that stands already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from casework.answer import Answer
from casework.field import FieldType, Holds
from casework.gap import Gap
from casework.record import Record, has_value
from casework.refusal import Refused
from casework.text import Language
from casework.typed_dates import typed
from casework.wording import Wording, filled, told, wording
from casework.wording_changes import taken_apart

_LIST = re.compile(r"\s*,\s*|\s+(?:and|or)\s+")
_HOURS = re.compile(r"between (\d\d:\d\d) and (\d\d:\d\d)")


def draft(one: Wording, answers: Mapping[str, Answer], language: Language = Language.EN) -> str:
    """The condition as it reads so far: what must still be filled stands in square brackets by its label."""
    asked = {gap.key for gap in one.asked(answers)}
    return told(
        one.text.in_(language), {gap.key: _so_far(gap, answers, language) for gap in one.gap if gap.key in asked}
        | {gap.key: "" for gap in one.gap if gap.key not in asked},
    )  # fmt: skip


def _so_far(gap: Gap, answers: Mapping[str, Answer], language: Language) -> str:
    answer = answers.get(gap.key, "")
    try:
        given = has_value(gap.checked(answer))
    except Refused:
        given = False
    if given:
        return gap.said(answer, language)
    return gap.around("", language) if gap.optional else f"[{gap.label.in_(language)}]"


def answers_in(one: Wording, text: str) -> dict[str, Answer] | None:
    """The answers that make a wording read exactly so; None where the text is not that wording filled.

    A date is read from its spoken form; hours from "between 19:00 and 07:00".
    """
    said = taken_apart(one, text)
    if said is None:
        return None
    answers: dict[str, Answer] = {}
    for gap in one.gap:
        answer = _answer(gap, said[gap.key]) if gap.key in said else _unsaid(gap, one, said)
        if answer is None:
            return None
        if has_value(answer):
            answers[gap.key] = answer
    try:
        whole = filled(one, answers)
    except Refused:
        return None
    return answers if " ".join(text.split()) == whole else None


def _unsaid(gap: Gap, one: Wording, said: Mapping[str, str]) -> Answer:
    """What a gap without words means: its silent option where a gap that waits for it has words, else nothing."""
    for option in gap.options:
        waits = [other for other in one.gap if option.code in other.when.get(gap.key, ())]
        if option.silent and any(other.key in said for other in waits):
            return option.code
    return ""


def _answer(gap: Gap, words: str) -> Answer | None:
    if gap.type is FieldType.CHOICE:
        return _code(gap, words)
    if gap.type is FieldType.CHOICES:
        codes = [_code(gap, part) for part in _LIST.split(words)]
        return tuple(code for code in codes if code) if all(codes) else None
    if gap.type is FieldType.NUMBER:
        plain = words.replace(",", "")
        return int(plain) if plain.isdecimal() else None
    if gap.type is FieldType.DATE:
        return _day(words)
    if gap.holds is Holds.HOURS:
        return ", ".join(f"{start} to {end}" for start, end in _HOURS.findall(words)) or None
    return words


def _code(gap: Gap, words: str) -> str | None:
    return next((one.code for one in gap.options if one.words(Language.EN) == words), None)


def _day(words: str) -> date | None:
    try:
        return typed(words.partition(" ")[2], date(2000, 1, 1))
    except Refused:
        return None


def repeated(one: Wording, beside: Sequence[Record]) -> dict[str, Answer]:
    """Answers that conditions beside it gave to the same gaps, the latest first: who is told, which children.

    Nothing is taken from an optional gap, nor from a condition of the same wording: a second one is there because
    something in it differs.
    """
    found: dict[str, Answer] = {}
    for record in reversed(beside):
        other = wording(record.words("wording"))
        if other is None or other.code == one.code:
            continue
        answers = answers_in(other, record.words("text")) or {}
        same = {_identity(gap): answers[gap.key] for gap in other.gap if gap.key in answers and not gap.optional}
        for gap in one.gap:
            if not gap.optional and not gap.when and _identity(gap) in same:
                found.setdefault(gap.key, same[_identity(gap)])
    return found


def _identity(gap: Gap) -> tuple[object, ...]:
    return gap.key, gap.label.en, gap.type, tuple(one.code for one in gap.options)


def recognised(text: str, offered: Iterable[Wording]) -> tuple[Wording, dict[str, Answer]] | None:
    """The wording that a text is, word for word, with what fills its gaps."""
    plain = " ".join(text.split())
    for one in offered:
        answers = answers_in(one, plain)
        if answers is not None:
            return one, answers
    return None
