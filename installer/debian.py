"""The Debian package of the frozen program: a folder laid out as it will be installed, then dpkg-deb."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

import licences

HERE = Path(__file__).resolve().parent
FOLDER = Path("usr/lib/holdfast")
# What every program of Python and C++ needs; Qt's libraries stand in needs.txt.
ALWAYS = ("libgcc-s1", "libstdc++6", "zlib1g")
CONTROL = """\
Package: holdfast
Version: {version}
Architecture: {architecture}
Maintainer: The Holdfast developers <developers@holdfast.invalid>
Installed-Size: {kilobytes}
Depends: {depends}
Section: misc
Priority: optional
Description: encrypted case files, plans, orders and paper for MAPPA, offline
 Holdfast keeps encrypted case files on one laptop, guides the writing of a risk
 management plan, tracks restrictive orders with the dates that the law gives
 them, and prints the paper for a Level 2 or 3 meeting. It never uses a network.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Holdfast

Files: *
Copyright: 2026 The Holdfast developers
License: MIT
Comment:
{libraries}
 .
 Their licence texts are in /{folder}/licences.

License: MIT
{licence}
"""


def build(program: Path, work: Path, out: Path, settings: dict[str, str]) -> Path:
    """Package the program's folder; returns the .deb. ``work`` is emptied first; times come from SOURCE_DATE_EPOCH."""
    shutil.rmtree(work, ignore_errors=True)
    lay_out(program, work)
    (work / "DEBIAN").mkdir()
    version, architecture = version_of(program), printed(["dpkg", "--print-architecture"])
    control = CONTROL.format(
        version=version, architecture=architecture, kilobytes=kilobytes(work), depends=", ".join(depends())
    )
    (work / "DEBIAN" / "control").write_text(control, "utf-8")
    stamp(work, int(settings["SOURCE_DATE_EPOCH"]))
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"holdfast_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", work, package], env=settings, check=True
    )
    return package


def lay_out(program: Path, root: Path) -> None:
    """Put the program, its command, its menu entry, its icon and its copyright where Debian wants them."""
    shutil.copytree(program, root / FOLDER, symlinks=True)
    share = root / "usr" / "share"
    places = {
        HERE / "holdfast.desktop": share / "applications" / "holdfast.desktop",
        HERE / "holdfast.svg": share / "icons" / "hicolor" / "scalable" / "apps" / "holdfast.svg",
    }
    for source, target in places.items():
        target.parent.mkdir(parents=True)
        shutil.copyfile(source, target)
    about = share / "doc" / "holdfast" / "copyright"
    about.parent.mkdir(parents=True)
    about.write_text(copyright_notice(program), "utf-8")
    command = root / "usr" / "bin" / "holdfast"
    command.parent.mkdir()
    command.symlink_to("../lib/holdfast/holdfast")


def copyright_notice(program: Path) -> str:
    """Ours and, in a comment, whose libraries are carried under which licence."""
    carried = (program / "licences" / licences.SUMMARY).read_text("utf-8")
    licence = (HERE.parent / "LICENSE").read_text("utf-8")
    return COPYRIGHT.format(libraries=indented(carried), licence=indented(licence), folder=FOLDER)


def indented(text: str) -> str:
    """A field's continuation lines: one space before each, a full stop on the empty ones."""
    return "\n".join(f" {line or '.'}" for line in text.strip().splitlines())


def depends() -> list[str]:
    """The Debian packages that the program needs: those of needs.txt for "run", and the C library of this machine."""
    lines = [line.split() for line in (HERE / "needs.txt").read_text("utf-8").splitlines()]
    needed = {line[2] for line in lines if line and line[0] == "run"}
    return [f"libc6 (>= {platform.libc_ver()[1]})", *sorted(needed | set(ALWAYS))]


def stamp(root: Path, seconds: int) -> None:
    """Give everything the same time and plain permissions, whatever the umask of the builder."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def kilobytes(root: Path) -> int:
    """The size that the package takes when it is installed."""
    return sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024


def version_of(program: Path) -> str:
    """The version that the program itself tells."""
    return printed([str(program / "holdfast"), "--version"]).split()[-1]


def unpacked(package: Path, into: Path) -> Path:
    """The program's folder out of a package, as an installation would lay it."""
    shutil.rmtree(into, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--extract", package, into], check=True)
    return into / FOLDER


def printed(command: list[str]) -> str:
    """What a command writes on standard output."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
