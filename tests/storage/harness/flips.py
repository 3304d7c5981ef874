"""Every bit of the header flipped, one by one, and every length of it: nothing false is ever taken for true.

Works on the parsing and proving layers with the keys at hand, because a derivation for every flip would take a day.
"""

import json
import secrets
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from storage.box import new_box, packed
from storage.header import Header, parse, serialised
from storage.header_copies import COPIES, Copies, read_copies
from storage.header_fields import HeaderFault
from storage.kdf import FLOOR_KDF
from storage.problems import TooNew, VaultProblem, WrongPassphrase
from storage.secret import wrap
from storage.slot import Slot
from storage.transitional import left_for
from storage.unlocking import Unlocked, unlocked_with
from storage.vouch import Vouch, vouched


@dataclass(frozen=True)
class Sample:
    """A header with three slots, one of them with a key left in it, and what is left of a fourth; the keys that open it."""

    header: Header
    vault_key: bytearray
    keys: dict


def sample() -> Sample:
    vault, vault_key = secrets.token_hex(16), bytearray(secrets.token_bytes(32))
    keys, slots = {}, []
    for n, label in enumerate(("AM", "BH", "recovery", "CW")):
        key, box = bytearray(secrets.token_bytes(32)), packed(new_box())
        slot = Slot(secrets.token_hex(8), label, secrets.token_bytes(16), b"", b"", FLOOR_KDF if n != 2 else None)
        nonces = secrets.token_bytes(12), secrets.token_bytes(12)
        slots.append(
            replace(
                slot,
                nonce=nonces[0],
                wrapped=wrap(key, nonces[0], vault_key, slot.about("vault key", vault)),
                box_nonce=nonces[1],
                box=wrap(key, nonces[1], box, slot.about("box", vault)),
            )
        )
        keys[slot.id] = key
    box = new_box()
    words = left_for(vault, slots[2], box.exchange_public, vault_key, gen=7, signer=slots[0].id, box=box)
    vouch = vouched(vault, Vouch(words.id, box.sign_public, box.exchange_public, slots[0].id), box.sign)
    gone = replace(slots[3], nonce=b"", wrapped=b"")
    header = Header(vault, 7, (*slots[:2], words), left=(gone,), vouches=(vouch,))
    return Sample(replace(header, mac=header.computed_mac(vault_key)), vault_key, keys)


def outcome(folder: Path, made: Sample) -> str:
    """How opening these files would end: "same" (the true header was used) or the name of the problem."""
    try:
        copies = read_copies(folder)
        opened = opened_with(copies, made)
    except VaultProblem as problem:
        return type(problem).__name__
    assert opened.header == made.header, "a header that nobody wrote was accepted"
    assert opened.vault_key == made.vault_key
    found = copies.findings(opened.header)
    return f"same, {len(found)} found"


def opened_with(copies: Copies, made: Sample) -> Unlocked:
    slot = made.header.slots[0].id
    found = unlocked_with(
        copies,
        lambda header: next((s for s in header.slots if s.id == slot), header.slots[0]),
        lambda one: bytearray(made.keys.get(one.id, bytes(32))),
    )
    if not found:
        raise WrongPassphrase
    return found[0]


def flipped(content: bytes, bit: int) -> bytes:
    out = bytearray(content)
    out[bit // 8] ^= 1 << bit % 8
    return bytes(out)


def every_flip(folder: Path, made: Sample, step: int = 1, begin: int = 0) -> dict[str, int]:
    """Flip each bit in one copy (the other is used, and the damage told of) and in both (a clear problem)."""
    content = serialised(made.header)
    ends: dict[str, int] = {}
    for bit in range(begin, 8 * len(content), step):
        bad = flipped(content, bit)
        name, other = (COPIES[0], COPIES[1]) if bit % 2 else (COPIES[1], COPIES[0])
        (folder / name).write_bytes(bad)
        (folder / other).write_bytes(content)
        assert outcome(folder, made) == "same, 1 found", bit
        (folder / other).write_bytes(bad)
        end = outcome(folder, made)
        assert end in {"Damaged", "TooNew"}, (bit, end)
        ends[end] = ends.get(end, 0) + 1
    return ends


def every_forged_flip(folder: Path, made: Sample, step: int = 1) -> dict[str, int]:
    """The same by somebody who puts the sum right again: the key's proofs refuse it."""
    content = serialised(made.header)
    ends: dict[str, int] = {}
    for bit in range(0, 8 * len(content), step):
        try:
            table = json.loads(flipped(content, bit).decode("ascii"))
            forged = resummed(table)
            parse(forged)
        except (ValueError, HeaderFault, TooNew, AttributeError, TypeError, KeyError):
            continue
        if forged == content:
            continue
        for name in COPIES:
            (folder / name).write_bytes(forged)
        end = outcome(folder, made)
        assert end in {"Damaged", "WrongPassphrase"}, (bit, end)
        ends[end] = ends.get(end, 0) + 1
    return ends


def resummed(table: dict) -> bytes:
    from storage.header import _sum  # noqa: PLC0415 - an attacker reads our source too
    from storage.secret import canonical  # noqa: PLC0415

    table = {key: value for key, value in table.items() if key != "sum"}
    return canonical(table | {"sum": _sum(table)})


def every_length(folder: Path, made: Sample, step: int = 1) -> None:
    """Both copies cut at every byte: damaged, whatever is left."""
    content = serialised(made.header)
    for length in range(0, len(content), step):
        for name in COPIES:
            (folder / name).write_bytes(content[:length])
        assert outcome(folder, made) == "Damaged", length


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def main() -> None:
    """All bits and all lengths."""
    made = sample()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        say(f"header bytes: {len(serialised(made.header))}")
        say(f"flips: {every_flip(folder, made)}")
        say(f"forged flips: {every_forged_flip(folder, made)}")
        every_length(folder, made)
        say("every length refused")


if __name__ == "__main__":
    sys.exit(main())
