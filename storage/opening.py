"""Opening the database that belongs to a header, and refusing every other."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from storage import schema
from storage.fault import DATABASE, told
from storage.header_copies import Copies
from storage.problems import Damaged, Removed, RolledBack, WrongPassphrase, WrongWords
from storage.secret import derived
from storage.slot import PERSON
from storage.sqlcipher import PAGE_BYTES, DatabaseFault, connect
from storage.unlocking import Unlocked

JOURNAL, STRANGER = f"{DATABASE}-journal", f"{DATABASE}-wal"
NEXT = f"{DATABASE}.next"
_NOT_UNDER_THIS_KEY = 26


@dataclass(frozen=True, slots=True)
class Opened:
    """The connection, what unlocked it with the header that is true, and whether a write was cut short before."""

    connection: sqlite3.Connection
    unlocked: Unlocked
    recovered: bool


def database_key(unlocked: Unlocked) -> bytearray:
    """The raw key of the database."""
    return derived(unlocked.vault_key, "sqlcipher", bytes.fromhex(unlocked.header.vault))


def open_database(folder: Path, found: Sequence[Unlocked], copies: Copies) -> Opened:
    """The database of one of these headers, held by us alone; the keys of the others are wiped.

    Raises Damaged, RolledBack, Removed, TooNew, InUse, ReadOnly, DiskFull.
    """
    try:
        with told():
            recovered = refuse_by_size(folder)
            discard_next(folder)
            connection, unlocked = _connected(folder / DATABASE, found, copies)
            try:
                schema.refuse_newer(connection)
                true = _compared(connection, unlocked, copies)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        for one in found:
            one.forget()
        raise
    for one in found:
        if one is not unlocked:
            one.forget()
    return Opened(connection, true, recovered)


def _connected(path: Path, found: Sequence[Unlocked], copies: Copies) -> tuple[sqlite3.Connection, Unlocked]:
    """A change of the key that was cut short leaves two headers with a key each; the database opens under one."""
    tried: list[bytearray] = []
    wrong: DatabaseFault | None = None
    for one in found:
        if one.vault_key in tried:
            continue
        tried.append(one.vault_key)
        try:
            return hold(path, database_key(one)), one
        except DatabaseFault as fault:
            if getattr(fault, "sqlite_errorcode", 0) != _NOT_UNDER_THIS_KEY:
                raise
            wrong = fault
    gone = {slot.id for header in copies.likely for slot in header.left}
    if wrong is None or gone & {one.slot.id for one in found}:
        raise Removed
    raise wrong


def hold(path: Path, key: bytearray) -> sqlite3.Connection:
    """The database held by us alone; ``key`` is wiped. Raises DatabaseFault."""
    connection = connect(path, key)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def discard_next(folder: Path) -> None:
    """Let go of a database under another key that never took its place."""
    for name in (NEXT, f"{NEXT}-journal"):
        if (folder / name).exists():
            (folder / name).unlink()


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
