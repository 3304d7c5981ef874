"""A warning of a plan set aside with a reason, and taken up again."""

from __future__ import annotations

from datetime import date

from casework.plan_rules.check import PlanFinding, waiver_for
from casework.record import CaseId
from casework.refusal import Refused
from desktop.operations.intent import Changes, Write
from storage.vault import Vault


def set_aside(case_id: CaseId, found: PlanFinding, reason: str, today: date) -> Write:
    """Keep why the plan stands as it is, with who and the day. Raises Refused without a reason, or for a hard rule."""

    def write(vault: Vault) -> Changes:
        if found.hard:
            raise Refused("This keeps the plan from being agreed and cannot be set aside: mend it.", "reason")
        if not reason.strip():
            raise Refused("Say why the plan stands as it is: the reason is kept and printed.", "reason")
        with vault.write() as rows:
            answers = waiver_for(found, rows.case(case_id), reason.strip(), vault.person, today)
            made = rows.add(case_id, "waiver", answers)
        return Changes(frozenset({case_id}), frozenset({"waiver"}), made.id)

    return write
