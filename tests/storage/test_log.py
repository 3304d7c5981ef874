"""The log: every entry in its place, and every tampering named."""

import json
from datetime import timedelta

import pytest

from casework.record import CaseId
from storage.check import check
from storage.entry import COLUMNS, Entry, beginning
from storage.log_check import Chain

NAMES = ("Thistlewood", "Corin", "handed over at the desk", "B. Chair")


@pytest.fixture
def told(vault):
    """A vault with some forty entries."""
    with vault.write() as rows:
        case = rows.new_case()
        person = rows.add(case.id, "person", {"surname": "Thistlewood", "forenames": "Corin"})
    for n in range(30):
        with vault.write() as rows:
            rows.answer(person.id, "surname", f"Thistlewood {n}")
    with vault.write() as rows:
        rows.consult(case.id, "handed over at the desk")
        rows.disclose(case.id, "pack", "full", "B. Chair", "mappa", 3)
    assert check(vault) == ()
    return vault


def entries(vault):
    with vault.read() as rows:
        return rows.log()[::-1]


def unguarded(vault):
    """The connection without the triggers, as somebody with the key and another program has it."""
    connection = vault._connection
    connection.execute("DROP TRIGGER log_stands")
    connection.execute("DROP TRIGGER log_stays")
    return connection


def where(vault):
    return [(one.code, one.where) for one in check(vault)]


def test_each_operation_has_its_word(told):
    ops = [entry.op for entry in entries(told)]
    assert ops == ["create", "unlock", "collection", *["alteration"] * 30, "consultation", "disclosure"]


def test_ids_and_digests_but_no_name_and_no_text(told):
    held = json.dumps([entry.claims() for entry in entries(told)])
    assert not [name for name in NAMES if name in held]


def test_the_reason_is_a_code_or_stands_apart(told):
    *_, consulted, disclosed = entries(told)
    assert (consulted.reason, disclosed.reason) == ("noted", "mappa")
    with told.read() as rows:
        assert rows.detail(consulted).reason == "handed over at the desk"
        assert rows.detail(disclosed).reason == ""
        copies = rows.copies(CaseId(disclosed.object_id))
    assert disclosed.recipients.split(",") == [one.id for one in copies]
    assert {one.log_head for one in copies} == {disclosed.hash[:8]}


def test_a_transaction_has_one_entry_for_each_case_and_operation(vault):
    with vault.write("combination", "handover") as rows:
        cases = [rows.new_case() for _ in range(3)]
        for case in cases:
            person = rows.add(case.id, "person", {"surname": "Thistlewood"})
            rows.answer(person.id, "forenames", "Corin")
    with vault.write() as rows:
        alias = rows.add(cases[0].id, "alias")
        rows.remove(alias.id)
    latest = entries(vault)[2:]
    assert [(e.op, e.object_id, e.reason) for e in latest] == [
        *[("combination", case.id, "handover") for case in cases],
        ("collection", cases[0].id, ""),
        ("alteration", cases[0].id, ""),
    ]
    with vault.read() as rows:
        assert json.loads(rows.detail(latest[-1]).changes) == [["remove", alias.id, "alias"]]


def test_a_great_change_is_counted_not_spelt(vault):
    with vault.write() as rows:
        case = rows.new_case()
        for _ in range(60):
            rows.add(case.id, "alias")
    with vault.read() as rows:
        assert json.loads(rows.detail(rows.log(1)[0]).changes) == 61


def test_a_read_that_fails_to_be_logged_shows_nothing(vault):
    vault._connection.execute("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(FAIL, 'no'); END")
    with vault.read() as rows:
        before = rows.log_head()
    with pytest.raises(Exception, match="no"), vault.write() as rows:
        rows.new_case()
    with vault.read() as rows:
        assert rows.cases() == ()
        assert rows.log_head() == before
    vault._connection.execute("DROP TRIGGER full")


def test_the_log_refuses_to_be_altered(told):
    for statement in ("UPDATE log SET op = 'lock'", "DELETE FROM log WHERE seq = 3"):
        with pytest.raises(Exception, match="never"):
            told._connection.execute(statement)
    assert check(told) == ()


def test_every_deleted_entry_is_named(told):
    connection = unguarded(told)
    count = len(entries(told))
    for seq in range(1, count + 1):
        connection.execute("BEGIN")
        connection.execute("DELETE FROM log_detail WHERE seq = ?", (seq,))
        connection.execute("DELETE FROM log WHERE seq = ?", (seq,))
        found = where(told)
        connection.execute("ROLLBACK")
        assert found, seq
        assert found[0] == (("log_entry", f"log, entry {seq + 1}") if seq < count else ("log_end", "log"))
    assert check(told) == ()


