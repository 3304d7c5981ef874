"""The header: what it holds, what it refuses before anything is derived, and how its copies stand in for each other."""

import json
import secrets
import time
from dataclasses import replace

import pytest

from storage import kdf
from storage.header import CIPHER, HEADER_MOST, parse, serialised
from storage.header_copies import older_first, read_copies, write_copy
from storage.header_fields import HeaderFault
from storage.problems import Damaged, TooNew
from storage.slot import Sealed
from tests.storage.harness import flips


@pytest.fixture(scope="module")
def made():
    return flips.sample()


def with_slot(made, **also):
    table = json.loads(serialised(made.header))
    table["slots"][0] |= also
    return flips.resummed(table)


def test_a_header_reads_as_it_was_written(made):
    assert parse(serialised(made.header)) == made.header
    table = json.loads(serialised(made.header))
    assert set(table) == {"format", "vault", "gen", "cipher", "slots", "left", "vouches", "mac", "sum"}
    assert (table["format"], table["cipher"]) == (1, CIPHER)
    assert serialised(made.header).isascii()


def test_every_bit_of_both_copies_in_short(made, tmp_path):
    assert sum(flips.every_flip(tmp_path, made, step=23, begin=secrets.randbelow(23)).values()) > 500
    assert sum(flips.every_forged_flip(tmp_path, made, step=11).values()) > 100


def test_every_length(made, tmp_path):
    flips.every_length(tmp_path, made, step=3)


def test_a_transitional_slot_is_carried(made):
    left = Sealed(secrets.token_bytes(80), secrets.token_hex(8), 3, secrets.token_bytes(64), secrets.token_bytes(32))
    person, other, words = made.header.slots
    slots = tuple(replace(one, nonce=b"", wrapped=b"", sealed=left) for one in (person, words))
    header = replace(made.header, slots=(*slots, other))
    header = replace(header, mac=header.computed_mac(made.vault_key))
    assert parse(serialised(header)) == header
    assert [one.opens_for for one in parse(serialised(header)).slots] == ["person", "recovery", "person"]


def test_sixteen_slots_fit_with_everybody_pinned(made):
    full = replace(made.header.slots[0], box=secrets.token_bytes(1 + 64 + 16 * 40 + 16))
    slots = tuple(replace(full, id=secrets.token_hex(8)) for _ in range(16))
    header = replace(made.header, slots=slots)
    assert len(serialised(header)) < HEADER_MOST
    assert len(parse(serialised(header)).slots) == 16
    with pytest.raises(HeaderFault, match="too many"):
        parse(serialised(replace(header, slots=(*slots, replace(full, id=secrets.token_hex(8))))))


@pytest.mark.parametrize(
    "also",
    [
        {"m": 2**31},
        {"m": 64 * 1024 - 1},
        {"m": 2**21, "t": 4},
        {"t": 0},
        {"t": 13},
        {"p": 9},
        {"m": True},
        {"m": 65536.0},
        {"m": "65536"},
        {"keyfile": 0},
        {"label": ""},
        {"label": "a\u200f"},
        {"label": "x" * 41},
        {"label": "\ud800"},
        {"salt": "AB" * 16},
        {"salt": "ab" * 15},
        {"salt": "g" * 32},
        {"id": "\u0661" * 16},
        {"wrap": ""},
        {"kind": "door"},
        {"kind": "recovery"},
        {"more": 1},
        {"box": "00" * 4096},
    ],
)
def test_a_hostile_slot_is_refused_before_any_derivation(made, tmp_path, also, monkeypatch):
    def derived(*_):
        raise AssertionError("a derivation was begun")

    monkeypatch.setattr(kdf.Kdf, "key", derived)
    content = with_slot(made, **also)
    for name in ("header.a", "header.b"):
        (tmp_path / name).write_bytes(content)
    begun = time.monotonic()
    with pytest.raises(HeaderFault):
        parse(content)
    with pytest.raises(Damaged):
        read_copies(tmp_path)
    assert time.monotonic() - begun < 0.5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"[" * 5000,
        b'{"a":' * 9000,
        b"\xff\xfe",
        b" {}",
        b'{"a":1,"a":1}',
        b'{"a":NaN}',
        b'{"a":1e5}',
        b"9" * 5000,
        b"{}" + b" " * HEADER_MOST,
    ],
)
def test_what_is_no_header_is_refused(content):
    with pytest.raises(HeaderFault):
        parse(content)


def test_a_later_format_asks_for_a_later_program(made, tmp_path):
    table = json.loads(serialised(made.header))
    table |= {"format": 2, "something": "new"}
    for name in ("header.a", "header.b"):
        (tmp_path / name).write_bytes(flips.resummed(table))
    with pytest.raises(TooNew, match="newer version"):
        read_copies(tmp_path)


def test_two_slots_do_not_share_an_id(made):
    first, second, third = made.header.slots
    with pytest.raises(HeaderFault, match="one id"):
        parse(serialised(replace(made.header, slots=(first, replace(second, id=first.id), third))))


def test_a_wrap_does_not_serve_another_slot(made, tmp_path):
    first, second, third = made.header.slots
    swapped = replace(first, nonce=second.nonce, wrapped=second.wrapped)
    for name in ("header.a", "header.b"):
        write_copy(tmp_path, name, replace(made.header, slots=(swapped, second, third)))
    assert flips.outcome(tmp_path, made) == "Damaged", "the passphrase opens the box, so the header was changed"


def test_a_removed_slot_and_a_lowered_generation_are_noticed(made, tmp_path):
    for forged in (replace(made.header, slots=made.header.slots[:2]), replace(made.header, gen=6)):
        for name in ("header.a", "header.b"):
            write_copy(tmp_path, name, forged)
        assert flips.outcome(tmp_path, made) == "Damaged"


def test_the_higher_generation_is_read_and_the_older_is_written_first(made, tmp_path):
    later = replace(made.header, gen=8)
    later = replace(later, mac=later.computed_mac(made.vault_key))
    write_copy(tmp_path, "header.a", later)
    write_copy(tmp_path, "header.b", made.header)
    copies = read_copies(tmp_path)
    assert copies.likely == (later, made.header)
    assert copies.bad(later) == ("header.b",)
    assert older_first(copies) == ("header.b", "header.a")
    (tmp_path / "header.a").write_bytes(b"")
    assert older_first(read_copies(tmp_path)) == ("header.a", "header.b")


def test_every_setting_that_was_ever_written_opens():
    for memory, passes, lanes in ((65536, 3, 4), (131072, 3, 4), (262144, 3, 4), (524288, 3, 4)):
        assert kdf.Kdf(memory, passes, lanes).accepted
        assert kdf.Kdf(4 * memory, passes, lanes).accepted or memory * 4 * passes > 6 * 1024 * 1024
