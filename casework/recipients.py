"""Whom paper of a case may be for, as the case knows them: those asked to the meeting, its contacts, its agencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casework.case import Case
from casework.record import Record
from casework.text import Text

INVITED = Text("Asked to the meeting", "Gwahoddwyd i'r cyfarfod")
CONTACTS = Text("Contacts of the case", "Cysylltiadau'r achos")
AGENCIES = Text("Agencies with a part in the plan", "Asiantaethau sydd â rhan yn y cynllun")
_ACTING = ("measure", "contingency", "action")


@dataclass(frozen=True, slots=True)
class Group:
    """Some of those whom paper may be for, each as the line that stands on their copy."""

    title: Text
    lines: tuple[str, ...] = field(repr=False)


def recipients(case: Case, meeting: Record | None = None) -> tuple[Group, ...]:
    """Everybody the case knows of, each once, where they come first; groups with nobody in them are left out."""
    seen: set[str] = set()
    found = []
    for title, lines in ((INVITED, invited(case, meeting)), (CONTACTS, _contacts(case)), (AGENCIES, _agencies(case))):
        new = tuple(one for one in dict.fromkeys(lines) if one.casefold() not in seen)
        seen |= {one.casefold() for one in new}
        if new:
            found.append(Group(title, new))
    return tuple(found)


def invited(case: Case, meeting: Record | None) -> tuple[str, ...]:
    """The chair and everybody invited, as lines; nobody without a meeting."""
    if meeting is None:
        return ()
    return tuple(dict.fromkeys((*chair(meeting), *asked(case, meeting))))


def asked(case: Case, meeting: Record) -> tuple[str, ...]:
    """Everybody invited to a meeting, as lines."""
    return tuple(dict.fromkeys(_lines(case.children(meeting, "invitee"))))


def chair(meeting: Record | None) -> tuple[str, ...]:
    """The chair of a meeting as a line."""
    if meeting is None:
        return ()
    return tuple(one for one in (line(meeting.words("chair"), agency(meeting, "chair_agency")),) if one)


def lead(case: Case) -> tuple[str, ...]:
    """The contact of the lead agency as a line."""
    return tuple(_lines(one for one in case.of("contact") if one["lead"] is True))


def whom(record: Record) -> str:
    """Somebody's name and agency as they stand on a copy; the agency alone where no name is known."""
    return line(record.words("name"), agency(record), record.words("organisation")) or agency(record)


def line(name: str, agency_name: str, organisation: str = "") -> str:
    """Name and agency as they stand on a copy; empty where there is no name."""
    held = organisation.strip() or agency_name
    return ", ".join(part for part in (" ".join(name.split()), held) if part) if name.strip() else ""


def agency(record: Record, key: str = "agency") -> str:
    """The agency that a record names, in words; empty where none is known."""
    shown = record.shape.get(key)
    return shown.told(record[key]) if shown and record.words(key) else ""


def _lines(found: Iterable[Record]) -> Iterator[str]:
    for one in found:
        if told := whom(one):
            yield told


def _contacts(case: Case) -> tuple[str, ...]:
    return tuple(_lines(case.of("contact")))


def _agencies(case: Case) -> tuple[str, ...]:
    """The agencies that act in the plan, by themselves."""
    return tuple(sorted({told for kind in _ACTING for one in case.of(kind) if (told := agency(one))}))
