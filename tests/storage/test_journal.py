"""The journal: what is typed and no answer yet is kept, comes back as it was, and is nobody else's."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.answer import Absent
from casework.typed import Spot, Typed, read_typed, write_typed
from storage import membership, sittings
from storage.check import check
from storage.kdf import FLOOR_KDF
from storage.problems import Damaged, DiskFull
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE

MARK = "quagga at the gate"
ANY = st.text(st.characters(), max_size=40)


@pytest.fixture
def scenario(vault):
    """A scenario of a case, and the spot of its running text."""
    with vault.write() as rows:
        case = rows.new_case()
        made = rows.add(case.id, "scenario", {"what": "First."})
    return Spot(case.id, made.id, "what")


def typed(words, cursor=None):
    at = len(words) if cursor is None else cursor
    return Typed((words,), 0, at, at)


def left(vault):
    with vault.read() as rows:
        return rows.left()


@given(st.lists(ANY, min_size=1, max_size=3), st.integers(0, 9), st.integers(0, 99), st.integers(0, 99))
def test_whatever_can_be_typed_is_written_and_read(words, box, cursor, anchor):
    was = Typed(tuple(words), box, cursor, anchor)
    line = write_typed(was)
    assert line.isascii()
    assert read_typed(line) == was


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", '{"words": [1], "at": [0, 0, 0]}', '{"words": ["a"], "at": ["0", 0, 0]}']
)
def test_what_is_no_typed_words_is_refused(line):
    with pytest.raises(ValueError, match=r".*"):
        read_typed(line)


def test_the_last_words_and_the_place_come_back_and_the_log_knows_nothing(vault, scenario):
    with vault.read() as rows:
        head = rows.log_head()
    for words in ("First. And then", "First. And then \ud800 more"):
        with vault.write() as rows:
            rows.keep_typed(scenario, typed(words, 3))
            rows.stand_at('{"page": "case"}')
    found = left(vault)
    (only,) = found.waiting
    assert (only.spot, only.typed, only.overtaken) == (scenario, typed("First. And then \ud800 more", 3), False)
    assert found.place == '{"page": "case"}'
    assert only.at <= found.at
    with vault.read() as rows:
        assert rows.log_head() == head
        assert rows.history(scenario.record) == ()
    assert check(vault) == ()


def test_a_kept_answer_lets_go_of_what_was_typed_there_and_of_nothing_else(vault, scenario):
    other = Spot(scenario.case, scenario.record, "to_whom")
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("First. Second."))
        rows.keep_typed(other, typed("half"))
        rows.keep_typed(Spot("", "new case", "surname"), typed("Thistle"))
        rows.answer(scenario.record, "what", "First. Second.")
    assert {one.spot.key for one in left(vault).waiting} == {"to_whom", "surname"}
    with vault.write() as rows:
        rows.forget_typed(other)
        rows.forget_typed(Spot("", "new case", "surname"))
        rows.stand_at("")
    assert left(vault).waiting == ()
    assert not left(vault).place


def test_a_refused_answer_leaves_the_journal_as_it_was(vault, scenario):
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("x" * 1_000_001))
    with pytest.raises(Exception, match="too long"), vault.write() as rows:
        rows.answer(scenario.record, "what", "x" * 1_000_001)
    (only,) = left(vault).waiting
    assert len(only.typed.words[0]) == 1_000_001


def test_words_are_told_apart_that_were_overtaken_by_another_person(vault, folder, scenario, clock):
    second = b"violin basket mirror candle"
    membership.add_person(vault, "Bea Nolan", bytearray(second), kdf=FLOOR_KDF)
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("First. Mine"))
    vault.close()
    with Vault.open(folder, bytearray(second), person="BN", clock=clock) as hers:
        assert left(hers).waiting == ()
        with hers.write() as rows:
            rows.answer(scenario.record, "what", "Hers.")
    with Vault.open(folder, bytearray(PASSPHRASE), person="AM", clock=clock) as mine:
        (only,) = left(mine).waiting
        assert (only.typed.words, only.overtaken) == (("First. Mine",), True)


def test_declined_words_wait_no_longer_and_stay_with_the_record(vault, scenario):
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("Not this"))
        rows.decline_typed(scenario, typed("Not this"))
        rows.keep_typed(scenario, typed("But this"))
    with vault.read() as rows:
        (declined,) = rows.declined(scenario.record)
    assert (declined.key, declined.typed.words, declined.who) == ("what", ("Not this",), "Ann Morley")
    assert [one.typed.words for one in left(vault).waiting] == [("But this",)]


def test_erasing_a_case_erases_what_was_typed_about_it(vault, scenario):
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("Not this"))
        rows.decline_typed(scenario, typed("Not this"))
        rows.keep_typed(scenario, typed(MARK))
        rows.stand_at(f'{{"case": "{scenario.case}"}}')
        rows.erase(scenario.case)
    assert left(vault).waiting == ()
    assert not left(vault).place
    assert vault._connection.execute("SELECT count(*) FROM journal").fetchone() == (0,)


def test_damaged_words_are_said_and_found(vault, scenario):
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("x"))
    vault._connection.execute("UPDATE journal SET typed = '{}'")
    with pytest.raises(Damaged):
        left(vault)
    assert [one.code for one in check(vault)] == ["journal"]


def test_a_full_disk_is_told_and_leaves_the_words_before(vault, scenario, monkeypatch):
    with vault.write() as rows:
        rows.keep_typed(scenario, typed("before"))
    most = vault._connection.execute("PRAGMA page_count").fetchone()[0]
    vault._connection.set_authorizer(None)
    vault._connection.execute(f"PRAGMA max_page_count = {most}")
    with pytest.raises(DiskFull), vault.write() as rows:
        rows.keep_typed(scenario, typed("after" * 100_000))
    assert [one.typed.words for one in left(vault).waiting] == [("before",)]


def test_nothing_typed_can_be_read_in_the_folder(vault, folder, scenario):
    with vault.write() as rows:
        rows.keep_typed(scenario, typed(MARK * 500))
    held = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    for spelt in (MARK.encode(), MARK.encode("utf-16-le"), MARK[:8].encode()):
        assert spelt not in held


# the history of one sitting


def history(vault, spot):
    with vault.read() as rows:
        return [one.answer for one in rows.history(spot.record) if one.key == spot.key]


def write(vault, spot, *texts):
    for text in texts:
        with vault.write() as rows:
            rows.answer(spot.record, spot.key, text)


def test_one_sitting_is_one_step_of_the_history(vault, scenario, clock):
    write(vault, scenario, "First. Sec", "First. Second.", "Zero. First. Second.", "Zero. First. Secund.")
    assert history(vault, scenario) == []
    clock.now += timedelta(minutes=6)
    write(vault, scenario, "Zero. First. Second. Third.", "Zero. First. Second. Third. Fourth.")
    assert history(vault, scenario) == ["Zero. First. Secund."]


def test_what_is_taken_out_stays_in_the_history_though_it_was_written_just_now(vault, scenario):
    long = "First. " + "A paragraph that took some time to write. " * 3
    write(vault, scenario, long, "First.", "First. Anew.")
    assert history(vault, scenario) == [long]
    write(vault, scenario, Absent.UNKNOWN, "Again.")
    assert history(vault, scenario) == [Absent.UNKNOWN, "First. Anew.", long]


def test_another_person_begins_another_sitting(vault, folder, scenario, clock):
    second = b"violin basket mirror candle"
    membership.add_person(vault, "Bea Nolan", bytearray(second), kdf=FLOOR_KDF)
    vault.close()
    with Vault.open(folder, bytearray(second), person="BN", clock=clock) as hers:
        write(hers, scenario, "First. Hers.", "First. Hers. More.")
        assert history(hers, scenario) == ["First."]


def test_short_answers_are_steps_of_their_own(vault, scenario):
    likely = Spot(scenario.case, scenario.record, "name")
    write(vault, likely, "Now", "Now and then", "Now and then again")
    assert len(history(vault, likely)) == 2


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("ab ", max_size=60), min_size=1, max_size=8))
def test_whatever_stood_is_held_by_a_later_step_or_the_history(vault, scenario, texts):
    """But for slips: no run of more than 16 letters that once stood is lost."""
    write(vault, scenario, *texts)
    with vault.read() as rows:
        now = rows.case(scenario.case).get(scenario.record)["what"]
    steps = [*history(vault, scenario)[::-1], now]
    kept = [one if isinstance(one, str) else "" for one in steps]
    for text in texts:
        lost = min(_taken_out(text, one) for one in kept)
        assert lost <= sittings.MENDED_MOST * len(texts), (text, kept)


def _taken_out(before: str, now: str) -> int:
    start = next((n for n in range(min(len(before), len(now))) if before[n] != now[n]), min(len(before), len(now)))
    rest, left_ = before[start:], now[start:]
    end = next(
        (n for n in range(min(len(rest), len(left_))) if rest[-1 - n] != left_[-1 - n]), min(len(rest), len(left_))
    )
    return len(rest) - end
