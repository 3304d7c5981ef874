"""A second person at the keyboard of an open vault, let in to their own keys by their own passphrase."""

from __future__ import annotations

from pathlib import Path

from casework.refusal import Refused
from storage.countersigning import Second
from storage.secret import wipe
from storage.slot import PERSON
from storage.unlocking import box_by_passphrase
from storage.vault import Vault


def second(vault: Vault, member: str, passphrase: bytearray, key_file: Path | None = None) -> Second:
    """Whoever types their own passphrase, which is wiped. Takes as long as unlocking, and opens nothing but their keys.

    Raises WrongPassphrase, KeyFileNeeded, MemoryShort, and Refused for somebody who does not open this vault.
    """
    header = vault.unlocked.header
    slot = next((one for one in header.slots if one.id == member and one.opens_for == PERSON), None)
    if slot is None:
        wipe(passphrase)
        raise Refused("Only somebody who opens this case file with a passphrase of their own can do that.", "person")
    key, box = box_by_passphrase(header.vault, slot, passphrase, key_file)
    wipe(key)
    return Second(member, box)
