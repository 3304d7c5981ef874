"""The register of copies given out: numbered, each with its recipient and reason, logged before it exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.record import CaseId
from casework.refusal import Refused
from storage import log
from storage.records import new_id
from storage.transaction import Transaction

COPIES_MOST = 500


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy ``number`` ``of`` so many of a document; ``log_head`` is what its footer shows."""

    id: str
    number: int
    of: int
    document: str
    edition: str
    recipient: str
    reason: str
    made_at: datetime
    made_by: str
    log_head: str


def disclose(
    transaction: Transaction, case: CaseId, document: str, edition: str, *, recipient: str, reason: str, copies: int
) -> tuple[Copy, ...]:
    """Enter copies in the register and the log, to be committed before anything is printed. Raises Refused."""
    connection = transaction.writing()
    if not recipient.strip():
        raise Refused("Say who the copy is for.", "recipient")
    if not reason.strip():
        raise Refused("Say why the copy is given.", "reason")
    if not 1 <= copies <= COPIES_MOST:
        raise Refused(f"Print between 1 and {COPIES_MOST} copies at a time.", "copies")
    if connection.execute("SELECT 1 FROM cases WHERE id = ?", (case,)).fetchone() is None:
        raise Refused("There is no such case in this case file.", "case")
    last = connection.execute(
        "SELECT coalesce(max(number), 0) FROM copy WHERE case_id = ? AND document = ?", (case, document)
    ).fetchone()[0]
    ids = [new_id() for _ in range(copies)]
    changes = [("copy", one, document, f"{last + n} {recipient}") for n, one in enumerate(ids, 1)]
    entry = transaction.enter("disclosure", "case", case, reason=reason, recipients=ids, changes=changes)
    shared = (recipient, reason, transaction.now, transaction.actor, entry.seq, log.head(connection))
    connection.executemany(
        "INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(one, case, document, edition, last + n, last + copies, *shared) for n, one in enumerate(ids, 1)],
    )
    return tuple(one for one in copies_of(transaction, case) if one.id in ids)


def copies_of(transaction: Transaction, case: CaseId) -> tuple[Copy, ...]:
    """Every copy given out about a case, in the order of their making."""
    rows = transaction.reading().execute(
        "SELECT c.id, c.number, c.of, c.document, c.edition, c.recipient, c.reason, c.made_at, p.name, c.log_head"
        " FROM copy c JOIN person p ON p.id = c.made_by WHERE c.case_id = ? ORDER BY c.entry, c.number",
        (case,),
    )
    moment = datetime.fromisoformat
    return tuple(
        Copy(copy, number, of, document, edition, recipient, reason, moment(made), by, head)
        for copy, number, of, document, edition, recipient, reason, made, by, head in rows
    )
