"""The people of a vault, as its database knows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from storage.fault import DATABASE
from storage.log import Change
from storage.problems import Damaged
from storage.slot import PERSON, Slot
from storage.unlocking import Unlocked, filled
from storage.vouch import Trusted, Vouch, trusted, vouched

RECOVERY_NAME = "Recovery words"
Slots = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class SlotChange:
    """The slots of the next header, who is new in them with their names, whose slot is gone, and the log's words.

    ``gone`` is what stays of slots of people who were removed; None leaves what stands.
    """

    slots: Slots
    entered: tuple[tuple[Unlocked, str], ...] = ()
    left: tuple[str, ...] = ()
    what: tuple[Change, ...] = ()
    reason: str = ""
    gone: Slots | None = None
    vouches: tuple[Vouch, ...] | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who opens, or opened, the vault. ``label`` stands in the clear, empty once they have left.

    ``last`` is the moment of their last entry in the log, empty where there is none; ``awaited``: a new key is left
    for them, and taken up when they next unlock. Moments are ISO 8601 in UTC.
    """

    id: str
    name: str
    label: str
    since: str
    last: str
    left: str
    awaited: bool


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


def people(connection: sqlite3.Connection, slots: Slots) -> tuple[Member, ...]:
    """Everybody who has or had a slot of their own, in the order in which they came."""
    labels = {slot.id: slot for slot in slots}
    rows = connection.execute(
        "SELECT p.id, p.name, p.added_at, coalesce(p.left_at, ''), coalesce((SELECT max(wall_utc) FROM log"
        " WHERE actor = p.id), '') FROM person p WHERE p.kind = ? ORDER BY p.added_at, p.rowid",
        (PERSON,),
    )
    found = []
    for member, name, since, left, last in rows:
        slot = labels.get(member)
        awaited = slot is not None and slot.sealed is not None
        found.append(Member(member, name, slot.label if slot else "", since, last, left, awaited))
    return tuple(found)


def enter(connection: sqlite3.Connection, vouch: Vouch, kind: str, name: str, moment: str) -> None:
    """Put a member into the database, with the public halves of their keys and who vouches for them."""
    connection.execute(
        "INSERT INTO person (id, name, kind, sign_public, exchange_public, added_at) VALUES (?, ?, ?, ?, ?, ?)",
        (vouch.member, name, kind, vouch.sign, vouch.exchange, moment),
    )
    _keep(connection, vouch)


def _keep(connection: sqlite3.Connection, vouch: Vouch) -> None:
    connection.execute("INSERT INTO vouch VALUES (?, ?, ?)", (vouch.member, vouch.by, vouch.signature))


def vouch_for(unlocked: Unlocked, by: Unlocked) -> Vouch:
    """The vouch of one member for the keys of another, or for their own."""
    plain = Vouch(unlocked.slot.id, unlocked.box.sign_public, unlocked.box.exchange_public, by.slot.id)
    return vouched(by.header.vault, plain, by.box.sign)


def apply(connection: sqlite3.Connection, change: SlotChange, by: Unlocked, moment: str) -> None:
    """Bring the people in the database up to a change of the slots."""
    for member in change.left:
        connection.execute("UPDATE person SET left_at = ? WHERE id = ?", (moment, member))
    for unlocked, name in change.entered:
        enter(connection, vouch_for(unlocked, by), unlocked.slot.opens_for, name, moment)


def vouch_for_oneself(connection: sqlite3.Connection, unlocked: Unlocked) -> None:
    """A vouch by whoever unlocked for their own keys, where the vault is older than vouches."""
    if connection.execute("SELECT 1 FROM vouch WHERE person = ?", (unlocked.slot.id,)).fetchone() is None:
        _keep(connection, vouch_for(unlocked, unlocked))


def signing_keys(connection: sqlite3.Connection) -> dict[str, bytes]:
    """The signing keys of everybody who has a slot, by their ids."""
    return dict(connection.execute("SELECT id, sign_public FROM person WHERE left_at IS NULL"))


def vouches(connection: sqlite3.Connection) -> tuple[Vouch, ...]:
    """Every vouch that the database holds, of those who left too: they may have brought in others."""
    rows = connection.execute(
        "SELECT p.id, p.sign_public, p.exchange_public, v.by, v.signature FROM vouch v JOIN person p ON p.id = v.person"
        " ORDER BY p.added_at, p.rowid"
    )
    return tuple(Vouch(*row) for row in rows)


def relied_on(connection: sqlite3.Connection, unlocked: Unlocked) -> Trusted:
    """The keys that whoever unlocked may rely on, from their own box and from those whom it leads to."""
    known = {**unlocked.box.pinned, unlocked.slot.id: unlocked.box.sign_public}
    return trusted(unlocked.header.vault, known, vouches(connection))


def settled(connection: sqlite3.Connection, unlocked: Unlocked) -> tuple[Slot, Mapping[str, bytes]] | None:
    """The own slot anew where a key was left in it, or where people came or went whom its box knows nothing of.

    None where it is as it should be, or where the key under the passphrase is not at hand.
    """
    present = signing_keys(connection)
    sign = relied_on(connection, unlocked).sign
    pins = {one: key for one, key in sign.items() if one in present and one != unlocked.slot.id}
    if not unlocked.own_key or (unlocked.slot.sealed is None and pins == dict(unlocked.box.pinned)):
        return None
    box = replace(unlocked.box, pinned=pins)
    blank = replace(unlocked.slot, sealed=None)
    return filled(unlocked.header.vault, blank, bytearray(unlocked.own_key), unlocked.vault_key, box), pins
