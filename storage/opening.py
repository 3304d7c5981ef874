"""Opening the database that belongs to a header, and refusing every other."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from storage import schema
from storage.fault import DATABASE, told
from storage.header_copies import Copies
from storage.problems import Damaged, RolledBack, WrongPassphrase, WrongWords
from storage.secret import derived
from storage.slot import PERSON
from storage.sqlcipher import PAGE_BYTES, DatabaseFault, connect
from storage.unlocking import Unlocked

JOURNAL, STRANGER = f"{DATABASE}-journal", f"{DATABASE}-wal"


@dataclass(frozen=True, slots=True)
class Opened:
    """The connection, what unlocked it with the header that is true, and whether a write was cut short before."""

    connection: sqlite3.Connection
    unlocked: Unlocked
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
            true = _compared(connection, unlocked, copies)
        except BaseException:
            connection.close()
            raise
    return Opened(connection, true, recovered)


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


def _compared(connection: sqlite3.Connection, unlocked: Unlocked, copies: Copies) -> Unlocked:
    """The header of the database's own generation: a change of the header counts once the database has it.

    A passphrase that opens only the other of two headers is not, or no longer, a passphrase of this vault.
    """
    try:
        row = connection.execute("SELECT vault_id, gen FROM meta").fetchone()
    except DatabaseFault as fault:
        if getattr(fault, "sqlite_errorname", "") != "SQLITE_ERROR":
            raise
        row = None
    if row is None or row[0] != unlocked.header.vault:
        raise Damaged(DATABASE, "is not the one that belongs to this header")
    gen, used = int(row[1]), unlocked.header.gen
    if gen == used:
        return unlocked
    for header in copies.readable.values():
        if header.gen == gen and header.authentic(unlocked.vault_key):
            if unlocked.slot not in header.slots:
                raise WrongPassphrase if unlocked.slot.opens_for == PERSON else WrongWords
            return replace(unlocked, header=header)
    raise RolledBack("header.a and header.b" if used < gen else DATABASE)
