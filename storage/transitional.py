"""A new vault key left for people who are not there: sealed to each, signed by who changed it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from storage.box import Box
from storage.secret import KEY_BYTES, canonical
from storage.slot import Sealed, Slot
from storage.vouch import Vouch, signed, trusted

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def left_for(vault: str, slot: Slot, exchange: bytes, vault_key: bytearray, *, gen: int, signer: str, box: Box) -> Slot:
    """The slot of an absent person with the new vault key sealed to ``exchange``, signed with ``box``."""
    commitment = hashlib.sha256(vault_key).digest()
    info = _about(vault, slot.id, gen, commitment, signer)
    sealed = _SUITE.encrypt(bytes(vault_key), X25519PublicKey.from_public_bytes(exchange), info)
    left = Sealed(sealed, signer, gen, box.sign.sign(info), commitment)
    return replace(slot, nonce=b"", wrapped=b"", sealed=left)


def taken(vault: str, slot: Slot, box: Box, vouches: Sequence[Vouch]) -> bytearray | None:
    """The vault key left in a transitional slot; None where nobody whom the person's own box knows has signed it."""
    left = slot.sealed
    if left is None:
        return None
    info = _about(vault, slot.id, left.gen, left.commitment, left.signer)
    known = {**box.pinned, slot.id: box.sign_public}
    signer = trusted(vault, known, vouches).sign.get(left.signer)
    if signer is None or not signed(signer, left.signature, info):
        return None
    try:
        key = bytearray(_SUITE.decrypt(left.sealed, box.exchange, info))
    except (InvalidTag, ValueError):
        return None
    return key if len(key) == KEY_BYTES and hashlib.sha256(key).digest() == left.commitment else None


def _about(vault: str, slot: str, gen: int, commitment: bytes, signer: str) -> bytes:
    told = {"what": "holdfast key left 1", "vault": vault, "slot": slot, "gen": gen, "signer": signer}
    return canonical(told | {"commitment": commitment.hex()})
