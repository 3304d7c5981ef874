"""Writing records and their answers, each checked against its definition before it is kept."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from casework.answer import Absent, Answer, encode
from casework.field import Field, FieldType
from casework.record import CaseId, Record, RecordId, RecordKind, checked, record_kinds
from casework.refusal import Refused
from casework.template import fields_of, plan_templates
from casework.typed import Spot
from storage import journal, sittings
from storage.frozen import refuse_frozen
from storage.reading import one_record
from storage.transaction import Transaction

_ID = re.compile(r"[0-9a-f]{16}")
ANSWER_MOST = 1_000_000
_NUMBER_MOST = 2**53


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its row number, case, kind and parent, and whether it was removed."""

    number: int
    case: CaseId
    kind: str
    parent: str | None
    removed: bool


def new_id() -> str:
    """A fresh id: 16 hexadecimal characters."""
    return secrets.token_hex(8)


def placed(transaction: Transaction, record: str) -> Place | None:
    """Where a record stands; None where there is no such record."""
    row = (
        transaction.reading()
        .execute("SELECT n, case_id, kind, parent, removed_at FROM record WHERE id = ?", (record,))
        .fetchone()
    )
    return Place(row[0], CaseId(row[1]), row[2], row[3], row[4] is not None) if row else None


def existing(transaction: Transaction, record: str) -> Place:
    """Where a record stands that was not removed. Raises Refused."""
    place = placed(transaction, record)
    if place is None:
        raise Refused("There is no such record in this case file.")
    if place.removed:
        raise Refused("That record was removed: restore it first.")
    return place


def add(
    transaction: Transaction,
    case: CaseId,
    kind: str,
    answers: Mapping[str, Answer],
    parent: RecordId | None = None,
    *,
    given_id: RecordId | None = None,
) -> Record:
    """A new record at the end of its case. Raises Refused with the field's key, "parent" or "id"."""
    connection = transaction.writing()
    if connection.execute("SELECT 1 FROM cases WHERE id = ?", (case,)).fetchone() is None:
        raise Refused("There is no such case in this case file.", "case")
    shape = _shape(kind)
    _refuse_parent(transaction, case, shape, parent)
    _refuse_second(transaction, case, shape)
    refuse_frozen(connection, kind, "", parent)
    record = Record(_fresh_id(transaction, given_id), kind, parent, _given(answers))
    for key, answer in record.answers.items():
        refuse(transaction, case, record, key, answer)
    last = connection.execute("SELECT max(position) FROM record WHERE case_id = ?", (case,)).fetchone()[0]
    number = connection.execute(
        "INSERT INTO record (id, case_id, kind, parent, position, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (record.id, case, kind, parent, (last or 0) + 1, transaction.now, transaction.actor),
    ).lastrowid
    written = [(number, k, encode(a), transaction.now, transaction.actor) for k, a in record.answers.items()]
    connection.executemany(
        "INSERT INTO answer (record, key, value, written_at, written_by, sitting) VALUES (?, ?, ?, ?, ?, ?)",
        [(*one, transaction.now) for one in written],
    )
    transaction.note(case, "add", record.id, kind, op="collection")
    for _, key, value, _, _ in written:
        transaction.note(case, "answer", record.id, key, value, op="collection")
    return record


def answer(transaction: Transaction, record: RecordId, key: str, value: Answer) -> Record:
    """Put an answer; the earlier one goes to the history, unless both are steps of the same typing.

    Raises Refused with the field's key.
    """
    connection = transaction.writing()
    place = existing(transaction, record)
    refuse_frozen(connection, place.kind, record, place.parent, key)
    before = one_record(connection, place.number)
    after = before.answered(key, value)
    refuse(transaction, place.case, after, key, value)
    journal.forget(transaction, Spot(place.case, record, key))
    if before[key] == value and type(before[key]) is type(value):
        return before
    sitting = sittings.goes_on(transaction, place.number, after, key, before[key])
    if not sitting:
        _to_history(transaction, place.number, key)
    if value is Absent.NOT_ASKED:
        connection.execute("DELETE FROM answer WHERE record = ? AND key = ?", (place.number, key))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO answer (record, key, value, written_at, written_by, sitting)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (place.number, key, encode(value), transaction.now, transaction.actor, sitting or transaction.now),
        )
    transaction.note(place.case, "answer", record, key, encode(value))
    return one_record(connection, place.number)


def remove(transaction: Transaction, record: RecordId) -> None:
    """Take a record and what hangs on it out of its case; both stay restorable. Raises Refused."""
    place = existing(transaction, record)
    refuse_frozen(transaction.writing(), place.kind, record, place.parent)
    transaction.writing().execute(
        "WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT r.id FROM record r JOIN below b ON r.parent = b.id)"
        " UPDATE record SET removed_at = ?, removed_by = ?, removed_with = ?"
        " WHERE removed_at IS NULL AND id IN (SELECT id FROM below)",
        (record, transaction.now, transaction.actor, record),
    )
    transaction.note(place.case, "remove", record, place.kind)


