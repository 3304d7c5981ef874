"""The way back past what a box itself can undo: through the earlier answers of its field, and forward again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from casework.answer import Answer
from casework.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Step:
    """Something that stood in a field, and the words that tell of going there."""

    answer: Answer = field(repr=False)
    said: Text = NOTHING


class Steps:
    """Oldest first. Where the present answer is not among them it is the last."""

    def __init__(self, steps: Sequence[Step], now: Answer, latest: Answer, back: Text) -> None:
        known: dict[object, Step] = {}
        for one in steps:
            known.setdefault((type(one.answer), one.answer), one)
        for answer in (now, latest):
            known.setdefault((type(answer), answer), Step(answer, back))
        self._steps = tuple(known.values())
        self._at = list(known).index((type(now), now))

    def turn(self, by: int) -> Step | None:
        """The step before this one (-1) or after it (1), from now on the present one; None at either end."""
        if not 0 <= self._at + by < len(self._steps):
            return None
        self._at += by
        return self._steps[self._at]
