"""Nothing legible leaves the vault: no text, no key, no second way to try a passphrase."""

import base64
import hashlib
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from storage import sqlcipher
from storage.backup import back_up
from storage.opening import database_key
from storage.secret import derived, unwrap, wipe, wrap
from storage.sqlcipher import PAGE_BYTES, connect, create_empty, statements, uri_of
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE, new

ROOT = Path(__file__).parents[2]
CANARIES = [f"Zyxwolf{n}quag" for n in range(200)]


def held(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spellings(secret):
    """A secret as it might stand in a file."""
    yield secret
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    yield base64.b64encode(secret).rstrip(b"=")
    yield base64.urlsafe_b64encode(secret).rstrip(b"=")


def found(needles, folder):
    return [(path.name, n) for path, content in held(folder).items() for n, one in enumerate(needles) if one in content]


def test_no_word_is_legible_in_any_file_at_any_moment(folder):
    vault, _ = new(folder, name=CANARIES[0], person=f"{CANARIES[1]} {CANARIES[2]}")
    needles = [one.encode() for one in CANARIES] + [one.encode("utf-16-le") for one in CANARIES]
    with vault.write(reason=CANARIES[3]) as rows:
        case = rows.new_case(CANARIES[4])
        for canary in CANARIES[5:]:
            alias = rows.add(case.id, "alias", {})
            record = rows.add(case.id, "scenario", {"name": canary, "what": canary * 400})
            rows.answer(record.id, "name", f"{canary} again")
            rows.remove(alias.id)
        rows.set_setting(CANARIES[0], CANARIES[1])
        rows.disclose(case.id, "pack", "full", CANARIES[2], CANARIES[3])
        assert (folder / "vault.db-journal").stat().st_size > 0
        assert found(needles, folder) == []
    back_up(folder, "kept", vault._connection, database_key(vault.unlocked), vault.unlocked.header)
    assert found(needles, folder) == []
    with vault.write() as rows:
        rows.erase(case.id)
    vault.close()
    assert found(needles, folder) == []
    assert len(held(folder)) > 8


def test_no_key_and_no_hash_of_the_passphrase_is_kept(folder):
    vault, words = new(folder)
    keys = [bytes(vault.unlocked.vault_key), bytes(database_key(vault.unlocked))]
    keys += [vault.unlocked.box.sign.private_bytes_raw(), vault.unlocked.box.exchange.private_bytes_raw()]
    slot = vault.unlocked.slot
    keys.append(bytes(slot.kdf.key(bytearray(PASSPHRASE), slot.salt)))
    keys.append(bytes(derived(vault.unlocked.vault_key, "header-mac", bytes.fromhex(vault.unlocked.header.vault))))
    vault.close()
    salts = (b"", slot.salt, slot.salt.hex().encode(), bytes.fromhex(vault.unlocked.header.vault))
    for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"):
        for salt in salts:
            keys += [hashlib.new(name, salt + PASSPHRASE).digest(), hashlib.new(name, PASSPHRASE + salt).digest()]
    needles = [spelt for key in keys for spelt in spellings(key)]
    needles += [PASSPHRASE, " ".join(words).encode(), "".join(words).encode()]
    assert found(needles, folder) == []


def test_only_the_passphrase_of_its_own_slot_opens_a_copied_vault(closed, tmp_path):
    """All there is in the folder, copied elsewhere, is worth nothing without a passphrase."""
    header = (closed / "header.a").read_text()
    assert header.count('"wrap"') == 2
    assert {path.name for path in closed.iterdir()} == {
        *("header.a", "header.b", "vault.db", "vault.db-journal", "lock", "ballast", "backups"),
    }
    assert (closed / "lock").read_bytes() == b""


def legible(folder, key):
    """The database's pages without their encryption: AES-256-CBC, the vector in the 80 reserved bytes of each."""
    content = (folder / "vault.db").read_bytes()
    for at in range(0, len(content), PAGE_BYTES):
        page = content[at : at + PAGE_BYTES]
        body, vector = page[16 if at == 0 else 0 : PAGE_BYTES - 80], page[PAGE_BYTES - 80 : PAGE_BYTES - 64]
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
        yield decryptor.update(body) + decryptor.finalize()


def test_an_erased_case_is_overwritten_even_inside_the_encryption(folder):
    vault, _ = new(folder)
    key = bytes(database_key(vault.unlocked))
    with vault.write() as rows:
        case = rows.new_case()
        rows.add(case.id, "scenario", {"what": CANARIES[7] * 2000})
    assert CANARIES[7].encode() in b"".join(legible(folder, key))
    with vault.write() as rows:
        rows.erase(case.id)
    vault.close()
    assert CANARIES[7].encode() not in b"".join(legible(folder, key))
    assert b"Ann Morley" in b"".join(legible(folder, key))


def test_the_database_is_set_as_it_must_be(vault):
    raw = vault._connection
    raw.set_authorizer(None)
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "trusted_schema": 0,
        "foreign_keys": 1,
        "cell_size_check": 1,
        "temp_store": 2,
        "cipher_memory_security": "1",
        "cipher_page_size": "4096",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "cipher_log_level": "NONE",
    }
    assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


