"""The rules of the house that no tool checks by itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("casework", "storage", "reports", "widgets", "desktop")
SOURCES = sorted(
    path
    for package in (*PACKAGES, "installer", "tests")
    for path in (ROOT / package).rglob("*.py")
    if "__pycache__" not in path.parts
)
PROGRAM = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in PACKAGES]
REGISTRIES = re.compile(rb"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|registry\.yarnpkg|crates\.io|conda\.anaconda")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / one.decode() for one in listed.stdout.split(b"\0") if one]
    assert paths, "the checkout lists no files"
    return [path for path in paths if path.is_file()]


def imported(tree: ast.Module) -> set[str]:
    """Every full name that a module imports, as PySide6.QtWidgets.QLabel."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{one.name}" for one in node.names}
    return names


def test_no_source_file_passes_three_hundred_lines() -> None:
    long = {name(path): count for path in SOURCES if (count := len(path.read_text("utf-8").splitlines())) > 300}
    assert not long


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_opens_with_one_sentence(package: str) -> None:
    (only,) = ast.parse((ROOT / package / "__init__.py").read_text("utf-8")).body
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)
    assert isinstance(only.value.value, str)


def test_labels_are_plain_and_style_stands_in_one_place() -> None:
    trees = {name(path): ast.parse(path.read_text("utf-8")) for path in PROGRAM}
    label = "PySide6.QtWidgets.QLabel"
    assert [where for where, tree in trees.items() if label in imported(tree)] in ([], ["widgets/label.py"])
    called = {
        (node.func.attr, where)
        for where, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert {where for call, where in called if call == "setStyleSheet"} <= {"widgets/theme.py"}
    assert {where for call, where in called if call == "QLabel"} <= {"widgets/label.py"}
    assert not {where for call, where in called if call == "processEvents"}


def test_no_socket_is_named() -> None:
    banned = ("socket", "ssl", "http", "urllib.request", "asyncio", "PySide6.QtNetwork")
    found = {
        (name(path), one)
        for path in PROGRAM
        for one in imported(ast.parse(path.read_text("utf-8")))
        if any(one == ban or one.startswith(ban + ".") for ban in banned)
    }
    assert not found


def test_every_definition_file_is_toml() -> None:
    files = sorted((ROOT / "casework").rglob("*.toml"))
    assert files
    for path in files:
        assert tomllib.loads(path.read_text("utf-8")), name(path)


def test_no_committed_file_names_a_package_registry() -> None:
    assert [name(path) for path in committed() if REGISTRIES.search(path.read_bytes())] == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_its_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    pinned = re.compile(r"[a-z0-9-]+==[0-9][\w.]*(\s+;[^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [line for line in lines if not pinned.fullmatch(line)] == []


def test_both_locks_pin_the_same_versions() -> None:
    run, dev = (
        dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text("utf-8")))
        for lock in ("requirements.txt", "requirements-dev.txt")
    )
    assert run.items() <= dev.items()


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split(r"[<>=!~; \[]", one)[0].lower() for one in project["dependencies"]}
    asked_dev = asked | {re.split(r"[<>=!~; \[]", one)[0].lower() for one in project["optional-dependencies"]["dev"]}
    for lock, wanted in (("requirements.txt", asked), ("requirements-dev.txt", asked_dev)):
        held = set(re.findall(r"(?m)^([a-z0-9-]+)==", (ROOT / lock).read_text("utf-8")))
        assert wanted <= held, lock


def test_the_arrows_between_packages_hold() -> None:
    check = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
