"""Making a vault: built beside its place and put there whole, or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from casework.refusal import Refused
from storage import members, recovery, schema
from storage.backup import BACKUPS
from storage.box import new_box
from storage.entry import beginning
from storage.fault import DATABASE, told
from storage.files import make_private_folder, sync_folder, write_new
from storage.header import VAULT_ID_BYTES, Header, serialised
from storage.header_copies import COPIES, Copies
from storage.header_fields import ID_BYTES
from storage.kdf import Kdf, for_writing
from storage.log import Clock, Log, stamp
from storage.opening import database_key
from storage.problems import AlreadyThere
from storage.secret import KEY_BYTES, wipe
from storage.sqlcipher import connect, create_empty
from storage.unlocking import Unlocked, person_slot, recovery_slot

Unlock = Callable[[Copies], tuple[Unlocked, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a new vault is to be: its name, its first person and the label that stands for them in the clear."""

    name: str
    person: str
    label: str
    training: bool
    kdf: Kdf
    key_file: Path | None


def create(folder: Path, asked: Asked, passphrase: bytearray, clock: Clock) -> tuple[Unlocked, tuple[str, ...]]:
    """A vault in ``folder``, closed; how to enter it, and its recovery words. ``passphrase`` is wiped.

    Raises AlreadyThere, Refused and the problems of the disk.
    """
    try:
        _refuse(folder, asked, passphrase)
        unlocked, others, words = _keys(asked, passphrase)
    finally:
        wipe(passphrase)
    with told():
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = folder.with_name(f".{secrets.token_hex(4)}.new")
        try:
            make_private_folder(fresh)
            _fill(fresh, asked, unlocked, others, clock)
            if folder.exists():
                folder.rmdir()
            fresh.rename(folder)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        sync_folder(folder.parent)
    return unlocked, words


def _refuse(folder: Path, asked: Asked, passphrase: bytearray) -> None:
    with told():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AlreadyThere
    for value, where in ((asked.name, "name"), (asked.person, "person"), (asked.label, "label")):
        if not value.strip() or not value.isprintable():
            raise Refused("Give the case file a name, and say whose it is.", where)
    if not passphrase:
        raise Refused("A passphrase cannot be empty.", "passphrase")
    for_writing(asked.kdf)


def _keys(asked: Asked, passphrase: bytearray) -> tuple[Unlocked, Unlocked, tuple[str, ...]]:
    vault, vault_key = secrets.token_hex(VAULT_ID_BYTES), bytearray(secrets.token_bytes(KEY_BYTES))
    own, recovering = new_box(), new_box()
    ids = [secrets.token_hex(ID_BYTES) for _ in range(2)]
    own = replace(own, pinned={ids[1]: recovering.sign_public})
    recovering = replace(recovering, pinned={ids[0]: own.sign_public})
    slot = person_slot(
        vault, asked.label, passphrase, kdf=asked.kdf, key_file=asked.key_file, vault_key=vault_key, box=own,
        slot_id=ids[0],
    )  # fmt: skip
    entropy = recovery.fresh()
    words = recovery.words_of(entropy)
    spare = recovery_slot(vault, entropy, vault_key, recovering, slot_id=ids[1])
    header = Header(vault, 1, (slot, spare))
    header = replace(header, mac=header.computed_mac(vault_key))
    return Unlocked(header, slot, vault_key, own), Unlocked(header, spare, vault_key, recovering), words


def _fill(folder: Path, asked: Asked, unlocked: Unlocked, spare: Unlocked, clock: Clock) -> None:
    header = unlocked.header
    create_empty(folder / DATABASE)
    connection = connect(folder / DATABASE, database_key(unlocked))
    try:
        schema.migrate(connection)
        moment = stamp(clock())
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO meta (only_row, vault_id, gen, log_head, name, training, created_at)"
            " VALUES (1, ?, ?, ?, ?, ?, ?)",
            (header.vault, header.gen, beginning(header.vault), asked.name, int(asked.training), moment),
        )
        for one, name in ((unlocked, asked.person), (spare, members.RECOVERY_NAME)):
            members.enter(connection, members.vouch_for(one, unlocked), one.slot.opens_for, name, moment)
        Log(connection, header.vault, unlocked.slot.id, unlocked.box, clock).append("create", "vault", header.vault)
        connection.execute("COMMIT")
    finally:
        connection.close()
    for name in COPIES:
        write_new(folder / name, serialised(header))
    make_private_folder(folder / BACKUPS)
    sync_folder(folder)
