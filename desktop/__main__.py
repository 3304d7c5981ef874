"""Entry of the program: the application when nothing is asked, else one command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop.command_line.parser import parse
from desktop.command_line.run import run


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status: 0 done, 1 our defect, 2 input, 3 vault, 4 findings."""
    return run(parse(sys.argv[1:] if argv is None else argv))


if __name__ == "__main__":
    sys.exit(main())
