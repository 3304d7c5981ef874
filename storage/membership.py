"""Who can open a vault: each change is one new header and one entry in the log, kept together or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from casework.refusal import Refused
from storage import recovery
from storage.box import Box, new_box
from storage.header import SLOTS_MOST
from storage.kdf import DEFAULT_KDF, Kdf
from storage.members import RECOVERY_NAME, SlotChange
from storage.secret import wipe
from storage.slot import LABEL_LENGTH, PERSON, RECOVERY
from storage.unlocking import (
    Unlocked,
    by_passphrase_of,
    initials,
    person_slot,
    recovery_slot,
)
from storage.vault import Vault


def change_passphrase(
    vault: Vault,
    present: bytearray,
    fresh: bytearray,
    *,
    kdf: Kdf = DEFAULT_KDF,
    key_file: Path | None = None,
    fresh_key_file: Path | None = None,
) -> None:
    """Open from now on with another passphrase; both are wiped. Nothing stored is encrypted anew.

    The settings of the derivation come from the caller, never from the file. Raises WrongPassphrase, Refused.
    """
    try:
        if not fresh:
            raise Refused("A passphrase cannot be empty.", "passphrase")
        own = vault.unlocked
        if own.slot.opens_for != PERSON:
            raise Refused("The recovery words opened this case file: give the person a new place in it instead.")
        by_passphrase_of(own, present, key_file)
        slot = person_slot(
            own.header.vault, own.slot.label, fresh, kdf=kdf, key_file=fresh_key_file, vault_key=own.vault_key,
            box=own.box, slot_id=own.slot.id,
        )  # fmt: skip
    finally:
        wipe(present)
        wipe(fresh)
    slots = tuple(slot if one.id == slot.id else one for one in own.header.slots)
    vault.change_header(SlotChange(slots, what=(("passphrase", slot.id),)))


def add_person(
    vault: Vault,
    name: str,
    passphrase: bytearray,
    *,
    label: str = "",
    kdf: Kdf = DEFAULT_KDF,
    key_file: Path | None = None,
) -> None:
    """One more person who opens this vault, with keys of their own; ``passphrase`` is wiped.

    ``label`` stands in the clear (the initials where empty). Raises Refused.
    """
    added = _person(vault, name, passphrase, label or initials(name), kdf=kdf, key_file=key_file, replaces="")
    _put(vault, added, name, replaces="")


def replace_person(
    vault: Vault,
    label: str,
    name: str,
    passphrase: bytearray,
    *,
    kdf: Kdf = DEFAULT_KDF,
    key_file: Path | None = None,
) -> None:
    """A new place for somebody who lost their passphrase; ``passphrase`` is wiped.

    Their old keys are lost with it, so in the log they are from now on another member. Raises Refused.
    """
    lost = next((s for s in vault.unlocked.header.slots if s.label == label and s.opens_for == PERSON), None)
    if lost is None or lost.id == vault.unlocked.slot.id:
        wipe(passphrase)
        raise Refused("Nobody else opens this case file under that label.", "label")
    added = _person(vault, name, passphrase, label, kdf=kdf, key_file=key_file, replaces=lost.id)
    _put(vault, added, name, replaces=lost.id)


def renew_words(vault: Vault) -> tuple[str, ...]:
    """Twelve new recovery words, to print; the old ones open nothing any more."""
    own = vault.unlocked
    gone = tuple(one.id for one in own.header.slots if one.opens_for == RECOVERY)
    box = _new_box(vault, gone)
    entropy = recovery.fresh()
    words = recovery.words_of(entropy)
    slot = recovery_slot(own.header.vault, entropy, own.vault_key, box)
    slots = (*(one for one in own.header.slots if one.id not in gone), slot)
    entered = ((replace(own, slot=slot, box=box), RECOVERY_NAME),)
    vault.change_header(SlotChange(slots, entered, gone, (("words", slot.id),)))
    return words


def _person(
    vault: Vault, name: str, passphrase: bytearray, label: str, *, kdf: Kdf, key_file: Path | None, replaces: str
) -> Unlocked:
    own = vault.unlocked
    try:
        others = [one for one in own.header.slots if one.id != replaces]
        if not passphrase:
            raise Refused("A passphrase cannot be empty.", "passphrase")
        if not name.strip() or not name.isprintable():
            raise Refused("Say who the person is.", "name")
        if any(one.label.casefold() == label.casefold() for one in others):
            raise Refused("Somebody has that label already: choose another.", "label")
        if not label.isprintable() or not 1 <= len(label.strip()) <= LABEL_LENGTH:
            raise Refused(f"A label is 1 to {LABEL_LENGTH} characters.", "label")
        if len(others) >= SLOTS_MOST:
            raise Refused(f"At most {SLOTS_MOST} ways open one case file.", "label")
        box = _new_box(vault, (replaces,))
        slot = person_slot(
            own.header.vault, label, passphrase, kdf=kdf, key_file=key_file, vault_key=own.vault_key, box=box
        )
    finally:
        wipe(passphrase)
    return replace(own, slot=slot, box=box)


def _put(vault: Vault, added: Unlocked, name: str, *, replaces: str) -> None:
    slots = (*(one for one in added.header.slots if one.id != replaces), added.slot)
    left = (replaces,) if replaces else ()
    vault.change_header(SlotChange(slots, ((added, name),), left, (("person", added.slot.id),)))


def _new_box(vault: Vault, gone: tuple[str, ...]) -> Box:
    """Keys for somebody new, who relies on whom the person relies on that adds them, and on that person."""
    present, own = vault.signing_keys(), vault.unlocked
    known = {**vault.relied_on().sign, own.slot.id: own.box.sign_public}
    return replace(new_box(), pinned={one: key for one, key in known.items() if one in present and one not in gone})
