"""Somebody is taken out of a vault: what opens afterwards and what does not, and a crash at any moment of it."""

import json
import shutil
from dataclasses import replace

import pytest

from casework.refusal import Refused
from storage import held, membership, rekeying, removal
from storage.backup import BACKUPS
from storage.box import new_box
from storage.check import check
from storage.header import parse, serialised
from storage.header_copies import read_copies, write_copy
from storage.kdf import FLOOR_KDF, Kdf
from storage.opening import NEXT
from storage.problems import Damaged, DiskFull, Removed, WhoUnlocks, WrongPassphrase, WrongWords
from storage.transitional import left_for, taken
from storage.vault import Vault, describe
from tests.storage.conftest import new
from tests.storage.harness.kill import quickly

PASSPHRASES = {"AM": b"first words", "BH": b"second words", "CW": b"third words"}
NAMES = {"AM": "Ann Morley", "BH": "Bo Hall", "CW": "Cy West"}
FILES = ("header.a", "header.b", "vault.db")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The cost of the derivation is not what is tried here."""
    monkeypatch.setattr(Kdf, "key", quickly)


def opened(folder, who):
    return Vault.open(folder, bytearray(PASSPHRASES[who]), person=who)


def add(vault, who):
    membership.add_person(vault, NAMES[who], bytearray(PASSPHRASES[who]), kdf=FLOOR_KDF)


def member(vault, who):
    return next(one.id for one in vault.people() if one.name == NAMES[who])


def remove(vault, who, by="AM"):
    removal.remove_person(vault, member(vault, who), "Left the team", bytearray(PASSPHRASES[by]))


def write(vault, surname):
    with vault.write() as rows:
        rows.add(rows.new_case().id, "person", {"surname": surname})


def held_by(vault):
    with vault.read() as rows:
        return {case.one("person").words("surname") for case in rows.cases()}


@pytest.fixture
def three(folder):
    """A vault of three people, each of whom has unlocked it, closed; its recovery words."""
    vault, words = new(folder, passphrase=bytearray(PASSPHRASES["AM"]))
    write(vault, "Ashdown")
    add(vault, "BH")
    add(vault, "CW")
    vault.close()
    for who in PASSPHRASES:
        with opened(folder, who) as one:
            write(one, f"Written by {who}")
    return " ".join(words)


EVERYTHING = {"Ashdown", *(f"Written by {who}" for who in PASSPHRASES)}


def test_who_was_removed_opens_nothing_and_the_others_take_up_the_new_key(folder, three):
    with opened(folder, "AM") as vault:
        old_key = bytes(vault.unlocked.vault_key)
        remove(vault, "CW")
        assert bytes(vault.unlocked.vault_key) != old_key
        write(vault, "Later")
        assert check(vault) == ()
        assert {one.label: one.awaited for one in vault.people()} == {"AM": False, "BH": True, "": False}
    assert describe(folder).people == ("AM", "BH")
    with pytest.raises(Removed) as told:
        opened(folder, "CW")
    assert "removed" in told.value.text.en
    with opened(folder, "BH") as vault:
        assert held_by(vault) == {*EVERYTHING, "Later"}
        assert not any(one.awaited for one in vault.people())
        assert check(vault) == ()
        assert vault.unlocked.header.vouches != (), "the key is still left for the recovery words"
    with Vault.open_by_recovery(folder, three) as vault:
        assert check(vault) == ()
    header = read_copies(folder).likely[0]
    assert (header.vouches, [slot.sealed for slot in header.slots]) == ((), [None, None, None])
    with opened(folder, "BH") as vault:
        assert (vault.found, check(vault)) == ((), ())


def test_what_somebody_wrote_stays_theirs_after_they_left(folder, three):
    with opened(folder, "AM") as vault:
        gone = member(vault, "CW")
        remove(vault, "CW")
        with vault.read() as rows:
            theirs = [entry for entry in rows.log() if entry.actor == gone]
            assert {entry.op for entry in theirs} == {"collection", "unlock", "lock"}
            assert rows.people()[gone] == "Cy West"
            assert rows.detail(rows.log(1)[0]).reason == "Left the team"
        assert check(vault) == ()
        last = next(one for one in vault.people() if one.id == gone)
        assert last.left
        assert last.last == max(entry.wall_utc for entry in theirs)


def test_the_old_header_and_the_old_passphrase_do_not_open_the_vault(folder, three, tmp_path):
    shutil.copytree(folder, tmp_path / "kept")
    with opened(folder, "AM") as vault:
        remove(vault, "CW")
    for name in FILES[:2]:
        (folder / name).write_bytes((tmp_path / "kept" / name).read_bytes())
    for who in PASSPHRASES:
        with pytest.raises(Damaged):
            opened(folder, who)


def test_backups_under_the_old_key_give_way_to_one_under_the_new(folder, three):
    with opened(folder, "AM") as vault:
        vault._held.back_up("before-something")
        remove(vault, "CW")
    assert [one.name for one in (folder / BACKUPS).iterdir()] == ["after-change-of-key"]
    with opened(folder / BACKUPS / "after-change-of-key", "BH") as vault:
        assert held_by(vault) == EVERYTHING


def test_what_is_refused_changes_nothing(folder, three):
    with opened(folder, "AM") as vault:
        before = {name: (folder / name).read_bytes() for name in FILES[:2]}
        asked = [
            (member(vault, "AM"), "why", b"first words", Refused),
            ("0" * 16, "why", b"first words", Refused),
            (member(vault, "CW"), "  ", b"first words", Refused),
            (member(vault, "CW"), "why", b"second words", WrongPassphrase),
        ]
        for who, reason, passphrase, problem in asked:
            given = bytearray(passphrase)
            with pytest.raises(problem):
                removal.remove_person(vault, who, reason, given)
            assert given == bytes(len(passphrase))
        assert before == {name: (folder / name).read_bytes() for name in FILES[:2]}
    with Vault.open_by_recovery(folder, three) as vault, pytest.raises(Refused):
        remove(vault, "CW")
    opened(folder, "CW").close()


@pytest.mark.parametrize("step", ["_prove", "put", "write_copy"])
def test_a_removal_that_fails_leaves_everything_as_it_was(folder, three, monkeypatch, step):
    def full(*_):
        raise DiskFull

    with opened(folder, "AM") as vault:
        if step == "write_copy":
            real = held.write_copy
            left = iter([True])
            monkeypatch.setattr(held, step, lambda *also: full() if next(left, False) else real(*also))
        else:
            monkeypatch.setattr(rekeying, step, full)
        with pytest.raises(DiskFull):
            remove(vault, "CW")
        monkeypatch.undo()
        monkeypatch.setattr(Kdf, "key", quickly)
        assert not (folder / NEXT).exists()
        write(vault, "Later")
        assert [one for one in check(vault) if one.code != "header_copy"] == []
    for who in PASSPHRASES:
        with opened(folder, who) as again:
            assert held_by(again) == {*EVERYTHING, "Later"}
            assert [one for one in check(again) if one.code != "header_copy"] == []


def test_a_crash_between_the_steps_leaves_it_done_or_not_done(folder, three, tmp_path):
    vault = opened(folder, "AM")
    before = {name: (folder / name).read_bytes() for name in FILES}
    remove(vault, "CW")
    vault.close()
    after = {name: (folder / name).read_bytes() for name in FILES}
    for n, changed in enumerate([(), ("header.a",), ("header.a", "vault.db"), FILES]):
        place = tmp_path / f"state{n}.casevault"
        shutil.copytree(folder, place)
        (place / NEXT).write_bytes(after["vault.db"][:5000])
        for name in FILES:
            (place / name).write_bytes((after if name in changed else before)[name])
        done = "vault.db" in changed
        for who in ("CW", "BH", "AM"):
            if done and who == "CW":
                with pytest.raises(Removed):
                    opened(place, who)
                continue
            with opened(place, who) as again:
                assert held_by(again) == EVERYTHING
                assert [one for one in check(again) if one.code != "header_copy"] == []
        assert not (place / NEXT).exists()
        assert len(set(read_copies(place).readable.values())) == 1


def test_a_key_left_by_nobody_whom_one_knows_is_not_taken_up(folder, three):
    with opened(folder, "AM") as vault:
        remove(vault, "CW")
        key, own = bytearray(vault.unlocked.vault_key), vault.unlocked
    header = read_copies(folder).likely[0]
    slot = next(one for one in header.slots if one.label == "BH")
    stranger = new_box()
    with opened(folder, "AM") as vault:
        exchange = vault.relied_on().exchange[slot.id]
    forged = left_for(header.vault, slot, exchange, key, gen=header.gen, signer=own.slot.id, box=stranger)
    unsigned = replace(slot, sealed=replace(slot.sealed, signature=bytes(64)))
    older = replace(slot, sealed=replace(slot.sealed, gen=slot.sealed.gen - 1))
    for bad in (forged, unsigned, older):
        slots = tuple(bad if one.id == slot.id else one for one in header.slots)
        changed = replace(header, slots=slots)
        changed = replace(changed, mac=changed.computed_mac(key))
        for name in FILES[:2]:
            write_copy(folder, name, changed)
        with pytest.raises(Damaged):
            opened(folder, "BH")


def test_a_key_left_by_somebody_whose_leaving_one_has_seen_is_not_taken_up(folder, three):
    with opened(folder, "CW") as vault:
        leaver = vault.unlocked.box
    with opened(folder, "AM") as vault:
        gone = member(vault, "CW")
        remove(vault, "CW")
    with opened(folder, "BH") as vault:
        header, box, slot = vault.unlocked.header, vault.unlocked.box, vault.unlocked.slot
    assert gone not in box.pinned
    fresh = bytearray(32)
    bad = left_for(header.vault, slot, box.exchange_public, fresh, gen=9, signer=gone, box=leaver)
    assert taken(header.vault, bad, box, header.vouches) is None
    good = left_for(header.vault, slot, box.exchange_public, fresh, gen=9, signer=slot.id, box=box)
    assert taken(header.vault, good, box, header.vouches) == fresh


def test_an_absent_person_is_led_to_whom_they_never_met(folder):
    vault, _ = new(folder, passphrase=bytearray(PASSPHRASES["AM"]))
    with vault:
        add(vault, "BH")
    with opened(folder, "BH") as vault:
        add(vault, "CW")
    with opened(folder, "CW") as vault:
        remove(vault, "BH", by="CW")
    with pytest.raises(Removed):
        opened(folder, "BH")
    with opened(folder, "AM") as vault:
        assert check(vault) == ()
        assert set(vault.unlocked.box.pinned) == set(vault.signing_keys()) - {vault.unlocked.slot.id}


def test_an_exchanged_key_is_not_given_the_vault(folder, three):
    """Whoever holds the vault key could put their own key in a colleague's place before they are removed."""
    with opened(folder, "AM") as vault:
        vault._connection.execute(
            "UPDATE person SET exchange_public = ? WHERE name = 'Bo Hall'", (new_box().exchange_public,)
        )
        with pytest.raises(Refused, match="BH"):
            remove(vault, "CW")


