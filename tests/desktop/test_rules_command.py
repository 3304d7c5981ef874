"""``holdfast rules`` as a process: what stands on standard output, and the exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "casework" / "law" / "corpus"
EXAMPLES = {one["id"]: one for file in CORPUS.glob("*.json") for one in json.loads(file.read_text("utf-8"))}
RAW = [one for one in EXAMPLES.values() if "facts_text" in one]


def _run(given, path="-"):
    return subprocess.run(
        [sys.executable, "-m", "desktop.command_line.rules", path],
        input=given,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )


def test_valid_facts_are_answered_with_one_object():
    example = EXAMPLES["T49"]
    done = _run(json.dumps(example["facts"]).encode())
    assert done.returncode == 0
    assert done.stderr == b""
    got = json.loads(done.stdout)
    assert list(got) == ["format", "today", "rules_version", "rules_checked_on", "dates", "findings", "states"]
    assert got["today"] == example["facts"]["today"]
    assert {"about": "o1", "state": "expired"} in got["states"]


def test_a_file_is_read_and_a_byte_order_mark_forgiven(tmp_path):
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(EXAMPLES["T49"]["facts"]), "utf-8-sig")
    assert _run(b"", str(file)).returncode == 0


@pytest.mark.parametrize("example", RAW, ids=lambda one: one["id"])
def test_what_is_not_json_is_refused_as_a_whole(example):
    _refused(_run(example["facts_text"].encode()), "")


@pytest.mark.parametrize(
    "raw", [b'{"format": 1, "today": "\xff"}', b"\xff\xfe{\x00}\x00", b"[" * 10**6, b'{"format": ' + b"9" * 5000 + b"}"]
)
def test_bytes_that_are_no_document_are_refused_as_a_whole(raw):
    _refused(_run(raw), "")


@pytest.mark.parametrize("name", ["OB1", "OB2", "OB3", "OB4", "OB5"])
def test_wrong_facts_are_refused_with_their_path(name):
    _refused(_run(json.dumps(EXAMPLES[name]["facts"]).encode()), EXAMPLES[name]["expect"]["error"]["path"])


def test_a_field_name_that_cannot_be_written_is_refused_all_the_same():
    _refused(_run(b'{"format": 1, "today": "2026-09-01", "people": [], "\\ud800": 1}'), None)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    _refused(_run(b"", str(tmp_path / "none.json")), "")


def _refused(done, path):
    assert done.returncode == 2
    assert done.stderr == b""
    got = json.loads(done.stdout)
    assert list(got) == ["error"]
    assert set(got["error"]) == {"path", "message"}
    assert got["error"]["message"]
    assert path is None or got["error"]["path"] == path


def test_neither_the_window_nor_the_database_is_loaded():
    code = (
        "import sys; import desktop.command_line.rules; from casework.law.answer import answer;"
        "answer({'format': 1, 'today': '2026-09-01', 'people': [{'id': 'p', 'date_of_birth': '1980-03-05'}]});"
        "print(sorted({'PySide6', 'sqlcipher3', 'reportlab', 'cryptography', 'socket', 'storage'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"
