"""Minutes after the meeting: the chair approves them with their pages, they are issued, and never edited again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from casework.pack import MeetingPack
from casework.record import CaseId, RecordId
from casework.refusal import Refused
from desktop.operations import papers
from desktop.operations.intent import Changes, Read, Write
from storage.minutes import Approved
from storage.vault import Vault

DOCUMENT = "minutes"
NOBODY = "Say who approves the minutes: the chair, by name."


def order(case: CaseId, meeting: str) -> papers.Order:
    """The paper that is kept with approved minutes."""
    return papers.Order(case, DOCUMENT, "Kept with the approved minutes", "Approval of the minutes", meeting=meeting)


def approval(meeting: str) -> Read[Approved | None]:
    """By whom and when minutes were approved; None while they are a draft."""

    def read(vault: Vault) -> Approved | None:
        with vault.read() as rows:
            return rows.approved_minutes(meeting)

    return read


def pages(meeting: str) -> Read[bytes]:
    """The pages as they were approved. Raises Refused for a draft."""

    def read(vault: Vault) -> bytes:
        with vault.read() as rows:
            return rows.minutes_paper(meeting)

    return read


def paper_to_approve(case: CaseId, meeting: str, who: str, today: date, now: datetime) -> Read[MeetingPack]:
    """What the approved minutes print. Raises Refused when nobody is named or the meeting is not closed."""

    def read(vault: Vault) -> MeetingPack:
        if not who.strip():
            raise Refused(NOBODY, "approved_by")
        pack = papers.preview(order(case, meeting), today, now)(vault)
        held = pack.meeting
        if held is None or not isinstance(held["closed_at"], datetime):
            raise Refused("The meeting is not closed yet: close it first.")
        signed = held.answered("approved_by", who.strip()).answered("approved_on", today)
        records = (signed if one.id == held.id else one for one in pack.case.records)
        return replace(pack, case=pack.case.replaced(records), meeting=signed, kept=True)

    return read


def approve(case: CaseId, meeting: str, who: str, today: date, paper: bytes) -> Write:
    """Freeze the minutes with the pages that were printed. Raises Refused."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.approve_minutes(RecordId(meeting), who, today, paper)
        return Changes(frozenset({case}), frozenset({"meeting"}), meeting)

    return write


def issue(case: CaseId, meeting: str, today: date) -> Write:
    """Note that the minutes went out. Raises Refused before the chair has approved them."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            if rows.approved_minutes(meeting) is None:
                raise Refused("The chair approves the minutes before they go out.", "issued_on")
            rows.answer(RecordId(meeting), "issued_on", today)
        return Changes(frozenset({case}), frozenset({"meeting"}), meeting)

    return write
