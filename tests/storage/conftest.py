"""A real vault in a temporary folder, with the cheapest derivation that a vault may have."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage import creation
from storage.kdf import FLOOR_KDF
from storage.vault import Vault

PASSPHRASE = b"orbit velvet cactus lumber"


class Clock:
    """A clock that goes on by a second at every look."""

    def __init__(self):
        self.now = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


def new(folder, **also):
    given = {"name": "North team", "person": "Ann Morley", "kdf": FLOOR_KDF, "passphrase": bytearray(PASSPHRASE)}
    return Vault.create(folder, **(given | also))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "North.casevault"


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A vault made once, with what opens it without another derivation, and its recovery words."""
    folder = tmp_path_factory.mktemp("sample") / "sample.casevault"
    asked = creation.Asked("North team", "Ann Morley", "AM", training=False, kdf=FLOOR_KDF, key_file=None)
    unlocked, words = creation.create(folder, asked, bytearray(PASSPHRASE), Clock())
    return folder, unlocked, words


def entered(sample, folder, clock):
    made, unlocked, _ = sample
    shutil.copytree(made, folder)
    fresh = replace(unlocked, vault_key=bytearray(unlocked.vault_key))
    return Vault._entered(folder, lambda _copies: (fresh,), clock)


@pytest.fixture
def vault(sample, folder, clock):
    made = entered(sample, folder, clock)
    yield made
    made.close()


@pytest.fixture
def closed(sample, folder):
    """A closed vault with one case in it; its recovery words stand beside it."""
    with entered(sample, folder, Clock()) as made, made.write() as rows:
        case = rows.new_case()
        rows.add(case.id, "person", {"surname": "Thistlewood", "forenames": "Corin"})
        rows.add(case.id, "scenario", {"name": "Assault", "what": "x" * 20_000})
    (folder.parent / "words").write_text(" ".join(sample[2]))
    return folder


@pytest.fixture
def reopen(folder):
    """Opens the vault of the test again; what is opened is closed at the end."""
    opened = []

    def again(passphrase=PASSPHRASE, place=folder, **also):
        opened.append(Vault.open(place, bytearray(passphrase), **also))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.fixture(autouse=True)
def private_umask():
    before = os.umask(0o077)
    yield
    os.umask(before)
