"""What stands in a field: a value, or one of three honest ways of having none."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from casework.refusal import Refused
from casework.text import Text


class Absent(Enum):
    """Why there is no value. The three are different answers and print differently."""

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    NONE = "none"

    @property
    def label(self) -> Text:
        """The words that stand in place of a value."""
        return _ABSENT[self]


_ABSENT = {
    Absent.NOT_ASKED: Text("Not asked yet", "Heb ei ofyn eto"),
    Absent.UNKNOWN: Text("Not known", "Ddim yn hysbys"),
    Absent.NONE: Text("None", "Dim"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a court says it: 5 years, 18 months, 28 days."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def parts(self) -> dict[str, int]:
        """The units that are not nought, as the law's facts want them."""
        units = {"years": self.years, "months": self.months, "weeks": self.weeks, "days": self.days}
        return {unit: n for unit, n in units.items() if n}

    def __str__(self) -> str:
        return " ".join(f"{n} {unit if n != 1 else unit[:-1]}" for unit, n in self.parts().items()) or "no time"


Answer = str | int | bool | date | datetime | Span | tuple[str, ...] | Absent

_SPAN = re.compile(r"(\d{1,4})\s*(y|m|w|d)[a-z]*", re.IGNORECASE)
_UNITS = {"y": "years", "m": "months", "w": "weeks", "d": "days"}


def span(typed: str) -> Span:
    """A typed length of time: "5 years", "18 months", "2y 6m". Raises Refused for anything else."""
    found = _SPAN.findall(typed)
    if not found or _SPAN.sub("", typed).strip(" ,and"):
        raise Refused(f"“{typed}” is not a length of time: write it as 5 years, 18 months or 28 days.")
    parts: dict[str, int] = {}
    for number, letter in found:
        unit = _UNITS[letter.lower()]
        parts[unit] = parts.get(unit, 0) + int(number)
    if not any(parts.values()):
        raise Refused("A length of time must be longer than nothing.")
    return Span(**parts)


def encode(answer: Answer) -> str:
    """An answer as one line of JSON for the store; ``decode`` is its inverse."""
    match answer:
        case Absent():
            shaped: object = {"absent": answer.value}
        case Span():
            shaped = {"span": answer.parts()}
        case datetime():
            shaped = {"moment": answer.isoformat(timespec="minutes")}
        case date():
            shaped = {"date": answer.isoformat()}
        case tuple():
            shaped = list(answer)
        case _:
            shaped = answer
    return json.dumps(shaped, ensure_ascii=False, sort_keys=True)


def decode(line: str) -> Answer:
    """The answer that ``encode`` wrote. Raises ValueError when the line is not one."""
    shaped = json.loads(line)
    if isinstance(shaped, str | int | bool):
        return shaped
    if isinstance(shaped, list) and all(isinstance(one, str) for one in shaped):
        return tuple(shaped)
    if isinstance(shaped, dict) and len(shaped) == 1:
        ((tag, value),) = shaped.items()
        if tag == "absent":
            return Absent(value)
        if tag == "span":
            return Span(**value)
        if tag == "moment":
            return datetime.fromisoformat(value)
        if tag == "date":
            return date.fromisoformat(value)
    msg = "not an answer"
    raise ValueError(msg)
