"""What was confirmed of a plan when its next version was written: each carried sentence and row, by whom and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from casework.answer import Answer
from casework.record import CaseId, RecordId
from casework.refusal import Refused
from storage.reading import stored_answer
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer to "does this still hold?". ``verdict`` is "keep", "change" or "drop".

    ``digest`` is that of the sentence or row, ``was`` its words and ``place`` where it began, so that what was dropped
    can be put back; ``key`` is empty for a row.
    """

    digest: str
    record: str
    key: str
    verdict: str
    was: str = field(default="", repr=False)
    place: int = 0
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A verdict as it is kept: on which version, when (UTC) and by whom."""

    version: str
    verdict: Verdict
    at: datetime
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Written:
    """When things of a case were written: each record last, and the texts that each answer of the plan has had."""

    records: Mapping[str, datetime]
    texts: Mapping[str, Sequence[tuple[datetime, Answer]]] = field(repr=False)


def confirm(transaction: Transaction, version: str, one: Verdict) -> None:
    """Keep a verdict in place of an earlier one. Raises Refused where the version is no draft."""
    case = _draft(transaction, version)
    transaction.writing().execute(
        "INSERT OR REPLACE INTO carried VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (version, one.digest, one.record, one.key, one.verdict, one.was, one.place, one.reason, transaction.actor,
         transaction.now),
    )  # fmt: skip
    transaction.note(case, f"confirm {one.verdict}", one.record, one.key, one.digest)


def withdraw(transaction: Transaction, version: str, digest: str) -> Verdict:
    """Take a verdict back and return it. Raises Refused where there is none or the version is no draft."""
    case = _draft(transaction, version)
    found = next((one for one in confirmed(transaction, case) if _is(one, version, digest)), None)
    if found is None:
        raise Refused("Nothing was answered there that could be taken back.")
    transaction.writing().execute("DELETE FROM carried WHERE version = ? AND digest = ?", (version, digest))
    transaction.note(case, "withdraw", found.verdict.record, found.verdict.key, digest)
    return found.verdict


def confirmed(transaction: Transaction, case: CaseId) -> tuple[Confirmed, ...]:
    """Every verdict on any version of a case's plan, in the order in which they were given."""
    rows = transaction.reading().execute(
        "SELECT c.version, c.digest, c.record, c.key, c.verdict, c.was, c.place, c.reason, c.at, p.name FROM carried c"
        " JOIN plan_version v ON v.id = c.version JOIN person p ON p.id = c.person WHERE v.case_id = ?"
        " ORDER BY c.at, c.digest",
        (case,),
    )
    return tuple(Confirmed(row[0], Verdict(*row[1:8]), datetime.fromisoformat(row[8]), row[9]) for row in rows)


def written(transaction: Transaction, case: CaseId, plan: RecordId) -> Written:
    """When each record was last changed, and what each answer of the plan said at what times, the earliest first."""
    connection = transaction.reading()
    latest = connection.execute(
        "SELECT r.id, max(a.written_at) FROM record r JOIN answer a ON a.record = r.n WHERE r.case_id = ? GROUP BY r.n",
        (case,),
    )
    records = {record: datetime.fromisoformat(at) for record, at in latest}
    texts: defaultdict[str, list[tuple[datetime, Answer]]] = defaultdict(list)
    for key, value, at in connection.execute(
        "SELECT a.key, a.value, a.written_at FROM record r JOIN answer_past a ON a.record = r.n WHERE r.id = ?1"
        " UNION ALL SELECT a.key, a.value, a.written_at FROM record r JOIN answer a ON a.record = r.n WHERE r.id = ?1"
        " ORDER BY 3",
        (plan,),
    ):
        texts[key].append((datetime.fromisoformat(at), stored_answer(value)))
    return Written(records, texts)


def _draft(transaction: Transaction, version: str) -> CaseId:
    row = transaction.reading().execute("SELECT case_id, state FROM plan_version WHERE id = ?", (version,)).fetchone()
    if row is None or row[1] != "draft":
        raise Refused("Only a draft is carried forward: start the next one.")
    return CaseId(row[0])


def _is(one: Confirmed, version: str, digest: str) -> bool:
    return one.version == version and one.verdict.digest == digest
