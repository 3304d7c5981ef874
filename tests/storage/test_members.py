"""Who opens a vault: passphrases changed, people added, recovery words renewed, and a crash at any moment of it."""

import os
import shutil

import pytest

from casework.refusal import Refused
from storage import membership
from storage.check import check
from storage.header_copies import read_copies
from storage.kdf import FLOOR_KDF
from storage.problems import WhoUnlocks, WrongPassphrase, WrongWords
from storage.vault import Vault, describe
from tests.storage.conftest import PASSPHRASE, new

SECOND = b"another way to say it"


def opened(folder, passphrase=PASSPHRASE, **also):
    return Vault.open(folder, bytearray(passphrase), **also)


def written(vault, surname):
    with vault.write() as rows:
        rows.add(rows.new_case().id, "person", {"surname": surname})


def test_a_changed_passphrase_opens_and_the_old_one_does_not(folder, vault, tmp_path):
    stick = tmp_path / "stick"
    stick.write_bytes(os.urandom(64))
    given = bytearray(PASSPHRASE), bytearray(SECOND)
    membership.change_passphrase(vault, *given, kdf=FLOOR_KDF, fresh_key_file=stick)
    assert given == (bytes(len(PASSPHRASE)), bytes(len(SECOND)))
    written(vault, "Ashdown")
    vault.close()
    with pytest.raises(WrongPassphrase):
        opened(folder, key_file=stick)
    with opened(folder, SECOND, key_file=stick) as again:
        assert (again.person, again.found, check(again)) == ("Ann Morley", (), ())
        assert {header.gen for header in read_copies(folder).readable.values()} == {2}
        membership.change_passphrase(again, bytearray(SECOND), bytearray(PASSPHRASE), kdf=FLOOR_KDF, key_file=stick)
    with opened(folder) as again:
        assert check(again) == ()


def test_the_present_passphrase_is_asked_and_an_empty_one_refused(folder, vault):
    with pytest.raises(WrongPassphrase):
        membership.change_passphrase(vault, bytearray(b"guess"), bytearray(SECOND), kdf=FLOOR_KDF)
    with pytest.raises(Refused):
        membership.change_passphrase(vault, bytearray(PASSPHRASE), bytearray(), kdf=FLOOR_KDF)
    vault.close()
    opened(folder).close()


def test_each_person_signs_for_themselves(folder, vault):
    membership.add_person(vault, "Bo Hall", bytearray(SECOND), kdf=FLOOR_KDF)
    written(vault, "Ashdown")
    vault.close()
    assert describe(folder).people == ("AM", "BH")
    with pytest.raises(WhoUnlocks):
        opened(folder)
    with pytest.raises(WrongPassphrase):
        opened(folder, person="BH")
    with opened(folder, SECOND, person="Bo Hall") as second:
        assert second.person == "Bo Hall"
        written(second, "Birch")
        assert check(second) == ()
        with second.read() as rows:
            actors = {entry.actor for entry in rows.log()}
            assert {rows.people()[actor] for actor in actors} == {"Ann Morley", "Bo Hall"}
        assert set(second.unlocked.box.pinned.values()) < set(second.signing_keys().values())
    with opened(folder, person="AM") as first:
        assert check(first) == ()


@pytest.mark.parametrize(
    ("name", "passphrase", "label"),
    [
        ("", SECOND, "x"),
        ("Bo Hall", b"", "x"),
        ("Al Moor", SECOND, ""),
        ("Bo Hall", SECOND, "x" * 41),
        ("B", SECOND, " "),
    ],
)
def test_a_person_who_cannot_be_told_apart_is_refused(vault, name, passphrase, label):
    before = vault.unlocked.header
    with pytest.raises(Refused):
        membership.add_person(vault, name, bytearray(passphrase), label=label, kdf=FLOOR_KDF)
    assert vault.unlocked.header == before


