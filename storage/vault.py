"""The vault: a folder that holds one encrypted case file. Opened, read, written and closed here alone."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from storage import ballast, creation, filing, members, schema, templates, unlocking
from storage.fault import told
from storage.finding import Finding
from storage.header_copies import Copies, read_copies, write_copy
from storage.held import Held
from storage.kdf import DEFAULT_KDF, Kdf
from storage.lock import Lock
from storage.log import Clock, Log, utc_now
from storage.problems import DiskFull, VaultProblem
from storage.rows import Rows
from storage.secret import wipe
from storage.slot import PERSON
from storage.transaction import DEFAULT_OP, Transaction
from storage.unlocking import Unlocked
from storage.vouch import Trusted, Vouch

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

    def __init__(self, folder: Path, found: Sequence[Unlocked], copies: Copies, lock: Lock, clock: Clock) -> None:
        self.folder = folder
        self.found: tuple[Finding, ...] = ()
        self.name, self.person, self.training = "", "", False
        self._shut = False
        self._lock = lock
        self._held = Held(folder, found, copies, clock)
        try:
            with told():
                self._settle()
        except BaseException:
            self._held.close()
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
            return cls._entered(folder, lambda _copies: (unlocked,), clock), words
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
        return self.unlocked.slot.opens_for != PERSON

    @contextlib.contextmanager
    def read(self) -> Iterator[Rows]:
        """One reading transaction: everything read in it is of one moment."""
        reading = Transaction(self._connection, self._log, writes=False)
        with self._held.under_way("BEGIN", reading) as transaction:
            yield Rows(transaction)

    @contextlib.contextmanager
    def write(self, op: str = DEFAULT_OP, reason: str = "") -> Iterator[Rows]:
        """One writing transaction with its log entries: all of it is kept, or, after any exception, none."""
        transaction = self._held.writing(op, reason)
        try:
            with self._held.under_way("BEGIN IMMEDIATE", transaction):
                yield Rows(transaction)
                transaction.settle()
        except DiskFull:
            ballast.release(self.folder)
            raise

    def inspected(self, look: Look) -> Iterator[Finding]:
        """What a look at the database finds; for ``storage.check`` alone."""
        own = self.unlocked
        yield from look(self._connection, self._log.vault, {**own.box.pinned, own.slot.id: own.box.sign_public})

    def header_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the header's copies on the disk now."""
        try:
            return read_copies(self.folder).findings(self.unlocked.header)
        except VaultProblem as problem:
            return (Finding("header_copy", "header.a and header.b", problem.text),)

    @property
    def unlocked(self) -> Unlocked:
        """The header, slot and keys in use; for ``storage.membership`` alone."""
        return self._held.unlocked

    def people(self) -> tuple[members.Member, ...]:
        """Everybody who opens or opened this vault."""
        with told():
            return members.people(self._connection, self.unlocked.header.slots)

    def signing_keys(self) -> dict[str, bytes]:
        """The signing keys of everybody who opens this vault, by their ids."""
        with told():
            return members.signing_keys(self._connection)

    def relied_on(self) -> Trusted:
        """The keys of others that whoever unlocked may rely on; for ``storage.membership`` alone."""
        with told():
            return members.relied_on(self._connection, self.unlocked)

    def vouches(self) -> tuple[Vouch, ...]:
        """Who brought in whom; for ``storage.membership`` alone."""
        with told():
            return members.vouches(self._connection)

    def change_header(self, change: members.SlotChange) -> None:
        """Put other slots into the header, wholly or not at all; for ``storage.membership`` alone."""
        self._held.change_header(change)

    def change_key(self, change: members.SlotChange, vault_key: bytearray) -> None:
        """Put slots of another key into the header and the database under it; for ``storage.membership`` alone."""
        self._held.change_key(change, vault_key)

    def close(self) -> None:
        """Log the end of the session, close the file and wipe the keys; a second call does nothing."""
        if self._shut:
            return
        self._shut = True
        try:
            if not self._held.closed:
                with contextlib.suppress(VaultProblem):
                    self._held.note("lock")
        finally:
            self._held.close()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._held.connection

    @property
    def _log(self) -> Log:
        return self._held.log

    def _settle(self) -> None:
        held = self._held
        header = self.unlocked.header
        self.name, self.training = members.about(held.connection)
        self.person = members.name_of(held.connection, self._log.actor)
        taken = schema.migrate(held.connection, before=lambda version: held.back_up(f"before-schema-{version + 1}"))
        if taken:
            held.note("migration")
        templates.make_known(held.connection)
        filing.sweep(held.connection)
        self.found = held.copies.findings(header)
        for name in held.copies.bad(header):
            write_copy(self.folder, name, header)
            held.note("repair", "header", name)
        held.note("unlock", reason="a write was cut short before" if held.recovered else "")
        self._settle_own()
        held.renew_backups()
        ballast.fill(self.folder)

    def _settle_own(self) -> None:
        """Take up a key that was left, and know who came and went; then the key under the passphrase has served."""
        own = self.unlocked
        members.vouch_for_oneself(self._connection, own)
        found = members.settled(self._connection, own)
        if found is not None:
            slot, pins = found
            slots = tuple(slot if one.id == slot.id else one for one in own.header.slots)
            self._held.change_header(members.SlotChange(slots, what=(("own keys", slot.id),)))
            self._held.pin(pins)
        wipe(own.own_key)
