"""Writing the log: every entry in the transaction of the change that it tells of."""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from storage.box import Box
from storage.entry import COLUMNS, HEAD_LENGTH, NOTED, OPS, REASONS, Detail, Entry
from storage.secret import canonical

Clock = Callable[[], datetime]
Change = tuple[str, ...]
CHANGES_SPELT = 40
_JUMP = timedelta(hours=24)


def utc_now() -> datetime:
    """The moment by this machine's clock, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as the store writes it: ISO 8601 in UTC, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def device_of(vault: str) -> str:
    """A number for this machine that means nothing outside the vault."""
    node = os.environ.get("COMPUTERNAME", "") if os.name == "nt" else os.uname().nodename
    return hashlib.sha256(f"{vault}\0{node}".encode()).hexdigest()[:16]


@dataclass(slots=True)
class Log:
    """The writing end of the log for one person's session."""

    connection: sqlite3.Connection
    vault: str
    actor: str
    box: Box
    clock: Clock = utc_now
    _last_wall: datetime | None = None
    _last_mono: int | None = None

    def append(
        self,
        op: str,
        object_kind: str,
        object_id: str,
        *,
        reason: str = "",
        recipients: Sequence[str] = (),
        changes: Sequence[Change] = (),
    ) -> Entry:
        """Add an entry inside the caller's transaction. ``changes`` are (what, record, key, value written)."""
        if op not in OPS:
            raise ValueError(op)
        detail = _detail(reason, changes)
        shown = reason if reason in REASONS or not reason else NOTED
        entry = self._next(op, object_kind, object_id, reason=shown, recipients=",".join(recipients), detail=detail)
        entry = replace(entry, hash=entry.computed_hash())
        entry = replace(entry, sig=self.box.sign.sign(bytes.fromhex(entry.hash)).hex())
        self._store(entry, detail)
        return entry

    def _next(
        self, op: str, object_kind: str, object_id: str, *, reason: str, recipients: str, detail: Detail
    ) -> Entry:
        seq, head = self.connection.execute("SELECT log_seq, log_head FROM meta").fetchone()
        last = self.connection.execute("SELECT last_entry FROM person WHERE id = ?", (self.actor,)).fetchone()[0]
        wall, mono = self.clock(), time.monotonic_ns() // 1_000_000
        moved = self._moved(seq, wall, mono)
        self._last_wall, self._last_mono = wall, mono
        return Entry(
            seq=seq + 1,
            vault=self.vault,
            actor=self.actor,
            actor_seq=last + 1,
            device=device_of(self.vault),
            wall_utc=stamp(wall),
            mono_ms=mono,
            clock_flag=int(moved),
            op=op,
            object_kind=object_kind,
            object_id=object_id,
            reason=reason,
            recipients=recipients,
            detail=detail.computed(),
            prev=head,
        )

    def _store(self, entry: Entry, detail: Detail) -> None:
        execute = self.connection.execute
        execute(_INSERT, tuple(getattr(entry, name) for name in COLUMNS))
        execute(
            "INSERT INTO log_detail (seq, salt, reason, changes, digest) VALUES (?, ?, ?, ?, ?)",
            (entry.seq, detail.salt, detail.reason, detail.changes, detail.digest),
        )
        execute("UPDATE meta SET log_seq = ?, log_head = ?", (entry.seq, entry.hash))
        execute("UPDATE person SET last_entry = ? WHERE id = ?", (entry.actor_seq, self.actor))

    def _moved(self, seq: int, wall: datetime, mono: int) -> bool:
        if self._last_wall is None or self._last_mono is None:
            row = self.connection.execute("SELECT wall_utc FROM log WHERE seq = ?", (seq,)).fetchone()
            return row is not None and wall < datetime.fromisoformat(row[0])
        passed = timedelta(milliseconds=mono - self._last_mono)
        return wall < self._last_wall or abs(wall - self._last_wall - passed) > _JUMP


_INSERT = f"INSERT INTO log ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608 - our names


def _detail(reason: str, changes: Sequence[Change]) -> Detail:
    spelt = [change[:3] for change in changes]
    shown: object = spelt if len(spelt) <= CHANGES_SPELT else len(spelt)
    salt = secrets.token_hex(16)
    digest = hashlib.sha256(salt.encode("ascii"))
    for change in changes:
        digest.update(canonical(change) + b"\n")
    return Detail(salt, "" if reason in REASONS else reason, canonical(shown).decode("ascii"), digest.hexdigest())


def head(connection: sqlite3.Connection) -> str:
    """The first 8 characters of the latest entry's hash, as footers show them."""
    return str(connection.execute("SELECT log_head FROM meta").fetchone()[0])[:HEAD_LENGTH]


def entries(connection: sqlite3.Connection, limit: int | None = None, about: str = "") -> tuple[Entry, ...]:
    """The latest entries, newest first; only those about one object where its id is given."""
    where = "WHERE object_id = ?" if about else "WHERE ? = ''"
    rows = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM log {where} ORDER BY seq DESC LIMIT ?",  # noqa: S608 - our names
        (about, -1 if limit is None else limit),
    )
    return tuple(Entry(*row) for row in rows)


def detail_of(connection: sqlite3.Connection, seq: int) -> Detail | None:
    """What stands apart from an entry; None where it was erased."""
    row = connection.execute("SELECT salt, reason, changes, digest FROM log_detail WHERE seq = ?", (seq,)).fetchone()
    return Detail(*row) if row else None
