"""A vault from its making to its closing, and everything that keeps it shut."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from casework.refusal import Refused
from storage.kdf import FLOOR_KDF, Kdf
from storage.problems import AlreadyThere, InUse, KeyFileNeeded, NotAVault, WhoUnlocks, WrongPassphrase, WrongWords
from storage.vault import Vault, describe
from tests.storage.conftest import PASSPHRASE, Clock, new

POSIX = os.name == "posix"


def test_a_new_vault_has_its_files_and_opens_again(folder, reopen):
    made, words = new(folder, training=True)
    assert (made.name, made.person, made.training, made.folder) == ("North team", "Ann Morley", True, folder)
    made.close()
    found = {path.name for path in folder.iterdir()}
    assert found == {"header.a", "header.b", "vault.db", "vault.db-journal", "lock", "ballast", "backups"}
    assert (folder / "vault.db-journal").stat().st_size == 0
    assert len(words) == 12
    again = reopen()
    assert (again.name, again.person, again.training, again.found) == ("North team", "Ann Morley", True, ())
    assert not list(folder.parent.glob(".*")), "nothing is left of the making"


@pytest.mark.skipif(not POSIX, reason="mode bits are POSIX's")
def test_only_the_owner_reads_it_whatever_the_umask(folder):
    os.umask(0)
    new(folder)[0].close()
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in folder.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path.name


def test_the_face_shows_initials_and_never_a_name(closed):
    face = describe(closed)
    assert (face.name, face.people, face.key_files) == ("North", ("AM",), ())
    for name in ("header.a", "header.b"):
        assert b"Morley" not in (closed / name).read_bytes()


def test_passphrases_are_wiped(folder):
    given = bytearray(PASSPHRASE)
    new(folder, passphrase=given)[0].close()
    assert given == bytes(len(PASSPHRASE))
    for typed in (PASSPHRASE, b"wrong"):
        given = bytearray(typed)
        try:
            Vault.open(folder, given).close()
        except WrongPassphrase:
            assert typed == b"wrong"
        assert given == bytes(len(typed))
    given = bytearray(PASSPHRASE)
    with pytest.raises(NotAVault):
        Vault.open(folder.parent, given)
    assert given == bytes(len(PASSPHRASE))


@pytest.mark.parametrize("typed", [b"orbit velvet cactus lumbe", b"", b"ORBIT VELVET CACTUS LUMBER", PASSPHRASE + b" "])
def test_another_passphrase_is_refused_and_nothing_changes(closed, typed):
    before = {path: path.read_bytes() for path in closed.rglob("*") if path.is_file()}
    with pytest.raises(WrongPassphrase) as told:
        Vault.open(closed, bytearray(typed))
    assert "Caps Lock" in told.value.text.en
    assert {path: path.read_bytes() for path in closed.rglob("*") if path.is_file()} == before


def test_recovery_words_open_it_in_any_case_and_are_checked(closed):
    words = (closed.parent / "words").read_text()
    with Vault.open_by_recovery(closed, f"  {words.upper()} ") as opened:
        assert opened.opened_by_recovery
        assert opened.person == "Recovery words"
    several = words.split()
    for wrong in ("", " ".join(several[:11]), " ".join([*several[:11], "zzz"]), " ".join(["abandon"] * 11 + ["about"])):
        with pytest.raises(WrongWords):
            Vault.open_by_recovery(closed, wrong)
    swapped = [several[1], several[0], *several[2:]]
    if swapped != several:
        with pytest.raises(WrongWords):
            Vault.open_by_recovery(closed, " ".join(swapped))


def test_what_is_there_is_never_overwritten(closed, tmp_path):
    before = (closed / "vault.db").read_bytes()
    with pytest.raises(AlreadyThere):
        new(closed)
    assert (closed / "vault.db").read_bytes() == before
    file = tmp_path / "file.casevault"
    file.write_text("mine")
    with pytest.raises(AlreadyThere):
        new(file)
    assert file.read_text() == "mine"


def test_a_vault_whose_words_nobody_would_know_is_not_left(folder):
    def no_clock():
        ticks.append(1)
        if len(ticks) > 2:
            raise ZeroDivisionError
        return Clock()()

    ticks = []
    with pytest.raises(ZeroDivisionError):
        new(folder, clock=no_clock)
    assert not list(folder.parent.iterdir())


def test_an_empty_folder_is_a_place_for_a_vault(folder):
    folder.mkdir()
    new(folder)[0].close()
    assert describe(folder).people == ("AM",)


@pytest.mark.parametrize(
    "also", [{"name": " "}, {"person": ""}, {"passphrase": bytearray()}, {"kdf": Kdf(65535, 3, 4)}]
)
def test_bad_input_makes_no_vault(folder, also):
    with pytest.raises(Refused):
        new(folder, **also)
    assert not folder.exists()
    assert not list(folder.parent.iterdir())


def test_a_slot_is_never_written_below_the_floor(folder):
    assert Kdf(64 * 1024, 3, 4) == FLOOR_KDF
    for weak in (Kdf(64 * 1024, 2, 4), Kdf(64 * 1024 - 1, 3, 4), Kdf(64 * 1024, 3, 9), Kdf(3 * 1024 * 1024, 3, 4)):
        with pytest.raises(Refused):
            new(folder, kdf=weak)
    assert Kdf().written
    assert Kdf(64 * 1024, 1, 1).accepted, "what others once wrote is opened"


@pytest.mark.parametrize("place", ["nowhere", "."])
def test_a_place_without_a_vault_says_so(tmp_path, place):
    with pytest.raises(NotAVault):
        Vault.open(tmp_path / place, bytearray(PASSPHRASE))
    with pytest.raises(NotAVault):
        describe(tmp_path / place)
    assert not list(tmp_path.iterdir())


def test_a_key_file_is_a_second_secret(folder, tmp_path, reopen):
    stick, other = tmp_path / "stick", tmp_path / "other"
    stick.write_bytes(os.urandom(64))
    other.write_bytes(os.urandom(64))
    new(folder, key_file=stick)[0].close()
    assert describe(folder).key_files == ("AM",)
    with pytest.raises(KeyFileNeeded):
        reopen()
    with pytest.raises(KeyFileNeeded):
        reopen(key_file=tmp_path / "gone")
    with pytest.raises(WrongPassphrase):
        reopen(key_file=other)
    assert reopen(key_file=stick).person == "Ann Morley"


def test_the_person_is_named_by_label_or_by_name(folder, reopen):
    new(folder)[0].close()
    with pytest.raises(WhoUnlocks):
        reopen(person="Bo Hall")
    for asked in ("AM", "am", "Ann Morley", " ann morley "):
        reopen(person=asked).close()


def test_a_second_opening_is_refused_while_the_first_lasts(closed, reopen):
    first = reopen()
    with pytest.raises(InUse):
        reopen()
    first.close()
    reopen()


HOLD = """
import sys, time
from pathlib import Path
from storage.vault import Vault
vault = Vault.open(Path(sys.argv[1]), bytearray(sys.argv[2].encode()))
print("open", flush=True)
time.sleep(60)
"""


def test_another_process_is_refused_and_a_killed_one_lets_go(closed, reopen):
    root = Path(__file__).parents[2]
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, closed, PASSPHRASE.decode()], cwd=root, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout.readline() == b"open\n"
        with pytest.raises(InUse):
            reopen()
    finally:
        holder.send_signal(signal.SIGKILL if POSIX else signal.SIGTERM)
        holder.communicate()
    assert reopen().person == "Ann Morley"


def test_the_database_itself_is_held_too(closed, reopen):
    first = reopen()
    (closed / "lock").unlink()
    with pytest.raises(InUse):
        reopen()
    with first.read() as rows:
        assert rows.find("C-00001")


def test_a_closed_vault_is_used_no_more(vault):
    vault.close()
    vault.close()
    with pytest.raises(RuntimeError, match="closed"), vault.read():
        pass


def test_rows_end_with_their_transaction(vault):
    with vault.write() as rows:
        case = rows.new_case()
    with pytest.raises(RuntimeError, match="outside"):
        rows.case(case.id)
    with vault.read() as rows, pytest.raises(RuntimeError, match="cannot write"):
        rows.new_case()
    with vault.read(), pytest.raises(RuntimeError, match="under way"), vault.write():
        pass


def broken_off(rows):
    rows.new_case()
    raise RuntimeError("half way")


def test_any_exception_undoes_the_whole_transaction(vault):
    with pytest.raises(RuntimeError, match="half way"), vault.write() as rows:
        broken_off(rows)
    with vault.read() as rows:
        assert rows.cases() == ()
        assert [entry.op for entry in rows.log()] == ["unlock", "create"]


def test_another_thread_is_refused(vault):
    caught = []

    def use():
        try:
            with vault.read() as rows:
                rows.cases()
        except Exception as fault:  # noqa: BLE001 - the kind is asserted below
            caught.append(fault)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert [type(fault).__name__ for fault in caught] == ["ProgrammingError"]
