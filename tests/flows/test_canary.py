"""An unmistakable name goes the whole way through the program; afterwards it is in the paper asked for and nowhere else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).parents[2]
CANARY = "Zyxwquandrill"


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    root = tmp_path_factory.mktemp("canary")
    home, temp, out, work = (root / name for name in ("home", "temp", "out", "work"))
    for folder in (home, temp, out, work):
        folder.mkdir()
    (out / "words.txt").write_text("five quite ordinary long words\n")
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment |= {
        "HOME": str(home),
        "TMPDIR": str(temp),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(temp),
    }
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)

    def run(*arguments):
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            capture_output=True,
            env=environment,
            cwd=work,
            check=False,
            timeout=150,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done

    words, vault = out / "words.txt", work / "Team.casevault"
    told = [run("-m", "desktop", "new", vault, "--name", f"{CANARY} officer", "--passphrase-file", words)]
    told.append(
        run(
            ROOT / "tests" / "flows" / "canary_journey.py",
            vault,
            words,
            CANARY,
            out / "sealed.pdf",
            out / "written.json",
        )
    )
    listed = run("-m", "desktop", "cases", vault, "--passphrase-file", words, "--json")
    assert CANARY in listed.stdout.decode()
    (case,) = json.loads(listed.stdout)
    plain = out / "plain.pdf"
    told.append(
        run(
            "-m",
            "desktop",
            "print",
            vault,
            case["case_ref"],
            "pack",
            "--for",
            "A. Chair",
            "--reason",
            "Meeting",
            "--out",
            plain,
            "--passphrase-file",
            words,
        )
    )
    told.append(run("-m", "desktop", "check", vault, "--passphrase-file", words))
    return root, plain, out / "written.json", told


def holding(root, but=()):
    forms = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")] + [
        CANARY.upper().encode(),
        CANARY.lower().encode(),
    ]
    return [path for path in root.rglob("*") if _holds(path, forms, but)]


def _holds(path, forms, but):
    if CANARY.lower() in path.name.lower():
        return True
    return path.is_file() and path not in but and any(form in path.read_bytes() for form in forms)


def test_the_name_is_in_no_file_but_the_paper_asked_for(journey):
    root, plain, _, _ = journey
    assert holding(root, but=(plain,)) == []


def test_the_paper_asked_for_does_hold_the_name(journey):
    _, plain, _, _ = journey
    text = subprocess.run(["pdftotext", plain, "-"], capture_output=True, check=True).stdout.decode()
    assert CANARY.upper() in text.upper()
    with pikepdf.open(plain) as pdf:
        told = str(dict(pdf.docinfo)) + str(pdf.Root.Metadata.read_bytes())
    assert CANARY.lower() not in told.lower()


def test_the_name_is_in_nothing_that_was_printed_to_the_terminal(journey):
    for done in journey[3]:
        assert CANARY.lower() not in (done.stdout + done.stderr).decode().lower()


def test_files_are_written_in_the_vault_the_settings_and_where_asked_alone(journey):
    root, _, written, _ = journey
    allowed = (root / "work" / "Team.casevault", root / "out", root / "home" / ".local" / "share" / "holdfast")
    strays = [
        one
        for one in json.loads(written.read_text())
        if not any(Path(one).is_relative_to(place) for place in allowed) and one != "/dev/null"
    ]
    assert [one for one in strays if "__pycache__" not in one] == []
