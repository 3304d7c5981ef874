"""Opening a vault for a command, with the passphrase from a file, standard input or the terminal."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casework.refusal import Refused
from storage.vault import Vault


@contextmanager
def unlocked(asked: argparse.Namespace) -> Iterator[Vault]:
    """The vault that the arguments name, open until the block ends."""
    vault = Vault.open(Path(asked.vault), passphrase(asked), person=asked.person)
    try:
        yield vault
    finally:
        vault.close()


def passphrase(asked: argparse.Namespace) -> bytearray:
    """The passphrase as bytes to be wiped by whoever derives from it. Raises Refused when there is none."""
    source = asked.passphrase_file
    if source is None:
        if not sys.stdin.isatty():
            raise Refused("There is no terminal to ask for the passphrase: give --passphrase-file FILE (or -).")
        return bytearray(getpass.getpass("Passphrase: ").encode())
    if source == "-":
        first = sys.stdin.buffer.readline()
    else:
        try:
            with Path(source).open("rb") as file:
                first = file.readline()
        except OSError:
            raise Refused(f"The passphrase file {source} cannot be read: check its name and your rights.") from None
    found = bytearray(first.rstrip(b"\r\n"))
    if not found:
        raise Refused("The passphrase is empty: its place is the first line of the file or of standard input.")
    return found
