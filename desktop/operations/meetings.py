"""What a person does before a meeting: set it up, ask people, refer a case, send a referral on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casework.answer import Answer
from casework.meetings.leaving import ends, new_exit
from casework.meetings.referral import decide_by
from casework.meetings.sitting import new_meeting
from casework.record import CaseId, Record, RecordId
from desktop.operations.intent import Changes, Write
from storage.vault import Vault


def set_up(case_id: CaseId, today: date) -> Write:
    """Add a meeting with what is known of it: level, number, chair and place as last time."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            made = rows.add(case_id, "meeting", new_meeting(rows.case(case_id), today))
        return Changes(frozenset({case_id}), frozenset({"meeting"}), made.id)

    return write


def invite(case_id: CaseId, meeting: RecordId, people: Sequence[Mapping[str, Answer]]) -> Write:
    """Add everybody who is asked to a meeting, all or nobody."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            made = [rows.add(case_id, "invitee", one, meeting).id for one in people]
        return Changes(frozenset({case_id}), frozenset({"invitee"}), made[-1] if made else "")

    return write


def want_decision(case_id: CaseId, referral: Record, endorsed_on: date) -> Write:
    """Put down the day by which the co-ordinator decides on a referral that was endorsed, as the area sets it."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.answer(referral.id, "decide_by", decide_by(endorsed_on, rows.settings()))
        return Changes(frozenset({case_id}), frozenset({"referral"}), referral.id)

    return write


def leave(case_id: CaseId, today: date, instead_of: Record | None = None) -> Write:
    """Begin an exit; ``instead_of``: a decision on the level that turned out to be one, which gives way to it."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            made = rows.add(case_id, "exit", new_exit(today, instead_of))
            if instead_of is not None:
                rows.remove(instead_of.id)
        return Changes(frozenset({case_id}), frozenset({"exit", "level"}), made.id)

    return write


def end_registration(case_id: CaseId, leaving: RecordId) -> Write:
    """End the category and the level that stand on the day of an exit, on that day."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            case = rows.case(case_id)
            one = case.get(leaving)
            for record, on in (ends(case, one) if one else {}).items():
                rows.answer(RecordId(record), "ended_on", on)
        return Changes(frozenset({case_id}), frozenset({"category", "level"}), leaving)

    return write
