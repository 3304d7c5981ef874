"""The people of a vault, as its database knows them."""

from __future__ import annotations

import sqlite3

from storage.fault import told
from storage.log import Log, stamp
from storage.unlocking import Unlocked

RECOVERY_NAME = "Recovery words"


def name_of(connection: sqlite3.Connection, member: str) -> str:
    """The name of a member."""
    return str(connection.execute("SELECT name FROM person WHERE id = ?", (member,)).fetchone()[0])


def enter(connection: sqlite3.Connection, unlocked: Unlocked, name: str, moment: str) -> None:
    """Put a member into the database, with the public halves of their keys."""
    connection.execute(
        "INSERT INTO person (id, name, kind, sign_public, exchange_public, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (
            unlocked.slot.id,
            name,
            unlocked.slot.opens_for,
            unlocked.box.sign_public,
            unlocked.box.exchange_public,
            moment,
        ),
    )


def make_known(connection: sqlite3.Connection, unlocked: Unlocked, log: Log) -> None:
    """Enter whoever unlocked, if the adding of their slot was cut short before their name was kept."""
    with told():
        known = connection.execute("SELECT 1 FROM person WHERE id = ?", (unlocked.slot.id,)).fetchone()
        if known is None:
            enter(connection, unlocked, unlocked.slot.label, stamp(log.clock()))
