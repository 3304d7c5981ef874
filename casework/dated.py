"""One thing with a date, as lists and paper tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.record import CaseId
from casework.text import Text


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with a date.

    ``kind`` is "law", "watch" (good practice, no law) or the kind of record; ``nature`` as in the law's date codes.
    """

    on: date
    what: Text
    case: CaseId
    ref: str
    about: str
    kind: str
    code: str
    nature: str
    why: str
    basis: str
    rule: str
    next: Text
    late: bool

    def days(self, today: date) -> int:
        """Days from today, negative when late."""
        return (self.on - today).days
