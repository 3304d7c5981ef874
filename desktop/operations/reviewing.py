"""What a person does at a Level 1 review: begin it with what is known, say that nothing has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Answer
from casework.meetings.level_review import new_review
from casework.record import CaseId, Record
from desktop.operations.intent import Changes, Write
from storage.vault import Vault

KIND = "level_review"


def begin(case_id: CaseId, today: date) -> Write:
    """Add a review with its day, its author, the manager of the last one and the day of the next."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            author = rows.people().get(rows.actor, "")
            known = new_review(rows.case(case_id), today, rows.settings(), author)
            made = rows.add(case_id, KIND, known)
        return Changes(frozenset({case_id}), frozenset({KIND}), made.id)

    return write


def put(case_id: CaseId, record: Record, answers: Mapping[str, Answer]) -> Write:
    """Give several answers of a record in one step."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            for key, value in answers.items():
                rows.answer(record.id, key, value)
        return Changes(frozenset({case_id}), frozenset({record.kind}), record.id)

    return write
