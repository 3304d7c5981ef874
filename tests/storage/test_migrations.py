"""The schema in numbered steps: an old vault becomes a new one, whole or not at all."""

import pytest

from storage import schema
from storage.check import check
from storage.problems import TooNew
from storage.sqlcipher import DatabaseFault
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE, new

ADDED = (
    "CREATE TABLE added (a TEXT NOT NULL) STRICT; INSERT INTO added VALUES ('kept'); CREATE INDEX of_a ON added (a);"
)
FAILING = "CREATE TABLE half (a TEXT) STRICT; UPDATE meta SET name = 'half'; INSERT INTO nowhere VALUES (1);"


def shape(connection):
    return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.fixture
def steps(monkeypatch):
    """Lets a test give later steps."""

    first = schema.steps()

    def given(*also):
        every = (*first, *also)
        monkeypatch.setattr(schema, "steps", lambda: every)

    return given


def opened(folder):
    return Vault.open(folder, bytearray(PASSPHRASE))


def test_steps_are_numbered_without_a_gap():
    assert len(schema.steps()) >= 1
    assert schema.steps()[0].startswith("CREATE TABLE meta")


def test_a_migrated_vault_is_as_a_fresh_one_and_was_backed_up(closed, steps, tmp_path):
    steps(ADDED)
    with opened(closed) as vault:
        assert vault._connection.execute("SELECT a FROM added").fetchall() == [("kept",)]
        migrated = shape(vault._connection)
        assert [entry.op for entry in _log(vault)[:2]] == ["unlock", "migration"]
        with vault.read() as rows:
            assert rows.find("C-00001").name == "THISTLEWOOD, Corin"
        assert check(vault) == ()
    fresh, _ = new(tmp_path / "fresh.casevault")
    with fresh:
        assert shape(fresh._connection) == migrated
    (kept,) = (closed / "backups").iterdir()
    assert kept.name == f"before-schema-{len(schema.steps())}"
    with opened(kept) as vault, vault.read() as rows:
        assert rows.find("C-00001").name == "THISTLEWOOD, Corin"


def test_a_failing_step_leaves_nothing_of_itself(closed, steps):
    with opened(closed) as vault:
        before = shape(vault._connection)
    steps(ADDED, FAILING)
    with pytest.raises(DatabaseFault):
        opened(closed)
    steps(ADDED)
    with opened(closed) as vault:
        assert schema.version(vault._connection) == len(schema.steps())
        assert [row for row in shape(vault._connection) if row not in before and "added" not in str(row)] == []
        assert vault.name == "North team"


def test_a_vault_from_the_future_is_not_touched(closed, steps):
    steps(ADDED)
    opened(closed).close()
    before = (closed / "vault.db").read_bytes()
    steps()
    with pytest.raises(TooNew):
        opened(closed)
    assert (closed / "vault.db").read_bytes() == before


def test_every_table_is_strict(vault):
    tables = [sql for kind, _, sql in shape(vault._connection) if kind == "table" and sql]
    assert len(tables) > 10
    assert all("STRICT" in sql.rsplit(")", 1)[1] for sql in tables)


def _log(vault):
    with vault.read() as rows:
        return rows.log()