def test_a_header_keeps_three_of_who_left_and_no_wrap_of_theirs(folder):
    vault, _ = new(folder, passphrase=bytearray(PASSPHRASES["AM"]))
    with vault:
        for n in range(4):
            membership.add_person(vault, f"Person {n}", bytearray(b"x%d" % n), label=f"P{n}", kdf=FLOOR_KDF)
            gone = next(one.id for one in vault.people() if one.name == f"Person {n}")
            removal.remove_person(vault, gone, "left", bytearray(PASSPHRASES["AM"]))
    table = json.loads((folder / "header.a").read_bytes())
    assert [one["label"] for one in table["left"]] == ["P3", "P2", "P1"]
    assert not any("wrap" in one or "sealed" in one for one in table["left"])
    header = parse((folder / "header.a").read_bytes())
    assert serialised(header) == (folder / "header.a").read_bytes()
    for n, problem in ((3, Removed), (1, Removed), (0, WrongPassphrase)):
        with pytest.raises(problem):
            Vault.open(folder, bytearray(b"x%d" % n))
    with pytest.raises(WhoUnlocks):
        Vault.open(folder, bytearray(b"nothing"), person="P3")


def test_old_recovery_words_open_nothing_after_new_ones(folder, three):
    with opened(folder, "AM") as vault:
        fresh = membership.renew_words(vault)
    with pytest.raises(WrongWords):
        Vault.open_by_recovery(folder, three)
    with Vault.open_by_recovery(folder, " ".join(fresh)) as vault:
        assert check(vault) == ()
