"""An answer to a question of the self-check, with who gave it and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Answer
from casework.record import CaseId
from desktop.operations.intent import Changes, Write
from storage.vault import Vault


def give(case_id: CaseId, question: str, answers: Mapping[str, Answer], today: date) -> Write:
    """Keep an answer, and words where there are some, as a new record."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            told: dict[str, Answer] = {"question": question, **answers, "on": today, "by": vault.person}
            made = rows.add(case_id, "self_check", told)
        return Changes(frozenset({case_id}), frozenset({"self_check"}), made.id)

    return write
