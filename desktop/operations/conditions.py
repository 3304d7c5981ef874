"""What a person does with the conditions of an order or licence: several at a stroke, their places, their gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casework.answer import Answer
from casework.record import CaseId, Record, RecordId, checked
from desktop.operations.intent import Changes, Write
from storage.vault import Vault


def add(case_id: CaseId, kind: str, parent: RecordId, many: Sequence[Mapping[str, Answer]]) -> Write:
    """Add conditions in their order, all or none. Raises Refused where an answer cannot stand."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            made = [rows.add(case_id, kind, answers, parent) for answers in many]
        return Changes(frozenset({case_id}), frozenset({kind}), made[-1].id if made else "")

    return write


def check(kind: str, answers: Mapping[str, Answer]) -> None:
    """Raise Refused, with the field's key, for the first answer that cannot stand in a condition."""
    for key, answer in answers.items():
        checked(kind, key, answer)


def rewrite(case_id: CaseId, record: Record, answers: Mapping[str, Answer]) -> Write:
    """Change several answers of a record together; those that stand already are left alone."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            for key, answer in answers.items():
                if record[key] != answer:
                    rows.answer(record.id, key, answer)
        return Changes(frozenset({case_id}), frozenset({record.kind}), record.id)

    return write


def arrange(case_id: CaseId, records: Sequence[Record]) -> Write:
    """Give conditions the places in which they stand here."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            for n, one in enumerate(records, 1):
                if one["place_in_order"] != n:
                    rows.answer(one.id, "place_in_order", n)
        return Changes(frozenset({case_id}), frozenset(one.kind for one in records))

    return write
