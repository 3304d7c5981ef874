"""Somewhere in the program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the program: a page of the rail, or of a case, down to a record and one of its fields.

    ``section`` is a part's own word for what it shows.
    """

    page: str
    case: str = ""
    part: str = ""
    record: str = ""
    key: str = ""
    section: str = ""
