"""Opening the database that belongs to a header, and refusing every other."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from storage import schema
from storage.fault import DATABASE, told
from storage.header_copies import Copies
from storage.problems import Damaged, RolledBack
from storage.secret import derived
from storage.sqlcipher import PAGE_BYTES, DatabaseFault, connect
from storage.unlocking import Unlocked

JOURNAL, STRANGER = f"{DATABASE}-journal", f"{DATABASE}-wal"


@dataclass(frozen=True, slots=True)
class Opened:
    """The connection; whether a change of the header was left half done, and whether a write was."""

    connection: sqlite3.Connection
    header_unfinished: bool
    recovered: bool


def database_key(unlocked: Unlocked) -> bytearray:
    """The raw key of the database."""
    return derived(unlocked.vault_key, "sqlcipher", bytes.fromhex(unlocked.header.vault))


def open_database(folder: Path, unlocked: Unlocked, copies: Copies) -> Opened:
    """The database of this header, held by us alone. Raises Damaged, RolledBack, TooNew, InUse, ReadOnly, DiskFull."""
    path = folder / DATABASE
    with told():
        recovered = refuse_by_size(folder)
        connection = connect(path, database_key(unlocked))
        try:
            _hold(connection)
            schema.refuse_newer(connection)
            unfinished = _compare(connection, unlocked, copies)
        except BaseException:
            connection.close()
            raise
    return Opened(connection, unfinished, recovered)


def refuse_by_size(folder: Path) -> bool:
    """Raise Damaged for a database that by its files alone is none; returns whether a write was cut short.

    An empty file would open as a new database under any key, and a write-ahead log is never ours.
    """
    path, journal = folder / DATABASE, folder / JOURNAL
    if (folder / STRANGER).exists():
        raise Damaged(STRANGER, "does not belong beside vault.db")
    if not path.exists():
        raise Damaged(DATABASE, "is missing")
    cut_short = journal.exists() and journal.stat().st_size > 0
    size = path.stat().st_size
    if size < PAGE_BYTES or (size % PAGE_BYTES and not cut_short):
        raise Damaged(DATABASE, "is cut short")
    return cut_short


def _hold(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _compare(connection: sqlite3.Connection, unlocked: Unlocked, copies: Copies) -> bool:
    try:
        row = connection.execute("SELECT vault_id, gen FROM meta").fetchone()
    except DatabaseFault as fault:
        if getattr(fault, "sqlite_errorname", "") != "SQLITE_ERROR":
            raise
        row = None
    if row is None or row[0] != unlocked.header.vault:
        raise Damaged(DATABASE, "is not the one that belongs to this header")
    gen, wanted = int(row[1]), unlocked.header.gen
    if gen == wanted:
        return False
    if gen == wanted - 1 and any(header.gen == gen for header in copies.readable.values()):
        return True
    raise RolledBack("header.a and header.b" if wanted < gen else DATABASE)
