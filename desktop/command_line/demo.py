"""``holdfast demo``: a training vault of invented cases, and a Level 3 meeting pack from it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from casework.refusal import Refused
from desktop import clock, training
from desktop.files import write_whole
from desktop.operations import papers
from desktop.places import data_folder, has_screen


def run(asked: argparse.Namespace) -> int:
    """Make the vault and the pack, print their paths, and open the application when there is a screen."""
    folder = Path(asked.folder) if asked.folder else data_folder() / "training"
    today = asked.today or clock.today()
    os.umask(0o077)
    sys.stderr.write("Making the training vault and its paper: everybody in it is invented.\n")
    try:
        vault = training.open_or_make(folder, today)
    except OSError as fault:
        raise Refused(f"The training vault cannot be made in {folder}: {fault.strerror}.") from None
    try:
        with vault.read() as rows:
            case = next(one for one in rows.cases() if any(r["level"] == "3" for r in one.of("level")))
        order = papers.Order(case.id, "pack", "The chair, training meeting", "Training: a Level 3 meeting")
        (pack,) = papers.disclose(order, today, clock.now())(vault)
        pdf = papers.made(pack, order)
    finally:
        vault.close()
    paper = folder / f"meeting-pack-{case.ref}.pdf"
    write_whole(paper, pdf)
    sys.stdout.write(f"{folder / training.VAULT_NAME}\n{paper}\n")
    sys.stdout.flush()
    if asked.no_window or not has_screen():
        return 0
    from desktop.app import open_window  # noqa: PLC0415 - Qt is read only when a window is wanted

    return open_window(folder / training.VAULT_NAME)
