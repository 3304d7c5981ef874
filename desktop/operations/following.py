"""What a person does with an action between meetings: close it with what came of it, move its date with the reason."""

from __future__ import annotations

from datetime import date

from casework.answer import Answer
from casework.meetings.actions import MOVE, check_closing, check_move
from casework.record import CaseId, Record
from desktop.operations.intent import Changes, Write
from storage.vault import Vault


def close(case_id: CaseId, action: Record, state: str, outcome: str, today: date) -> Write:
    """Close an action as "done" or "not_done" today. Raises Refused with "outcome" where nothing is said of it."""

    def write(vault: Vault) -> Changes:
        check_closing(state, outcome)
        with vault.write() as rows:
            for key, value in (("state", state), ("outcome", outcome.strip()), ("done_on", today)):
                rows.answer(action.id, key, value)
        return Changes(frozenset({case_id}), frozenset({action.kind}), action.id)

    return write


def move_date(case_id: CaseId, action: Record, to: Answer, why: str, today: date) -> Write:
    """Give an action another due date, and keep the move with its reason. Raises Refused with "due_on" or "why"."""

    def write(vault: Vault) -> Changes:
        check_move(to, why, action["due_on"])
        with vault.write() as rows:
            rows.answer(action.id, "due_on", to)
            moved: dict[str, Answer] = {"was": action["due_on"], "to": to, "why": why.strip(), "moved_on": today}
            rows.add(case_id, MOVE, moved, action.id)
        return Changes(frozenset({case_id}), frozenset({action.kind, MOVE}), action.id)

    return write
