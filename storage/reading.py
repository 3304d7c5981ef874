"""Cases out of the database: two queries however many there are, each going through its table once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from casework.answer import Answer, decode
from casework.case import Case
from casework.record import CaseId, Record, RecordId
from storage.fault import DATABASE
from storage.problems import Damaged


def stored_answer(value: str) -> Answer:
    """The answer in a stored value. Raises Damaged where it is none."""
    try:
        return decode(value)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Damaged(DATABASE, "holds an answer that cannot be read") from None


def cases_with(connection: sqlite3.Connection, kind: str) -> tuple[CaseId, ...]:
    """The cases that have a record of a kind, in the order of the references."""
    found = connection.execute(
        "SELECT c.id FROM cases c WHERE EXISTS (SELECT 1 FROM record r WHERE r.case_id = c.id AND r.kind = ?"
        " AND r.removed_at IS NULL) ORDER BY c.ref",
        (kind,),
    )
    return tuple(CaseId(one) for (one,) in found)


def all_cases(connection: sqlite3.Connection) -> tuple[Case, ...]:
    """Every case in the order of its reference, with all its records."""
    held = _records(connection, "TRUE", ())
    rows = connection.execute("SELECT id, ref FROM cases ORDER BY ref").fetchall()
    return tuple(Case(CaseId(case), ref, tuple(held.get(case, ()))) for case, ref in rows)


def chosen_cases(
    connection: sqlite3.Connection, condition: str, values: tuple[str, ...], kinds: Sequence[str]
) -> tuple[Case, ...]:
    """The cases ``c`` of which our own SQL condition is true, with their records of these kinds alone."""
    query = f"SELECT c.id, c.ref FROM cases c WHERE {condition} ORDER BY c.ref"  # noqa: S608 - our own condition
    rows = connection.execute(query, values).fetchall()
    if not rows:
        return ()
    held = _records(
        connection,
        f"r.kind IN ({', '.join('?' * len(kinds))}) AND r.case_id IN (SELECT c.id FROM cases c WHERE {condition})",  # noqa: S608 - as above
        (*kinds, *values),
    )
    return tuple(Case(CaseId(case), ref, tuple(held.get(case, ()))) for case, ref in rows)


def one_case(connection: sqlite3.Connection, case: str) -> Case | None:
    """One case with all its records."""
    row = connection.execute("SELECT id, ref FROM cases WHERE id = ?", (case,)).fetchone()
    if row is None:
        return None
    held = _records(connection, "r.case_id = ?", (case,))
    return Case(CaseId(row[0]), row[1], tuple(held.get(row[0], ())))


def one_record(connection: sqlite3.Connection, number: int) -> Record:
    """A record by its row number, which exists, whether removed or not."""
    row = connection.execute("SELECT id, kind, parent FROM record WHERE n = ?", (number,)).fetchone()
    answers = connection.execute("SELECT key, value FROM answer WHERE record = ?", (number,))
    found = {key: stored_answer(value) for key, value in answers}
    return Record(RecordId(row[0]), row[1], RecordId(row[2]) if row[2] else None, found)


def entered(connection: sqlite3.Connection, case: str) -> dict[tuple[str, str], tuple[datetime, str]]:
    """When (UTC) and by whom each answer of a case was written, by record and key; a record itself by an empty key."""
    rows = connection.execute(
        "SELECT r.id, '', r.created_at, p.name FROM record r JOIN person p ON p.id = r.created_by"
        " WHERE r.case_id = ?1 AND r.removed_at IS NULL"
        " UNION ALL SELECT r.id, a.key, a.written_at, p.name FROM record r JOIN answer a ON a.record = r.n"
        " JOIN person p ON p.id = a.written_by WHERE r.case_id = ?1 AND r.removed_at IS NULL",
        (case,),
    )
    return {(record, key): (datetime.fromisoformat(when), who) for record, key, when, who in rows}


def removed_records(connection: sqlite3.Connection, case: str) -> tuple[Record, ...]:
    """The records of a case that were removed and can be restored, without those removed along with them."""
    rows = connection.execute(
        "SELECT n FROM record WHERE case_id = ? AND removed_with = id ORDER BY removed_at DESC, position", (case,)
    ).fetchall()
    return tuple(one_record(connection, number) for (number,) in rows)


def _records(connection: sqlite3.Connection, chosen: str, values: tuple[str, ...]) -> dict[str, list[Record]]:
    answers = _answers(connection, chosen, values)
    held: dict[str, list[Record]] = {}
    for number, record, case, kind, parent in connection.execute(
        "SELECT r.n, r.id, r.case_id, r.kind, r.parent FROM record r"  # noqa: S608 - our own condition
        f" WHERE r.removed_at IS NULL AND {chosen} ORDER BY r.case_id, r.position",
        values,
    ):
        held.setdefault(case, []).append(Record(record, kind, parent, answers.get(number, {})))
    return held


def _answers(connection: sqlite3.Connection, chosen: str, values: tuple[str, ...]) -> dict[int, dict[str, Answer]]:
    answers: dict[int, dict[str, Answer]] = {}
    seen: dict[str, Answer] = {}
    for number, key, value in connection.execute(
        "SELECT a.record, a.key, a.value FROM record r CROSS JOIN answer a ON a.record = r.n"  # noqa: S608 - our own condition
        f" WHERE r.removed_at IS NULL AND {chosen}",
        values,
    ):
        answer = seen.get(value)
        if answer is None:
            answer = seen[value] = stored_answer(value)
        if number in answers:
            answers[number][key] = answer
        else:
            answers[number] = {key: answer}
    return answers
