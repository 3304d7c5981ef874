"""What a person does with cases and their records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Absent, Answer
from casework.case import Case
from casework.meetings.actions import MOVE, move
from casework.meetings.level_review import refuse_review
from casework.meetings.levels import decides_level, refuse_level
from casework.record import CaseId, Record, RecordId, record_kinds
from casework.refusal import Refused
from desktop.operations import reporting
from desktop.operations.intent import Changes, Read, Write
from storage.rows import Rows
from storage.vault import Vault


def case(case_id: CaseId) -> Read[Case]:
    """One case, whole."""

    def read(vault: Vault) -> Case:
        with vault.read() as rows:
            return rows.case(case_id)

    return read


def new(surname: str, forenames: str, born: date | Absent, template: str, today: date) -> Write:
    """Open a case with its person and a draft plan. Raises Refused when there is no surname."""

    def write(vault: Vault) -> Changes:
        if not surname.strip():
            raise Refused("A case needs at least the surname: type it, or what the person is called.", "surname")
        with vault.write("collection") as rows:
            made = rows.new_case()
            answers: dict[str, Answer] = {"surname": surname.strip(), "date_of_birth": born}
            if forenames.strip():
                answers["forenames"] = forenames.strip()
            rows.add(made.id, "person", answers)
            rows.add(made.id, "plan", {"template": template})
            rows.start_plan(made.id, template, today)
        return Changes(frozenset({made.id}), frozenset({"person", "plan"}), made.id)

    return write


def add(
    case_id: CaseId, kind: str, answers: Mapping[str, Answer] | None = None, parent: RecordId | None = None
) -> Write:
    """Add a record to a case, with the answers that are already known."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            _refuse(rows, case_id, kind, answers or {})
            made = rows.add(case_id, kind, answers or {}, parent)
            if kind == reporting.KIND:
                reporting.follow(rows, rows.case(case_id), made, None)
        return Changes(frozenset({case_id}), frozenset({kind}), made.id)

    return write


def answer(case_id: CaseId, record: Record, key: str, value: Answer, today: date | None = None) -> Write:
    """Change one answer; ``NOT_ASKED`` takes it away. Raises Refused when it cannot stand there.

    With ``today``, another due date of an action leaves a record of the move, which asks why.
    """

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            _refuse(rows, case_id, record.kind, {key: value})
            if record.kind == "level_review":
                refuse_review(record, key, value)
            moved = _moving(rows, case_id, record, key, value, today)
            rows.answer(record.id, key, value)
            if record.kind == reporting.KIND and key == "agency":
                now = rows.case(case_id)
                if one := now.get(record.id):
                    reporting.follow(rows, now, one, today, before=record.words("agency"))
            if moved:
                rows.add(case_id, MOVE, moved, record.id)
        return Changes(frozenset({case_id}), frozenset({record.kind}), record.id)

    return write


def _moving(  # noqa: PLR0917
    rows: Rows, case_id: CaseId, record: Record, key: str, value: Answer, today: date | None
) -> dict[str, Answer] | None:
    """The record of a move that an answer makes, as the vault stands."""
    if today is None or (record.kind, key) != ("action", "due_on"):
        return None
    stands = rows.case(case_id).get(record.id)
    return move(stands, value, today) if stands else None


def _refuse(rows: Rows, case_id: CaseId, kind: str, answers: Mapping[str, Answer]) -> None:
    for key, value in answers.items():
        if decides_level(kind, key):
            refuse_level(rows.case(case_id), kind, key, value)


def remove(case_id: CaseId, record: Record) -> Write:
    """Take a record out, with what hangs on it; its history stays and ``restore`` brings it back."""

    def write(vault: Vault) -> Changes:
        with vault.write("erasure") as rows:
            rows.remove(record.id)
            if record.kind == reporting.KIND:
                reporting.withdraw(rows, rows.case(case_id), record)
        return Changes(frozenset({case_id}), frozenset({record.kind}))

    return write


def restore(case_id: CaseId, record: Record) -> Write:
    """Bring a removed record back."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.restore(record.id)
        return Changes(frozenset({case_id}), frozenset({record.kind}), record.id)

    return write


def consult(case_id: CaseId, reason: str) -> Write:
    """Log that somebody opens a case, or its closed pages; committed before anything is shown."""

    def write(vault: Vault) -> Changes:
        with vault.write("consultation", reason) as rows:
            rows.consult(case_id, reason)
        return Changes()

    return write


def kinds_of(page: str) -> tuple[str, ...]:
    """The kinds of record that a page of the case shows."""
    return tuple(kind for kind in _PAGES[page] if kind in record_kinds())


_PAGES = {
    "person": ("person", "identifier", "alias", "address", "category", "level", "whereabouts", "conviction"),
    "risk": ("rosh", "scenario", "factor", "protective", "tool"),
    "information": ("statement",),
    "victims": ("victim",),
    "contacts": ("contact",),
    "actions": ("action",),
    "devices": ("device",),
    "disclosure": ("disclosure",),
    "meetings": ("referral", "meeting", "exit"),
    "reviews": ("visit", "level_review", "case_audit", "meeting_audit", "observation"),
    "documents": ("document",),
    "notification": ("notification", "event", "review", "recall", "terrorism_sentence"),
}
