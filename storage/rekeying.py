"""The database under another key: a whole copy beside the old one, proved before it takes its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from storage.backup import BACKUPS
from storage.fault import DATABASE, told
from storage.files import rename_over, sync_folder
from storage.header import Header
from storage.header_copies import read_copies
from storage.opening import NEXT, discard_next
from storage.problems import Damaged, VaultProblem
from storage.sqlcipher import connect, create_empty

Key = Callable[[], bytearray]


def copied(folder: Path, old: sqlite3.Connection, key: Key, finish: Callable[[sqlite3.Connection], None]) -> None:
    """Write the database under another key beside the old one, with what ``finish`` does to it, and prove it.

    It takes as much room again as the database. Raises DatabaseFault, OSError, Damaged; then nothing is left of it.
    """
    discard_next(folder)
    try:
        create_empty(folder / NEXT)
        fresh = connect(folder / NEXT, key())
        try:
            old.backup(fresh)
            finish(fresh)
        finally:
            fresh.close()
        _prove(folder / NEXT, key)
        _sync(folder / NEXT)
    except BaseException:
        discard_next(folder)
        raise


def _prove(path: Path, key: Key) -> None:
    again = connect(path, key())
    try:
        (seq,) = again.execute("SELECT log_seq FROM meta").fetchone()
        (held,) = again.execute("SELECT count(*) FROM log").fetchone()
        faults = again.execute("PRAGMA cipher_integrity_check").fetchall()
        if seq != held or faults or again.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Damaged(NEXT, "was not written as it should be")
    finally:
        again.close()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put(folder: Path) -> None:
    """Put the copy in the place of the old database, which must be closed. Raises OSError."""
    rename_over(folder / NEXT, folder / DATABASE)
    sync_folder(folder)
    discard_next(folder)


def foreign_backups(folder: Path, header: Header, vault_key: bytearray) -> tuple[Path, ...]:
    """The backups of this vault that open under an earlier key: whoever left may still know a passphrase of them."""
    place = folder / BACKUPS
    with told():
        inside = sorted(place.iterdir()) if place.is_dir() else []
    found = []
    for one in inside:
        try:
            known = tuple(read_copies(one).readable.values())
        except VaultProblem:
            continue
        if known and all(h.vault == header.vault and not h.authentic(vault_key) for h in known):
            found.append(one)
    return tuple(found)
