"""A writer killed with SIGKILL at random moments, thousands of times: nothing that it reported as kept is lost.

python -m tests.storage.harness.kill 2000
"""

import os
import random
import select
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from storage import membership
from storage.check import check
from storage.kdf import FLOOR_KDF, Kdf
from storage.problems import VaultProblem, WrongPassphrase
from storage.secret import derived
from storage.vault import Vault

FIRST, SECOND = b"first", b"second"


def quickly(_kdf, passphrase, salt, _key_file=None):
    """In place of Argon2id, whose cost is not what is tried here."""
    return derived(bytearray(passphrase), "quick", salt)


@dataclass
class Toll:
    """What happened: how often it was killed, what was acknowledged, how often a write was cut short."""

    kills: int = 0
    acknowledged: int = 0
    cut_short: int = 0
    changed: int = 0


def write_for_ever(folder: Path, said: int, number: int) -> None:
    """Commit numbered records and change the passphrase now and then; report each only once it is kept."""
    vault = opened(folder)
    passphrase = FIRST if opens(vault, FIRST) else SECOND
    case = next(iter(vault_cases(vault)))
    while True:
        number += 1
        with vault.write() as rows:
            alias = rows.add(case, "alias", {"name": f"{number}"})
            rows.answer(alias.id, "name", f"{number} " + "x" * random.randrange(3000))
            rows.set_setting("count", str(number))
        os.write(said, f"{number}\n".encode())
        if number % 7 == 0:
            other = SECOND if passphrase == FIRST else FIRST
            membership.change_passphrase(vault, bytearray(passphrase), bytearray(other), kdf=FLOOR_KDF)
            passphrase = other
            os.write(said, passphrase + b"\n")


def vault_cases(vault: Vault) -> list:
    with vault.read() as rows:
        return [case.id for case in rows.cases()]


def opens(vault: Vault, passphrase: bytes) -> bool:
    try:
        Kdf.key(vault.unlocked.slot.kdf, bytearray(passphrase), vault.unlocked.slot.salt)
        membership.by_passphrase_of(vault.unlocked, bytearray(passphrase), None)
    except WrongPassphrase:
        return False
    return True


def opened(folder: Path) -> Vault:
    """The vault by the one of the two passphrases that opens it; exactly one does."""
    found = []
    for passphrase in (FIRST, SECOND):
        try:
            found.append(Vault.open(folder, bytearray(passphrase)))
        except WrongPassphrase:
            continue
        break
    assert found, "neither passphrase opens the vault"
    return found[0]


def killed(folder: Path, number: int, seconds: float, *, reported: bool) -> list[bytes]:
    """Let a writer write for a while, counted from its first report where asked, kill it, and return its reports."""
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hears)
            write_for_ever(folder, says, number)
        except VaultProblem as problem:
            os.write(says, f"! {problem}\n".encode())
        finally:
            os._exit(1)
    os.close(says)
    if reported:
        select.select([hears], [], [], 30)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(hears, "rb") as pipe:
        return pipe.read().split(b"\n")[:-1]


def verify(folder: Path, said: list[bytes], number: int, toll: Toll, *, whole: bool) -> int:
    """Everything reported is there, in order and without a gap; the vault is whole. Returns the last number."""
    assert not [one for one in said if one.startswith(b"!")], said
    numbers = [int(one) for one in said if one.isdigit()]
    with opened(folder) as vault:
        with vault.read() as rows:
            (case,) = rows.cases()
            names = [alias.words("name").split()[0] for alias in case.of("alias")]
            count = int(rows.setting("count", "0"))
            reason = rows.detail(rows.log(1)[0]).reason
        assert names == [str(n) for n in range(1, count + 1)], "rows are missing or half written"
        assert count >= max([number, *numbers]), "an acknowledged commit was lost"
        changes = [one for one in said if one in {FIRST, SECOND}]
        toll.changed += len(changes)
        toll.acknowledged += len(numbers)
        toll.cut_short += bool(reason)
        toll.kills += 1
        if changes and count % 7 and count // 7 == max([number, *numbers]) // 7:
            assert opens(vault, changes[-1]), "an acknowledged change of the passphrase was lost"
        found = [one for one in check(vault) if one.code != "header_copy"] if whole else []
        assert found == []
    return count


def run(folder: Path, kills: int, *, every: int = 1, longest: float = 0.12) -> Toll:
    """Kill a writer so many times; the whole vault is checked after every so many."""
    toll, number = Toll(), 0
    with patch.object(Kdf, "key", quickly):
        made, _ = Vault.create(folder, name="x", person="A B", passphrase=bytearray(FIRST), kdf=FLOOR_KDF)
        with made, made.write() as rows:
            rows.new_case()
        for n in range(1, kills + 1):
            said = killed(folder, number, random.uniform(0.005, longest), reported=n % 2 == 0)
            number = verify(folder, said, number, toll, whole=n % every == 0)
    return toll


def main() -> None:
    """So many kills, in vaults of a hundred each so that the checks stay quick."""
    wanted, begun = int(sys.argv[1]) if len(sys.argv) > 1 else 1000, time.monotonic()
    total = Toll()
    while total.kills < wanted:
        with tempfile.TemporaryDirectory() as place:
            toll = run(Path(place) / "x.casevault", min(100, wanted - total.kills), every=10)
        for name in ("kills", "acknowledged", "cut_short", "changed"):
            setattr(total, name, getattr(total, name) + getattr(toll, name))
        sys.stdout.write(f"{total} {time.monotonic() - begun:.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