def test_recovery_gives_a_person_a_new_place_and_new_words(folder):
    vault, words = new(folder)
    written(vault, "Ashdown")
    vault.close()
    with Vault.open_by_recovery(folder, " ".join(words)) as recovered:
        with pytest.raises(Refused):
            membership.replace_person(recovered, "ZZ", "Ann Morley", bytearray(SECOND), kdf=FLOOR_KDF)
        membership.replace_person(recovered, "AM", "Ann Morley", bytearray(SECOND), kdf=FLOOR_KDF)
        fresh = membership.renew_words(recovered)
        assert check(recovered) == ()
    with pytest.raises(WrongWords):
        Vault.open_by_recovery(folder, " ".join(words))
    with pytest.raises(WrongPassphrase):
        opened(folder)
    with opened(folder, SECOND) as again:
        assert (again.person, check(again)) == ("Ann Morley", ())
    with Vault.open_by_recovery(folder, " ".join(fresh)) as again:
        assert check(again) == ()
        with again.read() as rows:
            assert [entry.op for entry in rows.log() if entry.op == "member"] == ["member"] * 3


def test_sixteen_ways_and_no_more(vault, monkeypatch):
    cheap = vault.unlocked.slot.kdf.key(bytearray(b"x"), bytes(16))
    monkeypatch.setattr("storage.kdf.Kdf.key", lambda *_: bytearray(cheap))
    for n in range(14):
        membership.add_person(vault, "Bo Hall", bytearray(SECOND), label=f"{n}", kdf=FLOOR_KDF)
    with pytest.raises(Refused):
        membership.add_person(vault, "Bo Hall", bytearray(SECOND), label="last", kdf=FLOOR_KDF)
    assert len(vault.unlocked.header.slots) == 16


def states(folder, vault, tmp_path):
    """The folder as it is before, between and after the steps of a change of the header."""
    names = ("header.a", "header.b", "vault.db")
    before = {name: (folder / name).read_bytes() for name in names}
    membership.change_passphrase(vault, bytearray(PASSPHRASE), bytearray(SECOND), kdf=FLOOR_KDF)
    vault.close()
    after = {name: (folder / name).read_bytes() for name in names}
    for n, changed in enumerate([(), ("header.a",), ("header.a", "vault.db"), names]):
        place = tmp_path / f"state{n}.casevault"
        shutil.copytree(folder, place)
        for name in names:
            (place / name).write_bytes((after if name in changed else before)[name])
        yield place, "vault.db" in changed


def test_a_crash_between_the_steps_leaves_one_passphrase_that_opens(folder, tmp_path):
    vault, _ = new(folder)
    for place, changed in states(folder, vault, tmp_path):
        with pytest.raises(WrongPassphrase):
            opened(place, PASSPHRASE if changed else SECOND)
        with opened(place, SECOND if changed else PASSPHRASE) as again:
            assert [one for one in check(again) if one.code != "header_copy"] == []
        with opened(place, SECOND if changed else PASSPHRASE) as again:
            assert check(again) == ()
            assert len(set(read_copies(place).readable.values())) == 1


def test_a_change_that_fails_leaves_the_old_passphrase(folder, vault):
    vault._connection.execute("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(FAIL, 'no'); END")
    with pytest.raises(Exception, match="no"):
        membership.change_passphrase(vault, bytearray(PASSPHRASE), bytearray(SECOND), kdf=FLOOR_KDF)
    vault._connection.execute("DROP TRIGGER full")
    vault.close()
    with opened(folder) as again:
        assert (again.found, check(again)) == ((), ())


def test_a_person_whose_adding_was_cut_short_is_not_there(folder, vault, tmp_path):
    names = ("header.a", "header.b", "vault.db")
    before = {name: (folder / name).read_bytes() for name in names}
    membership.add_person(vault, "Bo Hall", bytearray(SECOND), kdf=FLOOR_KDF)
    vault.close()
    place = tmp_path / "cut.casevault"
    shutil.copytree(folder, place)
    for name in names[1:]:
        (place / name).write_bytes(before[name])
    assert describe(place).people == ("AM", "BH"), "half done, as the header that was written first has it"
    with pytest.raises(WrongPassphrase):
        opened(place, SECOND, person="BH")
    with opened(place, person="AM") as first:
        assert [one.where for one in first.found] == ["header.a"]
        assert [one for one in check(first) if one.code != "header_copy"] == []
    assert describe(place).people == ("AM",)
