"""Damage, told by file and with what to do; nothing false is ever opened."""

import os
import shutil

import pytest

from storage.check import check
from storage.fault import DATABASE
from storage.opening import refuse_by_size
from storage.problems import Damaged, NotAVault, RolledBack, TooNew
from storage.sqlcipher import PAGE_BYTES
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE, new


def opened(folder):
    return Vault.open(folder, bytearray(PASSPHRASE))


def told_of(folder):
    """Where a check finds something, or the file for which the vault is not even opened; the words are quicker."""
    words = (folder.parent / "words").read_text()
    try:
        with Vault.open_by_recovery(folder, words) as vault:
            return [one.where for one in check(vault)]
    except Damaged as problem:
        return [problem.file]


def damaged(folder, file):
    with pytest.raises(Damaged) as told:
        opened(folder)
    assert told.value.file == file
    assert file in told.value.text.en
    assert "restore" in told.value.text.en


@pytest.mark.parametrize("name", ["header.a", "header.b"])
@pytest.mark.parametrize("harm", ["gone", "empty", "flipped"])
def test_one_bad_header_copy_is_told_of_and_mended(closed, name, harm):
    path = closed / name
    good = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(b"" if harm == "empty" else good.replace(b'"gen":1', b'"gen":3'))
    with opened(closed) as vault:
        assert [(one.code, one.where) for one in vault.found] == [("header_copy", name)]
        assert check(vault) == vault.found
        with vault.read() as rows:
            assert [entry.object_id for entry in rows.log() if entry.op == "repair"] == [name]
    assert path.read_bytes() == good
    with opened(closed) as vault:
        assert check(vault) == ()


def test_two_bad_header_copies_are_damage(closed):
    for name in ("header.a", "header.b"):
        (closed / name).write_bytes(b"{")
    damaged(closed, "header.a and header.b")
    for name in ("header.a", "header.b"):
        (closed / name).unlink()
    damaged(closed, "header.a and header.b")


def test_a_missing_empty_or_cut_database_is_never_made_anew(closed):
    path = closed / DATABASE
    good = path.read_bytes()
    path.unlink()
    damaged(closed, DATABASE)
    assert not path.exists()
    for length in (0, 1, 16, PAGE_BYTES - 1, PAGE_BYTES + 1, len(good) - 1):
        path.write_bytes(good[:length])
        damaged(closed, DATABASE)
        assert path.read_bytes() == good[:length]


def test_a_database_cut_anywhere_but_at_a_page_is_refused_by_its_size(closed):
    path = closed / DATABASE
    size = path.stat().st_size
    for length in range(size - 1, 0, -61):
        os.truncate(path, length)
        if length % PAGE_BYTES:
            with pytest.raises(Damaged):
                refuse_by_size(closed)
    damaged(closed, DATABASE)


def test_a_database_cut_at_a_page_is_found(closed):
    path = closed / DATABASE
    good = path.read_bytes()
    pages = len(good) // PAGE_BYTES
    for kept in range(1, pages):
        path.write_bytes(good[: kept * PAGE_BYTES])
        found = told_of(closed)
        assert found, kept
        assert all(one.startswith(DATABASE) for one in found)
        path.write_bytes(good)
    assert told_of(closed) == []


def test_a_flipped_bit_in_any_page_is_found_and_named(closed):
    path = closed / DATABASE
    good = path.read_bytes()
    pages = len(good) // PAGE_BYTES
    for page in range(pages):
        for place in (0, PAGE_BYTES // 2, PAGE_BYTES - 1):
            bad = bytearray(good)
            bad[page * PAGE_BYTES + place] ^= 1 << page % 8
            path.write_bytes(bad)
            found = told_of(closed)
            assert found == [DATABASE] or f"{DATABASE}, page {page + 1}" in found, (page, place)
            path.write_bytes(good)
    assert told_of(closed) == []


def test_another_vaults_database_is_refused(closed, tmp_path):
    other = tmp_path / "Other.casevault"
    new(other)[0].close()
    shutil.copy(other / DATABASE, closed / DATABASE)
    damaged(closed, DATABASE)


def test_a_plain_database_is_refused(closed):
    import sqlite3  # noqa: PLC0415 - the plain one is meant

    (closed / DATABASE).unlink()
    plain = sqlite3.connect(closed / DATABASE)
    plain.executescript("CREATE TABLE meta (vault_id TEXT, gen INTEGER); INSERT INTO meta VALUES ('', 1)")
    plain.close()
    damaged(closed, DATABASE)


def test_a_write_ahead_log_does_not_belong_there(closed):
    (closed / f"{DATABASE}-wal").write_bytes(b"")
    damaged(closed, f"{DATABASE}-wal")


def test_an_older_database_or_header_is_noticed(closed):
    from storage.membership import renew_words  # noqa: PLC0415

    earlier = closed.with_name("earlier")
    shutil.copytree(closed, earlier)
    with opened(closed) as vault:
        renew_words(vault)
    shutil.copy(closed / DATABASE, closed / "kept")
    shutil.copy(earlier / DATABASE, closed / DATABASE)
    with pytest.raises(RolledBack) as told:
        opened(closed)
    assert told.value.file == DATABASE
    (closed / "kept").replace(closed / DATABASE)
    for name in ("header.a", "header.b"):
        shutil.copy(earlier / name, closed / name)
    with pytest.raises(RolledBack) as told:
        opened(closed)
    assert told.value.file == "header.a and header.b"


def test_a_newer_schema_asks_for_a_newer_program(closed):
    with opened(closed) as vault:
        vault._connection.execute("PRAGMA user_version = 9999")
    before = (closed / DATABASE).read_bytes()
    with pytest.raises(TooNew):
        opened(closed)
    assert (closed / DATABASE).read_bytes() == before


def test_a_file_in_the_place_of_the_folder_is_no_vault(tmp_path):
    (tmp_path / "x.casevault").write_bytes(b"")
    with pytest.raises(NotAVault):
        opened(tmp_path / "x.casevault")


def test_damage_met_while_reading_is_told(closed):
    path = closed / DATABASE
    with opened(closed) as vault:
        number = vault._connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answer'").fetchone()[0]
    bad = bytearray(path.read_bytes())
    bad[(number - 1) * PAGE_BYTES + 100] ^= 1
    path.write_bytes(bad)
    with opened(closed) as vault:
        with pytest.raises(Damaged, match=r"vault\.db"), vault.read() as rows:
            rows.cases()
        with vault.read() as rows:
            assert rows.log_head()


def test_an_answer_that_no_program_wrote_is_found(closed):
    with opened(closed) as vault:
        vault._connection.execute("UPDATE answer SET value = '{' WHERE key = 'surname'")
        (only,) = check(vault)
        assert only.code == "record"
        with pytest.raises(Damaged), vault.read() as rows:
            rows.cases()
        vault._connection.execute("UPDATE answer SET value = '\"x\"' WHERE key = 'surname'")
        vault._connection.execute("UPDATE answer SET key = 'hooves' WHERE key = 'forenames'")
        (only,) = check(vault)
        assert "hooves" in only.what.en