@pytest.mark.parametrize("column", COLUMNS[1:])
def test_every_altered_entry_is_named(told, column):
    connection = unguarded(told)
    for seq in (1, 2, 17, len(entries(told))):
        value = connection.execute(f"SELECT {column} FROM log WHERE seq = ?", (seq,)).fetchone()[0]
        other = 1 - value if column == "clock_flag" else value + 1 if isinstance(value, int) else altered(value)
        connection.execute("BEGIN")
        connection.execute(f"UPDATE log SET {column} = ? WHERE seq = ?", (other, seq))
        found = where(told)
        connection.execute("ROLLBACK")
        assert ("log_entry", f"log, entry {seq}") in found, (column, seq)


def altered(value):
    return ("1" if value[-1:] == "0" else "0").join([value[:-1], ""]) if value else "0"


def test_exchanged_entries_are_named(told):
    connection = unguarded(told)
    connection.execute("PRAGMA user_version")
    told_of = entries(told)
    for first in (2, 11, 20):
        connection.execute("BEGIN")
        connection.execute("DELETE FROM log_detail")
        rest = [name for name in COLUMNS if name != "seq"]
        sets = ", ".join(f"{name} = ?" for name in rest)
        for seq, source in ((first, told_of[first]), (first + 1, told_of[first - 1])):
            values = [getattr(source, name) for name in rest]
            connection.execute(f"UPDATE log SET {sets} WHERE seq = ?", (*values, seq))
        found = where(told)
        connection.execute("ROLLBACK")
        assert ("log_entry", f"log, entry {first}") in found


def test_a_whole_chain_made_anew_lacks_the_signatures(told):
    """Somebody with the key of the database can chain everything again, but not sign for the others."""
    connection = unguarded(told)
    made, head = [], beginning(told._log.vault)
    for n, entry in enumerate((one for one in entries(told) if one.seq != 20), 1):
        table = {name: getattr(entry, name) for name in COLUMNS} | {"seq": n, "prev": head, "actor_seq": n}
        fresh = Entry(**table)
        head = fresh.computed_hash()
        made.append(Entry(**(table | {"hash": head})))
    connection.execute("DELETE FROM log_detail")
    connection.execute("DELETE FROM log")
    for entry in made:
        places = ", ".join("?" * len(COLUMNS))
        connection.execute(f"INSERT INTO log VALUES ({places})", [getattr(entry, name) for name in COLUMNS])
    connection.execute("UPDATE meta SET log_seq = ?, log_head = ?", (len(made), head))
    connection.execute("UPDATE person SET last_entry = ? WHERE kind = 'person'", (len(made),))
    found = where(told)
    assert found[0] == ("log_entry", "log, entry 20")
    assert len(found) == len(made) - 19


def test_an_exchanged_signing_key_is_noticed(told):
    told._connection.execute("UPDATE person SET sign_public = exchange_public WHERE kind = 'person'")
    assert ("log_key", f"log, member {told._log.actor}") in where(told)


def test_altered_words_beside_an_entry_are_named(told):
    told._connection.execute("UPDATE log_detail SET reason = 'another' WHERE reason <> ''")
    assert where(told) == [("log_detail", f"log, entry {len(entries(told)) - 1}")]


def test_a_chain_takes_no_entry_twice(told):
    all_of_them = entries(told)
    chain = Chain(told._log.vault, told.signing_keys())
    assert [one for entry in all_of_them for one in chain.follow(entry)] == []
    assert [one.where for one in chain.follow(all_of_them[-1])] != []


def test_a_clock_set_back_is_flagged_and_orders_nothing(vault, clock):
    def written():
        with vault.write() as rows:
            rows.new_case()
        return entries(vault)[-1]

    assert written().clock_flag == 0
    clock.now -= timedelta(days=3)
    assert written().clock_flag == 1
    assert written().clock_flag == 0
    clock.now += timedelta(days=2)
    assert written().clock_flag == 1
    assert [entry.seq for entry in entries(vault)] == list(range(1, 7))
    assert check(vault) == ()


def test_a_session_begins_and_ends_in_the_log(folder, vault, reopen):
    vault.close()
    again = reopen()
    assert [entry.op for entry in entries(again)] == ["create", "unlock", "lock", "unlock"]


def test_the_counter_of_commits_counts(vault):
    def counter():
        return vault._connection.execute("SELECT commit_counter FROM meta").fetchone()[0]

    before = counter()
    with vault.write() as rows:
        rows.new_case()
    with vault.write():
        pass
    assert counter() == before + 1
