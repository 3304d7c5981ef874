"""The vault: a folder that holds one encrypted case file. Opened, read, written and closed here alone."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from storage import ballast, creation, members, opening, schema, unlocking
from storage.backup import back_up
from storage.fault import told, told_of_database
from storage.finding import Finding
from storage.header import Header
from storage.header_copies import Copies, older_first, read_copies, write_copy
from storage.kdf import DEFAULT_KDF, Kdf
from storage.lock import Lock
from storage.log import Clock, Log, utc_now
from storage.problems import DiskFull, VaultProblem
from storage.rows import Rows
from storage.secret import wipe
from storage.slot import PERSON
from storage.sqlcipher import DatabaseFault
from storage.transaction import DEFAULT_OP, Transaction
from storage.unlocking import Unlocked

LOCK = "lock"
SUFFIX = ".casevault"
Look = Callable[[sqlite3.Connection, str, Mapping[str, bytes]], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class VaultFace:
    """What a vault shows without a passphrase: its folder's name, its people's labels, who needs a key file."""

    name: str
    people: tuple[str, ...]
    key_files: tuple[str, ...]


def describe(folder: Path) -> VaultFace:
    """A vault's face, for the page that unlocks it. Raises NotAVault, TooNew, Damaged."""
    slots = read_copies(folder).likely[0].slots
    people = [slot for slot in slots if slot.opens_for == PERSON]
    name = folder.name.removesuffix(SUFFIX)
    return VaultFace(name, tuple(s.label for s in people), tuple(s.label for s in people if s.key_file))


