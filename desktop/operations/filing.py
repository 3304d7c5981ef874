"""What a person does with the documents of a case: bring one in, look at it, hand out a copy."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from casework.answer import Answer
from casework.copy_register import Copy, back_by
from casework.filed import DOCUMENT_MOST, Form, refuse_size, told_size
from casework.record import CaseId, RecordId
from casework.refusal import Refused
from desktop.operations.intent import Changes, Read, Write
from storage.filing import PART_BYTES, Filed
from storage.records import new_id
from storage.vault import Vault

VAULT_MOST = 10 * 1024**3


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises Refused, by its size before it is read. Takes no vault."""
    try:
        with path.open("rb") as file:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise Refused("That is not a file that can be filed: choose another.")
            refuse_size(found.st_size)
            content = file.read(DOCUMENT_MOST + 1)
    except OSError:
        raise Refused("That file could not be read: check that it is still there, and choose it again.") from None
    refuse_size(len(content))
    return content


def fresh() -> str:
    """The id under which something is brought in."""
    return new_id()


def in_parts(content: bytes) -> Iterator[bytes]:
    """A document in the parts that are kept."""
    for at in range(0, len(content), PART_BYTES):
        yield content[at : at + PART_BYTES]


def bring(upload: str, part: int, content: bytes) -> Read[None]:
    """Keep one part of what is being brought in; the last step is ``file``."""

    def write(vault: Vault) -> None:
        with vault.write() as rows:
            if not part and rows.filing.room_used() > VAULT_MOST - DOCUMENT_MOST:
                raise Refused(
                    f"This case file takes {told_size(rows.filing.room_used())} already, the most that it may: "
                    "erase cases whose time is over, or begin another case file."
                )
            rows.filing.bring(upload, part, content)

    return write


def let_go(upload: str) -> Read[None]:
    """Take away what was brought in and is not wanted."""

    def write(vault: Vault) -> None:
        with vault.write() as rows:
            rows.filing.let_go(upload)

    return write


def file(case: CaseId, upload: str, form: Form, digest: str, answers: Mapping[str, Answer]) -> Write:
    """Enter a document with what was brought in: both or neither."""

    def write(vault: Vault) -> Changes:
        with vault.write("collection") as rows:
            made = rows.add(case, "document", answers)
            rows.filing.file(made.id, upload, form, digest)
        return Changes(frozenset({case}), frozenset({"document"}), made.id)

    return write


def filed(case: CaseId) -> Read[tuple[Mapping[str, Filed], int]]:
    """What is filed in a case by its record, and how many bytes the whole case file takes."""

    def read(vault: Vault) -> tuple[Mapping[str, Filed], int]:
        with vault.read() as rows:
            return rows.filing.of_case(case), rows.filing.room_used()

    return read


def look(record: RecordId, reason: str) -> Read[tuple[Filed, bytes]]:
    """A document, whole; that it is looked at is in the log before it is read."""

    def read(vault: Vault) -> tuple[Filed, bytes]:
        with vault.write() as rows:
            rows.filing.look(record, reason)
        with vault.read() as rows:
            return rows.filing.content(record)

    return read


def seen(record: RecordId) -> Read[bytes]:
    """A photograph of the person for the head of the case's pages: that the case is looked at is logged already."""

    def read(vault: Vault) -> bytes:
        with vault.read() as rows:
            return rows.filing.content(record)[1]

    return read


def sealed(pdf: bytes, passphrase: str) -> bytes:
    """A PDF of others under AES-256. Raises Refused where it cannot be sealed as it is. Takes no vault."""
    from reports.seal import NotSealed, seal  # noqa: PLC0415 - read when a copy is wanted

    try:
        return seal(pdf, passphrase)
    except NotSealed:
        raise Refused("That PDF cannot be sealed as it is: save it plain, into a place that is protected.") from None


def hand_out(record: RecordId, recipient: str, reason: str, today: date) -> Read[tuple[Copy, bytes]]:
    """A document that is to leave; the copy is in the register and the log before it is read. Raises Refused."""

    def read(vault: Vault) -> tuple[Copy, bytes]:
        with vault.write("disclosure", reason) as rows:
            until = back_by(rows.settings(), today)
            copy = rows.filing.hand_out(record, recipient.strip(), reason.strip(), until)
        with vault.read() as rows:
            return copy, rows.filing.content(record)[1]

    return read
