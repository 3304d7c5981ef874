"""An encrypted copy of the vault inside its own folder, before something is about to change all of it."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path

from storage.fault import DATABASE, told
from storage.files import make_private_folder, sync_folder, write_new
from storage.header import Header, serialised
from storage.header_copies import COPIES
from storage.sqlcipher import connect, create_empty

BACKUPS = "backups"


def back_up(folder: Path, name: str, connection: sqlite3.Connection, key: bytearray, header: Header) -> Path:
    """A whole vault of its own under ``backups``, opened by the same passphrases; ``key`` is wiped.

    It bears its final name only once it is complete and was read back. Raises VaultProblem.
    """
    with told():
        place = folder / BACKUPS
        if not place.exists():
            make_private_folder(place)
        fresh = place / f".{secrets.token_hex(4)}.new"
        make_private_folder(fresh)
        create_empty(fresh / DATABASE)
        target = connect(fresh / DATABASE, key)
        try:
            connection.backup(target)
            target.execute("SELECT count(*) FROM meta").fetchone()
        finally:
            target.close()
        for copy in COPIES:
            write_new(fresh / copy, serialised(header))
        sync_folder(fresh)
        final = place / name
        while final.exists():
            final = final.with_name(f"{final.name}+")
        fresh.rename(final)
        sync_folder(place)
    return final
