"""The header: what stands in the clear beside the database, and what proves that nobody changed it.

Canonical JSON in ASCII, at most 64 KiB, exact keys, bytes as lower-case hexadecimal. ``sum`` (SHA-256, no key) tells
damage from a wrong passphrase; ``mac`` (HMAC-SHA-256 under a key made of the vault key) tells a forgery.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass

from storage.header_fields import HeaderFault, hexed, whole
from storage.problems import TooNew
from storage.secret import canonical, derived
from storage.slot import DIGEST_BYTES, Slot, read_slot
from storage.vouch import Vouch, read_vouch

FORMAT = 1
CIPHER = "sqlcipher-4 aes-256-cbc hmac-sha512 page-4096"
HEADER_MOST = 64 * 1024
SLOTS_MOST = 16
LEFT_MOST = 3
VOUCHES_MOST = 48
VAULT_ID_BYTES = 16
_GEN_MOST = 2**53
_KEYS = {"format", "vault", "gen", "cipher", "slots", "mac", "sum"}


@dataclass(frozen=True, slots=True)
class Header:
    """A vault's header: its id, its generation (one more at every change of it) and its slots.

    ``left`` is what remains of the slots of the last people who were removed; ``vouches`` stand while a key is left
    for somebody absent, so that they can tell who has changed it.
    """

    vault: str
    gen: int
    slots: tuple[Slot, ...]
    left: tuple[Slot, ...] = ()
    vouches: tuple[Vouch, ...] = ()
    mac: bytes = b""

    def claims(self) -> dict[str, object]:
        """Everything that the MAC covers."""
        table: dict[str, object] = {
            "format": FORMAT,
            "vault": self.vault,
            "gen": self.gen,
            "cipher": CIPHER,
            "slots": [slot.table() for slot in self.slots],
        }
        if self.left:
            table["left"] = [slot.table() for slot in self.left]
        if self.vouches:
            table["vouches"] = [one.table() for one in self.vouches]
        return table

    def computed_mac(self, vault_key: bytearray) -> bytes:
        """The MAC that this header must carry under the vault key."""
        key = derived(vault_key, "header-mac", bytes.fromhex(self.vault))
        return hmac.new(key, canonical(self.claims()), hashlib.sha256).digest()

    def authentic(self, vault_key: bytearray) -> bool:
        """Whether whoever wrote the header held the vault key."""
        return hmac.compare_digest(self.mac, self.computed_mac(vault_key))


def serialised(header: Header) -> bytes:
    """The header's bytes."""
    table = header.claims() | {"mac": header.mac.hex()}
    return canonical(table | {"sum": _sum(table)})


def parse(content: bytes) -> Header:
    """The header in these bytes, before anything secret is touched. Raises HeaderFault, TooNew for a later format."""
    if len(content) > HEADER_MOST:
        raise HeaderFault("too long")
    try:
        table = json.loads(content.decode("ascii"))
    except (ValueError, RecursionError):
        raise HeaderFault("not JSON") from None
    if not isinstance(table, dict) or _reserialised(table) != content:
        raise HeaderFault("not canonical")
    if table.get("sum") != _sum({key: value for key, value in table.items() if key != "sum"}):
        raise HeaderFault("its sum does not fit")
    if type(table.get("format")) is int and table["format"] > FORMAT:
        raise TooNew
    return _checked(table)


def _checked(table: dict[str, object]) -> Header:
    if set(table) - {"left", "vouches"} != _KEYS:
        raise HeaderFault("other keys")
    if type(table["format"]) is not int or table["format"] != FORMAT or table["cipher"] != CIPHER:
        raise HeaderFault("not this format")
    slots = table["slots"]
    if not isinstance(slots, list) or not 1 <= len(slots) <= SLOTS_MOST:
        raise HeaderFault("no slots, or too many")
    read = tuple(read_slot(slot) for slot in slots)
    left = tuple(read_slot(slot) for slot in _listed(table, "left", LEFT_MOST))
    if len({slot.id for slot in (*read, *left)}) != len(read) + len(left):
        raise HeaderFault("two slots with one id")
    if any(slot.gone for slot in read) or not all(slot.gone for slot in left):
        raise HeaderFault("a slot in the wrong place")
    gen = whole(table, "gen")
    if not 1 <= gen <= _GEN_MOST:
        raise HeaderFault("a generation out of bounds")
    return Header(
        vault=hexed(table, "vault", VAULT_ID_BYTES).hex(),
        gen=gen,
        slots=read,
        left=left,
        vouches=tuple(read_vouch(one) for one in _listed(table, "vouches", VOUCHES_MOST)),
        mac=hexed(table, "mac", DIGEST_BYTES),
    )


def _listed(table: dict[str, object], key: str, most: int) -> list[object]:
    listed = table.get(key, [])
    if not isinstance(listed, list) or len(listed) > most or (key in table and not listed):
        raise HeaderFault(f"{key} is not a list of its length")
    return listed


def _reserialised(table: object) -> bytes:
    try:
        return canonical(table)
    except (ValueError, RecursionError):
        return b""


def _sum(table: dict[str, object]) -> str:
    return hashlib.sha256(b"holdfast header\0" + canonical(table)).hexdigest()
