"""Every command as a person or a script types it: its output, its exit status, its one sentence."""

import json
import os
import subprocess
import sys
from pathlib import Path

import icalendar
import pikepdf
import pytest

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-24"


def holdfast(*arguments, given=b"", home=None, cwd=None):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment |= {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    if home:
        environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "TMPDIR": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments)],
        input=given,
        capture_output=True,
        env=environment,
        cwd=cwd or ROOT,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    done = holdfast("demo", "--folder", folder, "--no-window", "--today", TODAY)
    assert done.returncode == 0, done.stderr
    vault, paper = map(Path, done.stdout.decode().split())
    return vault, paper, folder / "passphrase.txt"


def in_vault(command, demo, *arguments):
    vault, _, words = demo
    return holdfast(command, vault, *arguments, "--passphrase-file", words)


def one_sentence(done, status):
    told = done.stderr.decode().strip()
    assert done.returncode == status, told
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1, told
    assert told.endswith(".")
    return told


def test_demo_makes_a_vault_a_passphrase_and_a_meeting_pack(demo):
    vault, paper, words = demo
    assert (vault / "vault.db").stat().st_size > 4096
    assert "invented" in words.read_text()
    with pikepdf.open(paper) as pdf:
        assert len(pdf.pages) > 5


def test_demo_again_keeps_the_vault_and_prints_anew(demo):
    vault, paper, _ = demo
    before = (vault / "header.a").read_bytes()
    again = holdfast("demo", "--folder", vault.parent, "--no-window", "--today", TODAY)
    assert again.returncode == 0
    assert again.stdout.decode().split() == [str(vault), str(paper)]
    assert (vault / "header.a").read_bytes() == before


def test_cases_as_json_have_the_promised_keys(demo):
    done = in_vault("cases", demo, "--json", "--today", TODAY)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) >= 3
    assert all(
        set(one) == {"case_ref", "surname", "forenames", "born", "category", "level", "next_due"} for one in found
    )
    assert {one["category"] for one in found} >= {"1", "2", "3"}
    assert all(one["next_due"] for one in found)


def test_due_lists_dates_with_reasons_overdue_first(demo):
    done = in_vault("due", demo, "--json", "--today", TODAY, "--until", "2027-03-01")
    found = json.loads(done.stdout)
    assert found
    assert [one["date"] for one in found] == sorted(one["date"] for one in found)
    assert any(one["basis"] and one["why"] for one in found)
    assert all(one["late"] == (one["date"] < TODAY) for one in found if one["late"])
    plain = in_vault("due", demo, "--today", TODAY)
    assert plain.returncode == 0


def test_due_as_a_calendar_holds_no_name_unless_asked(demo, tmp_path):
    neutral, named = tmp_path / "neutral.ics", tmp_path / "named.ics"
    assert in_vault("due", demo, "--today", TODAY, "--ics", neutral).returncode == 0
    assert in_vault("due", demo, "--today", TODAY, "--ics", named, "--with-names").returncode == 0
    surname = json.loads(in_vault("cases", demo, "--json").stdout)[0]["surname"]
    plain = icalendar.Calendar.from_ical(neutral.read_bytes())
    told = [str(one["summary"]) for one in plain.walk("VEVENT")]
    assert told
    assert all(one.endswith(": a date is due") for one in told)
    assert surname.lower() not in neutral.read_text().lower()
    assert surname.upper() in named.read_text().upper().replace("\r\n ", "")
    assert len({str(one["uid"]) for one in plain.walk("VEVENT")}) == len(told)
    one_sentence(in_vault("due", demo, "--with-names"), 2)


def test_documents_need_no_vault():
    found = json.loads(holdfast("documents", "--json").stdout)
    assert {"pack", "plan"} <= {one["code"] for one in found}
    assert all(set(one) == {"code", "title", "editions"} and one["editions"] for one in found)


def test_print_writes_a_logged_copy_that_can_be_sealed(demo, tmp_path):
    plain = tmp_path / "pack.pdf"
    arguments = (
        "T-00002",
        "pack",
        "--for",
        "A. Chair, Wexmere Police",
        "--reason",
        "Level 3 meeting",
        "--today",
        TODAY,
    )
    done = in_vault("print", demo, *arguments, "--out", plain)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().strip() == str(plain)
    assert b"not sealed" in done.stderr
    sealed, words = tmp_path / "sealed.pdf", tmp_path / "words.txt"
    large = ("--large-print", "--with-text", "--passphrase-out", words)
    assert in_vault("print", demo, *arguments, "--out", sealed, *large).returncode == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(sealed)
    with pikepdf.open(sealed, password=words.read_text().strip()) as pdf:
        assert pdf.encryption.R == 6
        assert len(pdf.pages) > 60
        text = pdf.attachments["document.txt"].get_file().read_bytes().decode()
    assert "# A In 60 seconds" in text
    assert "Copy 2 of 2 for A. Chair, Wexmere Police" in text


