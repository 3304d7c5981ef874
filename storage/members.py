"""The people of a vault, as its database knows them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from storage.fault import DATABASE
from storage.log import Change
from storage.problems import Damaged
from storage.slot import Slot
from storage.unlocking import Unlocked

RECOVERY_NAME = "Recovery words"


@dataclass(frozen=True, slots=True)
class SlotChange:
    """The slots of the next header, who is new in them with their names, whose slot is gone, and the log's words."""

    slots: tuple[Slot, ...]
    entered: tuple[tuple[Unlocked, str], ...] = ()
    left: tuple[str, ...] = ()
    what: tuple[Change, ...] = ()


def name_of(connection: sqlite3.Connection, member: str) -> str:
    """The name of a member. Raises Damaged where the database does not know whoever its header lets in."""
    row = connection.execute("SELECT name FROM person WHERE id = ?", (member,)).fetchone()
    if row is None:
        raise Damaged(DATABASE, "does not know the person who opened it")
    return str(row[0])


def about(connection: sqlite3.Connection) -> tuple[str, bool]:
    """The vault's own name, and whether it is for training."""
    name, training = connection.execute("SELECT name, training FROM meta").fetchone()
    return str(name), bool(training)


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


def apply(connection: sqlite3.Connection, change: SlotChange, moment: str) -> None:
    """Bring the people in the database up to a change of the slots."""
    for member in change.left:
        connection.execute("UPDATE person SET left_at = ? WHERE id = ?", (moment, member))
    for unlocked, name in change.entered:
        enter(connection, unlocked, name, moment)


def signing_keys(connection: sqlite3.Connection) -> dict[str, bytes]:
    """The signing keys of everybody who has a slot, by their ids."""
    return dict(connection.execute("SELECT id, sign_public FROM person WHERE left_at IS NULL"))
