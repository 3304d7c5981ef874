"""The register of copies given out: numbered, each with its recipient and reason, logged before it exists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from casework.copy_register import UNMADE, Became, Copy, Told, accepted
from casework.record import CaseId
from casework.refusal import Refused
from storage import log
from storage.records import new_id
from storage.transaction import Transaction

__all__ = ["Copy", "Register", "copies_of", "disclose"]

COPIES_MOST = 500
_PLAIN = (
    "SELECT c.id, c.case_id, c.number, c.of, c.document, c.edition, c.recipient, c.reason, c.made_at, p.name,"
    " c.log_head, c.back_by, c.meeting, c.content, e.what, e.on_day, e.by_whom, e.how, e.entered_at, q.name"
    " FROM copy c JOIN person p ON p.id = c.made_by"
    " LEFT JOIN copy_event e ON e.n = (SELECT max(n) FROM copy_event WHERE copy = c.id)"
    " LEFT JOIN person q ON q.id = e.entered_by"
)


def disclose(
    transaction: Transaction,
    case: CaseId,
    document: str,
    edition: str,
    *,
    recipient: str | Sequence[str],
    reason: str,
    copies: int,
    back_by: date | None = None,
    gate: str = "",
    meeting: str = "",
    content: str = "",
) -> tuple[Copy, ...]:
    """Enter copies in the register and the log, to be committed before anything is printed. Raises Refused.

    Each recipient gets so many ``copies``. ``gate``: what was chosen of the unknowns, for the log. ``meeting``: the
    one that the paper is for, where it is for one. ``content``: the digest of what they say.
    """
    connection = transaction.writing()
    given = [one for one in ([recipient] if isinstance(recipient, str) else recipient) for _ in range(copies)]
    if (not given and copies > 0) or not all(one.strip() for one in given):
        raise Refused("Say who the copy is for.", "recipient")
    if not reason.strip():
        raise Refused("Say why the copy is given.", "reason")
    if not 1 <= len(given) <= COPIES_MOST:
        raise Refused(f"Print between 1 and {COPIES_MOST} copies at a time.", "copies")
    if connection.execute("SELECT 1 FROM cases WHERE id = ?", (case,)).fetchone() is None:
        raise Refused("There is no such case in this case file.", "case")
    last = Register(transaction).next_number(case, document) - 1
    named = [(new_id(), last + n, one) for n, one in enumerate(given, 1)]
    changes = [("copy", one, document, f"{number} {name}") for one, number, name in named]
    told = f"{reason} ({gate})" if gate else reason
    entry = transaction.enter(
        "disclosure", "case", case, reason=told, recipients=[one for one, _, _ in named], changes=changes
    )
    shared = (reason, transaction.now, transaction.actor, entry.seq, log.head(connection))
    until = back_by.isoformat() if back_by else ""
    connection.executemany(
        "INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (one, case, document, edition, number, last + len(named), name, *shared, until, meeting, content)
            for one, number, name in named
        ],
    )
    made = {one for one, _, _ in named}
    return tuple(one for one in copies_of(transaction, case) if one.id in made)


def copies_of(transaction: Transaction, case: CaseId) -> tuple[Copy, ...]:
    """Every copy given out about a case, in the order of their making."""
    rows = transaction.reading().execute(f"{_PLAIN} WHERE c.case_id = ? ORDER BY c.entry, c.number", (case,))
    return tuple(map(_copy, rows))


class Register:
    """Every copy that was given out, and what became of each: entered once, never edited."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def all(self) -> tuple[Copy, ...]:
        """Every copy of every case, also of those erased since; the oldest first."""
        rows = self._transaction.reading().execute(f"{_PLAIN} ORDER BY c.made_at, c.entry, c.number")
        return tuple(map(_copy, rows))

    def history(self, copy: str) -> tuple[Became, ...]:
        """Everything that was entered of a copy, the earliest first."""
        rows = self._transaction.reading().execute(
            "SELECT e.what, e.on_day, e.by_whom, e.how, e.entered_at, q.name FROM copy_event e"
            " JOIN person q ON q.id = e.entered_by WHERE e.copy = ? ORDER BY e.n",
            (copy,),
        )
        return tuple(_became(row) for row in rows)

    def late(self, today: date) -> tuple[Copy, ...]:
        """The copies that were to be back before today and are not, the earliest day first."""
        rows = self._transaction.reading().execute(
            f"{_PLAIN} WHERE c.back_by != '' AND c.back_by < ? ORDER BY c.back_by, c.made_at, c.number",
            (today.isoformat(),),
        )
        return tuple(one for one in map(_copy, rows) if one.late(today))

    def same(self, case: CaseId, document: str, content: str, recipients: Sequence[str]) -> tuple[Copy, ...]:
        """The copies that say the very same and went to one of these, the oldest first; none that was never made."""
        rows = self._transaction.reading().execute(
            f"{_PLAIN} WHERE c.case_id = ? AND c.document = ? AND c.content = ? ORDER BY c.entry, c.number",
            (case, document, content),
        )
        wanted = {" ".join(one.casefold().split()) for one in recipients}
        return tuple(
            one
            for one in map(_copy, rows)
            if content and one.state != UNMADE and " ".join(one.recipient.casefold().split()) in wanted
        )

    def next_number(self, case: CaseId, document: str) -> int:
        """The number that the next copy of a document of a case gets."""
        rows = self._transaction.reading().execute(
            "SELECT coalesce(max(number), 0) FROM copy WHERE case_id = ? AND document = ?", (case, document)
        )
        return int(rows.fetchone()[0]) + 1

    def list_out(self) -> None:
        """Log that the register is printed as a list; commit this before anything is made."""
        self._transaction.writing()
        self._transaction.enter("disclosure", "register", "copies", reason="list of copies printed")

    def mark(self, copies: Sequence[str], told: Told, today: date) -> None:
        """Enter what became of copies, all or none of them; one entry in the log for each case. Raises Refused."""
        connection = self._transaction.writing()
        wanted = set(copies)
        found = [one for one in self.all() if one.id in wanted]
        if not found or len(found) != len(wanted):
            raise Refused("Choose the copies first.", "copies")
        for one in found:
            accepted(one, told, today)
        said = (told.what, told.on.isoformat(), told.by_whom.strip(), told.how.strip())
        entered = (self._transaction.now, self._transaction.actor)
        connection.executemany(
            "INSERT INTO copy_event (copy, what, on_day, by_whom, how, entered_at, entered_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(one.id, *said, *entered) for one in found],
        )
        for case in dict.fromkeys(one.case for one in found):
            changes = [("copy", one.id, one.document, " ".join(said)) for one in found if one.case == case]
            self._transaction.enter("alteration", "case", case, reason=f"copy {told.what}", changes=changes)


def _copy(row: tuple[Any, ...]) -> Copy:
    copy, case, number, of, document, edition, recipient, reason, made_at, made_by, head, back_by, *rest = row
    meeting, content, *event = rest
    became = _became(tuple(event)) if event[0] else None
    until = date.fromisoformat(back_by) if back_by else None
    made = datetime.fromisoformat(made_at)
    return Copy(
        copy, case, number, of, document, edition, recipient, reason, made, made_by, head, until, became,
        meeting, content,
    )  # fmt: skip


def _became(row: tuple[str, ...]) -> Became:
    what, on, by_whom, how, entered_at, entered_by = row
    return Became(what, date.fromisoformat(on), by_whom, how, datetime.fromisoformat(entered_at), entered_by)
