"""The table of who is asked to a meeting: flags with the agencies that they suggest, agencies with what they bring."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag as declared: the agencies it suggests, the words that raise it in the fields (kind.key) it reads.

    ``says``: how its reason is put, with ``{found}`` for what raised it.
    """

    code: str
    name: Text
    agencies: tuple[str, ...]
    says: Text = NOTHING
    reads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """What an agency is asked as (a code of the invitee's ``as``), what to bring, and whether for a report."""

    code: str
    invited_as: str
    brings: Text
    reports: bool = True


@dataclass(frozen=True, slots=True)
class LayAdviser:
    """How the lay adviser is named, and why one is asked."""

    name: Text
    why: Text


@dataclass(frozen=True, slots=True)
class InvitationTable:
    """The whole table."""

    flag: tuple[Flag, ...]
    agency: tuple[Agency, ...]
    lay_adviser: LayAdviser

    def of(self, agency: str) -> Agency:
        """What an agency is asked as; that of another agency where it is not declared."""
        return next((one for one in self.agency if one.code == agency), self.agency[-1])


@cache
def invitation_table() -> InvitationTable:
    """The table as shipped."""
    return read(InvitationTable, files("casework.meetings") / "invitations.toml")
