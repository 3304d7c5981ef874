"""The launcher and the set-up behind it: from any folder, with clean output, in one sentence when something lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "cat", "cmp", "cp", "dirname", "flock", "grep", "id", "mkdir", "readlink", "rm", "sed", "sort", "tr")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the launcher is a shell script")


def run(command: list[str | Path], **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of its own whose environment is ready, with a search path that knows no Python and no apt-get."""
    place = tmp_path / "check out"
    (place / "installer").mkdir(parents=True)
    for name in ("holdfast", "requirements.txt", "requirements-dev.txt", "installer/set-up", "installer/needs.txt"):
        shutil.copy2(ROOT / name, place / name)
    for package in ("casework", "storage", "reports", "widgets", "desktop"):
        (place / package).symlink_to(ROOT / package)
    ready = place / ".venv" / ".ready"
    ready.mkdir(parents=True)
    (place / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for name in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, ready)
    for purpose in ("run", "test", "package"):
        shutil.copy(ROOT / "installer" / "needs.txt", ready / f"needs-{purpose}")
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(str(shutil.which(tool)))
    return place


def bare(checkout: Path) -> dict[str, str]:
    return {"PATH": str(checkout.parent / "tools"), "HOME": str(checkout.parent), "LANG": "C.UTF-8"}


def test_it_runs_from_any_folder_through_a_link_whatever_lies_there(checkout: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("argparse.py", "casework.py", "desktop.py"):
        (elsewhere / name).write_text("raise SystemExit('the wrong file was imported')\n", "utf-8")
    link = tmp_path / "a link"
    link.symlink_to(checkout / "holdfast")
    done = run([link, "--version"], cwd=elsewhere, env={**bare(checkout), "PYTHONPATH": str(elsewhere)})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("holdfast ")


def test_it_hands_on_input_and_exit_status(checkout: Path) -> None:
    wrong = run([checkout / "holdfast", "no-such-command"], env=bare(checkout))
    assert (wrong.returncode, wrong.stdout) == (2, "")
    python = "import sys; print(sys.stdin.read().upper()); sys.exit(7)"
    (checkout / "desktop").unlink()
    (checkout / "desktop").mkdir()
    (checkout / "desktop" / "__main__.py").write_text(python, "utf-8")
    done = run([checkout / "holdfast"], env=bare(checkout), input="facts")
    assert (done.returncode, done.stdout) == (7, "FACTS\n")


def test_without_python_it_says_what_to_install(checkout: Path) -> None:
    shutil.rmtree(checkout / ".venv")
    done = run([checkout / "holdfast", "--version"], env=bare(checkout))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt-get install -y python3" in done.stderr


@pytest.mark.skipif(not shutil.which("ldconfig", path="/sbin:/usr/sbin"), reason="not a system with ldconfig")
def test_a_missing_library_is_named_with_the_command_and_stops_only_what_needs_it(checkout: Path) -> None:
    with (checkout / "installer" / "needs.txt").open("a", encoding="utf-8") as needs:
        needs.write("run  libnowhere.so.9  libnowhere9\n")
    command = "    sudo apt-get install -y --no-install-recommends libnowhere9 \n"
    done = run([checkout / "holdfast", "--version"], env=bare(checkout))
    assert done.returncode == 0
    assert done.stdout.startswith("holdfast ")
    assert command in done.stderr
    refused = run([checkout / "installer" / "set-up", "test"], env=bare(checkout))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "libnowhere9" in refused.stderr


def test_an_unknown_purpose_is_refused(checkout: Path) -> None:
    done = run([checkout / "installer" / "set-up", "everything"], env=bare(checkout))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "set-up: 'everything' is not one of run, test, package.\n"


def test_a_set_up_with_nothing_to_do_is_silent(checkout: Path) -> None:
    done = run([checkout / "installer" / "set-up", "test"], env=bare(checkout))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the libraries of Linux")
def test_qt_finds_every_library_that_it_loads() -> None:
    qt = Path(PySide6.__file__).parent
    parts = [qt / "Qt" / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "wayland", "offscreen")]
    parts += [qt / "Qt" / "plugins" / "printsupport" / "libcupsprintersupport.so", *qt.glob("Qt[PSW]*.abi3.so")]
    parts += (qt / "Qt" / "plugins").glob("wayland-*-client/*.so")
    assert all(part.is_file() for part in parts)
    told = run(["ldd", *parts], env={"PATH": os.defpath})
    assert told.returncode == 0, told.stderr
    assert [line.strip() for line in told.stdout.splitlines() if "not found" in line] == []
