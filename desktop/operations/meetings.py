"""What a person does before a meeting: set it up, ask people, refer a case, send a referral on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casework.answer import Answer
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
