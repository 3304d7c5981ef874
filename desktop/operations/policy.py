"""What an area's policy decides, as settings of a vault: when a manager looks at warnings, how often to inspect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casework.breaches import REVIEW_AT, review_at
from casework.devices import INSPECT_EVERY, inspect_every
from desktop.operations.intent import Changes, Read, Write
from storage.vault import Vault

SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Number:
    """A setting that is a whole number; ``read`` gives it from the settings, or Refused where it is none."""

    key: str
    read: Callable[[Mapping[str, str]], int]


NUMBERS = (Number(REVIEW_AT, review_at), Number(INSPECT_EVERY, inspect_every))


def numbers() -> Read[dict[str, int]]:
    """Every number as it stands, the recommended one where none was set."""

    def read(vault: Vault) -> dict[str, int]:
        with vault.read() as rows:
            settings = rows.settings()
        return {one.key: one.read(settings) for one in NUMBERS}

    return read


def set_number(key: str, typed: str) -> Write:
    """Set a number as it was typed. Raises Refused with the key where it is none."""

    def write(vault: Vault) -> Changes:
        number = next(one for one in NUMBERS if one.key == key).read({key: typed})
        with vault.write() as rows:
            rows.set_setting(key, str(number))
        return Changes(kinds=frozenset({SETTING}))

    return write