def test_several_cases_are_printed_in_one_run_with_a_list(demo, tmp_path):
    out, words = tmp_path / "run.pdf", tmp_path / "words.txt"
    asked = ("T-00001", "orders", "--also", "T-00002", "--for", "Police", "--for", "Housing", "--reason", "Meeting")
    done = in_vault("print", demo, *asked, "--out", out, "--passphrase-out", words)
    assert done.returncode == 0, done.stderr
    first, *copies = map(Path, done.stdout.decode().split())
    assert first == out
    assert sorted(one.name for one in copies) == sorted(one.name for one in tmp_path.glob("run-T-*.pdf"))
    assert [one.name[4:11] for one in copies] == ["T-00001"] * 2 + ["T-00002"] * 2
    told = dict(one.split("\t") for one in words.read_text("utf-8").splitlines())
    assert list(told) == ["The list of the run", "Police", "Housing"]
    for one, whom in zip(copies, ("Police", "Housing") * 2, strict=True):
        pikepdf.open(one, password=told[whom]).close()
    pikepdf.open(out, password=told["The list of the run"]).close()
    assert "4 of 4 copies made" in done.stderr.decode()
    one_sentence(in_vault("print", demo, *asked, "--out", out), 2)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("T-99999", "pack"), 2),
        (("T-00002", "postcard"), 2),
        (("T-00002", "pack", "--edition", "gossip"), 2),
    ],
)
def test_print_refuses_what_there_is_not_and_writes_nothing(demo, tmp_path, arguments, status):
    out = tmp_path / "x.pdf"
    done = in_vault("print", demo, *arguments, "--out", out, "--for", "A", "--reason", "B")
    one_sentence(done, status)
    assert not out.exists()


def test_print_refuses_without_recipient_reason_or_place(demo, tmp_path):
    out = tmp_path / "x.pdf"
    assert "whom" in one_sentence(
        in_vault("print", demo, "T-00002", "pack", "--out", out, "--for", " ", "--reason", "B"), 2
    )
    assert "why" in one_sentence(
        in_vault("print", demo, "T-00002", "pack", "--out", out, "--for", "A", "--reason", ""), 2
    )
    nowhere = tmp_path / "no" / "x.pdf"
    assert "no folder" in one_sentence(
        in_vault("print", demo, "T-00002", "pack", "--out", nowhere, "--for", "A", "--reason", "B"), 2
    )


def test_check_finds_a_sound_vault_sound_and_a_damaged_one_damaged(demo, tmp_path):
    done = in_vault("check", demo, "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout) == {"findings": []}


def test_new_makes_a_vault_that_its_passphrase_opens(tmp_path):
    words = tmp_path / "words"
    words.write_text("five quite ordinary long words\n")
    vault = tmp_path / "Team.casevault"
    made = holdfast("new", vault, "--name", "J. Sample", "--passphrase-file", words)
    assert made.returncode == 0, made.stderr
    assert len(made.stdout.decode().splitlines()[-1].split()) == 12
    assert (
        json.loads(holdfast("cases", vault, "--json", "--passphrase-file", "-", given=words.read_bytes()).stdout) == []
    )
    assert "already" in one_sentence(holdfast("new", vault, "--name", "J. Sample", "--passphrase-file", words), 3)
    words.write_text("another\n")
    assert "passphrase" in one_sentence(holdfast("cases", vault, "--passphrase-file", words), 3).lower()


def test_what_is_no_vault_or_no_command_is_one_sentence(tmp_path):
    words = tmp_path / "words"
    words.write_text("x\n")
    one_sentence(holdfast("cases", tmp_path / "nothing", "--passphrase-file", words), 3)
    one_sentence(holdfast("cases", tmp_path, "--passphrase-file", tmp_path / "absent"), 2)
    one_sentence(holdfast("cases", tmp_path), 2)
    one_sentence(holdfast("frobnicate"), 2)
    one_sentence(holdfast("cases", tmp_path, "--today", "31.2.2026", "--passphrase-file", words), 2)
    one_sentence(holdfast("benchmark", "nothing"), 2)


def test_version_and_help_everywhere():
    assert holdfast("--version").stdout.startswith(b"holdfast ")
    assert holdfast("--help").returncode == 0
    for command in ("demo", "new", "cases", "documents", "print", "due", "check", "rules", "benchmark"):
        done = holdfast(command, "--help")
        assert done.returncode == 0, done.stderr
        assert b"usage" in done.stdout


def test_rules_starts_neither_window_nor_database(tmp_path):
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({"format": 1, "today": TODAY, "people": [{"id": "p", "date_of_birth": "1980-03-05"}]}))
    script = (
        "import sys; from desktop.__main__ import main\n"
        f"code = main(['rules', {str(facts)!r}])\n"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('PySide6', 'sqlcipher3', 'reportlab', 'cryptography')]\n"
        "sys.exit(code or len(bad))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 0, (done.stdout, done.stderr)
    assert json.loads(done.stdout)["format"] == 1
    assert holdfast("rules", tmp_path / "absent.json").returncode == 2
