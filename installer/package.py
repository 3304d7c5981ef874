"""``make package``: the one-folder program, checked, and on Debian a package of it. Works in build/ and dist/."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian
import licences
import self_check

ROOT = Path(__file__).resolve().parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
SOURCE, STAGED, PROGRAM = BUILD / "source", BUILD / "staged", DIST / "holdfast"


def main() -> int:
    """Build, check, and say where the results are; a step that fails ends with its own words."""
    settings = reproducible()
    for old in (SOURCE, STAGED, PROGRAM):
        shutil.rmtree(old, ignore_errors=True)
    stage(settings)
    freeze(settings)
    licences.collect(ROOT / "requirements.txt", PROGRAM / "licences")
    self_check.check(PROGRAM)
    made = [PROGRAM]
    if shutil.which("dpkg-deb"):
        package = debian.build(PROGRAM, BUILD / "debian", DIST, settings)
        self_check.check(debian.unpacked(package, BUILD / "unpacked"))
        made.append(package)
    for result in made:
        print(f"{result}  {size(result) / 1e6:.0f} MB")
    return 0


def reproducible() -> dict[str, str]:
    """The environment of every step: its day is that of the last commit, so the same source gives the same bytes."""
    last = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": last.stdout.strip()}


def stage(settings: dict[str, str]) -> None:
    """Install the committed files into build/staged: only an installed project has its data files where they belong."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            target = SOURCE / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    install = ["pip", "install", "-qq", "--no-deps", "--no-index", "--no-build-isolation", "--no-compile"]
    python([*install, "--target", str(STAGED), str(SOURCE)], settings)


def freeze(settings: dict[str, str]) -> None:
    """Run PyInstaller: dist/holdfast is the program with all it needs."""
    paths = ["--distpath", str(DIST), "--workpath", str(BUILD / "frozen")]
    spec = str(ROOT / "installer" / "holdfast.spec")
    python(["PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *paths, spec], settings)


def python(module: list[str], settings: dict[str, str]) -> None:
    """Run a module with this interpreter."""
    subprocess.run([sys.executable, "-m", *module], cwd=ROOT, env=settings, check=True)


def size(result: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    files = [result] if result.is_file() else result.rglob("*")
    return sum(path.stat().st_size for path in files if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
