"""The copies that were given out, over all cases: where each is, what became of it, which are not back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.copy_register import Became, Copy, Told
from casework.record import CaseId
from desktop.operations.intent import Changes, Read, Write
from storage.vault import Vault

COPY = "copy"


def copies() -> Read[tuple[Copy, ...]]:
    """Every copy, the oldest first."""

    def read(vault: Vault) -> tuple[Copy, ...]:
        with vault.read() as rows:
            return rows.register.all()

    return read


def history(copy: str) -> Read[tuple[Became, ...]]:
    """Everything that was entered of a copy, the earliest first."""

    def read(vault: Vault) -> tuple[Became, ...]:
        with vault.read() as rows:
            return rows.register.history(copy)

    return read


@dataclass(frozen=True, slots=True)
class NotBack:
    """How many copies were to be back before today, the day of the earliest, and how many are lost."""

    late: int
    since: date | None
    lost: int


def not_back(today: date) -> Read[NotBack]:
    """The copies that are not back by their day."""

    def read(vault: Vault) -> NotBack:
        with vault.read() as rows:
            every = rows.register.all()
        late = [one.back_by for one in every if one.back_by and one.late(today)]
        return NotBack(len(late), min(late, default=None), sum(one.state == "lost" for one in every))

    return read


def mark(chosen: Sequence[str], told: Told, today: date) -> Write:
    """Enter what became of copies. Raises Refused with the key of the field."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.register.mark(chosen, told, today)
        return Changes(kinds=frozenset({COPY}))

    return write


def listed(shown: Sequence[Copy], refs: dict[CaseId, str], told: str, today: date) -> Read[bytes]:
    """The copies as a list on paper, with the cases' references and no names; in the log before it is made."""

    def read(vault: Vault) -> bytes:
        from reports.copy_list import copy_list  # noqa: PLC0415 - ReportLab is read when paper is wanted

        with vault.write() as rows:
            rows.register.list_out()
        return copy_list(shown, refs, told, today)

    return read
