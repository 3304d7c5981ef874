"""What an area's policy decides, as settings of a vault: numbers, and the statement that is read at meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from casework.breaches import REVIEW_AT, review_at
from casework.copy_register import BACK_WITHIN, back_within
from casework.devices import INSPECT_EVERY, inspect_every
from casework.meetings import statement
from casework.meetings.figures import figures, typed_figure
from desktop.operations.intent import Changes, Read, Write
from storage.vault import Vault

SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Number:
    """A setting that is a whole number; ``read`` gives it from the settings, or Refused where it is none."""

    key: str
    read: Callable[[Mapping[str, str]], int]


NUMBERS = (
    Number(REVIEW_AT, review_at),
    Number(INSPECT_EVERY, inspect_every),
    Number(BACK_WITHIN, back_within),
    *(Number(code, partial(typed_figure, code)) for code in figures()),
)


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


@dataclass(frozen=True, slots=True)
class Statements:
    """Every version of the confidentiality and diversity statement, the newest first, and the words as last typed."""

    versions: tuple[statement.Statement, ...]
    typed: str
    next_number: str


def statements() -> Read[Statements]:
    """The statement in all its versions."""

    def read(vault: Vault) -> Statements:
        with vault.read() as rows:
            settings = rows.settings()
        return Statements(statement.statements(settings), statement.typed(settings), statement.next_number(settings))

    return read


def type_statement(words: str) -> Write:
    """Keep words that are not a version yet; no meeting shows them."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.set_setting(statement.DRAFT, words)
        return Changes()

    return write


def keep_statement(words: str, today: date) -> Write:
    """Make words the next version, in the name of whoever unlocked. Raises Refused where they make none."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            by = rows.people().get(rows.actor, "")
            one = statement.next_version(rows.settings(), words, today, by)
            rows.set_setting(*statement.kept(one))
            rows.set_setting(statement.DRAFT, "")
        return Changes(kinds=frozenset({SETTING}))

    return write