class Vault:
    """An open vault. It belongs to the thread that opened it; nobody else opens it meanwhile.

    ``name`` is the vault's own, ``person`` the name of who unlocked it, ``training`` says that everything in it is
    invented, ``found`` what was wrong with the header's copies and was mended. These any thread may ask.
    """

    def __init__(self, folder: Path, unlocked: Unlocked, copies: Copies, lock: Lock, clock: Clock) -> None:
        self.folder = folder
        self.found: tuple[Finding, ...] = ()
        self.name, self.person, self.training = "", "", False
        self._copies = copies
        self._lock = lock
        self._busy = False
        opened = opening.open_database(folder, unlocked, copies)
        self._unlocked = opened.unlocked
        self._connection: sqlite3.Connection | None = opened.connection
        try:
            self._log = Log(opened.connection, unlocked.header.vault, unlocked.slot.id, unlocked.box, clock)
            with told():
                self._settle(recovered=opened.recovered)
        except BaseException:
            opened.connection.close()
            raise

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        name: str,
        person: str,
        passphrase: bytearray,
        training: bool = False,
        kdf: Kdf = DEFAULT_KDF,
        label: str = "",
        key_file: Path | None = None,
        clock: Clock = utc_now,
    ) -> tuple[Self, tuple[str, ...]]:
        """A new vault, open, and the twelve recovery words to print; ``passphrase`` is wiped.

        ``label`` is what stands in the clear for the person (the initials of ``person`` where empty). Nothing is left
        behind where it fails. Raises AlreadyThere, Refused and the problems of the disk.
        """
        asked = creation.Asked(name, person, label or unlocking.initials(person), training, kdf, key_file)
        unlocked, words = creation.create(folder, asked, passphrase, clock)
        try:
            return cls._entered(folder, lambda _copies: unlocked, clock), words
        except BaseException:
            # Its recovery words would never be known to anybody.
            shutil.rmtree(folder, ignore_errors=True)
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        passphrase: bytearray,
        *,
        person: str | None = None,
        key_file: Path | None = None,
        clock: Clock = utc_now,
    ) -> Self:
        """Open with a passphrase, which is wiped. Raises VaultProblem, each kind with its own sentence."""
        try:
            return cls._entered(folder, lambda c: unlocking.by_passphrase(c, passphrase, person, key_file), clock)
        finally:
            wipe(passphrase)

    @classmethod
    def open_by_recovery(cls, folder: Path, words: str, *, clock: Clock = utc_now) -> Self:
        """Open with the twelve recovery words. Raises VaultProblem."""
        return cls._entered(folder, lambda copies: unlocking.by_words(copies, words), clock)

    @classmethod
    def _entered(cls, folder: Path, unlock: creation.Unlock, clock: Clock) -> Self:
        read_copies(folder)  # before a lock is put where there is no vault
        with told():
            lock = Lock(folder / LOCK)
        try:
            copies = read_copies(folder)
            return cls(folder, unlock(copies), copies, lock, clock)
        except BaseException:
            lock.release()
            raise

    @property
    def opened_by_recovery(self) -> bool:
        """Whether the recovery words opened it, so that new ones are due."""
        return self._unlocked.slot.opens_for != PERSON

    @contextlib.contextmanager
    def read(self) -> Iterator[Rows]:
        """One reading transaction: everything read in it is of one moment."""
        with self._transaction("BEGIN", Transaction(self._open_connection(), self._log, writes=False)) as transaction:
            yield Rows(transaction)

    @contextlib.contextmanager
    def write(self, op: str = DEFAULT_OP, reason: str = "") -> Iterator[Rows]:
        """One writing transaction with its log entries: all of it is kept, or, after any exception, none."""
        transaction = self._writing(op, reason)
        try:
            with self._transaction("BEGIN IMMEDIATE", transaction):
                yield Rows(transaction)
                transaction.settle()
        except DiskFull:
            ballast.release(self.folder)
            raise

    def inspected(self, look: Look) -> Iterator[Finding]:
        """What a look at the database finds; for ``storage.check`` alone."""
        known = {**self._unlocked.box.pinned, self._log.actor: self._unlocked.box.sign_public}
        yield from look(self._open_connection(), self._log.vault, known)

    def header_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the header's copies on the disk now."""
        try:
            return read_copies(self.folder).findings(self._unlocked.header)
        except VaultProblem as problem:
            return (Finding("header_copy", "header.a and header.b", problem.text),)

    @property
    def unlocked(self) -> Unlocked:
        """The header, slot and keys in use; for ``storage.membership`` alone."""
        return self._unlocked

    def signing_keys(self) -> dict[str, bytes]:
        """The signing keys of everybody who opens this vault, by their ids."""
        with told():
            return members.signing_keys(self._open_connection())

    def change_header(self, change: members.SlotChange) -> None:
        """Put other slots into the header; for ``storage.membership`` alone. All of it is kept or nothing.

        The worse copy is written first, then the database, then the other copy: at any moment a header stands that
        fits the database, and the change counts from the database's commit.
        """
        old, key = self._unlocked.header, self._unlocked.vault_key
        new = replace(old, gen=old.gen + 1, slots=change.slots)
        new = replace(new, mac=new.computed_mac(key))
        first, second = older_first(self._copies)
        try:
            write_copy(self.folder, first, new)
            with self._transaction("BEGIN IMMEDIATE", self._writing()) as transaction:
                transaction.connection.execute("UPDATE meta SET gen = ?", (new.gen,))
                members.apply(transaction.connection, change, transaction.now)
                transaction.enter("member", "header", str(new.gen), changes=change.what)
                transaction.settle()
        except BaseException:
            # A commit that failed at its very end may stand all the same: the database knows.
            with contextlib.suppress(VaultProblem):
                kept = self._value("SELECT gen FROM meta") == new.gen
                self._adopt(new if kept else old, first)
            raise
        self._adopt(new, second)

    def _adopt(self, header: Header, name: str) -> None:
        own = next((slot for slot in header.slots if slot.id == self._unlocked.slot.id), self._unlocked.slot)
        self._unlocked = replace(self._unlocked, header=header, slot=own)
        # The next opening mends a copy that cannot be written now.
        with contextlib.suppress(VaultProblem):
            write_copy(self.folder, name, header)
        self._copies = read_copies(self.folder)

    def close(self) -> None:
        """Log the end of the session, close the file and wipe the keys; a second call does nothing."""
        if self._connection is None:
            return
        try:
            with contextlib.suppress(VaultProblem):
                self._note("lock")
        finally:
            self._connection.close()
            self._connection = None
            wipe(self._unlocked.vault_key)
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _settle(self, *, recovered: bool) -> None:
        connection, header = self._open_connection(), self._unlocked.header
        self.name, self.training = members.about(connection)
        self.person = members.name_of(connection, self._log.actor)
        taken = schema.migrate(connection, before=self._back_up)
        if taken:
            self._note("migration")
        self.found = self._copies.findings(header)
        for name in self._copies.bad(header):
            write_copy(self.folder, name, header)
            self._note("repair", "header", name)
        self._note("unlock", reason="a write was cut short before" if recovered else "")
        ballast.fill(self.folder)

    def _back_up(self, version: int) -> None:
        key = opening.database_key(self._unlocked)
        back_up(self.folder, f"before-schema-{version + 1}", self._open_connection(), key, self._unlocked.header)

    def _note(self, op: str, object_kind: str = "vault", object_id: str = "", reason: str = "") -> None:
        for last in (False, True):
            try:
                with self._transaction("BEGIN IMMEDIATE", self._writing()) as transaction:
                    transaction.enter(op, object_kind, object_id or self._log.vault, reason=reason)
                    transaction.settle()
            except DiskFull:
                if last or not ballast.release(self.folder):
                    raise
            else:
                return

    def _writing(self, op: str = DEFAULT_OP, reason: str = "") -> Transaction:
        return Transaction(self._open_connection(), self._log, writes=True, op=op, reason=reason)

    @contextlib.contextmanager
    def _transaction(self, begin: str, transaction: Transaction) -> Iterator[Transaction]:
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

    def _open_connection(self) -> sqlite3.Connection:
        if self._connection is None:
            raise RuntimeError("the vault is closed")
        return self._connection

    def _value(self, query: str) -> object:
        with told():
            return self._open_connection().execute(query).fetchone()[0]
