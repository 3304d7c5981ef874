"""A fault at every single step: the Nth write, sync, cut or rename of a job kills the process or fails.

    python -m tests.storage.harness.steps

Runs each job under ``strace`` with the fault injected at its Nth call, for N = 1, 2, … until the job gets through
untouched; after each, the vault must open, be whole and hold all that was reported.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from casework.refusal import Refused
from storage import membership, removal
from storage.check import check
from storage.kdf import FLOOR_KDF, Kdf
from storage.problems import NotAVault, Removed, VaultProblem, WrongPassphrase
from storage.vault import Vault
from tests.storage.harness.kill import FIRST, SECOND, quickly

ROOT = Path(__file__).parents[3]
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink,mkdir"
KILL = "signal=SIGKILL"
QUICK = "--seccomp-bpf"  # stops at the calls named alone; it does not know how to send a signal
FAULTS = {"kill": KILL, "full": "error=ENOSPC", "broken": "error=EIO"}


def commit(folder: Path) -> None:
    """Two commits, each reported."""
    with Vault.open(folder, bytearray(FIRST)) as vault:
        for n in range(2):
            with vault.write() as rows:
                case = rows.new_case(f"kept-{n}")
                rows.add(case.id, "scenario", {"what": "x" * 9000})
            report(f"kept-{n}")


def change(folder: Path) -> None:
    """The passphrase changed, and reported."""
    with Vault.open(folder, bytearray(FIRST)) as vault:
        membership.change_passphrase(vault, bytearray(FIRST), bytearray(SECOND), kdf=FLOOR_KDF)
        report("changed")


def create(folder: Path) -> None:
    """A vault beside the other, reported."""
    Vault.create(
        folder.with_name("made.casevault"), name="x", person="A B", passphrase=bytearray(FIRST), kdf=FLOOR_KDF
    )[0].close()
    report("made")


def remove(folder: Path) -> None:
    """A colleague added, and taken out again, which is reported."""
    with Vault.open(folder, bytearray(FIRST)) as vault:
        membership.add_person(vault, "B C", bytearray(SECOND), kdf=FLOOR_KDF)
        gone = next(one.id for one in vault.people() if one.name == "B C")
        removal.remove_person(vault, gone, "left", bytearray(FIRST))
        report("removed")


JOBS = {"commit": commit, "change": change, "create": create, "remove": remove}


def report(words: str) -> None:
    # Not by write(2), whose faults are for the vault's files.
    os.writev(1, [f"{words}\n".encode()])


def job(name: str, folder: Path) -> None:
    """Run as the child: the job's problems are told, never raised."""
    with patch.object(Kdf, "key", quickly):
        try:
            JOBS[name](folder)
        except (VaultProblem, Refused) as problem:
            report(f"! {type(problem).__name__}")


def traced(name: str, folder: Path, fault: str, number: int) -> tuple[list[str], bool]:
    """What the job reported with a fault at its Nth call, and whether it was met."""
    log = folder.with_name("strace")
    inject = f"inject={CALLS}:{FAULTS[fault]}:when={number}"
    child = [sys.executable, "-m", "tests.storage.harness.steps", name, str(folder)]
    done = subprocess.run(
        [
            "strace",
            "-f",
            *([QUICK] if fault != "kill" else []),
            "-o",
            str(log),
            "-e",
            f"trace={CALLS}",
            "-e",
            inject,
            *child,
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    met = bool(re.search(r"INJECTED|killed by SIGKILL", log.read_text(errors="replace")))
    assert "Traceback" not in done.stderr, done.stderr
    assert met or done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1], met


def verify(folder: Path, said: list[str], job_name: str) -> None:
    """The vault opens under one passphrase, is whole, and holds what was reported."""
    with patch.object(Kdf, "key", quickly):
        try:
            vault = Vault.open(folder, bytearray(FIRST), person="AB")
            assert "changed" not in said, "an acknowledged change was lost"
        except WrongPassphrase:
            assert job_name == "change"
            vault = Vault.open(folder, bytearray(SECOND))
        with vault:
            assert [one for one in check(vault) if one.code != "header_copy"] == []
            with vault.read() as rows:
                held = [case.ref for case in rows.cases()]
            lost = [one for one in said if one.startswith("kept") and one not in held]
            assert not lost, "an acknowledged commit was lost"
        if "removed" in said:
            with contextlib.suppress(Removed):
                Vault.open(folder, bytearray(SECOND)).close()
                raise AssertionError("who was removed opens the vault")
        made = folder.with_name("made.casevault")
        try:
            Vault.open(made, bytearray(FIRST)).close()
        except NotAVault:
            assert "made" not in said


def sweep(name: str, fault: str, begin: int = 1, step: int = 1) -> Counter:
    """Every Nth step of a job; returns how the jobs ended."""
    ends: Counter = Counter()
    with tempfile.TemporaryDirectory() as place:
        sample, folder = Path(place) / "sample", Path(place) / "x.casevault"
        with patch.object(Kdf, "key", quickly):
            Vault.create(sample, name="x", person="A B", passphrase=bytearray(FIRST), kdf=FLOOR_KDF)[0].close()
        number, met = begin, True
        while met:
            for old in (folder, folder.with_name("made.casevault")):
                shutil.rmtree(old, ignore_errors=True)
            shutil.copytree(sample, folder)
            said, met = traced(name, folder, fault, number)
            verify(folder, said, name)
            ends[said[-1] if said else "nothing said"] += met
            number += step
    return ends


def main() -> None:
    """Every job with every fault at every step."""
    if len(sys.argv) == 3:
        job(sys.argv[1], Path(sys.argv[2]))
        return
    for name in JOBS:
        for fault in FAULTS:
            report(f"{name}, {fault}: {dict(sweep(name, fault))}")


if __name__ == "__main__":
    main()
