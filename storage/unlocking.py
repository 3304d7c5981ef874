"""From a passphrase or recovery words to the vault key and the person's own keys."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from storage import recovery
from storage.box import Box, packed, unpacked
from storage.fault import told
from storage.files import read_at_most
from storage.header import Header
from storage.header_copies import Copies
from storage.kdf import SALT_BYTES, Kdf, for_writing
from storage.problems import Damaged, KeyFileNeeded, WhoUnlocks, WrongPassphrase, WrongWords
from storage.secret import NONCE_BYTES, unwrap, wipe, wrap
from storage.slot import ID_BYTES, LABEL_LENGTH, PERSON, RECOVERY, Slot

KEY_FILE_MOST = 1024 * 1024
Opener = Callable[[Slot], bytearray]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What unlocking gives: the header that was used, its slot, the vault key and the person's own keys."""

    header: Header
    slot: Slot
    vault_key: bytearray = field(repr=False)
    box: Box = field(repr=False)


def by_passphrase(copies: Copies, passphrase: bytearray, person: str | None, key_file: Path | None) -> Unlocked:
    """Unlock with a passphrase, which is wiped; ``person`` is a slot's label, or a name whose initials it is.

    Raises WrongPassphrase, WhoUnlocks, KeyFileNeeded, MemoryShort, Damaged.
    """
    digest = key_file_digest(key_file) if key_file else None

    def key_of(slot: Slot) -> bytearray:
        if slot.key_file and digest is None:
            raise KeyFileNeeded
        if slot.kdf is None:
            raise WhoUnlocks
        return slot.kdf.key(passphrase, slot.salt, digest if slot.key_file else None)

    try:
        return unlocked_with(copies, lambda header: _slot_of(header, person), key_of) or _refused(WrongPassphrase())
    finally:
        wipe(passphrase)


def by_passphrase_of(unlocked: Unlocked, passphrase: bytearray, key_file: Path | None) -> None:
    """Make sure that a passphrase, which is wiped, is the one that unlocked. Raises WrongPassphrase, KeyFileNeeded."""
    same = Copies({"": unlocked.header})
    wipe(by_passphrase(same, passphrase, unlocked.slot.label, key_file).vault_key)


def by_words(copies: Copies, words: str) -> Unlocked:
    """Unlock with the twelve recovery words. Raises WrongWords, Damaged."""
    entropy = recovery.entropy_of(words)
    try:
        found = unlocked_with(copies, _recovery_slot, lambda slot: recovery.key_of(entropy, slot.salt))
        return found or _refused(WrongWords())
    finally:
        wipe(entropy)


def unlocked_with(copies: Copies, choose: Callable[[Header], Slot], key_of: Opener) -> Unlocked | None:
    """Unlock with the key that ``key_of`` gives for the chosen slot; it is wiped. None where it does not open it.

    Which of two headers is true, the database says afterwards. Raises Damaged where the key opens the slot, but the
    header is not what the holder of the vault key wrote.
    """
    forged = False
    for header in copies.likely:
        slot = choose(header)
        if slot.sealed is not None:
            raise Damaged("header.a", "waits for a colleague's change of keys to be completed")
        key = key_of(slot)
        vault_key = unwrap(key, slot.nonce, slot.wrapped, slot.about("vault key", header.vault))
        content = unwrap(key, slot.box_nonce, slot.box, slot.about("box", header.vault)) if vault_key else None
        wipe(key)
        if vault_key is None:
            continue
        box = unpacked(content) if content else None
        if box is not None and header.authentic(vault_key):
            return Unlocked(header, slot, vault_key, box)
        wipe(vault_key)
        forged = True
    if forged:
        raise Damaged("header.a and header.b", "were changed by something that does not hold their key")
    return None


def _refused(problem: Exception) -> Unlocked:
    raise problem


def _slot_of(header: Header, person: str | None) -> Slot:
    people = [slot for slot in header.slots if slot.opens_for == PERSON]
    if person is not None:
        asked = person.strip().casefold()
        people = [s for s in people if s.label.casefold() in (asked, initials(person).casefold())]
    if len(people) != 1:
        raise WhoUnlocks
    return people[0]


def _recovery_slot(header: Header) -> Slot:
    found = next((slot for slot in header.slots if slot.opens_for == RECOVERY), None)
    if found is None:
        raise WrongWords
    return found


def person_slot(
    vault: str,
    label: str,
    passphrase: bytearray,
    *,
    kdf: Kdf,
    key_file: Path | None,
    vault_key: bytearray,
    box: Box,
    slot_id: str = "",
) -> Slot:
    """A slot for a person's passphrase, which is wiped; with ``slot_id``, in the place of the slot of that id.

    Raises Refused for a derivation below the floor, KeyFileNeeded, MemoryShort.
    """
    salt = secrets.token_bytes(SALT_BYTES)
    try:
        digest = key_file_digest(key_file) if key_file else None
        key = for_writing(kdf).key(passphrase, salt, digest)
    finally:
        wipe(passphrase)
    blank = Slot(slot_id or secrets.token_hex(ID_BYTES), label, salt, b"", b"", kdf, key_file is not None)
    return _filled(vault, blank, key, vault_key, box)


def recovery_slot(vault: str, entropy: bytearray, vault_key: bytearray, box: Box) -> Slot:
    """A slot for recovery words; ``entropy`` is wiped."""
    salt = secrets.token_bytes(SALT_BYTES)
    key = recovery.key_of(entropy, salt)
    wipe(entropy)
    return _filled(vault, Slot(secrets.token_hex(ID_BYTES), RECOVERY, salt, b"", b""), key, vault_key, box)


def _filled(vault: str, blank: Slot, key: bytearray, vault_key: bytearray, box: Box) -> Slot:
    nonce, box_nonce = secrets.token_bytes(NONCE_BYTES), secrets.token_bytes(NONCE_BYTES)
    content = packed(box)
    slot = Slot(
        id=blank.id,
        label=blank.label,
        salt=blank.salt,
        box_nonce=box_nonce,
        box=wrap(key, box_nonce, content, blank.about("box", vault)),
        kdf=blank.kdf,
        key_file=blank.key_file,
        nonce=nonce,
        wrapped=wrap(key, nonce, vault_key, blank.about("vault key", vault)),
    )
    wipe(content)
    wipe(key)
    return slot


def initials(name: str) -> str:
    """The label that a slot gets by itself: nothing in the clear but initials."""
    return "".join(part[0] for part in name.split() if part[0].isprintable())[:LABEL_LENGTH].upper() or "1"


def key_file_digest(path: Path) -> bytes:
    """The secret in a key file: its SHA-256. Raises KeyFileNeeded where it cannot be read."""
    with told():
        content = read_at_most(path, KEY_FILE_MOST)
    if not content:
        raise KeyFileNeeded
    return hashlib.sha256(content).digest()