def test_the_engine_is_the_one_that_was_examined(vault):
    raw = vault._connection
    raw.set_authorizer(None)
    assert raw.execute("SELECT sqlite_version()").fetchone()[0] == "3.53.4"
    assert raw.execute("PRAGMA cipher_version").fetchone()[0] == "4.19.0 community"


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'plain.db' AS plain KEY ''",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA writable_schema = ON",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = OFF",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
        "VACUUM INTO 'plain.db'",
    ],
)
def test_the_connection_refuses_what_could_leak(vault, statement, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    with pytest.raises(sqlcipher.DatabaseFault, match="authoriz"):
        vault._connection.execute(statement)
    assert set(tmp_path.iterdir()) == before


def test_a_missing_file_is_not_created(tmp_path):
    with pytest.raises(sqlcipher.DatabaseFault):
        connect(tmp_path / "none.db", bytearray(32))
    assert not list(tmp_path.iterdir())


def test_keys_are_wiped_when_they_have_served(tmp_path, folder):
    create_empty(tmp_path / "x.db")
    key = bytearray(b"k" * 32)
    connect(tmp_path / "x.db", key).close()
    assert key == bytes(32)
    vault, _ = new(folder)
    kept = vault.unlocked.vault_key
    assert any(kept)
    vault.close()
    assert kept == bytes(32)
    wipe(key)


def test_a_wrap_opens_only_under_its_key_and_for_its_purpose():
    key, nonce, secret = bytearray(os.urandom(32)), os.urandom(12), bytearray(b"s" * 32)
    wrapped = wrap(key, nonce, secret, {"what": "box"})
    assert unwrap(key, nonce, wrapped, {"what": "box"}) == secret
    assert unwrap(key, nonce, wrapped, {"what": "vault key"}) is None
    assert unwrap(bytearray(32), nonce, wrapped, {"what": "box"}) is None
    assert unwrap(key, nonce, wrapped[:-1], {"what": "box"}) is None
    assert unwrap(key, nonce, b"", {"what": "box"}) is None


def test_exceptions_hold_no_name(closed):
    secretive = closed.with_name("Thistlewood.casevault")
    closed.rename(secretive)
    for content in (b"", b"x" * 5000):
        (secretive / "vault.db").write_bytes(content)
        try:
            Vault.open(secretive, bytearray(PASSPHRASE))
        except Exception as fault:  # noqa: BLE001 - whatever it is
            told = f"{fault} {fault!r} {fault.__cause__!r}"
    assert "Thistlewood" not in told
    assert str(secretive.parent) not in told


HARDENED = """
import ctypes, os, resource
from storage.process import harden
prctl, dumpable = ctypes.CDLL(None).prctl, 3
print(prctl(dumpable))
harden()
print(prctl(dumpable))
print(resource.getrlimit(resource.RLIMIT_CORE))
print(oct(os.umask(0)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
def test_a_hardened_process_is_not_read_and_leaves_no_core():
    done = subprocess.run([sys.executable, "-c", HARDENED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["1", "0", "(0, 0)", "0o77"]


def test_statements_are_told_apart_with_triggers_whole():
    script = "CREATE TABLE a (b); CREATE TRIGGER c BEFORE DELETE ON a BEGIN SELECT 1; SELECT ';'; END;\n"
    first, second = statements(script)
    assert first == "CREATE TABLE a (b);"
    assert second.endswith("END;")
    with pytest.raises(ValueError, match="middle"):
        statements("CREATE TRIGGER c BEFORE DELETE ON a BEGIN SELECT 1;")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (
            PurePosixPath("/home/a b/x?y#z%.casevault/vault.db"),
            "file:///home/a%20b/x%3Fy%23z%25.casevault/vault.db?mode=rw",
        ),
        (
            PureWindowsPath("C:\\Users\\Ann\\é.casevault\\vault.db"),
            "file:///C:/Users/Ann/%C3%A9.casevault/vault.db?mode=rw",
        ),
        (PureWindowsPath("\\\\server\\share\\vault.db"), "file:////server/share/vault.db?mode=rw"),
    ],
)
def test_a_path_of_any_system_is_spelt_for_the_database(path, uri):
    assert uri_of(path) == uri


def test_a_folder_of_any_name_is_opened(tmp_path):
    made, _ = new(tmp_path / "Tîm 1 # 50%?mode=ro&x.casevault")
    made.close()
    with Vault.open(made.folder, bytearray(PASSPHRASE)) as vault:
        assert vault.name == "North team"
