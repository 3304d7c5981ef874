"""The key of a passphrase derived once a process: what a test does with a vault, not what Argon2id costs, is tried."""

from __future__ import annotations

from functools import cache

import pytest

from storage.kdf import Kdf

_key = Kdf.key


def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the end of the test: every key costs what it costs."""
    monkeypatch.setattr(Kdf, "key", _key)


def once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the end of the test: the same passphrase, salt and settings are not derived a second time."""
    monkeypatch.setattr(Kdf, "key", _kept)


def _kept(kdf: Kdf, passphrase: bytearray, salt: bytes, key_file: bytes | None = None) -> bytearray:
    return bytearray(_derived(kdf, bytes(passphrase), salt, key_file))


@cache
def _derived(kdf: Kdf, passphrase: bytes, salt: bytes, key_file: bytes | None) -> bytes:
    return bytes(_key(kdf, bytearray(passphrase), salt, key_file))
