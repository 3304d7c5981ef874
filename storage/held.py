"""What an open vault holds: its database, header, keys and log; and every change of the header or the key."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from storage import ballast, members, opening, rekeying
from storage.backup import back_up
from storage.fault import DATABASE, told, told_of_database
from storage.header import Header
from storage.header_copies import Copies, older_first, read_copies, write_copy
from storage.log import Clock, Log
from storage.problems import DiskFull, VaultProblem
from storage.secret import derived, wipe
from storage.sqlcipher import DatabaseFault
from storage.transaction import DEFAULT_OP, Transaction
from storage.unlocking import Unlocked


class Held:
    """Belongs to one thread. After ``close``, or where the database cannot be opened again, it holds nothing."""

    def __init__(self, folder: Path, found: Sequence[Unlocked], copies: Copies, clock: Clock) -> None:
        self.folder, self.copies = folder, copies
        opened = opening.open_database(folder, found, copies)
        self.unlocked, self.recovered = opened.unlocked, opened.recovered
        self._open: sqlite3.Connection | None = opened.connection
        self._busy = False
        own = self.unlocked
        self.log = Log(opened.connection, own.header.vault, own.slot.id, own.box, clock)

    @property
    def closed(self) -> bool:
        """Whether there is no database any more."""
        return self._open is None

    @property
    def connection(self) -> sqlite3.Connection:
        """The open database."""
        if self._open is None:
            raise RuntimeError("the vault is closed")
        return self._open

    def close(self) -> None:
        """Close the database and wipe the keys."""
        if self._open is not None:
            self._open.close()
            self._open = None
        self.unlocked.forget()

    def writing(self, op: str = DEFAULT_OP, reason: str = "") -> Transaction:
        """A writing transaction, not begun."""
        return Transaction(self.connection, self.log, writes=True, op=op, reason=reason)

    @contextlib.contextmanager
    def under_way(self, begin: str, transaction: Transaction) -> Iterator[Transaction]:
        """A transaction from its beginning to its commit, or to its undoing after any exception."""
        if self._busy:
            raise RuntimeError("a transaction is under way already")
        connection = transaction.connection
        self._busy = True
        try:
            with told_of_database():
                connection.execute(begin)
                yield transaction
                connection.execute("COMMIT")
        finally:
            transaction.live = False
            self._busy = False
            if connection.in_transaction:
                with contextlib.suppress(DatabaseFault):
                    connection.execute("ROLLBACK")

    def note(self, op: str, object_kind: str = "vault", object_id: str = "", reason: str = "") -> None:
        """One entry in the log; where the disk is full the ballast is given up for it."""
        for last in (False, True):
            try:
                with self.under_way("BEGIN IMMEDIATE", self.writing()) as transaction:
                    transaction.enter(op, object_kind, object_id or self.log.vault, reason=reason)
                    transaction.settle()
            except DiskFull:
                if last or not ballast.release(self.folder):
                    raise
            else:
                return

    def back_up(self, name: str) -> None:
        """A whole encrypted copy under ``backups``."""
        back_up(self.folder, name, self.connection, opening.database_key(self.unlocked), self.unlocked.header)

    def change_header(self, change: members.SlotChange) -> None:
        """Put other slots into the header. All of it is kept or nothing.

        The worse copy is written first, then the database, then the other copy: at any moment a header stands that
        fits the database, and the change counts from the database's commit.
        """
        old = self.unlocked.header
        new = self._next(change, self.unlocked.vault_key)
        first, second = older_first(self.copies)
        try:
            write_copy(self.folder, first, new)
            with self.under_way("BEGIN IMMEDIATE", self.writing()) as transaction:
                self._enter(transaction, change, new)
        except BaseException:
            # A commit that failed at its very end may stand all the same: the database knows.
            with contextlib.suppress(VaultProblem):
                with told():
                    (gen,) = self.connection.execute("SELECT gen FROM meta").fetchone()
                self._adopt(new if gen == new.gen else old, first)
            raise
        self._adopt(new, second)

    def change_key(self, change: members.SlotChange, vault_key: bytearray) -> None:
        """Put slots of another vault key into the header, and the whole database under it. All is kept or nothing.

        The copy of the database is written and proved beside the old one; then the worse header; then the copy takes
        the old one's place, from which on the change counts; then the other header. At any moment one of the two
        headers fits the database. Backups under the old key are replaced by one under the new.
        """
        old = self.unlocked
        new = self._next(change, vault_key)
        first, second = older_first(self.copies)

        def key() -> bytearray:
            return derived(vault_key, "sqlcipher", bytes.fromhex(new.vault))

        def finish(fresh: sqlite3.Connection) -> None:
            log = replace(self.log, connection=fresh)
            transaction = Transaction(fresh, log, writes=True)
            with self.under_way("BEGIN IMMEDIATE", transaction):
                self._enter(transaction, change, new)

        with told():
            rekeying.copied(self.folder, self.connection, key, finish)
            try:
                write_copy(self.folder, first, new)
                self._exchange()
            except BaseException:
                opening.discard_next(self.folder)
                self._reopen(opening.database_key(old))
                self._adopt(old.header, first)
                raise
            self._reopen(key())
        self.unlocked = replace(old, vault_key=vault_key)
        wipe(old.vault_key)
        self._adopt(new, second)
        # What fails now is done at the next opening.
        with contextlib.suppress(VaultProblem):
            self.renew_backups()

    def pin(self, pins: Mapping[str, bytes]) -> None:
        """Know these signing keys of others from now on, as the own slot does."""
        self.unlocked = replace(self.unlocked, box=replace(self.unlocked.box, pinned=pins))

    def renew_backups(self) -> None:
        """Where backups stand that open under an earlier key, make one under this key, then let those go."""
        foreign = rekeying.foreign_backups(self.folder, self.unlocked.header, self.unlocked.vault_key)
        if not foreign:
            return
        self.back_up("after-change-of-key")
        with told():
            for one in foreign:
                (one / DATABASE).unlink(missing_ok=True)
                shutil.rmtree(one)

    def _next(self, change: members.SlotChange, vault_key: bytearray) -> Header:
        old = self.unlocked.header
        waiting = any(slot.sealed for slot in change.slots)
        new = replace(
            old,
            gen=old.gen + 1,
            slots=change.slots,
            left=old.left if change.gone is None else change.gone,
            vouches=(old.vouches if change.vouches is None else change.vouches) if waiting else (),
        )
        return replace(new, mac=new.computed_mac(vault_key))

    def _enter(self, transaction: Transaction, change: members.SlotChange, new: Header) -> None:
        transaction.connection.execute("UPDATE meta SET gen = ?", (new.gen,))
        members.apply(transaction.connection, change, self.unlocked, transaction.now)
        transaction.enter("member", "header", str(new.gen), reason=change.reason, changes=change.what)
        transaction.settle()

    def _exchange(self) -> None:
        """The proved copy in the place of the database, which is closed for it."""
        self.connection.close()
        self._open = None
        rekeying.put(self.folder)

    def _reopen(self, key: bytearray) -> None:
        if self._open is None:
            self._open = opening.hold(self.folder / DATABASE, key)
            self.log.connection = self._open
        else:
            wipe(key)

    def _adopt(self, header: Header, name: str) -> None:
        own = next((slot for slot in header.slots if slot.id == self.unlocked.slot.id), self.unlocked.slot)
        self.unlocked = replace(self.unlocked, header=header, slot=own)
        # The next opening mends a copy that cannot be written now.
        with contextlib.suppress(VaultProblem):
            write_copy(self.folder, name, header)
        self.copies = read_copies(self.folder)
