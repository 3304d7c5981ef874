"""Power cuts, by a model of what a disk keeps: bytes only after fsync of the file, names only after fsync of the folder.

    python -m tests.storage.harness.power 10000

A job runs once under ``strace``, which records every call with its bytes. Then for moments between the calls a disk
is laid out as a power cut could leave it: of what was not yet synced any part, torn at sectors of 512 bytes, in any
order. The vault on that disk must open, be whole, and hold all that had been reported. As a control, the same with a
disk that ignores fsync must show losses, or the model sees nothing.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from storage.kdf import FLOOR_KDF, Kdf
from storage.problems import VaultProblem
from storage.vault import Vault
from tests.storage.harness.kill import FIRST, quickly
from tests.storage.harness.steps import QUICK, ROOT, verify

SECTOR = 512
TRACED = "openat,close,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,mkdir,rmdir"
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class File:
    """A file's bytes on the disk, and what was written since the last sync."""

    kept: bytes = b""
    waiting: list = field(default_factory=list)

    def after(self, changes: list) -> bytes:
        """The bytes with these changes."""
        content = bytearray(self.kept)
        for at, written in changes:
            if written is None:
                del content[at:]
                content.extend(bytes(at - len(content)))
            else:
                content.extend(bytes(max(0, at - len(content))))
                content[at : at + len(written)] = written
        return bytes(content)

    def sync(self) -> None:
        """Everything written so far is on the disk."""
        self.kept, self.waiting = self.after(self.waiting), []


class Disk:
    """Names and files as the calls of the job made them, with what is durable of them."""

    def __init__(self, root: Path, *, honest: bool) -> None:
        self.root, self.honest = root, honest
        self.names = {path: File(path.read_bytes()) for path in root.rglob("*") if path.is_file()}
        self.folders = {path for path in root.rglob("*") if path.is_dir()} | {root}
        self.kept_names = dict(self.names)
        self.waiting_names: list = []
        self.open: dict[int, list] = {}
        self.said: list[str] = []

    def call(self, name: str, arguments: str, result: int) -> bool:
        """Follow one call; whether it concerned this disk."""
        before = len(self.said)
        if result >= 0 and (follow := getattr(self, f"_{name}", None)):
            return bool(follow(arguments, result)) or len(self.said) > before
        return False

    def _openat(self, arguments: str, result: int) -> bool:
        self.open.pop(result, None)
        path = Path(texts(arguments)[0])
        if self.root not in (path, *path.parents):
            return False
        if path not in self.names and path not in self.folders:
            self._named(path, File())
        self.open[result] = [path, self.names.get(path), 0]
        return "O_CREAT" in arguments

    def _close(self, arguments: str, _result: int) -> bool:
        self.open.pop(int(arguments), None)
        return False

    def _write(self, arguments: str, result: int) -> bool:
        held = self._held(arguments)
        if held:
            held[1].waiting.append((held[2], raw(arguments)[:result]))
            held[2] += result
        return held is not None

    def _writev(self, arguments: str, _result: int) -> bool:
        if arguments.startswith("1,"):
            self.said += raw(arguments).decode().split()  # a word each, as the jobs report
        return False

    def _pwrite64(self, arguments: str, result: int) -> bool:
        held = self._held(arguments)
        if held:
            held[1].waiting.append((int(arguments.rsplit(", ", 1)[1]), raw(arguments)[:result]))
        return held is not None

    def _ftruncate(self, arguments: str, _result: int) -> bool:
        held = self._held(arguments)
        if held:
            held[1].waiting.append((int(arguments.rsplit(", ", 1)[1]), None))
        return held is not None

    def _fsync(self, arguments: str, _result: int) -> bool:
        held = self.open.get(int(arguments))
        if held is None or not self.honest:
            return held is not None
        if held[1] is not None:
            held[1].sync()
            return True
        for change in [one for one in self.waiting_names if one[0].parent == held[0]]:
            self._keep(self.kept_names, change)
            self.waiting_names.remove(change)
        return True

    _fdatasync = _fsync

    def _rename(self, arguments: str, _result: int) -> bool:
        old, new = map(Path, texts(arguments)[:2])
        if old not in self.names:
            return False
        file = self.names[old]
        self._named(new, file, old)
        return True

    def _unlink(self, arguments: str, _result: int) -> bool:
        path = Path(texts(arguments)[0])
        if path in self.names:
            self._named(path, None)
            return True
        return False

    def _held(self, arguments: str) -> list | None:
        held = self.open.get(int(arguments.split(",", 1)[0]))
        return held if held and held[1] is not None else None

    def _named(self, path: Path, file: File | None, old: Path | None = None) -> None:
        change = (path, file, old)
        self._keep(self.names, change)
        self.waiting_names.append(change)

    @staticmethod
    def _keep(names: dict, change: tuple) -> None:
        path, file, old = change
        if old is not None:
            names.pop(old, None)
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file

    def cut(self, place: Path, chance: random.Random) -> None:
        """Lay out at ``place`` what a power cut now could leave."""
        names = dict(self.kept_names)
        for change in self.waiting_names:
            if chance.random() < 0.5:
                self._keep(names, change)
        for folder in sorted(self.folders):
            (place / folder.relative_to(self.root)).mkdir(exist_ok=True)
        for path, file in names.items():
            (place / path.relative_to(self.root)).write_bytes(file.after(torn(file.waiting, chance)))


