"""Documents of a case, kept inside the database in parts of a mebibyte: brought in, looked at, handed out.

What is brought in comes part by part, each a transaction of its own, so that nobody waits for a long one; it belongs
to nothing until it is filed under a record. What was brought in and never filed is let go at the next opening.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.filed import DOCUMENT_MOST, Form
from casework.record import CaseId, RecordId
from casework.refusal import Refused
from casework.text import Text
from storage import disclosure
from storage.disclosure import Copy
from storage.fault import DATABASE
from storage.finding import Finding
from storage.problems import Damaged
from storage.records import Place, existing
from storage.sqlcipher import PAGE_BYTES
from storage.transaction import Transaction

PART_BYTES = 1024 * 1024
PARTS_MOST = DOCUMENT_MOST // PART_BYTES
_UPLOAD = re.compile(r"[0-9a-f]{16}")
_GONE = "There is no document under this entry: it was entered without one."


@dataclass(frozen=True, slots=True)
class Filed:
    """What is filed under a record: its form, its length in bytes, its SHA-256, when (UTC) and by whom."""

    record: RecordId
    form: Form
    length: int
    digest: str
    filed_at: datetime
    filed_by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Filing:
    """The documents of an open vault inside one transaction."""

    transaction: Transaction

    def bring(self, upload: str, part: int, content: bytes) -> None:
        """Keep one part, from 0, of what is being brought in under a fresh id; no part of the log."""
        if not (_UPLOAD.fullmatch(upload) and 0 <= part < PARTS_MOST and 0 < len(content) <= PART_BYTES):
            raise ValueError(part)
        self.transaction.writing().execute(
            "INSERT INTO filed_part (upload, part, content) VALUES (?, ?, ?)", (upload, part, content)
        )

    def let_go(self, upload: str) -> None:
        """Take away what was brought in and is not filed."""
        self.transaction.writing().execute(
            "DELETE FROM filed_part WHERE upload = ? AND upload NOT IN (SELECT upload FROM filed)", (upload,)
        )

    def file(self, record: RecordId, upload: str, form: Form, digest: str) -> Filed:
        """File what was brought in under a record of kind "document". Raises Refused, and Damaged where it is not
        what ``digest`` says, read back from the database.
        """
        connection = self.transaction.writing()
        place = self._place(record)
        if connection.execute("SELECT 1 FROM filed WHERE record = ?", (record,)).fetchone():
            raise Refused("Something is filed under this entry already: add the other as a document of its own.")
        content = _content(connection, upload)
        if not content or hashlib.sha256(content).hexdigest() != digest:
            raise Damaged(DATABASE, "did not take the document as it was given")
        connection.execute(
            "INSERT INTO filed VALUES (?, ?, ?, ?, ?, ?, ?)",
            (record, upload, form.value, len(content), digest, self.transaction.now, self.transaction.actor),
        )
        self.transaction.note(place.case, "file", record, form.value, digest, op="collection")
        return self.of_case(place.case)[record]

    def of_case(self, case: CaseId) -> dict[str, Filed]:
        """What is filed in a case, by the record."""
        rows = self.transaction.reading().execute(
            "SELECT f.record, f.form, f.length, f.digest, f.filed_at, p.name FROM filed f"
            " JOIN record r ON r.id = f.record JOIN person p ON p.id = f.filed_by WHERE r.case_id = ?",
            (case,),
        )
        return {
            record: Filed(RecordId(record), Form(form), length, digest, datetime.fromisoformat(at), by)
            for record, form, length, digest, at, by in rows
        }

    def look(self, record: RecordId, reason: str) -> None:
        """Log that a document is looked at; commit this before ``content`` is asked for. Raises Refused."""
        self.transaction.writing()
        place = self._place(record)
        self.transaction.enter("consultation", "case", place.case, reason=reason, changes=[("look at", record, "", "")])

    def content(self, record: RecordId) -> tuple[Filed, bytes]:
        """A document, whole. Raises Refused where there is none, Damaged where it is not what was filed."""
        place = self._place(record)
        filed = self.of_case(place.case).get(record)
        if filed is None:
            raise Refused(_GONE)
        connection = self.transaction.reading()
        (upload,) = connection.execute("SELECT upload FROM filed WHERE record = ?", (record,)).fetchone()
        content = _content(connection, upload)
        if len(content) != filed.length or hashlib.sha256(content).hexdigest() != filed.digest:
            raise Damaged(DATABASE, "holds a document that is not as it was filed")
        return filed, content

    def hand_out(self, record: RecordId, recipient: str, reason: str, back_by: date | None = None) -> Copy:
        """Enter a copy of a document in the register and the log; commit this before it leaves. Raises Refused."""
        place = self._place(record)
        if record not in self.of_case(place.case):
            raise Refused(_GONE)
        (copy,) = disclosure.disclose(
            self.transaction, place.case, f"filed {record}", "full", recipient=recipient, reason=reason, copies=1,
            back_by=back_by,
        )  # fmt: skip
        return copy

    def room_used(self) -> int:
        """How many bytes the whole database takes."""
        return int(self.transaction.reading().execute("PRAGMA page_count").fetchone()[0]) * PAGE_BYTES

    def _place(self, record: RecordId) -> Place:
        place = existing(self.transaction, record)
        if place.kind != "document":
            raise Refused("Only an entry among the documents can hold one.")
        return place


def _content(connection: sqlite3.Connection, upload: str) -> bytes:
    rows = connection.execute("SELECT part, content FROM filed_part WHERE upload = ? ORDER BY part", (upload,))
    return b"".join(content for at, (part, content) in enumerate(rows) if part == at)


def sweep(connection: sqlite3.Connection) -> None:
    """Let go of what was brought in and never filed: the program was ended in the middle."""
    left = "FROM filed_part WHERE upload NOT IN (SELECT upload FROM filed)"
    if connection.execute(f"SELECT 1 {left} LIMIT 1").fetchone():
        connection.execute(f"DELETE {left}")


def erase(connection: sqlite3.Connection, case: CaseId) -> None:
    """Erase the documents of a case."""
    own = "(SELECT id FROM record WHERE case_id = ?)"
    connection.execute(
        f"DELETE FROM filed_part WHERE upload IN (SELECT upload FROM filed WHERE record IN {own})",  # noqa: S608
        (case,),
    )
    connection.execute(f"DELETE FROM filed WHERE record IN {own}", (case,))  # noqa: S608 - our own words


def check_filed(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Documents that are not as they were filed."""
    rows = connection.execute(
        "SELECT f.upload, f.length, f.digest, f.record, r.kind, c.ref FROM filed f"
        " JOIN record r ON r.id = f.record JOIN cases c ON c.id = r.case_id ORDER BY r.n"
    ).fetchall()
    for upload, length, digest, record, kind, ref in rows:
        held, counted = hashlib.sha256(), 0
        for (content,) in connection.execute(
            "SELECT content FROM filed_part WHERE upload = ? ORDER BY part", (upload,)
        ):
            held.update(content)
            counted += len(content)
        if counted != length or held.hexdigest() != digest or kind != "document":
            yield Finding("filed", f"{ref}, document {record}", Text("This document is not as it was filed."))
