"""Proving the log: the chain, every signature, and that the end of it is the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from casework.text import Text
from storage.entry import COLUMNS, OPS, Detail, Entry, beginning
from storage.finding import Finding


def check_log(connection: sqlite3.Connection, vault: str, known: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong with the log of an open vault.

    ``known`` are the signing keys that the person checking holds in their own box; where the database gives another
    key for the same member, somebody put it there.
    """
    keys = dict(connection.execute("SELECT id, sign_public FROM person"))
    for member, key in known.items():
        if member in keys and keys[member] != key:
            yield Finding("log_key", f"log, member {member}", Text("This member's signing key was exchanged."))
            keys[member] = key
    rows = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM log ORDER BY seq")  # noqa: S608 - our names
    seen = Chain(vault, keys)
    for row in rows:
        yield from seen.follow(Entry(*row))
    yield from _end(connection, seen)
    yield from _details(connection)


class Chain:
    """Follows a log entry by entry, and says of each what does not fit."""

    def __init__(self, vault: str, keys: Mapping[str, bytes]) -> None:
        self._vault = vault
        self._keys = {member: Ed25519PublicKey.from_public_bytes(key) for member, key in keys.items()}
        self.seq = 0
        self.head = beginning(vault)
        self.counts: dict[str, int] = {}

    def follow(self, entry: Entry) -> Iterator[Finding]:
        """What is wrong with the next entry."""
        for fault in self._faults(entry):
            yield Finding("log_entry", f"log, entry {entry.seq}", Text(fault))
        self.seq, self.head = entry.seq, entry.hash
        self.counts[entry.actor] = entry.actor_seq

    def _faults(self, entry: Entry) -> Iterator[str]:
        if entry.seq != self.seq + 1:
            yield f"Entries {self.seq + 1} to {entry.seq - 1} before this one are missing."
        if entry.vault != self._vault:
            yield "This entry belongs to another case file."
        if entry.prev != self.head:
            yield "This entry does not follow the one before it."
        if entry.hash != entry.computed_hash():
            yield "This entry is not as it was written."
        if entry.op not in OPS:
            yield "This entry tells of nothing that the program does."
        if entry.actor_seq != self.counts.get(entry.actor, 0) + 1:
            yield "Earlier entries of the same person are missing."
        if not self._signed(entry):
            yield "This entry was not signed by the person whom it names."

    def _signed(self, entry: Entry) -> bool:
        key = self._keys.get(entry.actor)
        try:
            if key is not None:
                key.verify(bytes.fromhex(entry.sig), bytes.fromhex(entry.hash))
        except (InvalidSignature, ValueError):
            return False
        return key is not None


def _end(connection: sqlite3.Connection, seen: Chain) -> Iterator[Finding]:
    seq, head = connection.execute("SELECT log_seq, log_head FROM meta").fetchone()
    if (seq, head) != (seen.seq, seen.head):
        yield Finding("log_end", "log", Text(f"The log ends at entry {seen.seq}, but {seq} were written."))
    for member, last in connection.execute("SELECT id, last_entry FROM person"):
        if seen.counts.get(member, 0) != last:
            yield Finding("log_end", f"log, member {member}", Text("The last entries of this member are missing."))


def _details(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows: Iterable[tuple[int, str, str, str, str, str]] = connection.execute(
        "SELECT l.seq, l.detail, d.salt, d.reason, d.changes, d.digest FROM log_detail d JOIN log l ON l.seq = d.seq"
    )
    for seq, written, *detail in rows:
        if Detail(*detail).computed() != written:
            yield Finding("log_detail", f"log, entry {seq}", Text("What stands beside this entry was changed."))
