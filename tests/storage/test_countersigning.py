"""A second person signs an agreed plan at the same keyboard, or gives it back with words."""

from datetime import date

import pytest

from casework.refusal import Refused
from casework.template import plan_templates
from storage import membership, removal
from storage.check import check
from storage.kdf import FLOOR_KDF, Kdf
from storage.problems import Damaged, WrongPassphrase
from storage.second import second
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE, new
from tests.storage.harness.kill import quickly

SECOND = b"another way to say it"
MAY, JUNE = date(2026, 5, 12), date(2026, 6, 9)
TEMPLATE = next(iter(plan_templates()))


@pytest.fixture
def two(folder, monkeypatch):
    """A vault of two people, open by the first, with an agreed plan; the case and the version."""
    monkeypatch.setattr(Kdf, "key", quickly)
    vault, _ = new(folder)
    with vault:
        membership.add_person(vault, "Bo Hall", bytearray(SECOND), kdf=FLOOR_KDF)
        with vault.write() as rows:
            case = rows.new_case().id
            rows.add(case, "person", {"surname": "Thistlewood"})
            rows.start_plan(case, TEMPLATE, MAY)
            version = rows.agree_plan(case, MAY, "DI Marl, chair", b"%PDF-1.7 as agreed").id
        yield vault, case, version


def member(vault, name):
    return next(one.id for one in vault.people() if one.name == name)


def bo(vault):
    return second(vault, member(vault, "Bo Hall"), bytearray(SECOND))


def signed(vault, version, who=None):
    given = who or bo(vault)
    with vault.write() as rows:
        rows.countersign(version, given)


def newest(vault, case):
    with vault.read() as rows:
        return rows.plan_versions(case)[0]


def test_a_second_person_signs_under_their_own_name(two):
    vault, case, version = two
    given = bytearray(SECOND)
    signed(vault, version, second(vault, member(vault, "Bo Hall"), given))
    assert given == bytes(len(SECOND))
    found = newest(vault, case)
    (one,) = found.countersigned
    assert (one.name, one.holds, found.agreed_by) == ("Bo Hall", True, "DI Marl, chair")
    assert len(one.fingerprint.replace(" ", "")) == 16
    with vault.read() as rows:
        entry = rows.log(1)[0]
        assert (entry.op, rows.people()[entry.actor], entry.object_id) == ("countersign", "Bo Hall", case)
    with vault.write() as rows:
        rows.set_setting("after", "the first person goes on")
    assert check(vault) == ()


def test_the_agreeing_person_and_a_draft_and_twice_are_refused(two):
    vault, case, version = two
    own = second(vault, member(vault, "Ann Morley"), bytearray(PASSPHRASE))
    with pytest.raises(Refused, match="second person"):
        signed(vault, version, own)
    signed(vault, version)
    with pytest.raises(Refused, match="already"):
        signed(vault, version)
    with vault.write() as rows:
        draft = rows.start_plan(case, TEMPLATE, JUNE, "A new address")
    with pytest.raises(Refused, match="draft"):
        signed(vault, draft.id)
    assert newest(vault, case).reason == "A new address"
    assert check(vault) == ()


def test_a_wrong_passphrase_and_a_stranger_are_refused(two):
    vault, case, _ = two
    with pytest.raises(WrongPassphrase):
        second(vault, member(vault, "Bo Hall"), bytearray(PASSPHRASE))
    with pytest.raises(Refused, match="passphrase of their own"):
        second(vault, "0" * 16, bytearray(SECOND))
    assert newest(vault, case).countersigned == ()


def test_who_left_signs_no_more_and_what_they_signed_stands(two, folder):
    vault, case, version = two
    left = member(vault, "Bo Hall")
    signed(vault, version)
    removal.remove_person(vault, left, "Left the team", bytearray(PASSPHRASE))
    with pytest.raises(Refused):
        second(vault, left, bytearray(SECOND))
    assert newest(vault, case).countersigned[0].holds
    assert check(vault) == ()


def test_somebody_for_whom_a_key_is_left_countersigns_before_they_unlock(two):
    vault, case, version = two
    membership.add_person(vault, "Cy West", bytearray(b"third"), kdf=FLOOR_KDF)
    removal.remove_person(vault, member(vault, "Cy West"), "Left the team", bytearray(PASSPHRASE))
    signed(vault, version)
    assert newest(vault, case).countersigned[0].holds


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE countersignature SET signature = zeroblob(64)",
        "UPDATE countersignature SET at = '2026-01-01T00:00:00.000+00:00'",
        "UPDATE countersignature SET person = (SELECT id FROM person WHERE name = 'Ann Morley')",
        "UPDATE plan_version SET paper_digest = ''",
        "UPDATE plan_version SET snapshot = replace(snapshot, 'Thistlewood', 'Ashdown'), snapshot_digest = 'x'",
        "UPDATE plan_version SET number = 7",
        "UPDATE person SET sign_public = exchange_public WHERE name = 'Bo Hall'",
    ],
)
def test_whatever_is_changed_afterwards_is_found(two, harm):
    vault, case, version = two
    signed(vault, version)
    vault._connection.execute(harm)
    assert not newest(vault, case).countersigned[0].holds
    assert "countersignature" in [one.code for one in check(vault)]


def test_what_is_not_as_it_was_agreed_is_not_signed(two):
    vault, _, version = two
    vault._connection.execute("UPDATE paper SET content = x'00'")
    with pytest.raises(Damaged):
        signed(vault, version)


def test_a_version_is_given_back_with_words_until_it_is_signed(two):
    vault, case, version = two
    with pytest.raises(Refused, match="what is wanted"), vault.write() as rows:
        rows.give_back(version, bo(vault), "  ")
    given = bo(vault)
    with vault.write() as rows:
        rows.give_back(version, given, "Name who rings at night.")
    found = newest(vault, case).returned
    assert (found.name, found.words) == ("Bo Hall", "Name who rings at night.")
    with vault.read() as rows:
        assert (rows.log(1)[0].op, rows.people()[rows.log(1)[0].actor]) == ("return", "Bo Hall")
    signed(vault, version)
    assert newest(vault, case).returned is None
    assert check(vault) == ()


def test_an_erased_case_leaves_nothing_of_its_signatures(two):
    vault, case, version = two
    signed(vault, version)
    with vault.write() as rows:
        rows.erase(case)
    assert vault._connection.execute("SELECT count(*) FROM countersignature").fetchone() == (0,)
    assert vault._connection.execute("SELECT count(*) FROM plan_step").fetchone() == (0,)
    assert check(vault) == ()


def test_the_second_person_opens_what_they_signed(two, folder):
    vault, _, version = two
    signed(vault, version)
    vault.close()
    with Vault.open(folder, bytearray(SECOND), person="BH") as again:
        assert check(again) == ()
