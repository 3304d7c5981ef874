"""An entry of the log: what was done to whose data, when and by whom, chained to the one before and signed.

It holds ids and digests, never a name or a text, because the log outlives what is erased (Data Protection Act 2018,
section 62: collection, alteration, consultation, disclosure, combination, erasure).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import datetime

from storage.secret import canonical

_SECTION_62 = ("collection", "alteration", "consultation", "disclosure", "combination", "erasure")
_SESSION = ("create", "unlock", "lock", "member", "policy", "repair", "migration", "backup", "restore")
OPS = frozenset({*_SECTION_62, *_SESSION, "agree", "countersign", "return", "print", "export"})
REASONS = ("supervision", "mappa", "handover", "sar", "court", "other")
NOTED = "noted"
HEAD_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``prev``, ``hash`` and ``sig`` are hexadecimal; ``wall_utc`` is ISO 8601 in UTC.

    ``reason`` is one of REASONS, or NOTED where its words stand apart, or empty. ``recipients`` are the ids of the
    copies given. ``detail`` is the digest of what was changed. ``clock_flag`` says that the clock had been moved.
    """

    seq: int
    vault: str
    actor: str
    actor_seq: int
    device: str
    wall_utc: str
    mono_ms: int
    clock_flag: int
    op: str
    object_kind: str
    object_id: str
    reason: str
    recipients: str
    detail: str
    prev: str
    hash: str = ""
    sig: str = ""

    @property
    def when(self) -> datetime:
        """The moment by the clock of the device, in UTC."""
        return datetime.fromisoformat(self.wall_utc)

    def claims(self) -> dict[str, object]:
        """What hash and signature cover: every other field."""
        return {name: getattr(self, name) for name in COLUMNS if name not in ("hash", "sig")}

    def computed_hash(self) -> str:
        """The hash that the entry must carry."""
        return hashlib.sha256(b"holdfast log 1\0" + canonical(self.claims())).hexdigest()


COLUMNS = tuple(one.name for one in fields(Entry))


@dataclass(frozen=True, slots=True)
class Detail:
    """What stands apart from an entry, and can be erased without breaking the chain.

    ``changes`` are [what, record, key] in JSON, or their number where there are many; ``digest`` covers the values.
    """

    salt: str
    reason: str
    changes: str
    digest: str

    def computed(self) -> str:
        """The digest that the entry's ``detail`` must carry."""
        about = [self.salt, self.reason, self.changes, self.digest]
        return hashlib.sha256(b"holdfast detail 1\0" + canonical(about)).hexdigest()


def beginning(vault: str) -> str:
    """What the first entry of a vault's log is chained to."""
    return hashlib.sha256(b"holdfast log 1\0" + vault.encode("ascii")).hexdigest()
