"""A slot of the header: one way to the vault key, for one person or for the recovery words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from storage.header_fields import ID_BYTES, SIGNATURE_BYTES, HeaderFault, hexed, whole
from storage.kdf import SALT_BYTES, Kdf
from storage.secret import KEY_BYTES, NONCE_BYTES, TAG_BYTES

PERSON, RECOVERY, TRANSITIONAL, LEFT = "person", "recovery", "transitional", "left"
LABEL_LENGTH = 40
SEALED_BYTES = 32 + KEY_BYTES + TAG_BYTES
DIGEST_BYTES = 32
BOX_MOST = 2048
_BOX_LEAST = 1 + 2 * KEY_BYTES + TAG_BYTES


@dataclass(frozen=True, slots=True)
class Sealed:
    """The vault key left for an absent person: sealed to their exchange key and signed by who changed it.

    ``sealed`` is HPKE (RFC 9180, X25519) over the key; ``signature`` is Ed25519 by the member ``signer`` over vault,
    generation, slot and ``commitment``, the SHA-256 of the new key. It is checked against the keys pinned in the
    absent person's own box, and those that the header's vouches lead to from them, before it is opened.
    """

    sealed: bytes
    signer: str
    gen: int
    signature: bytes
    commitment: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot. ``kdf`` None: the recovery words. ``wrapped`` the vault key, or ``sealed`` in a transitional slot.

    Neither, in what is left of the slot of somebody who was removed: their box tells their passphrase, and opens
    nothing. ``label`` stands in the clear: initials or a number, never a name. ``box`` holds the person's own keys.
    """

    id: str
    label: str
    salt: bytes
    box_nonce: bytes
    box: bytes
    kdf: Kdf | None = None
    key_file: bool = False
    nonce: bytes = b""
    wrapped: bytes = b""
    sealed: Sealed | None = None

    @property
    def opens_for(self) -> str:
        """Whom the slot serves: "person" or "recovery"."""
        return PERSON if self.kdf else RECOVERY

    @property
    def gone(self) -> bool:
        """Whether it is what is left of the slot of somebody who was removed."""
        return self.sealed is None and not self.wrapped

    def about(self, what: str, vault: str) -> dict[str, object]:
        """What a wrap in this slot is bound to: the vault, the slot and every parameter of its key."""
        return {"what": what, "vault": vault, "slot": self.id, "of": self.opens_for, **self._derivation()}

    def table(self) -> dict[str, object]:
        """The slot as it stands in the header."""
        common: dict[str, object] = {"id": self.id, "label": self.label, **self._derivation()}
        common |= {"box": self.box.hex(), "box_nonce": self.box_nonce.hex()}
        if self.gone:
            return common | {"kind": LEFT}
        if self.sealed is None:
            return common | {"kind": self.opens_for, "nonce": self.nonce.hex(), "wrap": self.wrapped.hex()}
        return common | {
            "kind": TRANSITIONAL,
            "of": self.opens_for,
            "sealed": self.sealed.sealed.hex(),
            "signer": self.sealed.signer,
            "gen": self.sealed.gen,
            "signature": self.sealed.signature.hex(),
            "commitment": self.sealed.commitment.hex(),
        }

    def _derivation(self) -> dict[str, object]:
        table: dict[str, object] = {"salt": self.salt.hex()}
        if self.kdf:
            table |= {"m": self.kdf.memory, "t": self.kdf.passes, "p": self.kdf.lanes, "keyfile": self.key_file}
        return table


_ALWAYS = {"id", "kind", "label", "salt", "box", "box_nonce"}
_DERIVED = {"m", "t", "p", "keyfile"}
_WRAPPED = {"nonce", "wrap"}
_SEALED = {"of", "sealed", "signer", "gen", "signature", "commitment"}


def read_slot(table: object) -> Slot:
    """A slot from the header's JSON: exact keys, exact lengths, bounds of the derivation. Raises HeaderFault."""
    if not isinstance(table, dict):
        raise HeaderFault("a slot is not a table")
    kind = table.get("kind")
    serves = table.get("of") if kind == TRANSITIONAL else PERSON if kind == LEFT else kind
    if kind not in (PERSON, RECOVERY, TRANSITIONAL, LEFT) or serves not in (PERSON, RECOVERY):
        raise HeaderFault("a slot of no known kind")
    opens = {TRANSITIONAL: _SEALED, LEFT: set()}.get(kind, _WRAPPED)
    if set(table) != _ALWAYS | (_DERIVED if serves == PERSON else set()) | opens:
        raise HeaderFault("a slot with other keys")
    box = hexed(table, "box")
    if not _BOX_LEAST <= len(box) <= BOX_MOST:
        raise HeaderFault("a box of impossible length")
    wraps = kind in (PERSON, RECOVERY)
    return Slot(
        id=hexed(table, "id", ID_BYTES).hex(),
        label=_label(table),
        salt=hexed(table, "salt", SALT_BYTES),
        box_nonce=hexed(table, "box_nonce", NONCE_BYTES),
        box=box,
        kdf=_kdf(table) if serves == PERSON else None,
        key_file=serves == PERSON and _flag(table),
        nonce=hexed(table, "nonce", NONCE_BYTES) if wraps else b"",
        wrapped=hexed(table, "wrap", KEY_BYTES + TAG_BYTES) if wraps else b"",
        sealed=_sealed(table) if kind == TRANSITIONAL else None,
    )


def _kdf(table: Mapping[str, object]) -> Kdf:
    kdf = Kdf(memory=whole(table, "m"), passes=whole(table, "t"), lanes=whole(table, "p"))
    if not kdf.accepted:
        raise HeaderFault("a key derivation out of bounds")
    return kdf


def _flag(table: Mapping[str, object]) -> bool:
    value = table.get("keyfile")
    if not isinstance(value, bool):
        raise HeaderFault("keyfile is not true or false")
    return value


def _label(table: Mapping[str, object]) -> str:
    value = table.get("label")
    if not isinstance(value, str) or not 1 <= len(value) <= LABEL_LENGTH or not value.isprintable():
        raise HeaderFault("a label that cannot be shown")
    return value


def _sealed(table: Mapping[str, object]) -> Sealed:
    return Sealed(
        sealed=hexed(table, "sealed", SEALED_BYTES),
        signer=hexed(table, "signer", ID_BYTES).hex(),
        gen=whole(table, "gen"),
        signature=hexed(table, "signature", SIGNATURE_BYTES),
        commitment=hexed(table, "commitment", DIGEST_BYTES),
    )
