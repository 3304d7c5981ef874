"""The header's two copies: written one after the other, so that a crash or a bad sector leaves one whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casework.text import Text
from storage.fault import DATABASE, told
from storage.files import read_at_most, replace
from storage.finding import Finding
from storage.header import HEADER_MOST, Header, parse, serialised
from storage.header_fields import HeaderFault
from storage.problems import Damaged, NotAVault, TooNew

COPIES = ("header.a", "header.b")


@dataclass(frozen=True, slots=True)
class Copies:
    """What the two files hold: each readable header by its file's name."""

    readable: dict[str, Header]

    @property
    def likely(self) -> tuple[Header, ...]:
        """The different headers that may be the true one, the latest first: a change of them may be half done."""
        newest = max(header.gen for header in self.readable.values())
        found = sorted(self.readable.values(), key=lambda header: -header.gen)
        return tuple(h for n, h in enumerate(found) if h.gen >= newest - 1 and h not in found[:n])

    def findings(self, good: Header) -> tuple[Finding, ...]:
        """What is wrong with copies that are not as the ``good`` one."""
        return tuple(_finding(name, self.readable.get(name)) for name in self.bad(good))

    def bad(self, good: Header) -> tuple[str, ...]:
        """The files that do not hold the ``good`` header."""
        return tuple(name for name in COPIES if self.readable.get(name) != good)


def read_copies(folder: Path) -> Copies:
    """Both copies of a vault's header. Raises NotAVault, TooNew, and Damaged where neither can be read."""
    with told():
        if not folder.is_dir():
            raise NotAVault
    readable: dict[str, Header] = {}
    too_new = present = False
    for name in COPIES:
        with told():
            path = folder / name
            present |= path.exists()
            content = read_at_most(path, HEADER_MOST)
        if content is None:
            continue
        try:
            readable[name] = parse(content)
        except TooNew:
            too_new = True
        except HeaderFault:
            continue
    if not readable:
        if too_new:
            raise TooNew
        if present or (folder / DATABASE).exists():
            raise Damaged(" and ".join(COPIES), "cannot be read")
        raise NotAVault
    return Copies(readable)


def write_copy(folder: Path, name: str, header: Header) -> None:
    """One copy, durably."""
    with told():
        replace(folder / name, serialised(header))


def older_first(copies: Copies) -> tuple[str, ...]:
    """The files in the order in which to write a new header: the worse copy before the better."""
    return tuple(sorted(COPIES, key=lambda name: copies.readable[name].gen if name in copies.readable else 0))


def _finding(name: str, header: Header | None) -> Finding:
    if header is None:
        what = Text("This copy of the header cannot be read; the other one was used.")
    else:
        what = Text("This copy of the header is not as the one that was used.")
    return Finding("header_copy", name, what)