def restore(transaction: Transaction, record: RecordId) -> None:
    """Bring a removed record back with what was removed along with it. Raises Refused."""
    place = placed(transaction, record)
    if place is None or not place.removed:
        raise Refused("There is no such removed record in this case file.")
    shape = _shape(place.kind)
    _refuse_second(transaction, place.case, shape)
    above = placed(transaction, place.parent) if place.parent else None
    if above and above.removed:
        raise Refused("What that record belongs to was removed too: restore that first.", "parent")
    transaction.writing().execute(
        "UPDATE record SET removed_at = NULL, removed_by = NULL, removed_with = NULL WHERE id = ? OR removed_with = ?",
        (record, record),
    )
    transaction.note(place.case, "restore", record, place.kind)


def refuse(transaction: Transaction, case: CaseId, record: Record, key: str, value: Answer) -> None:
    """Raise Refused, with the field's key, where an answer cannot stand in a record of this case."""
    fields = fields_of(record)
    checked(record.kind, key, value, fields)
    if isinstance(value, Absent):
        return
    _refuse_unstorable(value, key)
    if record.kind == "plan" and key == "template" and value not in plan_templates():
        raise Refused("There is no such plan template.", key)
    field = next(one for one in fields if one.key == key)
    if field.type in (FieldType.LINK, FieldType.LINKS):
        _refuse_links(transaction, case, record, field, value if isinstance(value, tuple) else (str(value),))


def _refuse_links(
    transaction: Transaction, case: CaseId, record: Record, field: Field, targets: tuple[str, ...]
) -> None:
    if len(set(targets)) != len(targets):
        raise Refused(f"{field.label.en}: the same record is named twice.", field.key)
    for target in targets:
        place = placed(transaction, target)
        if place is None or place.removed or place.case != case:
            raise Refused(f"{field.label.en}: there is no such record in this case.", field.key)
        if place.kind not in field.links or target == record.id:
            raise Refused(f"{field.label.en} cannot point at a record of that kind.", field.key)


def _refuse_unstorable(value: Answer, key: str) -> None:
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, str):
            if len(part) > ANSWER_MOST:
                raise Refused(f"That is too long: at most {ANSWER_MOST:,} characters.", key)
            try:
                part.encode("utf-8")
            except UnicodeEncodeError:
                raise Refused("That holds half of a character: type it again.", key) from None
    if type(value) is int and abs(value) > _NUMBER_MOST:
        raise Refused("That number is too large.", key)


def _refuse_parent(transaction: Transaction, case: CaseId, shape: RecordKind, parent: RecordId | None) -> None:
    if shape.parent == "case":
        if parent is not None:
            raise Refused(f"{shape.name.en} belongs to the case itself, not to a record of it.", "parent")
        return
    place = placed(transaction, parent) if parent else None
    if place is None or place.removed or place.case != case or place.kind != shape.parent:
        above = record_kinds()[shape.parent].name.en
        raise Refused(f"{shape.name.en} must hang on a record of this case: {above.lower()}.", "parent")


def _refuse_second(transaction: Transaction, case: CaseId, shape: RecordKind) -> None:
    if not shape.single:
        return
    found = transaction.reading().execute(
        "SELECT 1 FROM record WHERE case_id = ? AND kind = ? AND removed_at IS NULL", (case, shape.code)
    )
    if found.fetchone():
        raise Refused(f"The case has that already, and only once: {shape.name.en.lower()}.", "kind")


def _shape(kind: str) -> RecordKind:
    shape = record_kinds().get(kind)
    if shape is None:
        raise Refused(f"There is no kind of record called {kind}.", "kind")
    return shape


def _fresh_id(transaction: Transaction, given: RecordId | None) -> RecordId:
    if given is None:
        return RecordId(new_id())
    if not _ID.fullmatch(given):
        raise Refused("A record's id is 16 hexadecimal characters.", "id")
    if placed(transaction, given):
        raise Refused("There is a record with that id already.", "id")
    return given


def _given(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {key: value for key, value in answers.items() if value is not Absent.NOT_ASKED}


def _to_history(transaction: Transaction, number: int, key: str) -> None:
    transaction.connection.execute(
        "INSERT INTO answer_past (record, key, value, written_at, written_by, replaced_at, replaced_by)"
        " SELECT record, key, value, written_at, written_by, ?, ? FROM answer WHERE record = ? AND key = ?",
        (transaction.now, transaction.actor, number, key),
    )
