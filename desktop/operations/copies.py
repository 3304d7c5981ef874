"""The copies that were given out, over all cases: where each is, what became of it, which are not back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from casework.copy_register import OUT, UNMADE, Became, Copy, Told
from casework.record import CaseId
from desktop.operations import inviting
from desktop.operations.intent import Changes, Read, Write
from desktop.operations.papers import Order, content_of, preview
from storage.vault import Vault

COPY = "copy"
PROGRAM = "Holdfast"


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


def not_back(today: date) -> Read[tuple[Copy, ...]]:
    """The copies that are not back by their day, the longest overdue first."""

    def read(vault: Vault) -> tuple[Copy, ...]:
        with vault.read() as rows:
            return rows.register.late(today)

    return read


def mark(chosen: Sequence[str], told: Told, today: date) -> Write:
    """Enter what became of copies. Raises Refused with the key of the field."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.register.mark(chosen, told, today)
            touched = inviting.follow(rows, [one for one in rows.register.all() if one.id in chosen])
        return Changes(touched, frozenset({COPY}))

    return write


def given_before(order: Order, today: date, now: datetime) -> Read[tuple[Copy, ...]]:
    """The copies that say the very same and went to a recipient of this order, the oldest first."""

    def read(vault: Vault) -> tuple[Copy, ...]:
        pack = preview(order, today, now)(vault)
        with vault.read() as rows:
            return rows.register.same(order.case, order.document, content_of(pack, order), order.recipients)

    return read


def next_number(case: CaseId, document: str) -> Read[int]:
    """The number that the next copy of a document of a case gets."""

    def read(vault: Vault) -> int:
        with vault.read() as rows:
            return rows.register.next_number(case, document)

    return read


def unmade(case: CaseId, document: str, numbers: Sequence[int], why: str) -> Write:
    """Enter that copies which were logged never came to be, and why."""
    return _entered_by_itself(case, document, numbers, UNMADE, why)


def made_after_all(case: CaseId, document: str, numbers: Sequence[int]) -> Write:
    """Enter that copies which had not come to be are there after another try."""
    return _entered_by_itself(case, document, numbers, OUT, "Made when it was tried again")


def did_not_leave(copy: Copy, why: str) -> Write:
    """Enter that one copy which was logged never came to be, and why."""
    return unmade(copy.case, copy.document, (copy.number,), why)


def _entered_by_itself(case: CaseId, document: str, numbers: Sequence[int], what: str, how: str) -> Write:
    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            found = [one for one in rows.copies(case) if one.document == document and one.number in numbers]
            day = max(one.made_at.astimezone().date() for one in found)
            rows.register.mark([one.id for one in found], Told(what, day, PROGRAM, how), day)
            touched = inviting.follow(rows, found)
        return Changes(touched, frozenset({COPY}))

    return write


def listed(shown: Sequence[Copy], refs: dict[CaseId, str], told: str, today: date) -> Read[bytes]:
    """The copies as a list on paper, with the cases' references and no names; in the log before it is made."""

    def read(vault: Vault) -> bytes:
        from reports.copy_list import copy_list  # noqa: PLC0415 - ReportLab is read when paper is wanted

        with vault.write() as rows:
            rows.register.list_out()
        return copy_list(shown, refs, told, today)

    return read
