"""Making a move of an order or a licence, in one transaction, and taking it back right after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Absent, Answer
from casework.case import Case
from casework.move_dates import refuse_dates
from casework.moves import Move, licence_moves, order_moves
from casework.reckoning import Finding, Reckoning, reckon
from casework.record import CaseId, Record, RecordId, has_value
from casework.refusal import Refused
from desktop.operations.intent import Changes, Write
from storage.vault import Vault

MISSING = "facts.refused"
"""The finding about facts that the rules cannot take, or that are not there yet."""


class Doubtful(Refused):
    """The law finds an error in the move; a person may have it recorded all the same."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A move as it is asked for: of which record, which move, what was answered.

    ``in_spite``: it is made although the law finds fault with it.
    """

    record: Record
    code: str
    target: RecordId | None
    given: Mapping[str, Answer] = field(repr=False)
    in_spite: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What a move wrote: an added record, or the answers that stood before it."""

    record: Record
    before: Mapping[str, Answer] | None = field(repr=False)


def moves_of(case: Case, record: Record, reckoning: Reckoning) -> tuple[Move, ...]:
    """Every move of an order or a licence, the legal ones first."""
    return (order_moves if record.kind == "order" else licence_moves)(case, record, reckoning)


def written(move: Move, made: str) -> Written:
    """What to remember of a move that was made, so that it can be taken back; ``made`` is the record's id."""
    record = Record(RecordId(made), move.kind)
    if move.record is None:
        return Written(record, None)
    keys = (*move.sets, *(one.key for one in move.needs))
    return Written(record, {key: move.held.get(key, Absent.NOT_ASKED) for key in keys})


def make(case_id: CaseId, asked: Asked, today: date) -> Write:
    """Make a move. Raises Refused, with the field's key, where it cannot be made; Doubtful where the law
    finds an error in it.
    """

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            case = rows.case(case_id)
            before = reckon(case, today)
            move = _found(case, asked, before)
            answers = move.answers(asked.given)
            refuse_dates(move, asked.given, today)
            if move.record is None:
                record = rows.add(case_id, move.kind, answers, move.parent).id
            else:
                record = move.record
                for key, answer in answers.items():
                    rows.answer(record, key, answer)
            if not asked.in_spite:
                _refuse_faults(before, rows.case(case_id), record, asked.record.id)
        return Changes(frozenset({case_id}), frozenset({move.kind}), record)

    return write


def take_back(case_id: CaseId, done: Written) -> Write:
    """Take back what a move wrote; an added record can be restored like any that was removed."""

    def write(vault: Vault) -> Changes:
        with vault.write("erasure" if done.before is None else "alteration") as rows:
            if done.before is None:
                rows.remove(done.record.id)
            else:
                for key, answer in done.before.items():
                    rows.answer(done.record.id, key, answer)
        return Changes(frozenset({case_id}), frozenset({done.record.kind}), done.record.id)

    return write


def _found(case: Case, asked: Asked, reckoning: Reckoning) -> Move:
    record = case.get(asked.record.id)
    if record is None:
        raise Refused(f"That {asked.record.shape.name.en.lower()} was removed meanwhile: restore it first.")
    for move in moves_of(case, record, reckoning):
        if (move.code, move.record) == (asked.code, asked.target):
            return move
    raise Refused("Things have changed meanwhile: look again at what may be done now.")


def _refuse_faults(before: Reckoning, case: Case, record: RecordId, of: RecordId) -> None:
    """Refuse what brings an error into the order: told beside the field it lies in, with the rule."""
    known, after = set(before.findings), reckon(case, before.today)
    new = [one for one in after.findings_about([record, of]) if one.severity == "error" and one not in known]
    for one in sorted(new, key=lambda found: found.about != record):
        if one.code != MISSING or has_value(_answer(case, one)):
            raise Doubtful(_said(one), one.key)


def _answer(case: Case, one: Finding) -> Answer:
    record = case.get(one.about)
    return record[one.key] if record else Absent.NOT_ASKED


def _said(one: Finding) -> str:
    source = ", ".join(part for part in (one.rule, one.basis) if part)
    return f"{one.message} ({source})" if source else one.message
