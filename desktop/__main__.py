"""Entry of the program: the application when nothing is asked, else one command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from desktop.command_line.parser import parse
from desktop.command_line.run import run

_WITH_A_WINDOW = ("window", "demo", "benchmark")
COLLECTED_AFTER = 100_000
"""How much more must be in memory before a command without a window looks for waste: Python's usual 700 takes a tenth
of the time of a start, and finds nothing."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status: 0 done, 1 our defect, 2 input, 3 vault, 4 findings."""
    return run(parse(sys.argv[1:] if argv is None else argv))


def end(status: int) -> NoReturn:
    """End the process at once.

    Everything is saved and closed by now. Qt taking down widgets that Python still holds has been seen to crash
    (PySide 6.12), and what was shown should not stay in memory for as long as that takes.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def program() -> NoReturn:
    """Run what the command line asks for, and end."""
    asked = parse(sys.argv[1:])
    if asked.command not in _WITH_A_WINDOW:
        gc.set_threshold(COLLECTED_AFTER)
    end(run(asked))


if __name__ == "__main__":
    program()
