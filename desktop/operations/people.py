"""What a person does about the people of a vault: see who they are, add, remove, change a passphrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.operations.intent import Changes, Read, Write
from storage import membership, removal
from storage.kdf import DEFAULT_KDF, TRAINING_KDF, Kdf
from storage.members import Member
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class People:
    """Who opens the vault and who once did, whoever unlocked it among them; ``by_words``: the recovery words did."""

    present: tuple[Member, ...] = field(repr=False)
    left: tuple[Member, ...] = field(repr=False)
    own: str
    by_words: bool


def people(vault: Vault) -> People:
    """Everybody, in the order in which they came."""
    found = vault.people()
    present = tuple(one for one in found if one.label)
    left = tuple(one for one in found if not one.label)
    return People(present, left, vault.unlocked.slot.id, vault.opened_by_recovery)


def add(name: str, passphrase: bytearray, label: str = "") -> Write:
    """One more person with a passphrase of their own, which is wiped. Raises Refused."""

    def write(vault: Vault) -> Changes:
        membership.add_person(vault, name.strip(), passphrase, label=label.strip(), kdf=_kdf(vault))
        return Changes()

    return write


def change_passphrase(present: bytearray, fresh: bytearray) -> Write:
    """Another passphrase for whoever unlocked; both are wiped. Raises WrongPassphrase, Refused."""

    def write(vault: Vault) -> Changes:
        membership.change_passphrase(vault, present, fresh, kdf=_kdf(vault))
        return Changes()

    return write


def remove(member: str, reason: str, passphrase: bytearray) -> Write:
    """Take somebody out, under one's own passphrase, which is wiped. Raises WrongPassphrase, Refused, DiskFull."""

    def write(vault: Vault) -> Changes:
        removal.remove_person(vault, member, reason, passphrase)
        return Changes()

    return write


def new_words() -> Read[tuple[str, ...]]:
    """Twelve new recovery words; the old ones open nothing any more."""
    return membership.renew_words


def _kdf(vault: Vault) -> Kdf:
    return TRAINING_KDF if vault.training else DEFAULT_KDF
