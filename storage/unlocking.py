"""From a passphrase or recovery words to the vault key and the person's own keys."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from storage import recovery, transitional
from storage.box import Box, packed, unpacked
from storage.fault import told
from storage.files import read_at_most
from storage.header import Header
from storage.header_copies import Copies
from storage.header_fields import ID_BYTES
from storage.kdf import SALT_BYTES, Kdf, for_writing
from storage.problems import Damaged, KeyFileNeeded, Removed, WhoUnlocks, WrongPassphrase, WrongWords
from storage.secret import NONCE_BYTES, unwrap, wipe, wrap
from storage.slot import LABEL_LENGTH, PERSON, RECOVERY, Slot

KEY_FILE_MOST = 1024 * 1024
Opener = Callable[[Slot], bytearray]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What unlocking gives: the header that was used, its slot, the vault key and the person's own keys.

    ``own_key`` is the key under the passphrase or words; it is kept until the vault is open, and wiped then.
    """

    header: Header
    slot: Slot
    vault_key: bytearray = field(repr=False)
    box: Box = field(repr=False)
    own_key: bytearray = field(repr=False, default_factory=bytearray)

    def forget(self) -> None:
        """Wipe both keys."""
        wipe(self.vault_key)
        wipe(self.own_key)


def by_passphrase(
    copies: Copies, passphrase: bytearray, person: str | None, key_file: Path | None
) -> tuple[Unlocked, ...]:
    """Unlock with a passphrase, which is wiped; ``person`` is a slot's label, or a name whose initials it is.

    Raises WrongPassphrase, WhoUnlocks, KeyFileNeeded, MemoryShort, Removed, Damaged.
    """
    digest = key_file_digest(key_file) if key_file else None

    def key_of(slot: Slot) -> bytearray:
        return derivation(slot, passphrase, digest)

    def choose(header: Header) -> Slot | None:
        return _slot_of(header.slots, person)

    try:
        found = unlocked_with(copies, choose, key_of)
        if found:
            return found
        _refuse_removed(copies, person, key_of)
        raise WrongPassphrase if any(choose(header) for header in copies.likely) else WhoUnlocks
    finally:
        wipe(passphrase)


def derivation(slot: Slot, passphrase: bytearray, key_file: bytes | None) -> bytearray:
    """The key of a person's slot from their passphrase. Raises KeyFileNeeded, MemoryShort."""
    if slot.key_file and key_file is None:
        raise KeyFileNeeded
    if slot.kdf is None:
        raise WhoUnlocks
    return slot.kdf.key(passphrase, slot.salt, key_file if slot.key_file else None)


def box_by_passphrase(
    vault: str, slot: Slot, passphrase: bytearray, key_file: Path | None = None
) -> tuple[bytearray, Box]:
    """The key of a slot and the person's own keys in it; ``passphrase`` is wiped, the vault key is not touched.

    Raises WrongPassphrase, KeyFileNeeded, MemoryShort.
    """
    try:
        key = derivation(slot, passphrase, key_file_digest(key_file) if key_file else None)
    finally:
        wipe(passphrase)
    content = unwrap(key, slot.box_nonce, slot.box, slot.about("box", vault))
    box = unpacked(content) if content else None
    if box is None:
        wipe(key)
        raise WrongPassphrase
    return key, box


def by_passphrase_of(unlocked: Unlocked, passphrase: bytearray, key_file: Path | None) -> None:
    """Make sure that a passphrase, which is wiped, is the one that unlocked. Raises WrongPassphrase, KeyFileNeeded."""
    wipe(box_by_passphrase(unlocked.header.vault, unlocked.slot, passphrase, key_file)[0])


def by_words(copies: Copies, words: str) -> tuple[Unlocked, ...]:
    """Unlock with the twelve recovery words. Raises WrongWords, Damaged."""
    entropy = recovery.entropy_of(words)
    try:
        found = unlocked_with(copies, _recovery_slot, lambda slot: recovery.key_of(entropy, slot.salt))
    finally:
        wipe(entropy)
    if not found:
        raise WrongWords
    return found


def unlocked_with(copies: Copies, choose: Callable[[Header], Slot | None], key_of: Opener) -> tuple[Unlocked, ...]:
    """Unlock with the key that ``key_of`` gives for the chosen slot of each header that may be the true one.

    Which of them is true, the database says afterwards. Raises Damaged where the key opens the slot, but the
    header is not what the holder of the vault key wrote.
    """
    found, forged = [], False
    for header in copies.likely:
        slot = choose(header)
        if slot is None:
            continue
        key = key_of(slot)
        content = unwrap(key, slot.box_nonce, slot.box, slot.about("box", header.vault))
        box = unpacked(content) if content else None
        vault_key = _vault_key(header, slot, key, box)
        if box is not None and vault_key is not None and header.authentic(vault_key):
            found.append(Unlocked(header, slot, vault_key, box, key))
            continue
        forged |= box is not None or vault_key is not None
        wipe(key)
        wipe(vault_key or bytearray())
    if forged and not found:
        raise Damaged("header.a and header.b", "were changed by something that does not hold their key")
    return tuple(found)


def _vault_key(header: Header, slot: Slot, key: bytearray, box: Box | None) -> bytearray | None:
    if slot.sealed is None:
        return unwrap(key, slot.nonce, slot.wrapped, slot.about("vault key", header.vault))
    return transitional.taken(header.vault, slot, box, header.vouches) if box else None


def _slot_of(slots: Sequence[Slot], person: str | None) -> Slot | None:
    people = [slot for slot in slots if slot.opens_for == PERSON]
    if person is not None:
        asked = person.strip().casefold()
        people = [s for s in people if s.label.casefold() in (asked, initials(person).casefold())]
    return people[0] if len(people) == 1 else None


def _refuse_removed(copies: Copies, person: str | None, key_of: Opener) -> None:
    """Raise Removed where a passphrase is that of somebody who was removed; where a name is given, only of them."""
    for slot in copies.likely[0].left:
        if (person and _slot_of((slot,), person) is None) or slot.key_file:
            continue
        key = key_of(slot)
        known = unwrap(key, slot.box_nonce, slot.box, slot.about("box", copies.likely[0].vault))
        wipe(key)
        if known is not None:
            wipe(known)
            raise Removed


def _recovery_slot(header: Header) -> Slot | None:
    return next((slot for slot in header.slots if slot.opens_for == RECOVERY), None)


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
    return filled(vault, blank, key, vault_key, box)


def recovery_slot(vault: str, entropy: bytearray, vault_key: bytearray, box: Box, slot_id: str = "") -> Slot:
    """A slot for recovery words; ``entropy`` is wiped."""
    salt = secrets.token_bytes(SALT_BYTES)
    key = recovery.key_of(entropy, salt)
    wipe(entropy)
    return filled(vault, Slot(slot_id or secrets.token_hex(ID_BYTES), RECOVERY, salt, b"", b""), key, vault_key, box)


def filled(vault: str, blank: Slot, key: bytearray, vault_key: bytearray, box: Box) -> Slot:
    """A slot with the id, label and derivation of ``blank``, holding this vault key and box; ``key`` is wiped."""
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
