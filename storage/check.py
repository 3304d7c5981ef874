"""Is the vault whole: every page, both header copies, the log and every record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from casework.text import Text
from storage.countersigning import check_countersignatures
from storage.fault import DATABASE, told
from storage.finding import Finding
from storage.log_check import check_log
from storage.minutes_signing import check_signatures
from storage.problems import Damaged
from storage.record_check import check_records
from storage.vault import Vault

FINDINGS_MOST = 200


def check(vault: Vault) -> tuple[Finding, ...]:
    """Everything that is not as it should be, at most 200 findings; nothing is changed.

    Where pages are damaged the log and the records are not read, because what they held is not known.
    """
    found = [*vault.found, *vault.header_findings()]
    with told():
        for one in vault.inspected(_all):
            if one not in found:
                found.append(one)
            if len(found) >= FINDINGS_MOST:
                break
    return tuple(found)


def _all(connection: sqlite3.Connection, vault: str, known: Mapping[str, bytes]) -> Iterator[Finding]:
    damaged = [*_pages(connection)] or [*_structure(connection)]
    yield from damaged
    if not damaged:
        yield from check_log(connection, vault, known)
        try:
            yield from check_records(connection)
            yield from check_countersignatures(connection, vault, known)
            yield from check_signatures(connection, vault, known)
        except Damaged as problem:
            yield Finding("record", DATABASE, problem.text)


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (fault,) in connection.execute("PRAGMA cipher_integrity_check").fetchall():
        page = "".join(character for character in str(fault) if character.isdigit()) or "?"
        yield Finding("page", f"{DATABASE}, page {page}", Text("This page does not hold what was written to it."))


def _structure(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (fault,) in connection.execute("PRAGMA integrity_check").fetchall():
        if fault != "ok":
            yield Finding("structure", DATABASE, Text("The pages of the database do not fit together."))
    for table, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding("structure", f"{DATABASE}, {table}", Text("A row points at another that is not there."))
