"""Every record against its definition."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from casework.answer import Absent, Answer
from casework.case import Case
from casework.field import Field, FieldType
from casework.record import Record, checked, record_kinds
from casework.refusal import Refused
from casework.template import field_of, plan_templates
from casework.text import Text
from casework.typed import read_typed
from storage.filing import check_filed
from storage.finding import Finding
from storage.minutes import check_minutes
from storage.reading import all_cases
from storage.templates import check_templates

Kinds = dict[str, tuple[str, str]]


def check_records(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What in the records is not as their definitions want it. Raises Damaged for an unreadable answer."""
    known: Kinds = {
        record: (case, kind) for record, case, kind in connection.execute("SELECT id, case_id, kind FROM record")
    }
    for case in all_cases(connection):
        for record in case.records:
            where = f"{case.ref}, {record.kind} {record.id}"
            yield from (Finding("record", where, what) for what in _faults(case, record, known))
        yield from _doubled(case)
    yield from _plans(connection)
    yield from _typed(connection)
    yield from check_templates(connection)
    yield from check_filed(connection)
    yield from check_minutes(connection)


def _faults(case: Case, record: Record, known: Kinds) -> Iterator[Text]:
    shape = record_kinds().get(record.kind)
    if shape is None:
        yield Text("No definition knows this kind of record.")
        return
    above = known.get(record.parent) if record.parent else None
    if (shape.parent == "case") != (record.parent is None) or (above and above != (case.id, shape.parent)):
        yield Text("It hangs on something that its kind does not hang on.")
    if record.kind == "plan" and record.words("template") not in plan_templates():
        yield Text("No definition knows this plan's template.")
        return
    for key, answer in record.answers.items():
        field = field_of(record, key)
        try:
            checked(record.kind, key, answer, (field,) if field else ())
        except Refused:
            yield Text(f"The answer to “{key}” cannot stand in that field.")
            continue
        if field and not _linked(case, field, answer, known):
            yield Text(f"The answer to “{key}” points at something that it cannot point at.")


def _linked(case: Case, field: Field, answer: Answer, known: Kinds) -> bool:
    if field.type not in (FieldType.LINK, FieldType.LINKS) or isinstance(answer, Absent):
        return True
    targets = [known.get(one) for one in (answer if isinstance(answer, tuple) else (str(answer),))]
    return all(target is not None and target[0] == case.id and target[1] in field.links for target in targets)


def _doubled(case: Case) -> Iterator[Finding]:
    for kind, shape in record_kinds().items():
        if shape.single and len(case.of(kind)) > 1:
            yield Finding("record", case.ref, Text(f"There is more than one “{kind}”, and there can be only one."))


def _plans(connection: sqlite3.Connection) -> Iterator[Finding]:
    versions = connection.execute(
        "SELECT v.id, c.ref, v.number, v.snapshot, v.snapshot_digest, v.paper_digest FROM plan_version v"
        " JOIN cases c ON c.id = v.case_id WHERE v.state <> 'draft'"
    ).fetchall()
    for version, ref, number, snapshot, digest, paper_digest in versions:
        held = hashlib.sha256()
        for (part,) in connection.execute("SELECT content FROM paper WHERE version = ? ORDER BY part", (version,)):
            held.update(part)
        whole = hashlib.sha256((snapshot or "").encode("utf-8")).hexdigest() == digest
        if not whole or (paper_digest and held.hexdigest() != paper_digest):
            yield Finding("plan", f"{ref}, plan {number}", Text("This plan or its paper is not as it was agreed."))


def _typed(connection: sqlite3.Connection) -> Iterator[Finding]:
    for record, typed in connection.execute("SELECT record, typed FROM journal").fetchall():
        try:
            read_typed(typed)
        except ValueError:
            yield Finding("journal", f"journal, {record}", Text("Words typed and not yet an answer cannot be read."))
