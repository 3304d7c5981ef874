"""What a person does with a whole vault: see what it shows closed, open it, make one, come back in by the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from casework.refusal import Refused
from desktop.operations.intent import Read
from desktop.training import WORDS_FILE
from storage import recovery
from storage.backup import BACKUPS
from storage.membership import renew_words, replace_person
from storage.vault import SUFFIX, Vault, describe


@dataclass(frozen=True, slots=True)
class Face:
    """A closed vault: its name, who uses it, the day of its last backup, where a training vault's passphrase stands."""

    name: str
    people: tuple[str, ...]
    backed_up: date | None
    passphrase_file: str = ""


def face(folder: Path) -> Face:
    """What can be told of a vault without its passphrase. Raises VaultProblem."""
    shown = describe(folder)
    beside = folder.parent / WORDS_FILE
    return Face(shown.name, shown.people, backed_up(folder), str(beside) if beside.exists() else "")


def backed_up(folder: Path) -> date | None:
    """The day of the newest complete backup in the vault's folder."""
    try:
        times = [one.stat().st_mtime for one in (folder / BACKUPS).iterdir() if not one.name.startswith(".")]
    except OSError:
        return None
    return datetime.fromtimestamp(max(times)).astimezone().date() if times else None


@dataclass(frozen=True, slots=True)
class About:
    """An open vault: its folder and name, who unlocked it and how."""

    folder: Path
    name: str
    person: str = field(repr=False)
    training: bool
    by_recovery: bool
    backed_up: date | None
    repaired: bool


def about(vault: Vault) -> About:
    """What the window shows of an open vault."""
    day = backed_up(vault.folder)
    return About(
        vault.folder, vault.name, vault.person, vault.training, vault.opened_by_recovery, day, bool(vault.found)
    )


def opened(folder: Path, passphrase: bytearray, person: str | None = None) -> Callable[[], Vault]:
    """Open with a passphrase, which is wiped. Raises VaultProblem."""
    return lambda: Vault.open(folder, passphrase, person=person)


def recovered(folder: Path, words: str) -> Callable[[], Vault]:
    """Open with the recovery words. Raises VaultProblem."""
    return lambda: Vault.open_by_recovery(folder, words)


def renewed(label: str, name: str, passphrase: bytearray) -> Read[tuple[str, ...]]:
    """After the recovery words: a new place for the person of a label, and twelve new words. Raises Refused."""

    def renew(vault: Vault) -> tuple[str, ...]:
        replace_person(vault, label, name, passphrase)
        return renew_words(vault)

    return renew


@dataclass(slots=True)
class Creation:
    """A vault to be made, and the recovery words once it is."""

    folder: Path
    person: str
    passphrase: bytearray
    words: tuple[str, ...] = ()

    def __call__(self) -> Vault:
        """Make the vault; it stays open. Raises Refused and VaultProblem."""
        vault, self.words = Vault.create(
            self.folder, name=self.folder.name.removesuffix(SUFFIX), person=self.person, passphrase=self.passphrase
        )
        return vault


def place(parent: Path, name: str) -> Path:
    """The folder of a new vault. Raises Refused for a name that cannot be one, or is taken."""
    plain = name.strip()
    if not plain or plain.startswith(".") or any(mark in plain for mark in '\\/:*?"<>|') or not plain.isprintable():
        raise Refused('The name becomes a folder: use letters, figures and spaces, none of \\ / : * ? " < > |', "name")
    found = parent / f"{plain.removesuffix(SUFFIX)}{SUFFIX}"
    if found.exists():
        raise Refused("There is a vault with that name there already: choose another name, or open that one.", "name")
    return found


def suggestion() -> str:
    """A passphrase of random words."""
    return recovery.suggested_passphrase()
