"""How much the street card says: from the fullest page in the largest type to the least that always fits."""

from __future__ import annotations

from dataclasses import dataclass

from reports.tagged.style import Style


@dataclass(frozen=True, slots=True)
class Room:
    """How much is said: sources, conditions, characters of each text, signs, contacts; and the size of type."""

    sources: int
    clauses: int
    text: int
    signs: int
    contacts: int
    size: float = 9.0

    @property
    def style(self) -> Style:
        """The style of its text."""
        return Style(self.size, self.size + 2.8, after=1.5)


_WHOLE, TIGHT = 900, 90
ROOMS = (
    Room(12, 60, _WHOLE, 10, 4, 10.0),
    Room(12, 60, _WHOLE, 8, 3),
    Room(12, 60, _WHOLE, 6, 3),
    Room(12, 60, _WHOLE, 4, 2),
    Room(12, 60, _WHOLE, 6, 3, 8.0),
    Room(12, 60, _WHOLE, 4, 2, 8.0),
    *(Room(10, 40, text, 4, 2, 8.0) for text in (600, 420, 340, 280, 240, 210, 180, 150, 120)),
    *(Room(12, clauses, 120, 3, 2, 8.0) for clauses in (36, 28, 24, 20, 16, 12)),
    *(Room(12, clauses, TIGHT, 2, 1, 8.0) for clauses in (24, 20, 16, 12, 8, 6)),
    Room(5, 10, TIGHT, 2, 1, 8.0),
    Room(2, 6, 60, 2, 1, 8.0),
)
