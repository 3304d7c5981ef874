"""The program ended by force while somebody types, again and again: at most two seconds of typing are missing.

After each end the program is started anew and unlocked; it must lead back to the same field, with the words that were
typed and the cursor after the last of them. At the end no file of the vault, the home or the temporary folder holds a
word of it.

python -m tests.desktop.harness.kill_typing 50
"""

import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from casework.answer import Absent
from casework.field import FieldType
from casework.template import plan_templates
from desktop.operations import cases
from storage.check import check
from storage.kdf import FLOOR_KDF
from storage.vault import Vault
from tests.desktop.harness.typist import WORD, sequence

PASSPHRASE = "violin basket mirror candle"
ROOT = Path(__file__).parents[3]
LETTERS, MOST_SECONDS = 2000, 2.0
_WAIT = 60


@dataclass
class Toll:
    """What happened: how often it was ended, what was missing in seconds each time, how often words came back."""

    kills: int = 0
    missing: list[float] = field(default_factory=list)
    restored: int = 0
    letters: int = 0

    def __str__(self) -> str:
        worst = max(self.missing, default=0.0)
        return (
            f"{self.kills} kills, {self.letters} letters, at most {worst:.2f} s missing, "
            f"{self.restored} times with the notice"
        )


class Child:
    """The program as a process of its own, with what it reported and when."""

    def __init__(self, vault: Path, home: Path, where: tuple[str, str, str], letters: int) -> None:
        given = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
            "LOCALAPPDATA": str(home / "data"), "TMPDIR": str(home / "tmp"), "TEMP": str(home / "tmp"),
        }  # fmt: skip
        command = [
            sys.executable, "-m", "tests.desktop.harness.typist", str(vault), PASSPHRASE, *where, str(letters),
        ]  # fmt: skip
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._said: queue.Queue[tuple[float, str]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with self.process.stdout as reports:
            for line in reports:
                self._said.put((time.monotonic(), line.strip()))
        self._said.put((time.monotonic(), ""))

    def next(self) -> tuple[float, str]:
        """The next report; empty words where the program ended."""
        return self._said.get(timeout=_WAIT)

    def kill(self) -> float:
        """End it now by force; the moment."""
        self.process.kill()
        at = time.monotonic()
        self.process.wait()
        return at

    def rest(self) -> list[tuple[float, str]]:
        """What was reported and not read, once it is dead."""
        found = []
        while (one := self.next())[1]:
            found.append(one)
        return found


def make(folder: Path) -> tuple[Path, tuple[str, str, str]]:
    """A vault with a case and a draft plan: the vault, and the case, record and field to type in."""
    vault = folder / "x.casevault"
    made, _ = Vault.create(vault, name="x", person="A B", passphrase=bytearray(PASSPHRASE.encode()), kdf=FLOOR_KDF)
    template = next(iter(plan_templates().values()))
    key = next(one.key for section in template.section for one in section.field if one.type is FieldType.LONG)
    with made:
        case = cases.new("Quillback", "", Absent.NOT_ASKED, template.code, date(2026, 5, 12))(made).made
        with made.read() as rows:
            plan = rows.case(case).one("plan").id
    return vault, (case, plan, key)


Made = Callable[[Path], tuple[Path, tuple[str, str, str]]]


def run(folder: Path, kills: int, *, letters: int = LETTERS, longest: float = 4.0, made: Made = make) -> Toll:
    """Kill it so many times, each at a random moment of the typing, and verify what comes back each time."""
    vault, where = made(folder)
    home = folder / "home"
    (home / "tmp").mkdir(parents=True)
    toll, typed, ended = Toll(), {0: 0.0}, 0.0
    for n in range(kills + 1):
        child = Child(vault, home, where, letters)
        try:
            length = _verify(child.next()[1], where[2], typed, ended, toll)
            if n == kills:
                break
            typed, ended = _typed(child, length, random.uniform(0.0, longest))
            toll.kills += 1
            toll.letters += len(typed) - 1
            if max(typed) >= letters:
                break
        finally:
            child.kill()
    _nothing_readable(folder)
    with Vault.open(vault, bytearray(PASSPHRASE.encode())) as opened:
        assert check(opened) == ()
    return toll


def _verify(said: str, key: str, typed: dict[int, float], ended: float, toll: Toll) -> int:
    """Compare what is there with what was typed; returns its length."""
    word, length, cursor, found, *notice = said.split(" ", 4)
    assert (word, found) == ("back", key), said
    there, last = int(length), max(typed)
    assert there >= 0, f"the field holds something else than was typed: {said}"
    assert int(cursor) == there, f"the cursor is not where it was: {said}"
    toll.restored += bool(notice and notice[0])
    lost = [at for n, at in typed.items() if n > there and sequence(n)[there:].strip()]
    toll.missing.append(ended - min(lost) if lost else 0.0)
    assert toll.missing[-1] <= MOST_SECONDS, f"{last - there} letters are missing, of {toll.missing[-1]:.2f} seconds"
    return there


def _typed(child: Child, length: int, seconds: float) -> tuple[dict[int, float], float]:
    """Let it type for a while and end it: the moment of each letter, and of the end."""
    typed = {length: 0.0}
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        at, said = child.next()
        if said == "done":
            break
        typed[int(said)] = at
    ended = child.kill()
    typed |= {int(said): at for at, said in child.rest() if said.isdecimal()}
    return typed, ended


def _nothing_readable(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            for spelt in (WORD.encode(), WORD.encode("utf-16-le")):
                assert spelt not in held, f"{path.name} holds what was typed"


def main(made: Made = make) -> None:
    """So many kills, in vaults of ten each so that two thousand letters are enough for every one."""
    wanted, begun, total = int(sys.argv[1]) if len(sys.argv) > 1 else 50, time.monotonic(), Toll()
    while total.kills < wanted:
        with tempfile.TemporaryDirectory() as place:
            toll = run(Path(place), min(10, wanted - total.kills), made=made)
        total.kills += toll.kills
        total.letters += toll.letters
        total.restored += toll.restored
        total.missing += toll.missing
        sys.stdout.write(f"{total}, {time.monotonic() - begun:.0f} s\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
