"""Unlocking a real vault: right, wrong, damaged, in use, newer, several people; and the window stays alive meanwhile."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from desktop import words
from desktop.operations import vaults
from desktop.pages.unlock import UnlockPage
from storage.header import _sum
from storage.kdf import FLOOR_KDF
from storage.membership import add_person
from storage.secret import canonical
from storage.vault import Vault
from tests import derivation
from tests.desktop.conftest import TODAY


@pytest.fixture
def page(worker, kept, shown, qtbot) -> UnlockPage:
    made = UnlockPage(worker, TODAY)
    made.show_vault(kept.folder)
    shown(made)
    made.look_closer()
    qtbot.waitUntil(lambda: bool(made._backup.text().strip()))
    return made


def enter(page: UnlockPage, passphrase: str) -> None:
    page._passphrase.box.clear()
    QTest.keyClicks(page._passphrase.box, passphrase)
    page._unlock.click()


def test_the_right_passphrase_opens(page, kept, qtbot):
    with qtbot.waitSignal(page.unlocked) as told:
        enter(page, kept.passphrase)
    about = told.args[0]
    assert (about.name, about.person, about.training, about.folder) == ("Training", "T. Trainer", True, kept.folder)
    assert page._passphrase.text() == ""


def test_enter_is_as_good_as_the_button(page, kept, qtbot):
    with qtbot.waitSignal(page.unlocked):
        QTest.keyClicks(page._passphrase.box, kept.passphrase + "\r")


def test_a_wrong_passphrase_is_told_beside_the_field_and_stays_selected(page, qtbot):
    enter(page, "not this one")
    qtbot.waitUntil(lambda: bool(page._passphrase.refusal()))
    assert page._passphrase.refusal().startswith("That passphrase does not open this case file")
    assert page._passphrase.box.selectedText() == "not this one"
    assert page._unlock.isEnabled()
    assert page._unlock.text() == words.UNLOCK.en
    QTest.keyClick(page._passphrase.box, "x")
    assert page._passphrase.refusal() == ""


def test_an_empty_passphrase_is_not_tried(page):
    page._unlock.click()
    assert page._passphrase.refusal() == words.NO_PASSPHRASE.en


def test_the_button_says_so_and_the_window_lives_while_the_key_is_derived(page, kept, qtbot, monkeypatch):
    derivation.anew(monkeypatch)
    ticks, heard = [], []
    alive = QTimer()
    alive.timeout.connect(lambda: ticks.append(page._unlock.text()))
    alive.start(5)
    page.unlocked.connect(heard.append)
    enter(page, kept.passphrase)
    assert page._unlock.text() == words.UNLOCKING.en
    assert not page._unlock.isEnabled()
    page.unlock()
    qtbot.waitUntil(lambda: bool(heard))
    assert ticks.count(words.UNLOCKING.en) > 5
    assert len(heard) == 1


def test_a_vault_in_use_says_so(page, kept, qtbot):
    with kept.open():
        enter(page, kept.passphrase)
        qtbot.waitUntil(lambda: bool(page._problem.text()))
    assert "open in another window" in page._problem.text()
    assert page._unlock.isEnabled()


def test_a_damaged_vault_says_which_file_and_what_to_do(page, kept, qtbot):
    database = kept.folder / "vault.db"
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    content[200] ^= 1
    database.write_bytes(content)
    enter(page, kept.passphrase)
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    assert "vault.db" in page._problem.text()
    assert "backup" in page._problem.text()


@pytest.mark.parametrize("damage", ["missing", "garbage", "newer"])
def test_what_is_wrong_with_a_closed_vault_is_told_before_anything_is_typed(worker, kept, shown, qtbot, damage):
    for name in ("header.a", "header.b"):
        file = kept.folder / name
        if damage == "missing":
            file.unlink()
        elif damage == "garbage":
            file.write_bytes(b"garbage")
        else:
            file.write_bytes(newer(file.read_bytes()))
    page = UnlockPage(worker, TODAY)
    page.show_vault(kept.folder)
    shown(page)
    page.look_closer()
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    assert {"missing": "damaged", "garbage": "damaged", "newer": "newer version"}[damage] in page._problem.text()


def newer(header: bytes) -> bytes:
    """A header as a later version of the program would write it: another format, with a sum that fits."""
    table = json.loads(header) | {"format": 99}
    del table["sum"]
    return canonical(table | {"sum": _sum(table)})


def test_a_folder_that_is_no_vault_says_so(worker, tmp_path, shown, qtbot):
    page = UnlockPage(worker, TODAY)
    page.show_vault(tmp_path)
    shown(page)
    page.look_closer()
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    assert "no Holdfast case file" in page._problem.text()


def test_a_training_vault_says_where_its_passphrase_stands(page, kept):
    assert str(kept.folder.parent / "passphrase.txt") in page._training.text()
    assert page._note.isVisible()
    assert page._backup.text() == words.NO_BACKUP.en


def test_the_age_of_the_last_backup_is_told(worker, kept, shown, qtbot):
    (kept.folder / "backups" / "one").mkdir(parents=True)
    made = vaults.backed_up(kept.folder)
    page = UnlockPage(worker, made + timedelta(days=3))
    page.show_vault(kept.folder)
    shown(page)
    page.look_closer()
    qtbot.waitUntil(lambda: bool(page._backup.text().strip()))
    assert page._backup.text() == "Last backup 3 days ago"


def test_where_several_people_unlock_they_are_asked_for_by_label(kept, worker, shown, qtbot):
    with kept.open() as vault:
        add_person(vault, "Second Person", bytearray(b"another passphrase"), kdf=FLOOR_KDF)
    page = UnlockPage(worker, TODAY)
    page.show_vault(kept.folder)
    shown(page)
    page.look_closer()
    qtbot.waitUntil(lambda: page._people is not None)
    enter(page, "another passphrase")
    assert page._problem.text() == words.SAY_WHO.en
    page._people.setCurrentIndex(page._people.findData("SP"))
    with qtbot.waitSignal(page.unlocked) as told:
        enter(page, "another passphrase")
    assert told.args[0].person == "Second Person"


def test_what_was_typed_leaves_the_box_as_bytes_that_are_wiped(page, kept, monkeypatch, qtbot):
    taken = []
    opened = Vault.open
    monkeypatch.setattr(
        Vault, "open", lambda folder, secret, **more: taken.append(secret) or opened(folder, secret, **more)
    )
    with qtbot.waitSignal(page.unlocked):
        enter(page, kept.passphrase)
    assert taken
    assert not any(taken[0])


def test_the_unlock_page_is_painted_before_the_database_or_reports_are_read():
    """What is read before the first paint is what the 500 ms go into."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtWidgets import QApplication\nfrom desktop.app import Program\n"
        "app = QApplication([])\nprogram = Program(app, Path('X.casevault'))\n"
        "program.window.painted.disconnect()\nprogram.window.painted.connect(app.exit)\nprogram.window.show()\napp.exec()\n"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in\n"
        "  ('sqlcipher3', 'cryptography', 'mnemonic', 'reportlab', 'pikepdf', 'reports') or m.startswith(('casework.law',\n"
        "  'casework.record', 'desktop.operations', 'desktop.pages.due', 'desktop.pages.case', 'storage.vault', 'PySide6.QtPdf'))))\n"
        "program.worker.close()"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.split() == []


@pytest.mark.parametrize("what", ["start", "unlock"])
def test_the_waits_are_measured(what):
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-m", "desktop.measure", what], capture_output=True, check=True, cwd=root)
    told = json.loads(done.stdout)
    assert set(told) == ({"ms"} if what == "start" else {"ms", "derivation_ms"})
    assert 20 < told["ms"] < 30_000
    assert told.get("derivation_ms", 0) < told["ms"]


def test_measuring_something_else_is_refused():
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-m", "desktop.measure", "tea"], capture_output=True, check=False, cwd=root)
    assert done.returncode == 2
