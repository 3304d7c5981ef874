"""How a passphrase becomes a key: Argon2id (RFC 9106), its settings and their bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from casework.refusal import Refused
from storage.problems import MemoryShort
from storage.secret import KEY_BYTES

SALT_BYTES = 16
_MIB = 1024
_GIB = 1024 * _MIB


@dataclass(frozen=True, slots=True)
class Kdf:
    """Argon2id's memory in KiB, passes and lanes."""

    memory: int = 256 * _MIB
    passes: int = 3
    lanes: int = 4

    @property
    def accepted(self) -> bool:
        """Whether a vault with these settings is opened: a floor against weakening, a ceiling against exhaustion.

        The ceiling stands well above anything this program writes, so that a vault never locks its owner out.
        """
        within = 64 * _MIB <= self.memory <= 2 * _GIB and 1 <= self.passes <= 12 and 1 <= self.lanes <= 8
        return within and self.memory * self.passes <= 6 * _GIB

    @property
    def written(self) -> bool:
        """Whether a new slot may have these settings: never below 64 MiB and 3 passes."""
        return self.accepted and self.passes >= FLOOR_KDF.passes

    def key(self, passphrase: bytearray, salt: bytes, key_file: bytes | None = None) -> bytearray:
        """The 256-bit key of a passphrase; ``key_file`` is the digest of a key file, a second secret.

        Takes about 0.7 seconds at the default. Raises MemoryShort.
        """
        out = bytearray(KEY_BYTES)
        try:
            Argon2id(
                salt=salt,
                length=KEY_BYTES,
                iterations=self.passes,
                lanes=self.lanes,
                memory_cost=self.memory,
                secret=key_file,
            ).derive_into(cast("bytes", passphrase), out)  # it takes any buffer; its types say less
        except MemoryError:
            raise MemoryShort from None
        return out


DEFAULT_KDF = Kdf()
FLOOR_KDF = Kdf(memory=64 * _MIB, passes=3, lanes=4)
TRAINING_KDF = FLOOR_KDF


def for_writing(kdf: Kdf) -> Kdf:
    """The settings, if a new slot may have them. Raises Refused."""
    if not kdf.written:
        raise Refused("The key derivation must use at least 64 MiB and 3 passes, and at most 2 GiB.", "kdf")
    return kdf
