"""Who can be named at a meeting: those invited, then the other contacts of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casework.case import Case
from casework.field import choice_lists
from casework.record import Record
from casework.text import Language

AGENCIES = "agencies"
HERE = ("present", "remote")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who can answer for an action: name, role, and the code of the agency."""

    name: str = field(repr=False)
    role: str
    agency: str

    @property
    def told(self) -> str:
        """The name with the role, as an owner is written."""
        return ", ".join(one for one in (self.name, self.role) if one)


def people(case: Case, meeting: Record) -> tuple[Named, ...]:
    """Everybody who can be named, each once: those at the meeting first, then others invited, then the contacts."""
    invited = sorted(case.children(meeting, "invitee"), key=lambda one: one["attended"] not in HERE)
    found: dict[str, Named] = {}
    for one in (*invited, *case.of("contact")):
        if name := " ".join(one.words("name").split()):
            found.setdefault(name.casefold(), Named(name, one.words("role"), one.words("agency")))
    return tuple(found.values())


def here(case: Case, meeting: Record) -> tuple[Record, ...]:
    """Those who are at the meeting, in the room or by link."""
    return tuple(one for one in case.children(meeting, "invitee") if one["attended"] in HERE)


def agency_name(code: str, language: Language = Language.EN) -> str:
    """What an agency is called."""
    return next((one.label.in_(language) for one in choice_lists()[AGENCIES] if one.code == code), code)


def agencies_first(case: Case, meeting: Record) -> tuple[str, ...]:
    """Every agency by its code, those invited first."""
    invited = [one.words("agency") for one in case.children(meeting, "invitee")]
    every = [one.code for one in choice_lists()[AGENCIES]]
    return tuple(dict.fromkeys(_known(invited, every))) + tuple(one for one in every if one not in invited)


def _known(codes: Iterable[str], every: Iterable[str]) -> Iterator[str]:
    known = set(every)
    return (one for one in codes if one in known)
