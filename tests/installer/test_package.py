"""What goes into the packages, and the check that finds what is missing from a frozen program."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import debian
import licences
import pytest
import self_check

from desktop.version import VERSION

ROOT = Path(__file__).parents[2]
TIME = {"SOURCE_DATE_EPOCH": "1700000000", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="not a Debian")


def data_files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", *self_check.PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in listed.stdout.splitlines() if not name.endswith(".py") and (ROOT / name).is_file()]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder laid out as the frozen program, with a program in it that only tells its version."""
    folder = tmp_path / "program"
    for name in data_files():
        target = folder / "_internal" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    (folder / "holdfast").write_text(f"#!/bin/sh\necho holdfast {VERSION}\n", "utf-8")
    (folder / "holdfast").chmod(0o700)
    licences.collect(ROOT / "requirements.txt", folder / "licences")
    return folder


def test_one_version_everywhere() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_every_data_file_is_of_a_kind_that_an_installation_takes_along() -> None:
    kinds = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]["*"]
    assert [name for name in data_files() if not any(fnmatch(Path(name).name, kind) for kind in kinds)] == []


def test_a_program_with_every_data_file_passes(program: Path) -> None:
    assert self_check.count_data(program) == len(data_files())


def test_a_missing_definition_is_found(program: Path) -> None:
    lost = next(name for name in data_files() if name.endswith(".toml"))
    (program / "_internal" / lost).unlink()
    with pytest.raises(SystemExit, match=f"{lost} is not in the program"):
        self_check.count_data(program)


def test_a_changed_definition_is_found(program: Path) -> None:
    changed = next(name for name in data_files() if name.endswith(".toml"))
    (program / "_internal" / changed).write_text("another = 1\n", "utf-8")
    with pytest.raises(SystemExit, match=f"{changed} is not the checkout's"):
        self_check.count_data(program)


def test_a_network_module_is_found(program: Path) -> None:
    (program / "_internal" / "QtNetwork.abi3.so").touch()
    with pytest.raises(SystemExit, match="network module"):
        self_check.no_network(program)


def test_a_program_that_knows_other_documents_is_found() -> None:
    with pytest.raises(SystemExit, match="the program's documents are not the checkout's"):
        self_check.same("documents", [{"code": "pack"}], [{"code": "pack"}, {"code": "plan"}])


def test_every_library_is_named_with_its_licence(program: Path) -> None:
    told = (program / "licences" / licences.SUMMARY).read_text("utf-8").splitlines()[2:]
    known = {line.split(" ")[0]: line.split(": ", 1)[1] for line in told}
    assert known["PySide6_Essentials"].startswith("LGPL-3.0-only")
    assert known["pikepdf"] == "MPL-2.0"
    assert known["SQLCipher"] == "BSD-3-Clause"
    assert all(known.values())
    texts = {path.relative_to(program / "licences").parts[0] for path in (program / "licences").rglob("LICENSE*")}
    assert {"reportlab", "pikepdf", "cryptography", "sqlcipher3"} <= texts


@needs_dpkg
def test_the_debian_package_is_whole_and_the_same_twice(program: Path, tmp_path: Path) -> None:
    packages = [debian.build(program, tmp_path / f"work{i}", tmp_path / f"out{i}", TIME) for i in (1, 2)]
    first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in packages)
    assert first == second
    fields = debian.printed(["dpkg-deb", "--field", str(packages[0]), "Package", "Version", "Depends"])
    assert f"Version: {VERSION}" in fields
    assert "libxcb-cursor0" in fields
    assert "cups-filters" not in fields
    listing = debian.printed(["dpkg-deb", "--contents", str(packages[0])])
    for place in ("usr/share/applications/holdfast.desktop", "usr/share/doc/holdfast/copyright", "apps/holdfast.svg"):
        assert place in listing
    assert "-rwxr-xr-x root/root" in next(
        line for line in listing.splitlines() if line.endswith("lib/holdfast/holdfast")
    )
    assert "./usr/bin/holdfast -> ../lib/holdfast/holdfast" in listing
    assert self_check.count_data(debian.unpacked(packages[0], tmp_path / "unpacked")) == len(data_files())


def test_every_need_is_one_line_of_three_words() -> None:
    lines = [line.split() for line in (ROOT / "installer" / "needs.txt").read_text("utf-8").splitlines()]
    needs = [line for line in lines if line and not line[0].startswith("#")]
    assert {line[0] for line in needs} == {"run", "test", "package"}
    assert all(len(line) == 3 for line in needs)
    assert len({line[1] for line in needs}) == len(needs)
