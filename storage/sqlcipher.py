"""The one place that opens the database; its driver is typed as the standard library's sqlite3, which it follows."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from sqlcipher3 import dbapi2

from storage.secret import wipe

driver: Any = dbapi2
if TYPE_CHECKING:
    DatabaseFault = sqlite3.Error
else:
    DatabaseFault = driver.Error
PAGE_BYTES = 4096
_BUSY_SECONDS = 0.2
_DENIED_ACTIONS = {driver.SQLITE_ATTACH, driver.SQLITE_DETACH}
_DENIED_FUNCTIONS = {"load_extension", "sqlcipher_export"}
_ALLOWED_PRAGMAS = {
    "user_version", "integrity_check", "quick_check", "cipher_integrity_check", "foreign_key_check", "page_count",
}  # fmt: skip
_SETTINGS = (
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -32000",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
)


def create_empty(path: Path) -> None:
    """An empty file (mode 0600) for a new database. Raises FileExistsError where one is."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def connect(path: Path, key: bytearray) -> sqlite3.Connection:
    """Open an existing file under a raw 256-bit key, with every setting of the vault; ``key`` is wiped.

    A missing file is refused, never created; that an existing one is not empty is the caller's to check. The key is
    first tried at the first read of the caller. Raises DatabaseFault.
    """
    raw = driver.connect(uri_of(path.absolute()), uri=True, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute("PRAGMA cipher_memory_security = ON")
        _set_key(raw, key)
        for setting in _SETTINGS:
            raw.execute(setting).fetchall()
        raw.set_authorizer(_authorised)
    except BaseException:
        raw.close()
        raise
    return cast(sqlite3.Connection, raw)


def uri_of(path: PurePath) -> str:
    """The URI of an existing file to read and write; SQLite wants no server in it, so a share's name is path."""
    spelt = quote(path.as_posix(), safe="/:")
    return f"file://{'' if spelt.startswith('/') else '/'}{spelt}?mode=rw"


def _set_key(raw: Any, key: bytearray) -> None:
    spelt = bytearray(b"x'" + b"0" * (2 * len(key)) + b"'")
    digits = b"0123456789abcdef"
    for n, byte in enumerate(key):
        spelt[2 + 2 * n], spelt[3 + 2 * n] = digits[byte >> 4], digits[byte & 15]
    try:
        raw.set_key(spelt)
    finally:
        wipe(spelt)
        wipe(key)


def _authorised(action: int, first: str | None, second: str | None, _db: str | None, _by: str | None) -> int:
    denied = (
        action in _DENIED_ACTIONS
        or (action == driver.SQLITE_PRAGMA and (first or "").lower() not in _ALLOWED_PRAGMAS)
        or (action == driver.SQLITE_FUNCTION and (second or "").lower() in _DENIED_FUNCTIONS)
    )
    return int(driver.SQLITE_DENY if denied else driver.SQLITE_OK)


def statements(script: str) -> tuple[str, ...]:
    """The single statements of an SQL script, triggers kept whole. Raises ValueError where the last one has no end."""
    found, pending = [], ""
    for part in script.split(";"):
        pending += part + ";"
        if driver.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    if pending:
        raise ValueError("an SQL script ends in the middle of a statement")
    return tuple(one for one in found if one != ";")