def torn(waiting: list, chance: random.Random) -> list:
    """Some of what was written: whole writes lost, others only in some of their sectors."""
    some = chance.random()
    left = []
    for at, written in waiting:
        if chance.random() >= some:
            continue
        if written is None or chance.random() < 0.7:
            left.append((at, written))
            continue
        parts = [(at + n, written[n : n + SECTOR]) for n in range(0, len(written), SECTOR)]
        left += [part for part in parts if chance.random() < 0.5]
    return left


def texts(arguments: str) -> list[str]:
    return [bytes.fromhex(one.replace("\\x", "")).decode() for one in TEXT.findall(arguments)]


def raw(arguments: str) -> bytes:
    return bytes.fromhex(TEXT.findall(arguments)[0].replace("\\x", ""))


def recorded(job: str, folder: Path) -> list[tuple[str, str, int]]:
    """The calls of one run of a job."""
    log = folder.with_name("strace")
    child = [sys.executable, "-m", "tests.storage.harness.steps", job, str(folder)]
    subprocess.run(
        ["strace", "-f", QUICK, "-xx", "-s", "2000000", "-o", str(log), "-e", f"trace={TRACED}", *child],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
    )
    found = [CALL.match(line) for line in log.read_text().splitlines()]
    return [(one[1], one[2], int(one[3])) for one in found if one]


def states(job: str, wanted: int, chance: random.Random, *, honest: bool = True) -> Counter:
    """So many power cuts in one run of a job; how each of them ended."""
    ends: Counter = Counter()
    with tempfile.TemporaryDirectory() as made:
        folder, sample, place = (Path(made) / name for name in ("x.casevault", "sample", "cut"))
        with patch.object(Kdf, "key", quickly):
            Vault.create(sample, name="x", person="A B", passphrase=bytearray(FIRST), kdf=FLOOR_KDF)[0].close()
        shutil.copytree(sample, folder)
        calls = recorded(job, folder)
        shutil.rmtree(folder)
        shutil.copytree(sample, folder)
        disk = Disk(folder, honest=honest)
        moments = sum(Disk.call(disk, *one) for one in calls)
        disk = Disk(folder, honest=honest)
        for one in calls:
            if disk.call(*one):
                for _ in range(-(-wanted // moments)):
                    shutil.rmtree(place, ignore_errors=True)
                    disk.cut(place, chance)
                    ends[outcome(place, disk.said, job)] += 1
    return ends


def outcome(place: Path, said: list[str], job: str) -> str:
    try:
        verify(place, said, job)
    except VaultProblem as problem:
        return type(problem).__name__
    except AssertionError as lost:
        return str(lost).split("\n", 1)[0]
    return "whole"


def main() -> None:
    """So many states for each job, then the control."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random()
    for job in ("commit", "change"):
        sys.stdout.write(f"{job}: {dict(states(job, wanted // 2, chance))}\n")
        sys.stdout.flush()
    sys.stdout.write(f"control without fsync: {dict(states('commit', 500, chance, honest=False))}\n")


if __name__ == "__main__":
    main()
