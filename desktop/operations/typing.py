"""What is typed and no answer yet, kept in the vault's journal; and where the person was."""

from __future__ import annotations

from collections.abc import Mapping

from casework.typed import Spot, Typed
from desktop.operations.intent import Changes, Read, Write
from storage.journal import Left
from storage.vault import Vault


def left() -> Read[Left]:
    """What the person who unlocked left behind. Raises Damaged."""

    def read(vault: Vault) -> Left:
        with vault.read() as rows:
            return rows.left()

    return read


def keep(words: Mapping[Spot, Typed | None], place: str | None = None) -> Write:
    """Keep what stands in editors (None: nothing waits there any more), and the place where it is given."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            for spot, typed in words.items():
                if typed is None:
                    rows.forget_typed(spot)
                else:
                    rows.keep_typed(spot, typed)
            if place is not None:
                rows.stand_at(place)
        return Changes()

    return write


def decline(spot: Spot, typed: Typed) -> Write:
    """Words that came back are not wanted; they stay with the earlier answers of their field."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.decline_typed(spot, typed)
        return Changes()

    return write
