"""The database's schema, brought up to date in numbered steps; a step that fails leaves nothing of itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from storage.problems import TooNew
from storage.sqlcipher import statements


@cache
def steps() -> tuple[str, ...]:
    """The scripts of the steps in their order: the first makes version 1 out of nothing."""
    found = sorted((f for f in files("storage.migrations").iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    for number, one in enumerate(found, 1):
        if not one.name.startswith(f"{number:04}_"):
            raise RuntimeError(f"schema step {number} is missing")  # a defect of the build
    return tuple(one.read_text("utf-8") for one in found)


def version(connection: sqlite3.Connection) -> int:
    """The schema's version in the database: how many steps it has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(connection: sqlite3.Connection) -> None:
    """Raise TooNew for a database that a later version of the program wrote."""
    if version(connection) > len(steps()):
        raise TooNew


def migrate(
    connection: sqlite3.Connection,
    scripts: tuple[str, ...] | None = None,
    before: Callable[[int], None] = lambda _version: None,
) -> int:
    """Take the steps that are missing, each in its own transaction; returns how many.

    ``before`` is called with the present version when an existing database is about to change, to back it up.
    Raises TooNew, and DatabaseFault from a failing script, whose step is then undone.
    """
    known = steps() if scripts is None else scripts
    present = version(connection)
    if present > len(known):
        raise TooNew
    if 0 < present < len(known):
        before(present)
    for number in range(present, len(known)):
        _take(connection, number + 1, known[number])
    return len(known) - present


def _take(connection: sqlite3.Connection, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
