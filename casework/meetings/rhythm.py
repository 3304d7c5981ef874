"""How often something comes round: the months that an area sets for the risk as assessed, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.field import choice_lists
from casework.meetings.figures import figure, months_for
from casework.text import Language, Text


@dataclass(frozen=True, slots=True)
class Rhythm:
    """``code`` of its figures, one for each risk; what is said at a risk, and where the risk is not assessed."""

    code: str
    every: Text
    unknown: Text

    def at(self, case: Case, today: date, settings: Mapping[str, str]) -> tuple[int, Text]:
        """The months from one time to the next at the risk as assessed, the shortest where it is not; and why."""
        assessed = case.current("rosh", today)
        rosh = assessed.words("overall") if assessed else ""
        months = months_for(self.code, rosh, settings)
        if months is None:
            shortest = min(figure(f"{self.code}.{one.code}", settings) for one in choice_lists()["rosh"])
            return shortest, self.unknown.filled(months=shortest)
        level = next(one.label for one in choice_lists()["rosh"] if one.code == rosh)
        told = [self.every.in_(one).format(months=months, risk=level.in_(one).lower()) for one in Language]
        return months, Text(*told)
