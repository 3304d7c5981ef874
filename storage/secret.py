"""Secrets in memory, and keys made of keys.

A secret lives in a ``bytearray`` and is overwritten when it has served. What Python cannot do: it gives no way to
overwrite a ``str`` or ``bytes``, nor copies that the interpreter, a widget or the operating system's swap made.
Only the end of the process clears those, which is why locking replaces the process.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


def wipe(secret: bytearray) -> None:
    """Overwrite a secret with noughts."""
    secret[:] = bytes(len(secret))


def derived(key: bytearray, purpose: str, salt: bytes) -> bytearray:
    """A 256-bit key for one purpose from another key (HKDF-SHA-256, RFC 5869)."""
    out = bytearray(KEY_BYTES)
    HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=f"holdfast {purpose}".encode()).derive_into(key, out)
    return out


def canonical(value: object) -> bytes:
    """The one serialisation of a value: JSON in ASCII, keys sorted, no spaces, no NaN."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def wrap(key: bytearray, nonce: bytes, secret: bytearray, about: Mapping[str, object]) -> bytes:
    """A secret under a key (AES-256-GCM-SIV, RFC 8452), bound to what it is ``about``: 16 bytes longer."""
    return AESGCMSIV(key).encrypt(nonce, secret, canonical(about))


def unwrap(key: bytearray, nonce: bytes, wrapped: bytes, about: Mapping[str, object]) -> bytearray | None:
    """The secret that ``wrap`` took; None under another key or about something else."""
    out = bytearray(max(len(wrapped) - TAG_BYTES, 0))
    try:
        AESGCMSIV(key).decrypt_into(nonce, wrapped, canonical(about), out)
    except InvalidTag:
        return None
    return out
