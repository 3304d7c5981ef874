"""Whose keys are whose: those of each member are signed by whoever brought them in, the founder's by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.header_fields import ID_BYTES, SIGNATURE_BYTES, HeaderFault, hexed
from storage.secret import KEY_BYTES, canonical

_KEYS = {"member", "sign", "exchange", "by", "signature"}


@dataclass(frozen=True, slots=True)
class Vouch:
    """Ed25519 by the member ``by`` over the vault and both public keys of ``member``."""

    member: str
    sign: bytes
    exchange: bytes
    by: str
    signature: bytes = b""

    def claims(self, vault: str) -> bytes:
        """What the signature covers."""
        told = {"what": "holdfast member 1", "vault": vault, "member": self.member, "by": self.by}
        return canonical(told | {"sign": self.sign.hex(), "exchange": self.exchange.hex()})

    def table(self) -> dict[str, object]:
        """The vouch as it stands in the header."""
        keys = {"sign": self.sign.hex(), "exchange": self.exchange.hex(), "signature": self.signature.hex()}
        return {"member": self.member, "by": self.by, **keys}


def vouched(vault: str, one: Vouch, key: Ed25519PrivateKey) -> Vouch:
    """The vouch with its signature by the key of the member ``by``."""
    return Vouch(one.member, one.sign, one.exchange, one.by, key.sign(one.claims(vault)))


def read_vouch(table: object) -> Vouch:
    """A vouch from the header's JSON. Raises HeaderFault."""
    if not isinstance(table, dict) or set(table) != _KEYS:
        raise HeaderFault("a vouch with other keys")
    return Vouch(
        member=hexed(table, "member", ID_BYTES).hex(),
        sign=hexed(table, "sign", KEY_BYTES),
        exchange=hexed(table, "exchange", KEY_BYTES),
        by=hexed(table, "by", ID_BYTES).hex(),
        signature=hexed(table, "signature", SIGNATURE_BYTES),
    )


@dataclass(frozen=True, slots=True)
class Trusted:
    """The signing keys that somebody may rely on, and the exchange keys that those vouch for, by member."""

    sign: Mapping[str, bytes]
    exchange: Mapping[str, bytes]


def trusted(vault: str, known: Mapping[str, bytes], vouches: Iterable[Vouch]) -> Trusted:
    """Whoever is ``known``, and whom those vouch for, and so on; a key that is known never gives way to another."""
    sign, exchange, left = dict(known), {}, list(vouches)
    while good := [one for one in left if one.by in sign and _holds(vault, one, sign)]:
        for one in good:
            sign[one.member], exchange[one.member] = one.sign, one.exchange
            left.remove(one)
    return Trusted(sign, exchange)


def _holds(vault: str, one: Vouch, known: Mapping[str, bytes]) -> bool:
    return known.get(one.member, one.sign) == one.sign and signed(known[one.by], one.signature, one.claims(vault))


def signed(key: bytes, signature: bytes, content: bytes) -> bool:
    """Whether an Ed25519 signature over some bytes is that of a public key."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
