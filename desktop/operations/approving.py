"""Minutes after the meeting: approved with their pages by name or by the chair's own passphrase, issued, then kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from casework.pack import Countersigner, MeetingPack
from casework.record import CaseId, RecordId
from casework.refusal import Refused
from desktop.operations import papers
from desktop.operations.intent import Changes, Read, Write
from storage.members import Member
from storage.minutes import Approved
from storage.plan_version import fingerprint
from storage.second import second
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


def chairs() -> Read[tuple[Member, ...]]:
    """Who else opens this vault with a passphrase of their own, and so can approve minutes as their chair."""

    def read(vault: Vault) -> tuple[Member, ...]:
        own = vault.unlocked.slot.id
        return tuple(one for one in vault.people() if one.label and one.id != own)

    return read


def paper_to_approve(  # noqa: PLR0917 - who approves what, when
    case: CaseId, meeting: str, who: str, today: date, now: datetime, signs: Member | None = None
) -> Read[MeetingPack]:
    """What the approved minutes print; ``signs``: whose own passphrase they are approved with.

    Raises Refused when nobody is named or the meeting is not closed.
    """

    def read(vault: Vault) -> MeetingPack:
        if not who.strip():
            raise Refused(NOBODY, "approved_by")
        pack = papers.preview(order(case, meeting), today, now)(vault)
        held = pack.meeting
        if held is None or not isinstance(held["closed_at"], datetime):
            raise Refused("The meeting is not closed yet: close it first.")
        signed = held.answered("approved_by", who.strip()).answered("approved_on", today)
        records = (signed if one.id == held.id else one for one in pack.case.records)
        own = None
        if signs:
            own = Countersigner(signs.name, today, fingerprint(vault.signing_keys()[signs.id]))
        return replace(pack, case=pack.case.replaced(records), meeting=signed, kept=True, signed=own)

    return read


def approve(  # noqa: PLR0917 - as of what is approved
    case: CaseId,
    meeting: str,
    who: str,
    today: date,
    paper: bytes,
    signs: Member | None = None,
    passphrase: bytearray | None = None,
) -> Write:
    """Freeze the minutes with the pages that were printed, signed where the chair gives a passphrase, which is wiped.

    Raises Refused, WrongPassphrase.
    """

    def write(vault: Vault) -> Changes:
        chair = second(vault, signs.id, passphrase) if signs and passphrase is not None else None
        with vault.write() as rows:
            rows.approve_minutes(RecordId(meeting), who, today, paper, chair)
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
