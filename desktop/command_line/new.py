"""``holdfast new``: a vault with its first person."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from casework.refusal import Refused
from desktop.command_line.unlocking import passphrase
from storage.vault import Vault


def run(asked: argparse.Namespace) -> int:
    """Create the vault; the recovery words go to standard output, once."""
    name = asked.name.strip()
    if not name:
        raise Refused("The vault needs the name of its first person: give --name NAME.")
    folder = Path(asked.vault)
    vault, words = Vault.create(folder, name=folder.stem, person=name, passphrase=passphrase(asked))
    vault.close()
    sys.stdout.write(f"{folder}\n")
    sys.stdout.write("Recovery words, shown this once; write them down and lock them away from this computer:\n")
    sys.stdout.write(" ".join(words) + "\n")
    return 0
