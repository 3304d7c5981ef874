"""What a second person does with a plan: sign the version that was agreed, or give it back with words."""

from __future__ import annotations

from casework.record import CaseId
from desktop.operations.intent import Changes, Read, Write
from storage.members import Member
from storage.plan_version import PlanVersion
from storage.second import second
from storage.vault import Vault


def seconds(version: PlanVersion) -> Read[tuple[Member, ...]]:
    """Who may sign a version: everybody with a passphrase of their own but whoever agreed it and has signed it."""
    out = {version.agreed_person, *(one.member for one in version.countersigned)}

    def read(vault: Vault) -> tuple[Member, ...]:
        own = vault.unlocked.slot.id if version.state == "draft" else ""
        return tuple(one for one in vault.people() if one.label and one.id not in out and one.id != own)

    return read


def sign(case_id: CaseId, version: str, member: str, passphrase: bytearray) -> Write:
    """Countersign under the second person's passphrase, which is wiped. Raises WrongPassphrase, Refused, Damaged."""

    def write(vault: Vault) -> Changes:
        who = second(vault, member, passphrase)
        with vault.write() as rows:
            rows.countersign(version, who)
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write


def give_back(case_id: CaseId, version: str, member: str, passphrase: bytearray, words: str) -> Write:
    """Give a version back with words, under the same passphrase. Raises WrongPassphrase, Refused."""

    def write(vault: Vault) -> Changes:
        who = second(vault, member, passphrase)
        with vault.write() as rows:
            rows.give_back(version, who, words)
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write
