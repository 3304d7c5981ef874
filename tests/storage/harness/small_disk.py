"""A disk of 24 MiB that fills up, and one that only reads: run inside a mount namespace of its own.

unshare --map-root-user --mount python -m tests.storage.harness.small_disk full
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from casework.filed import Form
from storage import membership
from storage.ballast import BALLAST
from storage.check import check
from storage.filing import PART_BYTES
from storage.kdf import FLOOR_KDF
from storage.problems import DiskFull, ReadOnly, VaultProblem
from storage.vault import Vault

PASSPHRASE = b"orbit velvet cactus lumber"


def mount(place: Path, *options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(place)], check=True)


def fill_up(place: Path) -> None:
    """Leave not a byte free."""
    with (place / "filler").open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue


def opened(folder: Path) -> Vault:
    return Vault.open(folder, bytearray(PASSPHRASE))


def expect(problem: type[VaultProblem], do) -> str:
    try:
        do()
    except problem as told:
        return told.text.en
    raise AssertionError(f"no {problem.__name__}")


def full(place: Path) -> None:
    """What is kept stays kept; reading, logging and erasing go on; writing says that the disk is full."""
    mount(place, "size=24m")
    folder = place / "x.casevault"
    made, _ = Vault.create(folder, name="x", person="A B", passphrase=bytearray(PASSPHRASE), kdf=FLOOR_KDF)
    with made, made.write() as rows:
        case = rows.new_case()
        scenario = rows.add(case.id, "scenario", {"name": "before"})
        large = rows.new_case()
        for _ in range(20):
            rows.add(large.id, "scenario", {"what": "x" * 20_000})
    assert (folder / BALLAST).exists()

    def write_much() -> None:
        with vault.write() as rows:
            rows.answer(scenario.id, "name", "after")
            for _ in range(200):
                rows.add(case.id, "scenario", {"what": "y" * 20_000})

    with opened(folder) as vault:
        fill_up(place)
        said = expect(DiskFull, write_much)
        assert "free some space" in said
        assert not (folder / BALLAST).exists()
        with vault.read() as rows:
            assert rows.case(case.id).one("scenario")["name"] == "before"
            assert len(rows.cases()) == 2
        with vault.write() as rows:
            rows.consult(case.id, "supervision")
        with vault.write() as rows:
            rows.erase(large.id)
        with vault.write() as rows:
            rows.answer(scenario.id, "name", "after")
        assert check(vault) == ()
    with opened(folder) as vault:
        assert not (folder / BALLAST).exists()
        with vault.read() as rows:
            assert [entry.op for entry in rows.log(2)] == ["unlock", "lock"]
        expect(DiskFull, lambda: fill_then_create(place))
    (place / "filler").unlink()
    with opened(folder) as vault:
        assert check(vault) == ()
    assert (folder / BALLAST).exists()
    fill_up(place)
    with opened(folder) as vault:
        assert not (folder / BALLAST).exists(), "the room kept back served to log the opening"
        change_on_a_full_disk(place, vault)
    expect(DiskFull, lambda: opened(folder))
    (place / "filler2").unlink()
    with opened(folder) as vault:
        assert check(vault) == ()


def filing(place: Path) -> None:
    """A document that finds no room leaves nothing of itself, and what was filed before stays whole."""
    mount(place, "size=24m")
    folder = place / "x.casevault"
    made, _ = Vault.create(folder, name="x", person="A B", passphrase=bytearray(PASSPHRASE), kdf=FLOOR_KDF)
    content = os.urandom(PART_BYTES)

    def bring() -> None:
        for part in range(40):
            with made.write() as rows:
                rows.filing.bring("b" * 16, part, content)

    with made:
        with made.write() as rows:
            record = rows.add(rows.new_case().id, "document", {"title": "before"}).id
            rows.filing.bring("a" * 16, 0, content)
            rows.filing.file(record, "a" * 16, Form.TEXT, hashlib.sha256(content).hexdigest())
        fill_up(place)
        expect(DiskFull, bring)
        with made.write() as rows:
            rows.filing.let_go("b" * 16)
        with made.read() as rows:
            assert rows.filing.content(record)[1] == content
        assert check(made) == ()
    (place / "filler").unlink()
    with opened(folder) as vault:
        assert vault._connection.execute("SELECT count(*) FROM filed_part").fetchone() == (1,)


def fill_then_create(place: Path) -> None:
    fill_up(place)
    before = set(place.iterdir())
    try:
        Vault.create(place / "y", name="y", person="A B", passphrase=bytearray(PASSPHRASE), kdf=FLOOR_KDF)
    finally:
        assert set(place.iterdir()) == before


def change_on_a_full_disk(place: Path, vault: Vault) -> None:
    with (place / "filler2").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1))
        except OSError:
            pass
    expect(
        DiskFull,
        lambda: membership.change_passphrase(vault, bytearray(PASSPHRASE), bytearray(b"another"), kdf=FLOOR_KDF),
    )
    assert vault.header_findings() == ()


def read_only(place: Path) -> None:
    """A place that cannot be written to is refused before anything is shown, with what to do."""
    mount(place, "size=24m")
    folder = place / "x.casevault"
    Vault.create(folder, name="x", person="A B", passphrase=bytearray(PASSPHRASE), kdf=FLOOR_KDF)[0].close()
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    assert "copy its folder" in expect(ReadOnly, lambda: opened(folder))
    expect(
        ReadOnly,
        lambda: Vault.create(place / "y", name="y", person="A B", passphrase=bytearray(b"p"), kdf=FLOOR_KDF),
    )


if __name__ == "__main__":
    os.umask(0o077)
    with tempfile.TemporaryDirectory() as made_place:
        {"full": full, "filing": filing, "read_only": read_only}[sys.argv[1]](Path(made_place))
        subprocess.run(["umount", made_place], check=True)
    sys.stdout.write("done\n")
