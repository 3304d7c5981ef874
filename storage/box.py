"""A person's own keys, which not even the holder of the vault key reads: to sign the log, to be written to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from storage.header_fields import ID_BYTES
from storage.secret import KEY_BYTES, wipe

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Box:
    """Ed25519 and X25519 private keys, and the Ed25519 public keys of the other members by their ids."""

    sign: Ed25519PrivateKey = field(repr=False)
    exchange: X25519PrivateKey = field(repr=False)
    pinned: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def sign_public(self) -> bytes:
        """The key that others check our signature with."""
        return self.sign.public_key().public_bytes_raw()

    @property
    def exchange_public(self) -> bytes:
        """The key that others seal to us with."""
        return self.exchange.public_key().public_bytes_raw()


def new_box() -> Box:
    """Fresh keys, nobody pinned."""
    return Box(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def packed(box: Box) -> bytearray:
    """The box as bytes: version, both private keys, then each pinned id and key. The caller wipes them."""
    out = bytearray([_VERSION]) + box.sign.private_bytes_raw() + box.exchange.private_bytes_raw()
    for member, key in sorted(box.pinned.items()):
        out += bytes.fromhex(member) + key
    return out


def unpacked(content: bytearray) -> Box | None:
    """The box in these bytes, which are wiped; None where they are not a box."""
    keys, pin = 1 + 2 * KEY_BYTES, ID_BYTES + KEY_BYTES
    if len(content) < keys or (len(content) - keys) % pin or content[0] != _VERSION:
        return None
    view = bytes(content)
    wipe(content)
    pinned = {view[at : at + ID_BYTES].hex(): view[at + ID_BYTES : at + pin] for at in range(keys, len(view), pin)}
    sign = Ed25519PrivateKey.from_private_bytes(view[1 : 1 + KEY_BYTES])
    return Box(sign, X25519PrivateKey.from_private_bytes(view[1 + KEY_BYTES : keys]), pinned)
