"""Where the reader is, down to the letter: kept in the vault, so that unlocking leads back there."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from casework.typed import Spot
from desktop.place import Place
from storage.journal import Left


@dataclass(frozen=True, slots=True)
class Here:
    """A place of the window; where the cursor is in a field, ``box``, ``cursor`` and ``anchor``; how far it scrolled.

    ``closed``: the reader closed the program there, and did not lock it or lose it.
    """

    page: str = ""
    case: str = ""
    part: str = ""
    section: str = ""
    record: str = ""
    key: str = ""
    box: int = 0
    cursor: int = 0
    anchor: int = 0
    scroll: int = 0
    closed: bool = False

    @property
    def where(self) -> tuple[str, str]:
        """The page and the case."""
        return self.page, self.case

    @property
    def place(self) -> Place:
        """The place to show."""
        return Place(self.page, self.case, self.part, self.record, self.key, self.section)

    @property
    def spot(self) -> Spot:
        """The field in which the cursor is."""
        return Spot(self.case, self.record, self.key)

    def line(self) -> str:
        """One line of JSON; ``read`` is its inverse."""
        return json.dumps(asdict(self))


def at_place(place: Place) -> Here:
    """The same as a place, down to its record and field."""
    return Here(place.page, place.case, place.part, place.section, place.record, place.key)


def read(line: str) -> Here | None:
    """The place in a line; None where it is none of ours."""
    try:
        found = json.loads(line)
        made = Here(**found)
    except (ValueError, TypeError):
        return None
    known = asdict(Here())
    return made if all(type(getattr(made, name)) is type(value) for name, value in known.items()) else None


def way_back(left: Left, today: date) -> Here | None:
    """Where to go after unlocking: to where the reader was today, else to words that wait; None for the first page."""
    here = read(left.place)
    if here is not None and here.page and not here.closed and left.at is not None and _day(left.at) == today:
        return here
    waiting = next((one for one in left.waiting if one.spot.case and one.spot.record), None)
    if waiting is None:
        return None
    typed, spot = waiting.typed, waiting.spot
    if here is not None and here.spot == spot:
        return replace(here, closed=False)
    return Here("case", spot.case, "", "", spot.record, spot.key, typed.box, typed.cursor, typed.anchor)


def _day(moment: datetime) -> date:
    return moment.astimezone().date()
