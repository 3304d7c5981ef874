"""``holdfast check``: is the vault whole."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from desktop.command_line.run import FINDINGS
from desktop.command_line.unlocking import unlocked
from storage.check import check


def run(asked: argparse.Namespace) -> int:
    """Check every page, both header copies, the log and every record; status 4 when something is found."""
    sys.stderr.write(f"Checking {Path(asked.vault).name}\n")
    with unlocked(asked) as vault:
        found = check(vault)
    if asked.json:
        shaped = [{"where": one.where, "what": one.what.en} for one in found]
        sys.stdout.write(json.dumps({"findings": shaped}, ensure_ascii=False, indent=1) + "\n")
    else:
        for one in found:
            sys.stdout.write(f"{one.where}: {one.what.en}\n")
        if not found:
            sys.stdout.write("The vault is whole: pages, header copies, log and records.\n")
    return FINDINGS if found else 0
