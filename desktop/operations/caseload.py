"""The caseload read in pieces: lines first, then what is due in each case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.due import Due, due
from casework.record import CaseId
from casework.summary import Line, five_lines
from desktop.operations.cases import CaseLine, line
from desktop.operations.intent import Read
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A case's line and everything due in it, earliest first."""

    line: CaseLine
    due: tuple[Due, ...]


def reckoned(cases: tuple[CaseId, ...], today: date) -> Read[tuple[Reckoned, ...]]:
    """What is due in these cases."""

    def read(vault: Vault) -> tuple[Reckoned, ...]:
        with vault.read() as rows:
            found = [rows.case(one) for one in cases]
        return tuple(Reckoned(line(case, today), due(case, today)) for case in found)

    return read


def looked_at(case: CaseId, reason: str, today: date) -> Read[tuple[Line, ...]]:
    """What a stranger must know of a case, in five lines; the look stands in the log before anything is read."""

    def read(vault: Vault) -> tuple[Line, ...]:
        with vault.write("consultation", reason) as rows:
            rows.consult(case, reason)
        return in_five_lines(case, today)(vault)

    return read


def in_five_lines(case: CaseId, today: date) -> Read[tuple[Line, ...]]:
    """What a stranger must know of a case."""

    def read(vault: Vault) -> tuple[Line, ...]:
        with vault.read() as rows:
            found = rows.case(case)
        return five_lines(found, today)

    return read
