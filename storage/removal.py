"""Taking somebody out of a vault: everything goes under another key, left for those who are not there."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from casework.refusal import Refused
from storage.header import LEFT_MOST, VOUCHES_MOST
from storage.members import SlotChange
from storage.secret import KEY_BYTES, wipe
from storage.slot import PERSON, Slot
from storage.transitional import left_for
from storage.unlocking import Unlocked, box_by_passphrase, filled
from storage.vault import Vault
from storage.vouch import Vouch


def remove_person(
    vault: Vault, member: str, reason: str, passphrase: bytearray, *, key_file: Path | None = None
) -> None:
    """Nobody opens the vault any more who was removed, not even with an older copy of its header.

    Everything is put under another key. Whoever does it gives their own passphrase, which is wiped; for everybody else,
    and for the recovery words, the key is left sealed and signed, and taken up when they next unlock. It takes as much
    room again as the database. Raises WrongPassphrase, KeyFileNeeded, Refused, and what the disk refuses; then nothing
    was changed.
    """
    own = vault.unlocked
    try:
        gone = _chosen(own, member, reason)
        exchange = _known(vault, own, member)
        key, box = box_by_passphrase(own.header.vault, own.slot, passphrase, key_file)
    finally:
        wipe(passphrase)
    fresh = bytearray(secrets.token_bytes(KEY_BYTES))
    box = replace(box, pinned={one: known for one, known in own.box.pinned.items() if one != member})
    gen, name = own.header.gen + 1, own.header.vault
    slots = tuple(
        filled(name, one, key, fresh, box)
        if one.id == own.slot.id
        else left_for(name, one, exchange[one.id], fresh, gen=gen, signer=own.slot.id, box=box)
        for one in own.header.slots
        if one.id != member
    )
    kept = (replace(gone, nonce=b"", wrapped=b"", sealed=None), *own.header.left)[:LEFT_MOST]
    what = (("left", member),)
    vault.change_key(SlotChange(slots, (), (member,), what, reason.strip(), kept, _vouches(vault, slots)), fresh)


def _chosen(own: Unlocked, member: str, reason: str) -> Slot:
    gone = next((one for one in own.header.slots if one.id == member and one.opens_for == PERSON), None)
    if own.slot.opens_for != PERSON:
        raise Refused("The recovery words opened this case file: unlock it with a passphrase to remove somebody.")
    if gone is None:
        raise Refused("Nobody of that name opens this case file.", "person")
    if gone.id == own.slot.id:
        raise Refused("You cannot remove yourself: a colleague does it, with their own passphrase.", "person")
    if not reason.strip():
        raise Refused("Say why the person is removed: it stands in the log.", "reason")
    return gone


def _known(vault: Vault, own: Unlocked, member: str) -> dict[str, bytes]:
    """The exchange keys of everybody who stays. Raises Refused where nobody reliable vouches for one of them."""
    exchange = dict(vault.relied_on().exchange)
    for one in own.header.slots:
        if one.id not in exchange and one.id not in (member, own.slot.id):
            raise Refused(
                f"Nobody whom you know vouches for the keys of “{one.label}”, so nothing can be left for them: "
                "let them unlock this case file once, or give them a new place in it.",
                "person",
            )
    return exchange


def _vouches(vault: Vault, slots: Sequence[Slot]) -> tuple[Vouch, ...]:
    """What absent people need to tell who left them a key: vouches for present people and for who brought those in."""
    known = vault.vouches()
    wanted = {slot.id for slot in slots} | {one.by for one in known}
    return tuple(one for one in known if one.member in wanted)[-VOUCHES_MOST:]
