"""Checks a frozen program from outside: what it knows is what the checkout knows, and its main job works.

Run by ``make package``, or by hand: python installer/self_check.py FOLDER, where FOLDER holds the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pikepdf

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("casework", "storage", "reports", "widgets", "desktop")
SYSTEM = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TMPDIR", "TEMP", "TMP")
WINDOW_SECONDS = 4


class Program:
    """A way to run Holdfast in a home of its own: the frozen program, or the checkout to compare it with."""

    def __init__(self, command: list[str], home: Path, **more: str) -> None:
        self.command = command
        kept = {name: os.environ[name] for name in SYSTEM if name in os.environ}
        places = {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}
        self.environment = {"PATH": os.defpath, "LANG": "C.UTF-8", **kept, **places, **more}

    def says(self, *arguments: str) -> str:
        """What a command prints; the check ends where the command fails."""
        done = subprocess.run(
            [*self.command, *arguments], env=self.environment, capture_output=True, encoding="utf-8", check=False
        )
        must(done.returncode == 0, f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def knows(self, *arguments: str) -> Any:
        """The JSON that a command prints."""
        return json.loads(self.says(*arguments, "--json"))


def check(folder: Path) -> None:
    """Ends the process with a sentence at the first thing that is wrong."""
    with tempfile.TemporaryDirectory(prefix="holdfast-check-") as name:
        home = Path(name)
        frozen = Program([str(executable(folder))], home)
        checkout = Program([sys.executable, "-P", "-m", "desktop"], home, PYTHONPATH=str(ROOT))
        told("version", same("version", frozen.says("--version"), checkout.says("--version")).strip())
        documents = same("documents", frozen.knows("documents"), checkout.knows("documents"))
        told("definitions", f"{count_data(folder)} files as in the checkout, {len(documents)} documents")
        vault, passphrase = training(frozen, home)
        cases = frozen.knows("cases", vault, "--passphrase-file", passphrase)
        must(bool(cases), "the training vault shows no case")
        told("training vault", f"whole, {len(cases)} cases")
        pages = printed(frozen, vault, passphrase, cases[0]["case_ref"], [one["code"] for one in documents])
        told("printed", f"{len(documents)} documents, {pages} pages")
        window(frozen)
        told("window", f"opened offscreen, alive after {WINDOW_SECONDS} s")
    told("network", f"{no_network(folder)} libraries, none for a network in Python")


def executable(folder: Path) -> Path:
    """The program's file."""
    return folder / ("holdfast.exe" if sys.platform == "win32" else "holdfast")


def count_data(folder: Path) -> int:
    """How many data files the packages have; every one must be in the program, unchanged."""
    listed = subprocess.run(["git", "ls-files", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if not name.endswith(".py") and (ROOT / name).is_file()]
    for name in names:
        carried = folder / "_internal" / name
        must(carried.is_file(), f"{name} is not in the program: does pyproject.toml name its kind as package data?")
        must(carried.read_bytes() == (ROOT / name).read_bytes(), f"{name} is not the checkout's")
    must(bool(names), "the packages have no data files")
    return len(names)


def training(frozen: Program, home: Path) -> tuple[str, str]:
    """Make the training vault and its pack, and check the vault; returns it with the file of its passphrase."""
    folder = home / "training"
    paths = frozen.says("demo", "--folder", str(folder), "--no-window").split("\n")
    vault, pack = (Path(line) for line in paths[:2])
    must(vault.is_dir(), f"demo left no vault at {vault}")
    must(page_count(pack) > 1, f"the meeting pack {pack.name} has no pages")
    passphrase = str(folder / "passphrase.txt")
    frozen.says("check", str(vault), "--passphrase-file", passphrase)
    return str(vault), passphrase


def printed(frozen: Program, vault: str, passphrase: str, case: str, codes: list[str]) -> int:
    """Print every document of a case; returns the number of pages."""
    pages = 0
    for code in codes:
        out = Path(vault).parent / f"{code}.pdf"
        why = ("--for", "Self-check", "--reason", "Self-check of the program")
        frozen.says("print", vault, case, code, "--out", str(out), *why, "--passphrase-file", passphrase)
        pages += page_count(out)
    return pages


def page_count(path: Path) -> int:
    """Pages of a PDF, read by another hand than the one that wrote it."""
    must(path.is_file(), f"{path.name} was not written")
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def window(frozen: Program) -> None:
    """Open the application without a screen: Qt, its plug-ins, the typeface and the theme must all be there."""
    environment = {**frozen.environment, "QT_QPA_PLATFORM": "offscreen"}
    running = subprocess.Popen(frozen.command, env=environment, stderr=subprocess.PIPE, encoding="utf-8")
    time.sleep(WINDOW_SECONDS)
    ended = running.poll()
    running.kill()
    said = running.communicate()[1].strip()
    must(ended is None, f"the window closed by itself with {ended}: {said}")
    must(not said, f"the window complained: {said}")


def no_network(folder: Path) -> int:
    """How many libraries the program carries; none may be a way from Python to a network."""
    names = [path.name for path in folder.rglob("*") if path.suffix in (".so", ".pyd", ".dll") or ".so." in path.name]
    must(not [name for name in names if name.startswith(("QtNetwork", "_ssl"))], "the program carries a network module")
    return len(names)


def same(what: str, frozen: Any, checkout: Any) -> Any:
    """What both say, when it is the same."""
    must(frozen == checkout, f"the program's {what} are not the checkout's: {frozen} against {checkout}")
    return frozen


def must(holds: bool, otherwise: str) -> None:
    """End with a sentence where something does not hold."""
    if not holds:
        sys.exit(f"self-check: {otherwise}")


def told(what: str, found: str) -> None:
    """One line of the result."""
    print(f"self-check: {what}: {found}")


if __name__ == "__main__":
    check(Path(sys.argv[1]).resolve())
